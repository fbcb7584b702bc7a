"""Forces named by their area alone beside another: "Northumbria and Cleveland Police".

Or after the word: "the forces of Northumbria, Durham and Cleveland".
"""

import re
from collections.abc import Iterator
from functools import cache

from kg.annotate.agencies.spans import LISTED
from kg.annotate.draft import Candidate
from kg.annotate.wording import first_letters_first
from kg.registry import AgencyRow, agencies

FORCES = re.compile(
    r"\s+(?:[Cc]onstabularies|(?:[Pp]olice )?[Ff]orces|[Pp]olice(?! and [CF]|, Fire))\b"
)
# What leads to a list of forces, and the listed ones among them.
AFTER_FORCES = re.compile(
    r"\b(?:police|[Oo]ther|neighbouring|partner) forces"
    r"(?: of|,? including|,? such as)?:? (?=[A-Z])"
)
FULL = re.compile(r"['’-]| [A-Z]")  # an area that is of more than a list
NEXT = re.compile(r",? and (?:the )?|, | & ")
# What makes of areas before "and the British Transport Police" no forces.
WITHIN = re.compile(r"\b(?:across|around|between|in|into|of|throughout|to)(?: the)? \Z")
LEAST_LISTED = 2  # areas of a list that opens with a force in full, or closes with one after "the"
COUNTRIES = {"Scotland": "police-scotland"}


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
    return [*elliptical, *_listed(text, found)]


def _listed(text: str, found: list[Candidate]) -> Iterator[Candidate]:
    """The areas in lists of forces: after the word, and around a force that is named in full."""
    forces = {c.start: c for c in found if c.subtype == "PoliceForce" and c.rule == "agencies.name"}
    for match in AFTER_FORCES.finditer(text):
        yield from _list_from(text, match.end(), forces, least=1)
    for force in forces.values():
        joined = NEXT.match(text, force.end)
        if joined and joined.group() == ", ":
            yield from _list_from(text, joined.end(), forces, least=LEAST_LISTED)
        yield from _list_before_the(text, force.start)


def _list_from(
    text: str, start: int, forces: dict[int, Candidate], *, least: int
) -> Iterator[Candidate]:
    """The areas of the list that starts there and ends in "and", none where few are."""
    areas: list[Candidate] = []
    joined: re.Match[str] | None = None
    while True:
        area = _areas().match(text, start)
        force = forces.get(start)
        if force is None and (area is None or FULL.match(text, area.end())):
            break
        if force is None and area is not None:
            areas.append(_candidate(area))
        last, joined = joined, NEXT.match(text, force.end if force else areas[-1].end)
        closed = last is not None and "and" in last.group()
        if joined is None or closed:
            if closed and len(areas) >= least:
                yield from areas
            break
        start = joined.end()


def _list_before_the(text: str, start: int) -> Iterator[Candidate]:
    """The areas joined by commas before "and the" and a force: at least two, and said to be in no
    place: "with Kent, Essex and the British Transport Police".
    """
    chain: list[Candidate] = []
    match = _area_joined("(?:,? and the | & the )").search(text, max(0, start - 40), start)
    while match:
        chain.append(_candidate(match))
        start = match.start(1)
        match = _area_joined(", ").search(text, max(0, start - 40), start)
    if len(chain) >= LEAST_LISTED and not WITHIN.search(text, max(0, start - 20), start):
        yield from chain


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
    rows |= {country: agencies()[force] for country, force in COUNTRIES.items()}
    return rows | {area.replace(" and ", " & "): row for area, row in rows.items()}


@cache
def _areas() -> re.Pattern[str]:
    longest_first = sorted(_rows(), key=lambda area: (-len(area), area))
    areas = first_letters_first(longest_first, not_after=r"\w")
    return re.compile(rf"({areas})\b")


@cache
def _area_joined(join: str) -> re.Pattern[str]:
    return re.compile(rf"{_areas().pattern}{join}\Z")
