"""One person who was searched: "Smith was searched", "officers stopped and searched him"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from kg.annotate.draft import Draft
from kg.annotate.outcomes.cast import Cast
from kg.annotate.outcomes.search_words import PEOPLE, Search, is_made, place_after
from kg.annotate.outcomes.subjects import Subject

SEARCHING = re.compile(r"\b(?:searched|searching|(?:strip[- ])?search of)(?: the)? \Z")
WAS_SEARCHED = re.compile(
    r"(?:, who)? (?:was|were) (?:(?:also|then|later|subsequently|both|detained and|stopped and"
    r"|arrested and) )*(?:strip[- ])?searched\b(?! for)"
)
# After "her" and a name stands what was searched of theirs: "searched her flat".
ENDS = re.compile(
    r"[.,;:–—]|\s*\Z| (?:-|and|in|at|on|under|near|before|after|but|where|when|while|by|a"
    r"|officers|police|led|revealed|they|he|she|uncovered|found|resulted|recovered)\b"
)
OF = " of "
LONGEST_BEFORE = 20


def person_searches(draft: Draft, cast: Cast, sentence: int) -> Iterator[Search]:
    """The people of one sentence who are told one by one to have been searched."""
    span = draft.sentences[sentence]
    for subject in cast.subjects(sentence):
        if not subject.is_singular or cast.is_possessed(subject):
            continue
        words = _words(draft, subject, span.start, span.end)
        if words is not None and is_made(draft.text, *words):
            yield Search(
                *words,
                Decimal(1),
                PEOPLE,
                "searches.person",
                place=place_after(draft, words[1], span.end),
                concerns=cast.resolved(sentence, subject).persons,
            )


def _words(draft: Draft, subject: Subject, start: int, end: int) -> tuple[int, int] | None:
    """Where the words stand that tell of the search."""
    if was := WAS_SEARCHED.match(draft.text, subject.end, end):
        is_whose = draft.text.endswith(OF, start, subject.start)  # "the home of Smith was searched"
        return None if is_whose else (subject.start, was.end())
    lead = max(start, subject.start - LONGEST_BEFORE)
    searching = SEARCHING.search(draft.text[lead : subject.start])
    if searching is None or not ENDS.match(draft.text, subject.end):
        return None
    return lead + searching.start(), subject.end
