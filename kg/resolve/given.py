"""Given names and their short forms: which names one person may bear in different reports."""

from functools import cache

import msgspec

from kg.resolve.union import Union
from kg.rules import load, rules_file


class _Form(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    full: str


def family(normal: str) -> str:
    """A name under which all short and full forms of it meet.

    >>> family("matt field") == family("matthew field")
    True
    """
    given, _, rest = normal.partition(" ")
    return f"{_families().get(given, given)} {rest}"


def may_be_one(one: str, other: str) -> bool:
    """Whether one person may bear both given names.

    >>> may_be_one("sam", "samuel"), may_be_one("samantha", "samuel"), may_be_one("jen", "jenny")
    (True, False, True)
    """
    first, second = _full().get(one, frozenset()), _full().get(other, frozenset())
    return one == other or one in second or other in first or bool(first & second)


@cache
def _full() -> dict[str, frozenset[str]]:
    rows = load(rules_file("given_name_forms"), _Form)
    return {row.id: frozenset(row.full.split()) for row in rows}


@cache
def _families() -> dict[str, str]:
    union = Union()
    for short, full in _full().items():
        union.join([short, *full])
    return {name: union.name(name) for short, full in _full().items() for name in (short, *full)}
