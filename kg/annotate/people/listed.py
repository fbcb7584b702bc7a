"""Names between two names of a list, whatever they are made of: "Lee Ito, Xan Vo and Anna Berg"."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kg.annotate.draft import Candidate
from kg.annotate.people.page import FULL, Page
from kg.annotate.people.titled import LISTED

WEIGHT = 66


def find(page: Page, told: Sequence[Candidate]) -> Iterator[Candidate]:
    """The pieces that commas or "and" part from a name of `told` on either side."""
    starts = {candidate.start for candidate in told}
    ends = {candidate.end for candidate in told}
    for (before, piece), (_, after) in pairwise(pairwise(page.pieces)):
        start, end = page.start(piece), page.end(piece)
        if page.end(before) not in ends or page.start(after) not in starts or start in starts:
            continue
        if (
            page.is_place(piece)
            or piece.size < FULL
            or any(page.is_common(index) for index in range(piece.first, piece.last + 1))
        ):
            continue
        if LISTED.fullmatch(page.text, page.end(before), start) and LISTED.fullmatch(
            page.text, end, page.start(after)
        ):
            yield Candidate(start, end, "Person", "people.listed", WEIGHT)
