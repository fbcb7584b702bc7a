"""How bodies that a registry knows hang together: unit and force, region and forces, allies."""

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

import msgspec

from kg.registry import AgencyRow, agencies
from kg.rules import load, rules_file

_PREFIX = "Agency|agency:"  # of the block of a body that the registry knows
_BETWEEN = ("and", "devon", "valley", "west")  # of names of forces
_SECONDS = frozenset(
    {"college-of-policing", "hmicfrs", "nca", "npcc", "acpo"}
)  # staff of any force


@cache
def whole(block: str) -> str:
    """The block of the body that a known team is a part of; any other body is its own."""
    row = agencies().get(block.removeprefix(_PREFIX))
    if row is None or row.type != "Team" or row.part_of is None:
        return block
    return whole(f"{_PREFIX}{row.part_of}")


def lends(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether one is a force and the other a national body that forces lend officers to."""
    return any(_lends(one, other) for one in some for other in others)


def work_together(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether officers serve both, and operations are joint: a region's unit and forces, allies."""
    return any(_work_together(one, other) for one in some for other in others)


def share_region(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether two bodies are forces of one region."""
    return any(_regions(one) & _regions(other) for one in some for other in others)


class _Alliance(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    forces: tuple[str, ...]
    words: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()


class Joint(NamedTuple):
    """A unit that allied forces run together: its name without theirs, and their blocks."""

    rest: str
    alliance: str
    forces: tuple[str, ...]


@lru_cache(maxsize=1 << 14)
def joint_unit(normal: str) -> Joint | None:
    """The unit of several forces that a normal form names.

    >>> unit = joint_unit("surrey and sussex road policing unit")
    >>> unit.rest, unit.alliance
    ('road policing unit', 'Agency|alliance:surrey-sussex')
    """
    said = normal.split()
    for row in _rows_of_alliances():
        named = [word for word in said if word in row.words or word in row.alone]
        if len(named) > 1 or not set(named).isdisjoint(row.alone):
            rest = " ".join(word for word in said if word not in {*named, *_BETWEEN})
            forces = tuple(f"{_PREFIX}{force}" for force in row.forces)
            return Joint(rest, f"Agency|alliance:{row.id}", forces)
    return None


@cache
def _alliances() -> dict[str, frozenset[str]]:
    """The alliance of each force that has one."""
    return {force: frozenset(row.forces) for row in _rows_of_alliances() for force in row.forces}


@cache
def _rows_of_alliances() -> tuple[_Alliance, ...]:
    return load(rules_file("alliances"), _Alliance)


def _rows(one: str, other: str) -> tuple[AgencyRow, AgencyRow] | None:
    first, second = (agencies().get(block.removeprefix(_PREFIX)) for block in (one, other))
    return None if first is None or second is None else (first, second)


@cache
def _lends(one: str, other: str) -> bool:
    rows = _rows(one, other)
    return (
        rows is not None
        and {row.type for row in rows} == {"PoliceForce", "NationalAgency"}
        and any(row.id in _SECONDS for row in rows)
    )


@cache
def _work_together(one: str, other: str) -> bool:
    rows = _rows(one, other)
    if rows is None:
        return False
    first, second = rows
    within = first.id in {*second.members, second.part_of}
    around = second.id in {*first.members, first.part_of}
    return within or around or second.id in _alliances().get(first.id, ())


@cache
def _regions(block: str) -> frozenset[str]:
    id_ = block.removeprefix(_PREFIX)
    return frozenset(
        row.id
        for row in agencies().values()
        if row.type == "RegionalUnit" and (id_ == row.id or id_ in row.members)
    )
