"""Sides of one name that may be one: kept as reports pass, settled at the end, told as assessments.

A side is a block of an official or an operation ("Official|jane doe|Agency|agency:kent-police"), or
the IRI of a person within a report.
"""

from collections.abc import Callable, Iterator, Mapping, Set
from datetime import date
from itertools import combinations

from kg.iri import slug
from kg.model import Assessment
from kg.resolve.evidence import is_chief_of_publisher
from kg.resolve.given import family, may_be_one
from kg.resolve.minting import own_path
from kg.resolve.profile import Profile
from kg.resolve.settle import Pair, Settled, settle
from kg.resolve.union import Union

_DIGITS = 8  # of a report's hash
_CHIEF = (0.8, ("chief officers, who are few", "same publisher"))


class Rivals:
    """The sides of each name, beside what reports tell of them."""

    def __init__(self) -> None:
        self._sides: dict[tuple[str, str], dict[str, Profile]] = {}
        self._stated: dict[tuple[str, str], set[Pair]] = {}
        self._reports: dict[str, str] = {}  # of persons
        self.settled: dict[tuple[str, str], list[Settled]] = {}

    def add(self, kind: str, name: str, sides: tuple[str, ...], profile: Profile) -> None:
        """Take in what one report tells of somebody whom it puts under these sides."""
        known = self._sides.setdefault((kind, name), {})
        for side in sides:
            if side in known:
                known[side].absorb(profile)
            else:
                fresh = known[side] = Profile()
                fresh.absorb(profile)
        if kind == "Person":
            self._reports[sides[0]] = min(profile.reports)
        for pair in combinations(sorted(sides), 2):
            self._stated.setdefault((kind, name), set()).add(pair)

    def settle(self, apart: Set[frozenset[str]], firsts: Mapping[str, str]) -> None:
        """Settle all names.

        `apart` are pairs of paths that people hold apart, `firsts` the first of near duplicates.
        """
        for (kind, name), sides in sorted(self._sides.items()):
            if len(sides) > 1:
                for profile in sides.values():
                    profile.releases = {firsts.get(one, one) for one in profile.reports}
                self.settled[kind, name] = list(
                    settle(
                        kind,
                        name,
                        sides,
                        stated=self._stated.get((kind, name), ()),
                        apart=_pairs_apart(sides, apart),
                    )
                )

    def born(self) -> Iterator[tuple[str, Set[tuple[date, date]]]]:
        """The sides whose age reports tell, and between which days they were born."""
        for sides in self._sides.values():
            for side, profile in sides.items():
                if profile.born:
                    yield side, profile.born

    def chiefs(self, apart: Set[frozenset[str]], union: Union) -> dict[str, str]:
        """The sides of persons who are chief officers of the publisher, and those officers' sides.

        `union` tells which sides of officials are one. Where two officers would do, neither is
        taken, nor whom people hold apart.
        """
        found = {}
        for (kind, name), sides in self._sides.items():
            officials = self._sides.get(("Official", family(name)), {}) if kind == "Person" else {}
            for side, profile in sides.items() if officials else ():
                fit = [one for one, its in officials.items() if _is_chief(name, its, profile)]
                both = {**dict.fromkeys(fit, profile), side: profile}
                if len({union.name(one) for one in fit}) == 1 and not _pairs_apart(both, apart):
                    found[side] = min(fit)
        return found

    def joined_blocks(self) -> Iterator[Pair]:
        for (kind, _), settled in self.settled.items():
            if kind != "Person":
                yield from (one.sides for one in settled if one.verdict == "same")

    def people(self) -> Iterator[tuple[str, list[str], dict[str, str]]]:
        """Each name of persons, the sides that are joined, and the reports of those."""
        for (kind, name), settled in self.settled.items():
            same = [one.sides for one in settled if one.verdict == "same"]
            if kind == "Person" and same:
                union = Union()
                for pair in same:
                    union.join(pair)
                yield name, *_members(union, same, self._reports)


def _is_chief(name: str, official: Profile, person: Profile) -> bool:
    given = name.partition(" ")[0]
    fits = any(may_be_one(given, one) for one in official.given)
    return fits and is_chief_of_publisher(official, person)


def _members(
    union: Union, same: list[Pair], reports: dict[str, str]
) -> tuple[list[str], dict[str, str]]:
    sides = sorted({side for pair in same for side in pair})
    first: dict[str, str] = {}
    for side in sides:
        top = union.name(side)
        first[top] = min(first.get(top, reports[side]), reports[side])
    return sides, {side: first[union.name(side)] for side in sides}


def joined_people(rivals: Rivals, base_iri: str) -> dict[str, str]:
    """The node of each person of a report whom evidence joins to one of another report."""
    return {
        side: f"{base_iri}person/{slug(name)}-{first[side][:_DIGITS]}"
        for name, sides, first in rivals.people()
        for side in sides
    }


def assessed(
    rivals: Rivals, chiefs: Mapping[str, str], node: Callable[[str], str], base_iri: str
) -> tuple[Assessment, ...]:
    """The assessments of all pairs that evidence spoke for, by their sides."""
    as_officials = [Settled(pair, *_CHIEF, "same") for pair in chiefs.items()]
    found = (
        Assessment(
            sides=_paths(one.sides, base_iri),
            about=tuple(sorted({node(side) for side in one.sides})),
            score=one.score,
            reasons=one.reasons,
            verdict=one.verdict,
        )
        for settled in (*rivals.settled.values(), as_officials)
        for one in settled
    )
    return tuple(sorted(found, key=lambda one: one.sides))


def _paths(sides: Pair, base_iri: str) -> Pair:
    first, second = sorted(path_of(side).removeprefix(base_iri) for side in sides)
    return first, second


def path_of(side: str) -> str:
    """The path of the IRI that a side has by itself."""
    return own_path(side) if "|" in side else side


def _pairs_apart(sides: dict[str, Profile], apart: Set[frozenset[str]]) -> frozenset[Pair]:
    if not apart:
        return frozenset()
    paths = {side: path_of(side) for side in sides}
    return frozenset(
        (one, other)
        for one, other in combinations(sorted(sides), 2)
        if any({_end(paths[one], pair), _end(paths[other], pair)} == set(pair) for pair in apart)
    )


def _end(path: str, pair: frozenset[str]) -> str:
    """The one of a pair that names the path, with or without the base."""
    return next((one for one in pair if path.endswith(one)), path)
