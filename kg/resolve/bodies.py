"""How bodies that a registry knows hang together: unit and force, region and forces, allies."""

from collections.abc import Iterable
from functools import cache

import msgspec

from kg.registry import agencies
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
    """Whether officers serve both: a regional unit and its forces, forces with units in common."""
    return any(_share_staff(one, other) for one in some for other in others)


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


@cache
def _share_staff(one: str, other: str) -> bool:
    rows = agencies()
    first, second = (rows.get(block.removeprefix(_PREFIX)) for block in (one, other))
    if first is None or second is None:
        return False
    within = first.id in {*second.members, second.part_of}
    around = second.id in {*first.members, first.part_of}
    lent = {first.type, second.type} == {"PoliceForce", "NationalAgency"} and (
        first.id in _SECONDS or second.id in _SECONDS
    )
    allied = second.id in _alliances().get(first.id, ())
    return within or around or lent or allied


@cache
def _regions(block: str) -> frozenset[str]:
    id_ = block.removeprefix(_PREFIX)
    return frozenset(
        row.id
        for row in agencies().values()
        if row.type == "RegionalUnit" and (id_ == row.id or id_ in row.members)
    )
