"""Figures that a report states again: in its title, in its summary, rounded."""

from kg.annotate.draft import Draft
from kg.annotate.outcomes.commodities import seizure_words
from kg.model import Outcome

LEAD = 2  # sentences of the body that sum up what follows
DRUGS, WEAPONS = "drugs", "weapons"
# The general kinds that sum up others.
FAMILIES = {
    "ammunition": WEAPONS,
    "amphetamine": DRUGS,
    "bladed-weapon": WEAPONS,
    "cannabis": DRUGS,
    "class-a": DRUGS,
    "class-b": DRUGS,
    "cocaine": DRUGS,
    "controlled-drug": DRUGS,
    "crack": DRUGS,
    "fentanyl": DRUGS,
    "firearm": WEAPONS,
    "heroin": DRUGS,
    "ketamine": DRUGS,
    "mdma": DRUGS,
    "methamphetamine": DRUGS,
    "offensive-weapon": WEAPONS,
}


def less_repeats(draft: Draft, found: list[Outcome]) -> list[Outcome]:
    """The seizures without those that repeat one that is kept; the body's before the title's."""
    lead = _end_of_lead(draft)
    kept: list[Outcome] = []
    for outcome in sorted(found, key=lambda o: _precedence(o, draft.report.body_start, lead)):
        summary = outcome.stated.start < lead
        if not any(_repeats(draft, outcome, other, summary=summary) for other in kept):
            kept.append(outcome)
    return kept


def _end_of_lead(draft: Draft) -> int:
    body = [s for s in draft.sentences if s.section == "body"][:LEAD]
    return body[-1].end if body else 0


def _precedence(outcome: Outcome, body_start: int, lead: int) -> tuple[bool, bool, bool, int]:
    start = outcome.stated.start
    measured = outcome.quantity is not None or outcome.value is not None
    return (start < body_start, not measured and start < lead, not measured, start)


def _repeats(draft: Draft, outcome: Outcome, other: Outcome, *, summary: bool) -> bool:
    if outcome.stated.start == other.stated.start:
        return True
    if outcome.quantity is None and outcome.value is None:
        here = draft.sentence_at(outcome.stated.start) == draft.sentence_at(other.stated.start)
        return _same_thing(outcome, other, summary=summary and not here)
    if (outcome.quantity, outcome.unit, outcome.value) != (
        other.quantity,
        other.unit,
        other.value,
    ):
        return False
    return _alike(outcome, other)


def _same_thing(outcome: Outcome, other: Outcome, *, summary: bool) -> bool:
    """Whether some of a thing is what was named before: in a summary, by its kind alone."""
    if summary:
        family = _family(outcome)
        return _alike(outcome, other) or (family is not None and family == _family(other))
    measured = other.quantity is not None or other.value is not None
    return not measured and _words(outcome) == _words(other)


def _alike(outcome: Outcome, other: Outcome) -> bool:
    if outcome.commodity is not None and other.commodity is not None:
        return outcome.commodity == other.commodity
    return bool(_words(outcome) & _words(other))


def _words(outcome: Outcome) -> set[str]:
    words = {word.lower() for word in (outcome.item or "").split()} - {"of"}
    return {w.removesuffix("s") for w in (words - seizure_words("unit") or words)}


def _family(outcome: Outcome) -> str | None:
    """The general kind of a thing whose own name is general too: "drugs", "weapons"."""
    return FAMILIES.get(outcome.commodity or "")
