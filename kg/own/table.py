"""A registry as a table: CSV with a header, several values of a field parted by "|".

id,name,type,aliases,same_as,born
B-17,Northmoor Harbour Trust,Organisation,Harbour Trust,https://example.org/b17,
P-3,Jane Doe,Person,J. Doe,,1980-05
"""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from kg.errors import RuleError
from kg.own.dates import days_of
from kg.own.entry import TYPES, Entry, EntryType, registry_name
from kg.registry import AgencyType

REQUIRED = ("id", "name", "type")
KNOWN = (*REQUIRED, "aliases", "same_as", "born")
SEPARATOR = "|"


def entries_of_table(path: Path) -> Iterator[Entry]:
    """The entries of a CSV file. Raises `RuleError` with line and reason for a bad row."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file, strict=True)
        try:
            _refuse_header(path, rows.fieldnames or ())
            for row in rows:
                yield _entry(path, f"{path}:{rows.line_num}", row)
        except csv.Error as error:
            raise RuleError(f"{path}:{rows.line_num}: no CSV: {error}") from error


def _refuse_header(path: Path, header: object) -> None:
    names = list(header) if isinstance(header, (list, tuple)) else []
    missing = [name for name in REQUIRED if name not in names]
    unknown = [name for name in names if name not in KNOWN]
    if missing or unknown:
        wrong = f"lacks {', '.join(missing)}" if missing else f"has {', '.join(unknown)}"
        raise RuleError(f"{path}:1: the header {wrong}; the columns are {', '.join(KNOWN)}")


def _entry(path: Path, where: str, row: dict[str, str | None]) -> Entry:
    if None in row or None in row.values():
        raise RuleError(f"{where}: another number of cells than the header has")
    cells = {name: (value or "").strip() for name, value in row.items()}
    for name in REQUIRED:
        if not cells[name]:
            raise RuleError(f"{where}: no {name}")
    type_, subtype = _type(where, cells["type"])
    return Entry(
        registry=registry_name(path),
        id=cells["id"],
        type=type_,
        name=cells["name"],
        where=where,
        subtype=subtype,
        aliases=_several(cells.get("aliases", "")),
        same_as=_iris(where, _several(cells.get("same_as", ""))),
        born=days_of(cells["born"], where) if cells.get("born") else None,
    )


def _type(where: str, name: str) -> tuple[EntryType, str | None]:
    if name in get_args(AgencyType):
        return "Agency", name
    if name not in TYPES:
        raise RuleError(f"{where}: {name!r} is no type; expected one of {', '.join(TYPES)}")
    return name, None  # type: ignore[return-value]  # of TYPES


def _several(cell: str) -> tuple[str, ...]:
    return tuple(value.strip() for value in cell.split(SEPARATOR) if value.strip())


def _iris(where: str, values: tuple[str, ...]) -> tuple[str, ...]:
    for value in values:
        if not value.startswith(("http://", "https://")) or any(c in value for c in ' <>"{}'):
            raise RuleError(f"{where}: same_as {value!r} is no address as https://…")
    return values
