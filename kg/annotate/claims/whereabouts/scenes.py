"""Where a report says that a named operation took place."""

import re
from collections import Counter
from collections.abc import Iterator

from kg.annotate.claims.programmes import standing
from kg.annotate.claims.stating import by_sentence, claim, of_type
from kg.annotate.claims.whereabouts.extent import COUNTRY, extent
from kg.annotate.draft import Draft
from kg.model import Claim, Mention

PLACED = re.compile(
    r"(?:\b(?:in|on|across|around|throughout|at|near|within|including|and|targeting|targeted|over|of|into|between)"
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
    for ordinal in _lead(draft):
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


def _lead(draft: Draft) -> Iterator[int]:
    """The first sentences that tell of searches, arrests, seizures; a list goes by its head."""
    bodies = 0
    for ordinal, sentence in enumerate(draft.sentences):
        bodies += sentence.section == "body"
        if bodies > FIRST_SENTENCES:
            return
        is_item = draft.text.startswith("- ", sentence.start)
        head = draft.sentences[max(0, ordinal - 1)] if is_item else sentence
        if ACTION.search(draft.text, head.start, sentence.end):
            yield ordinal


def _scenes(
    draft: Draft, mentions: list[Mention], ordinal: int, within: list[Claim], homes: list[Claim]
) -> Iterator[Mention]:
    """The places of a sentence where something happened: no country, home or whole of a part."""
    beside = [c for c in (*within, *homes) if ordinal in c.stated.sentences]
    said = {c.object for c in beside}
    for place in of_type(draft, mentions, "Place"):
        start = place.start
        if place.entity in said or extent(draft, place) >= COUNTRY:
            continue
        if FROM.search(draft.text, max(0, start - 40), start):
            continue
        if PLACED.search(draft.text, max(0, start - 30), start):
            yield place


def _claim(draft: Draft, operation: Mention, place: Mention, rule: str, confidence: float) -> Claim:
    span = (place.start, place.end)
    if operation.sentence == place.sentence:
        span = (min(operation.start, place.start), max(operation.end, place.end))
    return claim(
        draft, operation.entity, "tookPlaceIn", place.entity, span, rule, confidence=confidence
    )
