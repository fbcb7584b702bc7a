"""Quantities in a text: a number with its unit, its comparator, and where it stands.

Numbers that count nothing (ages, dates, references; see `uncounted.py`) are left out, so that
what is found may be read as a count of whatever noun follows it.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from kg.annotate.outcomes.numerals import MULTIPLE, NUMBER, SHORT_MULTIPLE, value_of
from kg.annotate.outcomes.uncounted import uncounted
from kg.model import Comparator

MONTHS = "months"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number of something: `text[lead:end]` is "more than 90 kilos", `text[start:end]` the rest.

    `value` is normalised to `unit`: "kg", "litres", an ISO currency, "months" (of a term), or
    None for a plain count of what follows. `upper` closes a range, whose lower bound is `value`.
    """

    lead: int
    start: int
    end: int
    value: Decimal
    unit: str | None = None
    comparator: Comparator = "exactly"
    upper: Decimal | None = None

    @property
    def is_money(self) -> bool:
        return self.unit is not None and self.unit.isupper()


SYMBOLS = {
    "£": "GBP",
    "€": "EUR",
    "$": "USD",
    "US$": "USD",
    "USD$": "USD",
    "A$": "AUD",
    "AU$": "AUD",
    "AUD$": "AUD",
    "C$": "CAD",
    "CA$": "CAD",
    "CAD$": "CAD",
    "NZ$": "NZD",
    "S$": "SGD",
    "HK$": "HKD",
    "R$": "BRL",
}
CODES = [
    "AED",
    "AUD",
    "BRL",
    "CAD",
    "CHF",
    "CNY",
    "CZK",
    "DKK",
    "EUR",
    "GBP",
    "HKD",
    "HUF",
    "INR",
    "JPY",
    "MYR",
    "NGN",
    "NOK",
    "NZD",
    "PLN",
    "RON",
    "SEK",
    "SGD",
    "THB",
    "TRY",
    "UAH",
    "USD",
    "ZAR",
]
MONEY_WORDS = {
    "euro": "EUR",
    "euros": "EUR",
    "dollars": "USD",
    "us dollars": "USD",
    "u.s. dollars": "USD",
    "american dollars": "USD",
    "australian dollars": "AUD",
    "canadian dollars": "CAD",
    "new zealand dollars": "NZD",
    "singapore dollars": "SGD",
    "hong kong dollars": "HKD",
    "swiss francs": "CHF",
    "pounds sterling": "GBP",
    "rand": "ZAR",
    "naira": "NGN",
    "zloty": "PLN",
    "yuan": "CNY",
}
# A ton is taken as metric, as the reports that translate it mean it.
KILOGRAMS = {
    "kg": "1",
    "kgs": "1",
    "kilo": "1",
    "kilos": "1",
    "kilogram": "1",
    "kilograms": "1",
    "kilogramme": "1",
    "kilogrammes": "1",
    "g": "0.001",
    "gm": "0.001",
    "gms": "0.001",
    "gs": "0.001",
    "gram": "0.001",
    "grams": "0.001",
    "gramme": "0.001",
    "grammes": "0.001",
    "mg": "0.000001",
    "milligrams": "0.000001",
    "tonne": "1000",
    "tonnes": "1000",
    "ton": "1000",
    "tons": "1000",
    "metric ton": "1000",
    "metric tons": "1000",
    "metric tonnes": "1000",
    "oz": "0.028349523",
    "ounce": "0.028349523",
    "ounces": "0.028349523",
    "lb": "0.45359237",
    "lbs": "0.45359237",
    "pound": "0.45359237",
    "pounds": "0.45359237",
}
LITRES = {
    "litre": "1",
    "litres": "1",
    "liter": "1",
    "liters": "1",
    "ml": "0.001",
    "millilitres": "0.001",
    "milliliters": "0.001",
    "gallon": "3.785411784",
    "gallons": "3.785411784",
}
TERMS = {
    "day": Decimal(12) / Decimal(365),
    "week": Decimal(12) / Decimal(52),
    "month": Decimal(1),
    "year": Decimal(12),
}
HUNDREDTH = Decimal("0.01")
SIGNIFICANT = 4  # digits kept of a weight or volume converted from imperial units


def _any(words: dict[str, str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


_SYMBOL = rf"(?P<symbol>{_any(SYMBOLS)}|\b(?:{'|'.join(CODES)}) ?)"
MONEY = re.compile(rf"(?<![\w$]){_SYMBOL}\s?{NUMBER}{SHORT_MULTIPLE}?", re.IGNORECASE)
PLAIN = re.compile(rf"(?<![\w.,’'£€$-]){NUMBER}{MULTIPLE}?(?P<plus>\+)?", re.IGNORECASE)
AFTER_MONEY = re.compile(
    rf"[ -]?(?P<money>{_any(MONEY_WORDS)}|pounds(?= (?:in|worth|of (?:cash|money|cryptocurrency)"
    rf"|cash|a (?:week|month|year)))|(?P<code>{'|'.join(CODES)})(?! ?\d))\b",
    re.IGNORECASE,
)
AFTER_WEIGHT = re.compile(rf"[ -]?(?P<unit>{_any(KILOGRAMS)})\b(?![’'])", re.IGNORECASE)
AFTER_VOLUME = re.compile(rf"[ -]?(?P<unit>{_any(LITRES)})\b(?![’'])", re.IGNORECASE)
AFTER_TERM = re.compile(r"[- ](?P<unit>day|week|month|year)s?\b", re.IGNORECASE)
TERM_GOES_ON = re.compile(rf"(?:,? and|,)? {NUMBER}[- ](?P<unit>day|week|month)s?\b", re.IGNORECASE)
RANGE = re.compile(rf"\s?(?:-|–|to|and)\s?(?:£|€|\$)?{NUMBER}{SHORT_MULTIPLE}?", re.IGNORECASE)
BETWEEN = re.compile(r"\b(?:between|from)\s\Z", re.IGNORECASE)

COMPARATORS: dict[str, Comparator] = {
    "more than": "moreThan",
    "over": "moreThan",
    "well over": "moreThan",
    "just over": "moreThan",
    "in excess of": "moreThan",
    "upwards of": "moreThan",
    "above": "moreThan",
    "exceeding": "moreThan",
    "greater than": "moreThan",
    "at least": "atLeast",
    "no fewer than": "atLeast",
    "no less than": "atLeast",
    "not less than": "atLeast",
    "a minimum of": "atLeast",
    "minimum": "atLeast",
    "up to": "upTo",
    "as many as": "upTo",
    "as much as": "upTo",
    "a maximum of": "upTo",
    "under": "upTo",
    "just under": "upTo",
    "less than": "upTo",
    "fewer than": "upTo",
    "almost": "about",
    "nearly": "about",
    "around": "about",
    "about": "about",
    "approximately": "about",
    "approx": "about",
    "approx.": "about",
    "roughly": "about",
    "some": "about",
    "an estimated": "about",
    "estimated": "about",
    "close to": "about",
    "circa": "about",
    "c.": "about",
    "~": "about",
    "in the region of": "about",
    "the equivalent of": "about",
}
BEFORE = re.compile(
    rf"(?<!\w)(?P<words>{'|'.join(re.escape(w) for w in sorted(COMPARATORS, key=len)[::-1])})"
    r"(?: (?:a (?:further|total of|staggering)|an? (?:additional|estimated)|another))?\s?\Z",
    re.IGNORECASE,
)
LONGEST_BEFORE = 40
OR_MORE = re.compile(r"(?: or more\b| plus\b)", re.IGNORECASE)
OR_SO = re.compile(r" or so\b", re.IGNORECASE)


@lru_cache(maxsize=8)
def quantities(text: str, *, dollar: str = "USD") -> tuple[Quantity, ...]:
    """The quantities of a text in order, none overlapping; `dollar` is what a bare "$" stands for.

    >>> [(q.value, q.unit, q.comparator) for q in quantities("Over £1.2m and two and a half kilos")]
    [(Decimal('1200000'), 'GBP', 'moreThan'), (Decimal('2.5'), 'kg', 'exactly')]
    """
    mask = uncounted(text)
    found: list[Quantity] = []
    done = 0
    for quantity in _candidates(text, dollar):
        if quantity.start < done or (mask[quantity.start] and not quantity.is_money):
            continue
        found.append(quantity)
        done = quantity.end
    return tuple(found)


def _candidates(text: str, dollar: str) -> list[Quantity]:
    money = [_money(text, match, dollar) for match in MONEY.finditer(text)]
    plain = [_plain(text, match, dollar) for match in PLAIN.finditer(text)]
    return sorted([*money, *(p for p in plain if p is not None)], key=lambda q: (q.start, -q.end))


def _money(text: str, match: re.Match[str], dollar: str) -> Quantity:
    symbol = match["symbol"].strip().upper()
    currency = dollar if symbol == "$" else SYMBOLS.get(symbol, symbol)
    after = AFTER_MONEY.match(text, match.end())
    end = after.end() if after else match.end()
    if after and after["code"]:
        currency = after["code"].upper()
    return _quantity(text, match, end, value_of(match), currency)


def _plain(text: str, match: re.Match[str], dollar: str) -> Quantity | None:
    value = value_of(match)
    if after := AFTER_MONEY.match(text, match.end()):
        return _quantity(text, match, after.end(), value, _currency(after, dollar))
    for pattern, factors, unit in (
        (AFTER_WEIGHT, KILOGRAMS, "kg"),
        (AFTER_VOLUME, LITRES, "litres"),
    ):
        if after := pattern.match(text, match.end()):
            amount = _converted(value, factors[after["unit"].lower()])
            return _quantity(text, match, after.end(), amount, unit)
    if match["halved"] or (match["single"] and not match["multiple"]):
        return None  # "half a" or "a" before what only looked like a unit
    if after := AFTER_TERM.match(text, match.end()):
        return _term(text, match, after, value)
    return _quantity(text, match, match.end(), value, None)


def _currency(after: re.Match[str], dollar: str) -> str:
    if after["code"]:
        return after["code"].upper()
    word = after["money"].lower()
    return dollar if word == "dollars" else MONEY_WORDS.get(word, "GBP")


def _converted(value: Decimal, factor: str) -> Decimal:
    exact = value * Decimal(factor)
    if set(factor) <= set("0.1"):  # metric: nothing to round
        return Decimal(f"{exact.normalize():f}")
    return Decimal(f"{Decimal(f'{exact:.{SIGNIFICANT}g}').normalize():f}")


def _term(text: str, match: re.Match[str], after: re.Match[str], value: Decimal) -> Quantity:
    """A length of time in months: "eight years and five months" is one."""
    months, end, last = value * TERMS[after["unit"].lower()], after.end(), after["unit"].lower()
    while further := TERM_GOES_ON.match(text, end):
        unit = further["unit"].lower()
        if TERMS[unit] >= TERMS[last]:
            break
        months, end, last = months + value_of(further) * TERMS[unit], further.end(), unit
    return _quantity(text, match, end, months.quantize(HUNDREDTH).normalize() + 0, MONTHS)


def _quantity(
    text: str, match: re.Match[str], end: int, value: Decimal, unit: str | None
) -> Quantity:
    lead, comparator = _compared(text, match.start(), end)
    upper = None
    if BETWEEN.search(text, max(0, match.start() - 9), match.start()) and unit != MONTHS:
        further = RANGE.match(text, end)
        upper = value_of(further) if further else None
        comparator = "atLeast" if further else comparator
        end = further.end() if further else end
    return Quantity(lead, match.start(), end, value, unit, comparator, upper)


def _compared(text: str, start: int, end: int) -> tuple[int, Comparator]:
    before = BEFORE.search(text, max(0, start - LONGEST_BEFORE), start)
    if before:
        return before.start(), COMPARATORS[before["words"].lower()]
    if text[end - 1] == "+" or OR_MORE.match(text, end):
        return start, "atLeast"
    return start, "about" if OR_SO.match(text, end) else "exactly"
