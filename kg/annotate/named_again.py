"""Names that stand again, without the words by which they were known the first time."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from kg.annotate.draft import Candidate

SHORTEST = 4  # letters: shorter names are words and acronyms, too
AGAIN = 58  # less than whatever tells that the word is a place's or a person's name
CAPITAL = re.compile(r"[A-Z0-9]")


def again(text: str, known: Iterable[Candidate], rule: str) -> Iterator[Candidate]:
    """A lighter candidate for each further place where the whole name of one stands."""
    taken = {c.start for c in known}
    named: set[str] = set()
    for candidate in sorted(known, key=lambda c: c.start):
        name = text[candidate.start : candidate.end]
        if name in named or len(name) < SHORTEST or not CAPITAL.search(name):
            continue
        named.add(name)
        for match in re.finditer(rf"(?<![\w@#./-]){re.escape(name)}(?![\w@/]|-[a-z])", text):
            if match.start() not in taken:
                start, end = match.span()
                yield replace(candidate, start=start, end=end, rule=rule, weight=AGAIN)
