"""The import rule of docs/architecture.md: who may import whom, and where each library lives."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import kg

ROOT = Path(kg.__file__).parent
BASE = {
    "appearing",
    "closest",
    "errors",
    "model",
    "vocab",
    "iri",
    "rules",
    "config",
    "gazetteer",
    "registry",
    "given",
    "own",
    "sparql",
    "total_order",
}
STAGES = {"read", "annotate", "resolve", "graph", "store"}
MAY_IMPORT = {
    "errors": set(),
    "appearing": {"errors"},
    "closest": set(),
    "model": set(),
    "given": {"errors", "model"},
    "sparql": set(),
    "total_order": {"sparql"},
    "rules": {"errors"},
    "config": {"errors", "own", "rules"},
    "vocab": {"errors", "model"},
    "iri": {"errors", "model", "vocab"},
    "registry": {"errors", "model", "rules"},
    "own": {"errors", "iri", "model", "registry", "rules"},
    "gazetteer": {"errors", "model", "rules"},
    "cache": BASE,
    "folder": BASE,
    **dict.fromkeys(STAGES, BASE),
    **{reader: BASE | {"store"} for reader in ("query", "analyse", "evaluate")},
    "export": BASE | {"store", "analyse"},  # GraphML holds the projection onto entities
    "view": BASE | {"analyse"},
    "report": BASE | {"analyse", "query", "store", "view"},
    "train": BASE | {"read", "annotate", "evaluate"},
    "engines": BASE | {"annotate", "cache"},
    "remote": BASE | {"store"},
    "pipeline": BASE | STAGES | {"cache", "engines", "export", "folder", "query"},
    "api": BASE
    | {"store", "query", "export", "analyse", "pipeline", "view", "report", "folder", "remote"},
    "notebook": {"api", "errors", "view"},
    "__init__": {"api", "config", "errors", "model", "read"},
    "__main__": {"cli"},
}
HOMES = {
    "spacy": {"annotate", "train", "view"},
    "pyoxigraph": {"store", "vocab"},
    "oxrdflib": {"store"},
    "rdflib": {"store", "api"},
    "networkx": {"analyse", "export", "report", "view", "api"},
    "yaml": {"rules", "config", "read", "resolve"},
    "typer": {"cli"},
    "rich": {"cli"},
    "fsspec": {"read"},
    "httpx": {"remote"},
    "pyarrow": {"engines", "export"},
    "ray": {"engines"},
    "sqlite3": {"cache", "query"},
}


def modules() -> Iterator[tuple[str, Path]]:
    for path in sorted(ROOT.rglob("*.py")):
        yield path.relative_to(ROOT).with_suffix("").parts[0], path


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module is not None:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def parts_of_kg(path: Path) -> set[str]:
    """The parts of `kg` that a module imports: `from kg import export` and `from kg.export …`."""
    names = {name.split(".")[1] for name in imports(path) if name.startswith("kg.")}
    return {name for name in names if (ROOT / name).is_dir() or (ROOT / f"{name}.py").exists()}


@pytest.mark.parametrize(("part", "path"), [m for m in modules() if m[0] != "cli"], ids=str)
def test_module_imports_only_what_its_part_may(part: str, path: Path) -> None:
    assert parts_of_kg(path) - {part} <= MAY_IMPORT[part]


@pytest.mark.parametrize(("part", "path"), list(modules()), ids=str)
def test_library_is_imported_only_at_home(part: str, path: Path) -> None:
    libraries = {name.split(".")[0] for name in imports(path)}
    assert {library for library in libraries & HOMES.keys() if part not in HOMES[library]} == set()


def test_import_kg_loads_no_heavy_library() -> None:
    heavy = "{'spacy', 'rdflib', 'networkx', 'pyoxigraph', 'pandas'}"
    code = f"import sys, kg, kg.cli.app; sys.exit(' '.join({heavy} & sys.modules.keys()) or 0)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
