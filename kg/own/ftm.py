"""A registry as FollowTheMoney entities: JSON lines, as lists of sanctioned people are published.

{"id": "Q1", "schema": "Person", "properties": {"name": ["Jane Doe"], "birthDate": ["1980"]}}

What names nobody (addresses, sanctions, ownerships) is passed over. The shape is documented at
https://followthemoney.tech/docs/; of nested entities only texts are read.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec

from kg.errors import RuleError
from kg.own.dates import days_of
from kg.own.entry import Days, Entry, EntryType, registry_name

TYPES: dict[str, tuple[EntryType, str | None]] = {
    "Company": ("Organisation", None),
    "LegalEntity": ("LegalEntity", None),
    "Organization": ("Organisation", None),
    "Person": ("Person", None),
    "PublicBody": ("Agency", "GovernmentBody"),
}
WIKIDATA = "http://www.wikidata.org/entity/"
ITEM = re.compile(r"Q\d+")


class _Line(msgspec.Struct, frozen=True):
    """What is read of a line; its other fields serve other tools."""

    id: str
    schema: str
    properties: dict[str, list[Any]] = {}
    caption: str | None = None


def entries_of_ftm(path: Path) -> Iterator[Entry]:
    """The bodies and people of a file. Raises `RuleError` with line and reason for a bad line."""
    decode = msgspec.json.Decoder(_Line).decode
    with path.open("rb") as file:
        for number, line in enumerate(file, start=1):
            if not line.strip():
                continue
            where = f"{path}:{number}"
            try:
                one = decode(line)
            except msgspec.DecodeError as error:
                raise RuleError(f"{where}: no FollowTheMoney entity: {error}") from error
            if one.schema in TYPES:
                yield _entry(path, where, one)


def _entry(path: Path, where: str, one: _Line) -> Entry:
    names = list(dict.fromkeys((*filter(None, [one.caption]), *_texts(one, "name", "alias"))))
    if not one.id or not names:
        raise RuleError(f"{where}: a {one.schema} without {'name' if one.id else 'id'}")
    type_, subtype = TYPES[one.schema]
    items = dict.fromkeys(
        item for item in (one.id, *_texts(one, "wikidataId")) if ITEM.fullmatch(item)
    )
    return Entry(
        registry=registry_name(path),
        id=one.id,
        type=type_,
        name=names[0],
        where=where,
        subtype=subtype,
        aliases=tuple(names[1:]),
        weak=tuple(_texts(one, "weakAlias")),
        same_as=tuple(f"{WIKIDATA}{item}" for item in items),
        born=_born(where, _texts(one, "birthDate")),
    )


def _texts(one: _Line, *names: str) -> list[str]:
    values = (value for name in names for value in one.properties.get(name, ()))
    return [value.strip() for value in values if isinstance(value, str) and value.strip()]


def _born(where: str, stated: list[str]) -> Days | None:
    """The days of birth that a list gives; of several the span that holds them all."""
    spans = [days_of(one, where) for one in stated]
    if not spans:
        return None
    return min(first for first, _ in spans), max(last for _, last in spans)
