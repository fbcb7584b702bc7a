"""Figures that a report states again: in its title, in its summary, rounded."""

from kg.annotate.draft import Draft
from kg.model import Outcome


def less_repeats(draft: Draft, found: list[Outcome]) -> list[Outcome]:
    """The seizures without those that repeat one that is kept; the body's before the title's."""
    kept: list[Outcome] = []
    for outcome in sorted(found, key=lambda o: (o.stated.start < draft.report.body_start, o.quantity is None, o.stated.start)):
        if not any(_repeats(outcome, other) for other in kept):
            kept.append(outcome)
    return kept


def _repeats(outcome: Outcome, other: Outcome) -> bool:
    if outcome.stated.start == other.stated.start:
        return True
    alike = _words(outcome) & _words(other) or (outcome.commodity and outcome.commodity == other.commodity)
    if not alike:
        return False
    if outcome.quantity is None and outcome.value is None:
        return True
    return (outcome.quantity, outcome.unit, outcome.value) == (other.quantity, other.unit, other.value)


def _words(outcome: Outcome) -> set[str]:
    return {word.lower().removesuffix("s") for word in (outcome.item or "").split()} - {"of"}
