"""Given names alone, where a report says whose relative somebody is: "her sister Anna"."""

import re
from collections.abc import Iterator
from functools import cache

from kg.annotate.draft import Candidate
from kg.annotate.people.page import Page
from kg.annotate.people.rules import given_names, person_words

WEIGHT = 68
REACH = 45


def find(page: Page) -> Iterator[Candidate]:
    """A candidate for each given name that follows "his brother" and the like."""
    for piece in page.pieces:
        word = page.words[piece.first].text
        if piece.size > 1 or word.lower() not in given_names() or page.in_title(piece):
            continue
        if page.word_after(piece)[:1].isupper():
            continue
        start = page.start(piece)
        if _relative().search(page.text, max(0, start - REACH), start):
            yield Candidate(start, page.end(piece), "Person", "people.relative", WEIGHT)


@cache
def _relative() -> re.Pattern[str]:
    nouns = "|".join(sorted(person_words("relative"), reverse=True))
    whose = r"(?:(?i:his|her|their|my|our)|['’]s|s['’]|whose|the|old|baby|toddler)"
    return re.compile(rf"\b{whose}\s(?:[a-z]+[- ]){{0,2}}?(?:{nouns}),? \Z")
