"""What a user adds to the packaged rules: a folder of rules, and registries with ids.

One process has one set, as it has of rules: see `use`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
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
    """What a user adds, as it was read."""

    own: Own | None = None
    stamps: rules.Stamps = ()  # of the files that it was read from
    by_key: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    by_path: Mapping[str, Entry] = field(default_factory=dict)
    people: tuple[Entry, ...] = ()


NOTHING = Own()
_used = _Used()


def use(own: Own) -> None:
    """Let what a user adds stand beside the packaged rules, in this process from now on.

    Files that have not changed are not read again. Raises `RuleError` for what cannot be read;
    nothing of registries is used then.
    """
    global _used  # noqa: PLW0603  rules are read all over a stage, and one process has one set
    stamps = rules.stamps_of([*rules.files_in(own.rules), *own.registries])
    if (own, stamps) == (_used.own, _used.stamps):
        return
    _used = _Used()
    rules.use(own.rules)
    _used = _read(own, stamps) if own.registries else _Used(own, stamps)


def _read(own: Own, stamps: rules.Stamps) -> _Used:
    entries = read_registries(own.registries)
    bodies = bodies_of(entries, own.registries)
    rules.use(own.rules, bodies.rows)
    return _Used(
        own,
        stamps,
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
