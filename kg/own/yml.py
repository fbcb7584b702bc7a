"""A registry as YAML, in the form of kg/data/agencies.yml; `same_as` adds addresses to a row."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

import msgspec

from kg.errors import RuleError
from kg.own.entry import Entry, registry_name
from kg.registry import AgencyRow
from kg.rules import read_yaml

KEY = "agencies"


class Row(AgencyRow, frozen=True, forbid_unknown_fields=True):
    """A row of agencies.yml, and addresses of the same body elsewhere."""

    source: str = "own registry"
    same_as: tuple[str, ...] = ()


def entries_of_yaml(path: Path) -> Iterator[Entry]:
    """The bodies of a YAML file. Raises `RuleError` with line and reason for a bad row."""
    for where, row in _rows(path):
        yield Entry(
            registry=registry_name(path),
            id=row.id,
            type="Agency",
            name=row.name,
            where=where,
            subtype=row.type,
            aliases=(*row.aliases, *row.acronyms),
            same_as=row.same_as,
        )


def agency_rows(path: Path) -> Mapping[str, dict[str, Any]]:
    """The rows of a YAML file as agencies.yml would hold them, by id."""
    found = {}
    for _, row in _rows(path):
        fields = msgspec.to_builtins(row)
        del fields["same_as"]
        found[row.id] = {name: value for name, value in fields.items() if value}
    return MappingProxyType(found)


def _rows(path: Path) -> Iterator[tuple[str, Row]]:
    content, line_of = read_yaml(path)
    if (
        not isinstance(content, dict)
        or list(content) != [KEY]
        or not isinstance(content[KEY], list)
    ):
        raise RuleError(f"{path}:1: expected one list under the key {KEY!r}, as in agencies.yml")
    for index, given in enumerate(content[KEY]):
        where = f"{path}:{line_of(f'{KEY}[{index}]')}"
        try:
            yield where, msgspec.convert(given, Row)
        except msgspec.ValidationError as error:
            raise RuleError(f"{where}: {error}") from error
