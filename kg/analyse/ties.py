"""Tie those who share something: an operation, a case, a membership.

The store finds who has a part in what, which grows with the reports; the pairs are made here, one
thing at a time. A join in SPARQL would multiply every sentence of one with every sentence of the
other.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby
from operator import itemgetter
from typing import NamedTuple

from kg.analyse.ask import Row, text_of
from kg.analyse.evidence import Evidence, evidence_of, joined

Pair = tuple[str, str]  # IRIs, sorted


class Shared(NamedTuple):
    """Something that ties its members, each with the evidence for its part."""

    name: str
    members: Sequence[tuple[str, Evidence]]  # by IRI


@dataclass(frozen=True, slots=True)
class Tie:
    tied_by: tuple[str, ...]  # names, sorted
    evidence: Evidence

    def attributes(self) -> dict[str, object]:
        """The same as attributes of an edge."""
        about = {"weight": len(self.tied_by), "tied_by": self.tied_by}
        return about | self.evidence.attributes()


def tie_together(rows: Iterable[Row]) -> tuple[set[str], list[tuple[Pair, Tie]]]:
    """The members, and the tie of each pair that shares anything, in the order of their IRIs.

    Rows are (tie, its name, member, report, issued, sentence), sorted by tie and member.
    """
    members: set[str] = set()
    found: dict[Pair, list[tuple[str, Evidence]]] = {}
    for shared in shared_things(rows):
        members.update(member for member, _ in shared.members)
        for (one, known), (other, more) in combinations(shared.members, 2):
            found.setdefault((one, other), []).append((shared.name, joined([known, more])))
    return members, [(pair, _tie(parts)) for pair, parts in sorted(found.items())]


def _tie(parts: list[tuple[str, Evidence]]) -> Tie:
    names = sorted({name for name, _ in parts})
    return Tie(tuple(names), joined(evidence for _, evidence in parts))


def shared_things(rows: Iterable[Row]) -> Iterator[Shared]:
    """What ties, one by one, with its members."""
    for _, group in groupby(rows, key=itemgetter(0)):
        about = list(group)
        members = [
            (str(member), evidence_of(row[3:] for row in said))
            for member, said in groupby(about, key=itemgetter(2))
        ]
        yield Shared(text_of(about[0][1]), members)
