"""What a user adds to the packaged rules: a folder of rules, and registries with ids.

One process has one set, as it has of rules: see `use`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from kg import rules
from kg.own.bodies import bodies_of
from kg.own.entry import Entry
from kg.own.files import read_registries

__all__ = ["NOTHING", "Entry", "Own", "entries_by_key", "entry_at", "listed_people", "use"]


@dataclass(frozen=True, slots=True)
class Own:
    """A user's own: a folder of rules (docs/rules.md), and registries (docs/who-is-who.md)."""

    rules: Path | None = None
    registries: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class _Used:
    state: tuple[object, ...]
    by_key: Mapping[str, tuple[Entry, ...]]
    by_path: Mapping[str, Entry]
    people: tuple[Entry, ...]


NOTHING = Own()
_EMPTY = _Used((), {}, {}, ())
_used = _EMPTY


def use(own: Own) -> None:
    """Let what a user adds stand beside the packaged rules, in this process from now on.

    Files that have not changed are not read again. Raises `RuleError` for what cannot be read.
    """
    global _used  # noqa: PLW0603  rules are read all over a stage, and one process has one set
    state = tuple((path, *_stamp(path)) for path in own.registries)
    if not state:
        _used = _EMPTY
        rules.use(own.rules)
        return
    if (own.rules, state) == _used.state:
        return
    entries = read_registries(own.registries)
    rules.use(own.rules)
    bodies = bodies_of(entries, own.registries)
    rules.use(own.rules, bodies.rows)
    _used = _Used(
        (own.rules, state),
        {key: tuple(found) for key, found in bodies.entries.items()},
        {entry.path: entry for entry in entries},
        tuple(entry for entry in entries if entry.type in {"Person", "LegalEntity"}),
    )


def entries_by_key(key: str) -> tuple[Entry, ...]:
    """The entries of registries for a body, by the key that annotations give it."""
    return _used.by_key.get(key, ())


def entry_at(path: str) -> Entry | None:
    """The entry whose IRI, without the base, is `path`."""
    return _used.by_path.get(path)


def listed_people() -> tuple[Entry, ...]:
    """The people of registries, and what may be a person."""
    return _used.people


def _stamp(path: Path) -> tuple[int, int]:
    """What changes when a file does; of one that is not there, which reading tells, nothing."""
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size
