"""Forces named by their area alone beside another: "Northumbria and Cleveland Police"."""

import re
from functools import cache

from kg.annotate.agencies.spans import LISTED
from kg.annotate.draft import Candidate
from kg.annotate.wording import first_letters_first
from kg.registry import AgencyRow, agencies

FORCES = re.compile(
    r"\s+(?:[Cc]onstabularies|(?:[Pp]olice )?[Ff]orces|[Pp]olice(?! and [CF]|, Fire))\b"
)


def find(text: str, found: list[Candidate]) -> list[Candidate]:
    """The areas joined by commas and "and" before a force's name or before "constabularies"."""
    starts = [c.start for c in found if c.subtype == "PoliceForce" and c.rule == "agencies.name"]
    ends = {c.end for c in found}
    elliptical: list[Candidate] = []
    for match in _areas().finditer(text):
        if match.end() not in ends and FORCES.match(text, match.end()):
            elliptical.append(_candidate(match))
            starts.append(match.start())
    for start in starts:
        elliptical += _before(text, start)
    return elliptical


def _before(text: str, start: int) -> list[Candidate]:
    """The areas that lead up to `start`: the nearest by "and", those before by commas too."""
    chain: list[Candidate] = []
    match = _area_joined("(?:,? and | & )").search(text, max(0, start - 40), start)
    while match:
        chain.append(_candidate(match))
        start = match.start(1)
        match = _area_joined("(?:, |,? and | & )").search(text, max(0, start - 40), start)
    return chain


def _candidate(match: re.Match[str]) -> Candidate:
    row = _rows()[match.group(1)]
    return Candidate(
        match.start(1),
        match.end(1),
        "Agency",
        "agencies.ellipsis",
        weight=LISTED,
        key=f"agency:{row.id}",
        subtype=row.type,
        name=row.name,
    )


@cache
def areas() -> frozenset[str]:
    """The areas that have a force of their name."""
    return frozenset(_rows())


@cache
def _rows() -> dict[str, AgencyRow]:
    forces = [row for row in agencies().values() if row.areas and "onsAreaCode" in row.identifiers]
    rows = {area: row for row in forces for area in row.areas}
    return rows | {area.replace(" and ", " & "): row for area, row in rows.items()}


@cache
def _areas() -> re.Pattern[str]:
    longest_first = sorted(_rows(), key=lambda area: (-len(area), area))
    areas = first_letters_first(longest_first, not_after=r"\w")
    return re.compile(rf"({areas})\b")


@cache
def _area_joined(join: str) -> re.Pattern[str]:
    return re.compile(rf"{_areas().pattern}{join}\Z")
