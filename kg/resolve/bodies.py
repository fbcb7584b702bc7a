"""How bodies that a registry knows hang together: unit and force, region and forces, allies."""

from collections.abc import Iterable
from functools import cache

import msgspec

from kg.registry import AgencyRow, agencies
from kg.rules import load, rules_file

_PREFIX = "Agency|agency:"  # of the block of a body that the registry knows
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


def share_staff(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether officers serve both: bodies that work together, a force and one it lends them to."""
    return any(_work_together(one, other) or _lends(one, other) for one in some for other in others)


def work_together(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether they run operations jointly: a regional unit and its forces, forces allied."""
    return any(_work_together(one, other) for one in some for other in others)


def share_region(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether two bodies are forces of one region."""
    return any(_regions(one) & _regions(other) for one in some for other in others)


class _Alliance(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    forces: tuple[str, ...]


@cache
def _alliances() -> dict[str, frozenset[str]]:
    """The alliance of each force that has one."""
    rows = load(rules_file("alliances"), _Alliance)
    return {force: frozenset(row.forces) for row in rows for force in row.forces}


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
