"""Runs of capitalised words: what a name in a report may be made of."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from kg.annotate.draft import Draft

# The capital comes first, so that the search skips to it; what may not stand before is tried next.
CAPITALISED = re.compile(
    r"[A-ZÀ-ÖØ-Þ](?<![\w@#.’'-].)\w*(?:[-’'](?!s\b|based\b|born\b|wide\b)\w+)*"
)
# What may stand between the words of one name, where a list knows the whole name.
WITHIN_KNOWN = re.compile(
    r"(?:['’]s)? |\. ?|[-/]|,? & |, | (?:of the|of|the|upon|on|under|next the|le|la|de la|de|del|di"
    r"|in"
    r"|and|y|am|du|da|do|by) "
)
WITHIN_UNKNOWN = frozenset([" ", "'s ", "’s ", " of the ", "-"])
HEADLINE_WORD = re.compile(r"[A-Za-z][\w’'-]{3,}")
HEADLINE_SHARE = 0.7
HEADLINE_LEAST = 4


class Word(NamedTuple):
    """A capitalised word, and whether others of its name may stand beside it."""

    start: int
    end: int
    text: str
    before: str | None  # what parts it from the capitalised word before; None if more than a join
    headline: bool  # in a line whose words are capitalised anyway


def capitalised(draft: Draft) -> list[Word]:
    """The capitalised words of a report, in order."""
    text = draft.text
    headlines = list(_headlines(draft))
    starts = [start for start, _ in headlines]
    words: list[Word] = []
    for match in CAPITALISED.finditer(text):
        gap = text[words[-1].end : match.start()] if words else None
        joins = gap == " " or (gap is not None and WITHIN_KNOWN.fullmatch(gap))
        before = gap if joins else None
        line = bisect_right(starts, match.start()) - 1
        headline = line >= 0 and match.start() < headlines[line][1]
        words.append(Word(match.start(), match.end(), match.group(), before, headline))
    return words


def _headlines(draft: Draft) -> Iterator[tuple[int, int]]:
    """Lines set in capitals or title case, no full stop at the end, no item of a list."""
    for sentence in draft.sentences:
        if draft.text.endswith(".", sentence.start, sentence.end):
            continue
        if draft.text.startswith("- ", sentence.start) and sentence.section == "body":
            continue
        words = HEADLINE_WORD.findall(draft.text, sentence.start, sentence.end)
        capitals = sum(word[0].isupper() for word in words)
        if len(words) >= HEADLINE_LEAST and capitals >= HEADLINE_SHARE * len(words):
            yield sentence.start, sentence.end
