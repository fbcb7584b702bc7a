"""By whom, where, when and in which operation something was seized, searched or kept safe."""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from kg.annotate.draft import Draft
from kg.annotate.outcomes.parties import agency_of, operation_of
from kg.annotate.outcomes.passages import Told
from kg.annotate.outcomes.subjects import Subject
from kg.annotate.outcomes.when import When, when_of
from kg.annotate.outcomes.wheres import is_of_several
from kg.model import Mention, Outcome

LONGEST_BEFORE = 40
LEADS_TO = re.compile(
    r"\b(?:in|at|on|near|across|throughout|around|outside|inside|off|from)"
    r"(?: (?:the|an?|both|and around|north|south|east|west|central|nearby|\w+ area of"
    r"|\w+ (?:in|on|of)))* \Z",
    re.IGNORECASE,
)
CLAUSE = re.compile(
    r";|\b(?:while|whilst|which|who|when|that|but|after|before|destined|bound for"
    r"|and (?:was|were|has|have))\b"
)
OPENING = re.compile(r"(?:[-“\"] ?)?(?:At|In|On|Inside|Also at|From|Meanwhile,? (?:at|in)) ")


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What a sentence tells around an outcome; None where it does not tell."""

    agency: int | None
    place: int | None
    operation: int | None
    when: When | None


def circumstances(draft: Draft, start: int, end: int) -> Circumstances:
    """The circumstances of what the words from `start` to `end` tell, of their sentence alone."""
    index = draft.sentence_at(start)
    sentence = draft.sentences[index]
    verb = Told(
        "Seizure", "", index, start, end, Subject(start, end, Decimal(0)), None, is_active=True
    )
    return Circumstances(
        agency_of(draft, verb),
        _place(draft, start, end),
        operation_of(draft, verb),
        when_of(draft, sentence.start, sentence.end, end),
    )


def _place(draft: Draft, start: int, end: int) -> int | None:
    """Where it was: one place after the words in their clause, or one that opens the sentence."""
    sentence = draft.sentences[draft.sentence_at(start)]
    broken = CLAUSE.search(draft.text, end, sentence.end)
    after = _alone(draft, _wheres(draft, end, broken.start() if broken else sentence.end))
    if after is not None:
        return after
    opening = OPENING.match(draft.text, sentence.start, start)
    if opening is None:
        return None
    comma = draft.text.find(", ", sentence.start, start)
    return _alone(draft, _wheres(draft, sentence.start, comma if comma > 0 else start))


def _wheres(draft: Draft, start: int, end: int) -> list[Mention]:
    """The places that "in", "at" or "from" leads to."""
    return [
        m
        for m in draft.mentions_in(start, end, "Place")
        if LEADS_TO.search(draft.text, max(start - 10, m.start - LONGEST_BEFORE), m.start)
    ]


def _alone(draft: Draft, places: list[Mention]) -> int | None:
    """The first place, unless others are joined to it: what was in two was in neither alone."""
    if not places or is_of_several(draft, places[0], len(draft.text)):
        return None
    return places[0].entity


def told(draft: Draft, outcome: Outcome, around: Circumstances) -> Outcome:
    """The outcome with its circumstances; a place that it has already stays."""
    when = around.when
    return replace(
        outcome,
        agency=around.agency,
        place=around.place if outcome.place is None else outcome.place,
        operation=around.operation,
        not_before=when.not_before if when else None,
        not_after=when.not_after if when else None,
        when_wording=draft.text[when.start : when.end] if when else None,
    )
