"""What is said of a thing right after its name: what it is believed to be, weighs, is worth."""

import re
from dataclasses import replace

from kg.annotate.outcomes.phrases import ITEMS, Phrase, bare_phrase_at
from kg.annotate.outcomes.quantities import Quantity
from kg.annotate.outcomes.reader import Reader

LONGEST_TAIL = 110  # characters within which a worth or weight belongs to the phrase before
BELIEVED = re.compile(
    r",? (?:(?:(?:which|that) (?:is|are|was|were) )?(?:believed|suspected|thought|understood) to"
    r" (?:be|contain)|(?:which |that )?(?:later )?test(?:ed|s|ing) positive for"
    r"|of what (?:\w+ ){0,3}?(?:believed|suspected|thought|confirmed|found) to be)\s+",
    re.IGNORECASE,
)
WORTH = re.compile(
    r"[^.;:\n]*?\b(?:worth|valued?|totall?ing|equates to|estimated at|profits? of)\b"
    r"[^.;:\n£$€\d]*\Z",
    re.IGNORECASE,
)
WEIGHING = re.compile(
    r"[^.;:\n\d]{0,30}\b(?:weighing|weight of|weighed|totall?ing|total of|amounting to)\b"
    r"[^.;:\n\d]{0,25}\Z|,? \((?:approximately |around |about )?\Z",
    re.IGNORECASE,
)
SUMMED = re.compile(
    r"(?:,| [-–—])? \(?(?:totall?ing|amounting to|of|worth|to the (?:value|sum) of|valued at"
    r"|in the sum of|(?:\w+ly )?estimated (?:at|to be)(?: worth)?)? ?\Z"
)
JOINS = re.compile(
    r"\b(?:and|as well as|along with|together with|alongside|plus|(?:sum|amount|quantity) of)\b"
    r"|,(?! (?:(?:also |each )?worth|valued|with|estimated|which|at|having))"
)
COMBINED = re.compile(
    r"\b(?:combined|total(?:ling)?|altogether|collectively|together)\b", re.IGNORECASE
)
# These only stand for what they are believed to be.
STAND_INS = frozenset(["substance", "substances", "powder", "matter", "material"])
MASSES = ("kg", "litres")


def phrase_at(reader: Reader, at: int, stop: int) -> Phrase | None:
    """The phrase that starts at `at`, if one does, with what is said of it next."""
    bare = bare_phrase_at(reader, at, stop)
    if bare is None:
        return None
    phrase = _believed(reader, bare, stop)
    for quantity in reader.quantities_in(phrase.end, min(stop, phrase.end + LONGEST_TAIL)):
        between = reader.text[phrase.end : quantity.lead]
        if quantity.unit in MASSES:
            if phrase.unit not in (None, ITEMS) or not WEIGHING.match(between):
                break
            phrase = _with_quantity(phrase, quantity)
        else:
            return _with_money(phrase, quantity, between) if quantity.is_money else phrase
    return phrase


def _believed(reader: Reader, phrase: Phrase, stop: int) -> Phrase:
    """The phrase as what it is believed to be: "a substance believed to be heroin"."""
    believed = BELIEVED.match(reader.text, phrase.end, stop)
    other = bare_phrase_at(reader, believed.end(), stop) if believed else None
    if other is None or other.row is None or other.row.id == "cash":
        return phrase
    if phrase.unit == ITEMS and phrase.item.rsplit(maxsplit=1)[-1].lower() in STAND_INS:
        phrase = replace(phrase, quantity=None, unit=None)
    return replace(
        phrase, end=other.end, after=other.end, item=other.item, row=other.row, suspected=True
    )


def _with_money(phrase: Phrase, quantity: Quantity, between: str) -> Phrase:
    """The phrase with the sum that it is worth, or that it comes to where it is cash."""
    is_cash = phrase.row is not None and phrase.row.id == "cash"
    if is_cash and phrase.quantity is None and SUMMED.match(between):
        return _with_quantity(phrase, quantity)
    if JOINS.search(between) or phrase.value is not None or not WORTH.match(between):
        return phrase
    is_sum = phrase.unit is not None and phrase.unit.isupper()
    if not is_sum and not COMBINED.search(between):
        phrase = replace(phrase, value=quantity.value, currency=quantity.unit)
    return replace(phrase, after=quantity.end)


def _with_quantity(phrase: Phrase, quantity: Quantity) -> Phrase:
    return replace(
        phrase,
        end=quantity.end,
        after=quantity.end,
        quantity=quantity.value,
        unit=quantity.unit,
        comparator=quantity.comparator,
        measured=True,
    )
