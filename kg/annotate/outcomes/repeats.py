"""Figures that a report states again: in its title, in its summary, rounded."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from kg.annotate.draft import Draft
from kg.annotate.outcomes.commodities import seizure_words
from kg.annotate.outcomes.phrases import Phrase
from kg.model import Comparator

# The things whose names are those of their families too.
GENERAL = frozenset(
    ["cash", "class-a", "class-b", "class-c", "controlled-drug", "firearm", "vehicle", "weapon"]
)
LONGEST_DATE = 30  # characters of a line that only dates the report
LEAD = 2  # sentences of the body that sum up what follows
ROUNDED_DOWN = Decimal("0.2")  # how far above "more than 200" the figure may be that it rounds
ROUNDED = Decimal("0.1")  # how far from "almost 50"


@dataclass(frozen=True, slots=True)
class Taken:
    """A thing that a sentence says was seized, and the rule that read it there."""

    phrase: Phrase
    rule: str
    confidence: float
    verb: tuple[int, int]  # where the words stand that tell it
    sentence: int
    is_summary: bool  # whether it stands in the title or the lead

    @property
    def is_figure(self) -> bool:
        return self.phrase.quantity is not None or self.phrase.value is not None


def less_repeats(found: Sequence[Taken], body_start: int) -> list[Taken]:
    """The things without those that repeat one that is kept; the body's before the title's."""
    kept: list[Taken] = []
    for taken in sorted(found, key=lambda t: _precedence(t, body_start)):
        if not any(_repeats(taken, other) for other in kept):
            kept.append(taken)
    return kept


def end_of_lead(draft: Draft, length: int = LEAD) -> int:
    """Where the first sentences of the body end, which sum up what follows; dates are none."""
    end = 0
    for sentence in draft.sentences:
        if sentence.section != "body" or len(draft.surface(sentence)) <= LONGEST_DATE:
            continue
        end, length = sentence.end, length - 1
        if length == 0:
            break
    return end


def is_rounding(quantity: Decimal, comparator: Comparator, exact: Decimal) -> bool:
    """Whether a figure with a comparator may stand for an exact one.

    >>> is_rounding(Decimal(200), "moreThan", Decimal("233.25"))
    True
    >>> is_rounding(Decimal(200), "moreThan", Decimal(190))
    False
    """
    if comparator in ("moreThan", "atLeast"):
        return 0 <= exact - quantity <= quantity * ROUNDED_DOWN
    return comparator != "exactly" and abs(exact - quantity) <= quantity * ROUNDED


def _precedence(taken: Taken, body_start: int) -> tuple[bool, bool, bool, bool, int]:
    phrase, figure = taken.phrase, taken.is_figure
    in_title, is_short = phrase.start < body_start, _is_rounded(taken) or phrase.quantity is None
    return (in_title, not figure and taken.is_summary, not figure, is_short, phrase.start)


def _repeats(taken: Taken, other: Taken) -> bool:
    phrase, told = taken.phrase, other.phrase
    if phrase.start == told.start:
        return True
    if not taken.is_figure:
        if taken.is_summary and taken.sentence != other.sentence:
            return _alike(phrase, told) or _same_family(phrase, told)
        return not other.is_figure and _words(phrase) == _words(told)
    if phrase.another or _is_beside(taken, other):
        return False
    if _is_short_of(taken, other):
        return _alike(phrase, told) or _same_family(phrase, told)
    same = (phrase.quantity, phrase.unit, phrase.value) == (told.quantity, told.unit, told.value)
    return same and _alike(phrase, told)


def _is_beside(taken: Taken, other: Taken) -> bool:
    """Whether a sentence tells of both, which repeats itself in no other words."""
    if taken.verb == other.verb:
        return taken.phrase.item != other.phrase.item
    return taken.sentence == other.sentence


def _is_short_of(taken: Taken, other: Taken) -> bool:
    """Whether a figure tells less than another: the worth without the weight, or a rounding."""
    phrase, told = taken.phrase, other.phrase
    is_worth = phrase.quantity is None and phrase.value == told.value and taken.verb != other.verb
    return is_worth or (_is_rounded(taken) and _rounds(phrase, told))


def _is_rounded(taken: Taken) -> bool:
    """Whether a summary may round what is told in full later: "over £7m"."""
    return taken.is_summary and taken.phrase.comparator != "exactly"


def _rounds(phrase: Phrase, told: Phrase) -> bool:
    """Whether the amount of a phrase is an exact one rounded: "over £7m" for £7,202,535."""
    if phrase.unit != told.unit or told.comparator != "exactly":
        return False
    if phrase.quantity is not None and told.quantity is not None:
        return is_rounding(phrase.quantity, phrase.comparator, told.quantity)
    if phrase.value is not None and told.value is not None and phrase.currency == told.currency:
        return is_rounding(phrase.value, phrase.comparator, told.value)
    return False


def _alike(phrase: Phrase, told: Phrase) -> bool:
    if phrase.row is not None and told.row is not None and phrase.row.id == told.row.id:
        return True
    return bool(_words(phrase) & _words(told))


def _words(phrase: Phrase) -> set[str]:
    words = {word.lower() for word in phrase.item.split()} - {"of"}
    telling = words - seizure_words("participle")
    return {w.removesuffix("s") for w in (telling - seizure_words("unit") or telling or words)}


def _same_family(phrase: Phrase, told: Phrase) -> bool:
    """Whether the general name of one sums up the other: "drugs", "weapons"."""
    if phrase.row is None or told.row is None or phrase.row.id not in GENERAL:
        return False
    return phrase.row.family is not None and phrase.row.family == told.row.family
