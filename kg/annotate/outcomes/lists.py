"""Lists that a sentence leads to: of the people charged, or of a person's offences."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from kg.annotate.outcomes.offences import offence_after
from kg.annotate.outcomes.passages import Passage, Told
from kg.annotate.outcomes.subjects import Subject

CHARGED = re.compile(r"\b(?:charged|indicted)\b", re.IGNORECASE)
COLON = re.compile(r":\s*\Z")
BULLET = re.compile(r"[-•·*–o]\s?|\d+[.)] ")
ITEM = re.compile(r"(?:[-•·*–o]\s?|\d+[.)] )?(?:(?:Mr|Mrs|Ms|Miss) |\d\d[- ]year[- ]old )?\Z")
MOST_ITEMS = 30
MOST_OFFENCES = 8


def listed(passage: Passage, told: list[Told]) -> Iterator[Told]:
    """What the sentence tells with its list read: of each person in it, or with its offences."""
    draft = passage.draft
    if COLON.search(draft.text, passage.start, passage.end) is None:
        yield from told
        return
    people = list(_people(passage))
    if people:
        yield from told
        yield from _charged(passage, people)
        return
    offences = "; ".join(_offences(passage))
    yield from (replace(t, offence=offences or t.offence) if _lacks(t) else t for t in told)


def _lacks(told: Told) -> bool:
    return told.offence is None and told.kind in ("Arrest", "Charge", "Conviction")


def _charged(passage: Passage, people: list[tuple[int, Subject]]) -> Iterator[Told]:
    """A charge for each person of the list, where charges lead to it."""
    verb = CHARGED.search(passage.draft.text, passage.start, passage.end)
    if verb is None or not passage.is_told(verb.start()):
        return
    if _tells_itself(passage, people[0][0]):  # prose rather than a list
        return
    offence = offence_after(passage.draft.text, verb.end(), passage.end, kind="charge")
    for sentence, person in people:
        if _tells_itself(passage, sentence):
            continue
        yield Told(
            "Charge",
            "lists.charged",
            sentence,
            person.start,
            person.end,
            person,
            Decimal(1),
            offence=offence,
        )


def _tells_itself(passage: Passage, index: int) -> bool:
    """Whether an item has a charge of its own: "Smith, 40, was charged with theft"."""
    span = passage.draft.sentences[index]
    return CHARGED.search(passage.draft.text, span.start, span.end) is not None


def _people(passage: Passage) -> Iterator[tuple[int, Subject]]:
    """The person with whom each item opens; the list ends where an item opens otherwise."""
    for index in _items(passage):
        start = passage.draft.sentences[index].start
        first = passage.cast.subjects(index)[:1]
        opens = first and first[0].persons and ITEM.match(passage.draft.text, start, first[0].start)
        if opens:
            yield index, first[0]
        elif BULLET.match(passage.draft.text, start) or index == passage.sentence + 1:
            return


def _offences(passage: Passage) -> Iterator[str]:
    for index in list(_items(passage))[:MOST_OFFENCES]:
        span = passage.draft.sentences[index]
        bullet = BULLET.match(passage.draft.text, span.start, span.end)
        if bullet is None:
            return
        yield passage.draft.text[bullet.end() : span.end].strip(" ;.,").removesuffix("; and")


def _items(passage: Passage) -> range:
    last = min(passage.sentence + 1 + MOST_ITEMS, len(passage.draft.sentences))
    return range(passage.sentence + 1, last)
