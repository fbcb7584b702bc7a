"""Where a report says that a named operation took place."""

import re
from collections import Counter
from collections.abc import Iterator

from kg.annotate.claims.programmes import standing
from kg.annotate.claims.stating import by_sentence, claim, of_type
from kg.annotate.claims.whereabouts.extent import CITY, COUNTRY, extent, known
from kg.annotate.draft import Draft
from kg.annotate.marks import is_quoted, segments
from kg.annotate.places.home import area_of
from kg.model import Claim, Mention

PLACED = re.compile(
    r"(?:\b(?:[Ii]n|[Oo]n|[Aa]cross|around|throughout|at|near|within|including|such as|and"
    r"|targeting|targeted|over|of)"
    r" (?:(?:the|both|central|north|south|east|west) )*|, |; |[/&] )\Z"
)
# Where somebody is from is not where the operation was.
FROM = re.compile(
    r"\b(?:man|men|woman|women|boys?|girls?|teenagers?|people|gang|\d\d,?)"
    r" (?:\w+ )?(?:from|of|in) \Z"
)
ACTION = re.compile(
    r"\b(?:warrants?|raid(?:s|ed|ing)?|search(?:es|ed)?|arrest(?:s|ed)?|seiz(?:ed|ure|ures)"
    r"|executed|day of action|crackdown|cracked down|operation|targeted|dismantled|drugs?"
    r"|enforcement)\b",
    re.IGNORECASE,
)
# What a court heard or imposed tells of the crime, not of the operation.
TRIED = re.compile(
    r"\b(?:jail(?:ed)?|sentenced|imprison\w*|prison|convict(?:ed|ion)|pleaded|guilty"
    r"|court (?:heard|was told))\b"
)
HELD = re.compile(
    r"\b(?:arrest|detain|apprehend|raid|search|seiz)\w*[^;:]{0,120}\b(?:in|and|across) (?:the )?\Z"
)
WHOLE = 40  # sentences of the body of a report whose title names its operation
FIRST_SENTENCES = 8  # of the body: what they tell is of the operation that the report is about
LATEST = 9  # sentence, the title's included, by which a report has named what it is about


def find(draft: Draft, within: list[Claim], homes: list[Claim]) -> Iterator[Claim]:
    """Places of the sentences that name an operation; of the main one, those of the lead too."""
    sentences = by_sentence(draft)
    for ordinal, mentions in sentences.items():
        operations = of_type(draft, mentions, "Operation")
        for place in _scenes(draft, mentions, ordinal, within, homes) if operations else ():
            for operation in operations:
                yield _claim(draft, operation, place, "operations.place", 0.7)
    main = _main_operation(draft)
    if main is None:
        return
    titled = draft.sentences[main.sentence].section == "title"
    for ordinal in _lead(draft, WHOLE if titled else FIRST_SENTENCES):
        for place in _scenes(draft, sentences.get(ordinal, []), ordinal, within, homes):
            yield _claim(draft, main, place, "operations.lead", 0.6)


def _main_operation(draft: Draft) -> Mention | None:
    """The first mention of the operation that a report is about: named early, and most often."""
    programmes = standing(draft)
    operations = of_type(draft, draft.mentions, "Operation")
    mentions = [m for m in operations if m.entity not in programmes]
    if not mentions:
        return None
    counts = Counter(mention.entity for mention in mentions)
    first = min(mentions, key=lambda m: (-counts[m.entity], m.start))
    early = first.sentence <= LATEST
    return first if early and (len(counts) == 1 or counts[first.entity] > 1) else None


def _lead(draft: Draft, sentences: int) -> Iterator[int]:
    """The first sentences that tell of searches, arrests, seizures; a list goes by its head."""
    quoted = segments(draft.text, draft.report.body_start)
    bodies = 0
    for ordinal, sentence in enumerate(draft.sentences):
        bodies += sentence.section == "body"
        if bodies > sentences:
            return
        is_item = draft.text.startswith("- ", sentence.start)
        head = draft.sentences[max(0, ordinal - 1)] if is_item else sentence
        if (
            ACTION.search(draft.text, head.start, sentence.end)
            and not TRIED.search(draft.text, sentence.start, sentence.end)
            and not is_quoted(quoted, sentence.start + 1)
        ):
            yield ordinal


def _scenes(
    draft: Draft, mentions: list[Mention], ordinal: int, within: list[Claim], homes: list[Claim]
) -> Iterator[Mention]:
    """The places of a sentence where something happened: no home, nor the county of a town."""
    wholes = {c.object for c in within if ordinal in c.stated.sentences}
    lived = {c.object for c in homes if ordinal in c.stated.sentences}
    lived |= {c.object for c in within if c.subject in lived and ordinal in c.stated.sentences}
    for place in of_type(draft, mentions, "Place"):
        start = place.start
        size = extent(draft, place)
        if place.entity in lived or (place.entity in wholes and size >= CITY):
            continue
        if size > COUNTRY or (size == COUNTRY and not _is_abroad(draft, place)):
            continue
        if FROM.search(draft.text, max(0, start - 40), start):
            continue
        if PLACED.search(draft.text, max(0, start - 30), start):
            yield place


def _is_abroad(draft: Draft, place: Mention) -> bool:
    """Whether somebody was held, or something searched, in another country than the publisher's."""
    home, there = area_of(draft), known(draft, place)
    if there is None or (home is not None and home.country == there.country):
        return False
    start = draft.sentences[place.sentence].start
    return HELD.search(draft.text, start, place.start) is not None


def _claim(draft: Draft, operation: Mention, place: Mention, rule: str, confidence: float) -> Claim:
    span = (place.start, place.end)
    if operation.sentence == place.sentence:
        span = (min(operation.start, place.start), max(operation.end, place.end))
    return claim(
        draft, operation.entity, "tookPlaceIn", place.entity, span, rule, confidence=confidence
    )
