"""What a later sentence says that the things were worth: "The drugs have a value of £90,000"."""

import re
from dataclasses import replace

from kg.annotate.draft import Draft
from kg.annotate.outcomes.quantities import Quantity
from kg.annotate.outcomes.reader import Reader
from kg.annotate.outcomes.repeats import Taken

SAID_OF = re.compile(
    r"(?:The|This|These|It|They|Its|Their) (?:[\w-]+ ){0,12}?(?:worth|value|valued)\b"
    r"[^.;:£$€\d]*\Z"
)
NOT_A_WORTH = re.compile(
    r"\b(?:if|could|would|benefit|each|damage|stolen|lost|combined|seized|found|recovered)\b",
    re.IGNORECASE,
)
NEAR = 2  # sentences


def with_worths(draft: Draft, reader: Reader, kept: list[Taken]) -> list[Taken]:
    """The things, with the worth that a later sentence states; each worth goes to one thing."""
    found = list(kept)
    for quantity in reader.in_order:
        if quantity.is_money and (at := _whose(draft, found, quantity)) is not None:
            phrase = replace(found[at].phrase, value=quantity.value, currency=quantity.unit)
            found[at] = replace(found[at], phrase=phrase)
    return found


def _whose(draft: Draft, found: list[Taken], quantity: Quantity) -> int | None:
    """The index of the thing whose worth a sum is; None where it is nobody's, or several's."""
    index = draft.sentence_at(quantity.start)
    start = draft.sentences[index].start
    said = SAID_OF.match(draft.text, start, quantity.lead)
    if said is None or NOT_A_WORTH.search(draft.text, start, quantity.lead):
        return None
    before = [i for i, taken in enumerate(found) if 0 < index - taken.sentence <= NEAR]
    without = [i for i in before if _may_be_worth(found[i])]
    named = [i for i in without if _is_named(found[i], said.group())] or without
    return named[0] if len(named) == 1 else None


def _may_be_worth(taken: Taken) -> bool:
    phrase = taken.phrase
    is_sum = phrase.unit is not None and phrase.unit.isupper()
    return phrase.value is None and not is_sum and phrase.row is not None


def _is_named(taken: Taken, words: str) -> bool:
    """Whether the words are those of the thing, or of its kind."""
    said = {word.lower().removesuffix("s") for word in words.split()}
    own = {word.lower().removesuffix("s") for word in taken.phrase.item.split()}
    family = taken.phrase.row.family if taken.phrase.row else None
    return bool(said & own) or (family or "-").removesuffix("s") in said
