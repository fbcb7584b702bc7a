"""Marked-up reports: what people found in a report, to hold a graph against.

One JSON file a report; docs/marking.md describes the format. The report's file name in the graph
is the last part of `path`, or the marking's id with `.md`.
"""

from pathlib import Path, PurePosixPath

import msgspec

from kg.errors import InputError


class MarkedEntity(msgspec.Struct, frozen=True):
    id: str
    type: str  # Agency Official Person Operation Place Group Platform Company
    name: str
    aliases: tuple[str, ...] = ()


class MarkedRelation(msgspec.Struct, frozen=True):
    predicate: str = msgspec.field(name="p")
    subject: str = msgspec.field(name="s")
    object: str | None = msgspec.field(name="o", default=None)
    role: str | None = None  # of holdsPost
    quote: str | None = None  # of said: its first six words


class MarkedOutcome(msgspec.Struct, frozen=True):
    kind: str  # seizure arrest charge conviction sentence safeguard search
    quantity: float | None = None
    unit: str | None = None
    what: str | None = None
    agency: str | None = None
    place: str | None = None
    persons: tuple[str, ...] = ()


class Marking(msgspec.Struct, frozen=True):
    """One marked-up report."""

    id: str
    entities: tuple[MarkedEntity, ...]
    relations: tuple[MarkedRelation, ...] = ()
    outcomes: tuple[MarkedOutcome, ...] = ()
    path: str | None = None

    @property
    def file_name(self) -> str:
        return PurePosixPath(self.path).name if self.path else f"{self.id}.md"


def read_markings(folder: Path) -> list[Marking]:
    """The marked-up reports of a folder, by name; raises `InputError` for none or a bad one."""
    files = sorted(folder.glob("*.json"))
    if not files:
        raise InputError(f"{folder}: no marked-up reports (*.json) there")
    return [_read(file) for file in files]


def _read(file: Path) -> Marking:
    try:
        return msgspec.json.decode(file.read_bytes(), type=Marking)
    except msgspec.DecodeError as error:
        raise InputError(f"{file}: not a marked-up report: {error}") from error
