"""Lists that a sentence leads to: of the people charged or convicted, or of a person's offences."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from kg.annotate.outcomes.offences import offence_after
from kg.annotate.outcomes.passages import Passage, Told
from kg.annotate.outcomes.subjects import Subject
from kg.model import OutcomeKind

COLON = re.compile(r":\s*\Z")
# "Those defendants are:", as a sentence of its own after the one that tells of them.
THEY_ARE = re.compile(r"(?:They|These|Those|The|All)\b[\w ]{0,40}\b(?:are|were|include):\s*\Z")
BULLET = re.compile(r"[-•·*–o]\s?|\d+[.)] ")
ITEM = re.compile(r"(?:[-•·*–o]\s?|\d+[.)] )?(?:(?:Mr|Mrs|Ms|Miss) |\d\d[- ]year[- ]old )?\Z")
# What leads to a list, and what an item says itself.
WORDS: dict[OutcomeKind, re.Pattern[str]] = {
    "Charge": re.compile(r"\b(?:charged|indicted)\b", re.IGNORECASE),
    "Conviction": re.compile(
        r"\b(?:convicted|found guilty|(?:pleaded|pled|pleading) guilty|admitt(?:ed|ing))\b",
        re.IGNORECASE,
    ),
}
SENTENCED = re.compile(
    r"\b(?:of (?:which|whom|these|them)|who)\b[^.]*\b(?:sentenced|jailed|convicted)\b"
)
MOST_ITEMS = 30
MOST_OFFENCES = 8
People = list[tuple[int, Subject]]  # with the sentence of each


def listed(passage: Passage, told: list[Told]) -> Iterator[Told]:
    """What the sentence tells with its list read: of the people in it, or with its offences."""
    first = _first_item(passage)
    if first is None:
        yield from told
        return
    people = list(_people(passage, first))
    if people:
        named = [_of_all(passage, t, people) for t in told]
        yield from named
        if named == told:
            yield from _charged(passage, people)
        return
    offences = "; ".join(_offences(passage, first))
    yield from (replace(t, offence=offences or t.offence) if _lacks(t) else t for t in told)


def _first_item(passage: Passage) -> int | None:
    """The sentence that opens the list to which this one leads, or the next: "They are:"."""
    text, sentences, after = passage.draft.text, passage.draft.sentences, passage.sentence + 1
    if COLON.search(text, passage.start, passage.end):
        return after
    if after < len(sentences):
        span = sentences[after]
        return after + 1 if THEY_ARE.match(text, span.start, span.end) else None
    return None


def _lacks(told: Told) -> bool:
    return told.offence is None and told.kind in ("Arrest", "Charge", "Conviction")


def _of_all(passage: Passage, told: Told, people: People) -> Told:
    """What is told of a number of people as told of those listed, where they are as many."""
    if told.subject.persons or told.kind not in WORDS:
        return told
    alike = _alike(passage, told.kind, people)
    if told.subject.count != len(alike):
        return told
    names = tuple(p for _, person in alike for p in person.persons)
    return replace(told, subject=replace(told.subject, persons=names))


def _charged(passage: Passage, people: People) -> Iterator[Told]:
    """A charge for each person of the list, where charges lead to it."""
    text = passage.draft.text
    verb = WORDS["Charge"].search(text, passage.start, passage.end)
    if verb is None or not passage.is_told(verb.start()):
        return
    if not COLON.search(text, passage.start, passage.end):
        return
    if SENTENCED.search(text, verb.end(), passage.end):
        return
    if _tells_itself(passage, "Charge", people[0][0]):  # prose rather than a list
        return
    offence = offence_after(text, verb.end(), passage.end, kind="charge")
    for sentence, person in people:
        if _tells_itself(passage, "Charge", sentence):
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


def _alike(passage: Passage, kind: OutcomeKind, people: People) -> People:
    """The people up to the first line that tells of its own: "Smith, 27, was also charged"."""
    own = (n for n, (line, _) in enumerate(people) if _tells_itself(passage, kind, line))
    return people[: next(own, None)]


def _tells_itself(passage: Passage, kind: OutcomeKind, index: int) -> bool:
    """Whether an item has a charge of its own: "Smith, 40, was charged with theft"."""
    span = passage.draft.sentences[index]
    return WORDS[kind].search(passage.draft.text, span.start, span.end) is not None


def _people(passage: Passage, first_item: int) -> Iterator[tuple[int, Subject]]:
    """The person with whom each item opens, of which a line alone may tell more.

    The list ends where two lines, or an item, open otherwise.
    """
    text, sentences = passage.draft.text, passage.draft.sentences
    marked = first_item < len(sentences) and BULLET.match(text, sentences[first_item].start)
    missed = False
    for index in _items(passage, first_item):
        start = sentences[index].start
        if not text.startswith("\n", start - 1):  # an item goes on
            continue
        person = _opening(passage, index)
        bullet = BULLET.match(text, start)
        if person is not None and (bullet or not marked):
            yield index, person
            missed = False
        elif missed or bullet or index == first_item:
            return
        else:
            missed = True


def _opening(passage: Passage, index: int) -> Subject | None:
    first = passage.cast.subjects(index)[:1]
    if not first or not first[0].persons:
        return None
    start = passage.draft.sentences[index].start
    return first[0] if ITEM.match(passage.draft.text, start, first[0].start) else None


def _offences(passage: Passage, first_item: int) -> Iterator[str]:
    for index in list(_items(passage, first_item))[:MOST_OFFENCES]:
        span = passage.draft.sentences[index]
        bullet = BULLET.match(passage.draft.text, span.start, span.end)
        if bullet is None:
            return
        yield passage.draft.text[bullet.end() : span.end].strip(" ;.,").removesuffix("; and")


def _items(passage: Passage, first_item: int) -> range:
    return range(first_item, min(first_item + MOST_ITEMS, len(passage.draft.sentences)))
