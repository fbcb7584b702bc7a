"""The bodies that `kg` knows by name: rows of agencies.yml, looked up by id, web host or area."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

import msgspec

from kg.errors import RuleError
from kg.rules import load, rules_file

AgencyType = Literal[
    "PoliceForce",
    "RegionalUnit",
    "NationalAgency",
    "InternationalAgency",
    "ProsecutionService",
    "Court",
    "GovernmentBody",
    "Team",
]


class FormerName(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A name that a body had before; it stands among its aliases or acronyms too."""

    name: str
    sources: tuple[str, ...]  # pages that say so
    since: str | None = None  # as a source states it: 2013, 2013-10 or 2013-10-07
    until: str | None = None  # when the next name began


class AgencyRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of agencies.yml; the file's header says what its fields mean."""

    id: str
    name: str
    type: AgencyType
    source: str
    country: str | None = None
    aliases: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()
    acronyms_once_named: tuple[str, ...] = ()
    former: tuple[FormerName, ...] = ()
    handles: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    hosts: tuple[str, ...] = ()
    identifiers: dict[str, str] = {}
    wikidata: str | None = None
    ror: str | None = None
    members: tuple[str, ...] = ()
    members_from: str | None = None
    part_of: str | None = None
    place: str | None = None


@cache
def agencies(path: Path | None = None) -> Mapping[str, AgencyRow]:
    """The known bodies by id: the packaged rows, then those of a user's file at `path`.

    Raises `RuleError` for a row that does not parse, an id that stands twice, and a `members` or
    `part_of` that names no row.
    """
    rows = {row.id: row for row in load(rules_file("agencies"), AgencyRow)}
    for row in load(path, AgencyRow, name="agencies") if path else ():
        if row.id in rows:
            raise RuleError(f"{path}: the id {row.id!r} stands in the packaged agencies.yml too")
        rows[row.id] = row
    _refuse_unknown_ids(rows)
    return MappingProxyType(rows)


def agency_by_host(host: str) -> AgencyRow | None:
    """The body that publishes at a web host, or at the nearest domain above it.

    >>> row = agency_by_host("beta.northumbria.police.uk")
    >>> row.name if row else None
    'Northumbria Police'
    """
    domain = host.casefold().partition(":")[0]
    while domain:
        if domain in _by_host():
            return _by_host()[domain]
        domain = domain.partition(".")[2]
    return None


def agency_by_area(area: str) -> AgencyRow | None:
    """The force whose reports the archive files under `area`."""
    return _by_area().get(area.strip().casefold())


def agency_by_name(name: str) -> AgencyRow | None:
    """The body that goes by this whole name or acronym.

    >>> row = agency_by_name("NCA")
    >>> row.name if row else None
    'National Crime Agency'
    """
    return _by_name().get(name) or _by_name().get(name.casefold())


@cache
def _by_name() -> dict[str, AgencyRow]:
    """Names in small letters, acronyms as written."""
    rows = agencies().values()
    acronyms = {acronym: row for row in rows for acronym in row.acronyms}
    names = {name.casefold(): row for row in rows for name in (row.name, *row.aliases)}
    return {**acronyms, **names}


@cache
def _by_host() -> dict[str, AgencyRow]:
    return {host: row for row in agencies().values() for host in row.hosts}


@cache
def _by_area() -> dict[str, AgencyRow]:
    return {area.casefold(): row for row in agencies().values() for area in row.areas}


def _refuse_unknown_ids(rows: Mapping[str, AgencyRow]) -> None:
    for row in rows.values():
        for id_ in (*row.members, *([row.part_of] if row.part_of else [])):
            if id_ not in rows:
                raise RuleError(f"agencies.yml: {row.id!r} names {id_!r}, which no row has as id")
        for former in row.former:
            if former.name not in {*row.aliases, *row.acronyms}:
                raise RuleError(
                    f"agencies.yml: {row.id!r} was called {former.name!r}: add that to its aliases"
                )
