"""Turn organised-crime reporting into a knowledge graph, each fact tied to its sentence.

    import kg
    graph = kg.build(["reports/"], "graph/")
    graph.query("seizures", place="Luton")
    graph.export("graph.ttl")

Names are loaded when first used: `import kg` costs milliseconds.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kg.api import Graph, build
    from kg.api import open_graph as open  # noqa: A004  `kg.open(path)`, as users say it
    from kg.config import Config
    from kg.errors import KGError
    from kg.model import Annotation, Report
    from kg.read import read as read_reports
    from kg.read import read_file

__all__ = [
    "Annotation",
    "Config",
    "Graph",
    "KGError",
    "Report",
    "build",
    "open",
    "read_file",
    "read_reports",
]

_HOMES = {
    "Annotation": ("kg.model", "Annotation"),
    "Config": ("kg.config", "Config"),
    "Graph": ("kg.api", "Graph"),
    "KGError": ("kg.errors", "KGError"),
    "Report": ("kg.model", "Report"),
    "build": ("kg.api", "build"),
    "open": ("kg.api", "open_graph"),
    "read_reports": ("kg.read", "read"),
    "read_file": ("kg.read", "read_file"),
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    module, attribute = _HOMES[name]
    return getattr(import_module(module), attribute)


def load_ipython_extension(shell: Any) -> None:
    """Let a notebook's cells ask in SPARQL, after `%load_ext kg`."""
    import_module("kg.notebook").load(shell)


def __dir__() -> list[str]:
    return __all__
