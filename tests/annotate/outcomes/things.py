"""What the finders of things find in a text, in short."""

from collections.abc import Callable

from kg.annotate.draft import Draft
from kg.model import Outcome
from tests.annotate.bodies import found_by, resolved


def outcomes(find: Callable[[Draft], None], text: str, *, title: str = "") -> list[Outcome]:
    """The outcomes of a text in its order."""
    draft = found_by(text=text, title=title)
    find(draft)
    return sorted(draft.outcomes, key=lambda o: o.stated.start)


def outcomes_with_bodies(find: Callable[[Draft], None], text: str) -> tuple[Draft, list[Outcome]]:
    """The outcomes of a text in which bodies and operations are named, and its draft."""
    draft = resolved(text)
    find(draft)
    return draft, draft.outcomes


def told(outcome: Outcome) -> str:
    """A seizure in one line: quantity, unit, item and worth."""
    quantity = "some" if outcome.quantity is None else f"{outcome.quantity} {outcome.unit}"
    worth = "" if outcome.value is None else f", worth {outcome.value} {outcome.currency}"
    return f"{quantity}: {outcome.item}{worth}"
