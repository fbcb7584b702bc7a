"""What a build may be told: from `kg.yml` in the working folder, then from flags.

model: en_kg_reports               # ours; any installed spaCy pipeline, or a folder that holds one
base_iri: https://example.org/id/  # of the nodes we mint
workers: 2                         # processes that annotate; by default the cores of this machine
engine: local                      # or ray: actors of a Ray cluster (docs/performance.md)
address: ray://host:10001          # of the cluster; without it Ray runs on this machine
rules: rules/                      # a folder of your own rules (docs/rules.md)
registries: [bodies.csv]           # bodies and people with ids of your own (docs/who-is-who.md)
"""

import os
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from kg.errors import ConfigError, RuleError
from kg.own import Own
from kg.rules import read_yaml

FILE = "kg.yml"
DEFAULT_MODEL = "en_kg_reports"
MODELS = Path(__file__).with_name("models")  # pipelines of our own
ENGINES = ("local", "ray")
_KINDS: dict[Any, str] = {str: "a text", int: "a whole number"}  # of settings
DEFAULT_BASE_IRI = "https://w3id.org/ockg/id/"


def cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of one build."""

    model: str = DEFAULT_MODEL
    base_iri: str = DEFAULT_BASE_IRI
    workers: int = field(default_factory=cores)  # processes that annotate
    rules: str = ""  # a folder of the user's rules
    registries: tuple[str, ...] = ()  # files
    engine: str = "local"
    address: str = ""  # of a Ray cluster

    @property
    def own(self) -> Own:
        """What the user adds to the packaged rules."""
        return Own(Path(self.rules) if self.rules else None, tuple(map(Path, self.registries)))

    def __post_init__(self) -> None:
        if not self.base_iri.startswith(("http://", "https://")) or self.base_iri[-1] not in "/#":
            raise ConfigError(
                f"base IRI {self.base_iri!r}: expected http(s)://… that ends in '/' or '#'"
            )
        if self.engine not in ENGINES:
            raise ConfigError(f"engine {self.engine!r}: expected {' or '.join(ENGINES)}")
        if self.workers < 1:
            raise ConfigError(f"workers {self.workers}: expected one or more")


def load_config(path: Path | None = None, **flags: Any) -> Config:
    """The configuration of `path` (or of `kg.yml` here, if there is one), with `flags` on top.

    A flag that is None was not given. Raises `ConfigError` for an unknown key or a bad value.
    """
    file = path or Path(FILE)
    config = Config()
    if path is not None or file.exists():
        config = replace(config, **_settings(file))
    return replace(config, **{name: value for name, value in flags.items() if value is not None})


def _settings(path: Path) -> dict[str, Any]:
    try:
        content, line_of = read_yaml(path)
    except RuleError as error:
        raise ConfigError(str(error)) from error
    if content is not None and not isinstance(content, dict):
        raise ConfigError(f"{path}:1: expected settings, as `model: …`, found {content!r}")
    known = {field.name: field.type for field in fields(Config)}
    settings: dict[str, Any] = {}
    for key, value in (content or {}).items():
        if key not in known:
            raise ConfigError(
                f"{path}:{line_of(key)}: unknown setting {key!r}; known: {', '.join(known)}"
            )
        settings[key] = tuple(value) if _is_list_of_texts(value) else value
        if not _is(settings[key], known[key]):
            kind = _KINDS.get(known[key], "a list of texts")
            raise ConfigError(f"{path}:{line_of(key)}: {key} must be {kind}, found {value!r}")
    return settings


def _is_list_of_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _is(value: Any, kind: Any) -> bool:
    return type(value) is kind or (type(value) is tuple and kind == tuple[str, ...])
