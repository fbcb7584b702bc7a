"""What kind of office a rank is, and how high among the police."""

from functools import cache
from typing import NamedTuple

import msgspec

from kg.rules import load, rules_file

CHIEF = 6  # the level of an assistant chief constable: chief officers are few and known by name


class _Family(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    ranks: tuple[str, ...]


class Office(NamedTuple):
    """The kind of office of a rank; police ranks have a level, constables 0."""

    family: str
    level: int | None = None


def office(rank: str | None) -> Office | None:
    """The office of a rank; None for one that says nothing, such as "officer".

    >>> office("detective-sergeant")
    Office(family='police', level=1)
    """
    return None if rank is None else _offices().get(rank)


@cache
def _offices() -> dict[str, Office]:
    return {
        rank: Office(row.id, level if row.id == "police" else None)
        for row in load(rules_file("rank_families"), _Family)
        for level, equals in enumerate(row.ranks)
        for rank in equals.split("/")
    }
