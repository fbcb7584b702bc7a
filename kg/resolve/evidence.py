"""Weigh whether two sides of one name are one: a score with its reasons, or a contradiction.

Each reason has a weight; they add up, and from `SAME` on two sides are joined. From `DOUBTFUL` on
people are asked. A contradiction keeps two apart whatever else speaks for them.
"""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

import msgspec

from kg.resolve.bodies import lends, share_region, work_together
from kg.resolve.families import CHIEF
from kg.resolve.given import may_be_one
from kg.resolve.profile import Profile
from kg.rules import load, rules_file

SAME = 0.7
DOUBTFUL = 0.4
_NEAR = timedelta(days=550)
_WEEKS = timedelta(days=21)
_MONTHS = timedelta(days=150)
_YEARS = timedelta(days=3 * 365)
_STEPS = 3  # ranks between two that one officer hardly bears in turn

Reason = tuple[str, float]


class Weighed(NamedTuple):
    """The evidence on two sides; `contradicted` tells why they cannot be one."""

    score: float
    reasons: tuple[str, ...]
    contradicted: str | None = None


class _Shared(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    about: str


def weigh(kind: str, name: str, one: Profile, other: Profile) -> Weighed:
    """Weigh two sides of a type ("Person", "Official", "Operation") that share a normal form.

    >>> weigh("Person", "john roe", Profile(), Profile()).score
    0.0
    """
    against = next(_against(kind, one, other), None)
    reasons = sorted(_WAYS[kind](name, one, other), key=lambda reason: (-reason[1], reason[0]))
    score = max(0.0, min(1.0, sum(weight for _, weight in reasons)))
    return Weighed(round(score, 2), tuple(text for text, _ in reasons), against)


def _against(kind: str, one: Profile, other: Profile) -> Iterator[str]:
    if not all(may_be_one(mine, its) for mine in one.given for its in other.given):
        yield "given names differ"
    if kind == "Person":
        yield from _ages_against(one, other)


def _ages_against(one: Profile, other: Profile) -> Iterator[str]:
    if one.reports & other.reports:
        yield "one report tells them apart"
    if any(not meet(mine, its) for mine in one.born for its in other.born):
        yield "ages do not agree"


def meet(one: tuple[date, date], other: tuple[date, date]) -> bool:
    return max(one[0], other[0]) <= min(one[1], other[1])


def _person(name: str, one: Profile, other: Profile) -> Iterator[Reason]:
    if one.born and other.born:
        yield "ages agree", 0.35
    if one.releases & other.releases:
        yield "in two versions of one release", 0.5
    if one.publishers & other.publishers:
        yield "same publisher", 0.2
    if _within(one, other, _NEAR):
        yield "within eighteen months", 0.15
    if shared := one.places & other.places:
        yield f"same place: {min(shared)}", 0.3
    if shared := one.operations & other.operations:
        yield f"same operation: {min(shared)}", 0.4
    if shared := one.company & other.company:
        yield f"named beside {min(shared)}", 0.45 if len(shared) == 1 else 0.6
    if shared := one.offences & other.offences:
        yield f"same offence: {min(shared)}", 0.15
    if len(name.split()) > 2:  # noqa: PLR2004  a middle name
        yield "a name of three words", 0.2


def _official(_: str, one: Profile, other: Profile) -> Iterator[Reason]:
    yield from _prominent(one, other)
    yield from _service(one, other)
    yield from _career(one, other)
    if not one.given & other.given:
        yield "a short form of the name", -0.05
    if one.releases & other.releases:
        yield "in two versions of one release", 0.5
    if shared := one.titles & other.titles:
        yield f"same post: {min(shared)}", 0.65
    if shared := one.company & other.company:
        yield f"in a case with {min(shared)}", 0.4
    if shared := one.operations & other.operations:
        yield f"same operation: {min(shared)}", 0.25


def _prominent(one: Profile, other: Profile) -> Iterator[Reason]:
    if _highest(one) >= CHIEF and _highest(other) >= CHIEF:
        yield "chief officers, who are few", 0.6
    elif {_highest(one), _highest(other)} == {CHIEF - 1, CHIEF}:
        yield "a chief superintendent and a chief officer, who are few", 0.45
    if "commissioner" in one.families & other.families:
        yield "commissioners, who are few", 0.7
    if "government" in one.families & other.families:
        yield "members of a government, who are few", 0.7


def _service(one: Profile, other: Profile) -> Iterator[Reason]:
    mine, its = one.bodies | one.publishers, other.bodies | other.publishers
    if one.bodies & its or other.bodies & mine or _home(one) & _home(other):
        yield "a body in common", 0.5
    elif work_together(_home(one), _home(other)):
        yield "bodies that share officers", 0.45
    elif one.publishers & other.publishers and not _in_other_bodies(one, other):
        yield "same publisher", 0.65
    elif lends(_home(one), _home(other)):
        yield "a force and a body that it lends officers to", 0.35
    elif share_region(mine, its):
        yield "forces of one region", 0.15


def _in_other_bodies(one: Profile, other: Profile) -> bool:
    """Whether both serve bodies that a registry knows, and not the same."""
    return all(body.count("|") == 1 for body in (*_home(one), *_home(other)))


def is_chief_of_publisher(official: Profile, person: Profile) -> bool:
    """Whether a person without an office is the chief officer or commissioner of the publisher.

    Those are few and known by name; whoever has an age or is said to be arrested is another.
    """
    known = _highest(official) >= CHIEF or "commissioner" in official.families
    published = (official.publishers | official.bodies) & person.publishers
    return known and bool(published) and not person.born and not person.concerned


def _home(profile: Profile) -> set[str]:
    """The bodies that are stated, or else those that published the reports."""
    return profile.bodies or profile.publishers


def _career(one: Profile, other: Profile) -> Iterator[Reason]:
    if one.families and other.families:
        kin = one.families & other.families
        yield ("same kind of office", 0.15) if kin else ("other kinds of office", -0.6)
    if one.levels and other.levels:
        steps = min(abs(a - b) for a in one.levels for b in other.levels)
        if steps < _STEPS:
            yield ("same rank" if steps == 0 else "ranks in turn"), 0.1
        else:
            yield "ranks far apart", -0.4
    if _within(one, other, _YEARS):
        yield "within three years", 0.05


def _highest(profile: Profile) -> int:
    return max(profile.levels, default=0)


def _operation(name: str, one: Profile, other: Profile) -> Iterator[Reason]:
    if name in _shared():
        yield f"known to be run by many forces: {_shared()[name]}", 1.0
    mine, its = one.bodies | one.publishers, other.bodies | other.publishers
    if one.bodies & its or other.bodies & mine:
        yield "a body took part in both", 0.6
    elif work_together(mine, its):
        yield "bodies that work together", 0.4
    elif share_region(mine, its):
        yield "forces of one region", 0.2
    if one.releases & other.releases:
        yield "in two versions of one release", 0.7
    yield from _season(one, other)
    yield from _beside(one, other)


def _beside(one: Profile, other: Profile) -> Iterator[Reason]:
    """What the reports on two operations tell of both."""
    if one.national and other.national:
        yield "both say that forces work together", 0.5
    elif one.national or other.national:
        yield "one says that forces work together", 0.2
    if shared := one.places & other.places:
        yield f"same place: {min(shared)}", 0.2
    if shared := one.company & other.company:
        yield f"same people: {min(shared)}", 0.6
    if shared := one.officials & other.officials:
        yield f"same official: {min(shared)}", 0.35


def _season(one: Profile, other: Profile) -> Iterator[Reason]:
    if _within(one, other, _WEEKS):
        yield "within three weeks", 0.3
    elif _within(one, other, _MONTHS):
        yield "within five months", 0.2
    elif one.days and other.days and not _within(one, other, _YEARS):
        yield "years apart", -0.2


def _within(one: Profile, other: Profile, most: timedelta) -> bool:
    """Whether the two were ever reported within that time of each other."""
    if not one.days or not other.days:
        return False
    if max(min(one.days), min(other.days)) <= min(max(one.days), max(other.days)):
        return True
    return any(abs(a - b) <= most for a in one.days for b in other.days)


@cache
def _shared() -> dict[str, str]:
    return {row.id: row.about for row in load(rules_file("shared_operations"), _Shared)}


_WAYS: dict[str, Callable[[str, Profile, Profile], Iterator[Reason]]] = {
    "Official": _official,
    "Operation": _operation,
    "Person": _person,
}
