"""Quantities in a text: a number with its unit, its comparator, and where it stands.

Numbers that count nothing (ages, dates, references; see `uncounted.py`) are left out, so that
what is found may be read as a count of whatever noun follows it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache, lru_cache

from kg.annotate.outcomes.measures import (
    comparators,
    currency_rows,
    currency_symbols,
    currency_words,
    units,
)
from kg.annotate.outcomes.numerals import (
    MULTIPLE,
    MULTIPLES,
    NUMBER,
    SHORT_MULTIPLE,
    starts_of_numbers,
    value_of,
)
from kg.annotate.outcomes.uncounted import end_of_uncounted
from kg.model import Comparator

MONTHS = "months"
TERMS = {
    "day": Decimal(12) / Decimal(365),
    "week": Decimal(7 * 12) / Decimal(365),
    "month": Decimal(1),
    "year": Decimal(12),
}
THOUSAND = MULTIPLES["thousand"]
HUNDREDTH = Decimal("0.01")
SIGNIFICANT = 3  # digits kept at least of what is converted from pounds, ounces and gallons
LONGEST_BEFORE = 45  # characters of a comparator with what may follow it

TERM = re.compile(r"\+?[- ](?P<unit>day|week|month|year)s?\b", re.IGNORECASE)
TERM_GOES_ON = re.compile(
    rf"(?:,? and|,)? {NUMBER}[- ]?(?P<unit>day|week|month)s?\b", re.IGNORECASE
)
RANGE = re.compile(rf"\s?(?:-|–|to|and)\s?(?:£|€|\$)?{NUMBER}{SHORT_MULTIPLE}?", re.IGNORECASE)
HYPHENED = re.compile(rf"\s?[-–]\s?(?:£|€|\$)?{NUMBER}{SHORT_MULTIPLE}?", re.IGNORECASE)
UP_TO = re.compile(rf"\s?(?:-|–|to|or|(?P<joined>and)|(?P<times>x|×))\s?{NUMBER}", re.IGNORECASE)
BETWEEN = re.compile(r"\b(?:between|from)\s\Z", re.IGNORECASE)
OR_MORE = re.compile(r"\+| or more\b| plus\b", re.IGNORECASE)
PLUS = "+"
CONVERTED = re.compile(r"\s?\((?:US|or|i\.e\.)?\s?", re.IGNORECASE)
OR_SO = re.compile(r" or so\b", re.IGNORECASE)


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


def quantities(text: str, *, dollar: str = "USD") -> tuple[Quantity, ...]:
    """The quantities of a text in order, none overlapping; `dollar` is what a bare "$" stands for.

    >>> [(q.value, q.unit, q.comparator) for q in quantities("Over £1.2m and two and a half kilos")]
    [(Decimal('1200000'), 'GBP', 'moreThan'), (Decimal('2.5'), 'kg', 'exactly')]
    """
    return _quantities(text, dollar)


@lru_cache(maxsize=4)  # each family of outcomes asks for those of one report
def _quantities(text: str, dollar: str) -> tuple[Quantity, ...]:
    found: list[Quantity] = []
    done = 0
    for start in starts_of_numbers(text):
        if start < done:
            continue
        if money := _before_number().search(text, max(done, start - 6), start):
            match = _money().match(text, money.start())
            quantity = _of_money(text, match, dollar) if match else None
            end = quantity.end if quantity else start
        else:
            quantity, end = _of_thing(text, start, dollar)
        done = end
        if quantity is not None and not (found and _is_conversion(text, found[-1], quantity)):
            found.append(quantity)
    return tuple(found)


def _is_conversion(text: str, first: Quantity, second: Quantity) -> bool:
    """Whether one is the other in other units: "22 kilograms (48.9 pounds)"."""
    if first.is_money != second.is_money or None in (first.unit, second.unit):
        return False
    bracket = text[second.end : second.end + 1] == ")"
    return bracket and CONVERTED.fullmatch(text, first.end, second.lead) is not None


def _any(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda w: (-len(w), w)))


@cache
def _symbol() -> str:
    codes = "|".join(row.id for row in currency_rows())
    return rf"(?<![\w$])(?P<symbol>{_any([*currency_symbols(), '$'])}|(?:{codes}))"


@cache
def _before_number() -> re.Pattern[str]:
    return re.compile(rf"{_symbol()}\s?\Z", re.IGNORECASE)


@cache
def _money() -> re.Pattern[str]:
    return re.compile(rf"{_symbol()}\s?{NUMBER}{SHORT_MULTIPLE}?", re.IGNORECASE)


PLAIN = re.compile(rf"(?<![\w.,’'£€$-]){NUMBER}{MULTIPLE}?", re.IGNORECASE)


@cache
def _money_after() -> re.Pattern[str]:
    """Words for money; pounds are money where the words say so, and a weight elsewhere."""
    pounds = (
        r"pounds(?= (?:in|worth|of (?:cash|money|crypto\w*)|cash|a (?:week|month|year)))"
        r"|(?<=illion )pounds(?! of (?:marijuana|meth))|(?<=thousand )pounds(?! of )"
    )
    codes = "|".join(row.id for row in currency_rows())
    words = _any([*currency_words(), "dollars"])
    return re.compile(
        rf"[ -]?(?P<word>{words}|{pounds}|(?P<code>{codes})(?! ?\d))\b", re.IGNORECASE
    )


@cache
def _unit_after() -> re.Pattern[str]:
    return re.compile(rf"[ -]?(?P<unit>{_any(units())})\b(?![’'])", re.IGNORECASE)


def _of_money(text: str, match: re.Match[str], dollar: str) -> Quantity:
    symbol = match["symbol"].strip().upper()
    currency = dollar if symbol == "$" else currency_symbols().get(symbol, symbol)
    after = _money_after().match(text, match.end())
    if after and after["code"]:
        currency = after["code"].upper()
    if not match["multiple"] and (further := HYPHENED.match(text, match.end())):
        return _money_range(text, match, further, currency)
    return _quantity(text, match, after.end() if after else match.end(), value_of(match), currency)


def _money_range(
    text: str, match: re.Match[str], further: re.Match[str], currency: str
) -> Quantity:
    """From the lower sum of "£10-12m" or "£20-30,000" to the upper."""
    upper, first = value_of(further), value_of(match)
    factor = MULTIPLES[(further["multiple"] or "one").lower()]
    if first < THOUSAND <= upper and further["multiple"] is None and not upper % THOUSAND:
        factor = THOUSAND
    lower = first * factor
    whole = _quantity(text, match, further.end(), lower, currency)
    return replace(whole, comparator="atLeast", upper=upper) if upper > lower else whole


def _of_thing(text: str, start: int, dollar: str) -> tuple[Quantity | None, int]:
    """The quantity at a number without a currency before it, and where to read on."""
    match = PLAIN.match(text, start)
    if match is None:
        return None, start
    value = value_of(match)
    if after := _money_after().match(text, match.end()):
        return _quantity(text, match, after.end(), value, _currency(after, dollar)), after.end()
    if weight := _weight(text, match) or _weight_range(text, match):
        return weight, weight.end
    uncounted = end_of_uncounted(text, start, match.end())
    if uncounted is not None:
        return None, uncounted
    if match["halved"] or match["quarters"] or (match["single"] and not match["multiple"]):
        return None, match.end()  # "a" before what only looked like a unit
    quantity = _of_time(text, match, value) or _quantity(text, match, match.end(), value, None)
    return quantity, quantity.end


def _weight(text: str, match: re.Match[str]) -> Quantity | None:
    after = _unit_after().match(text, match.end())
    if after is None:
        return None
    row = units()[after["unit"].lower()]
    amount = _converted(value_of(match), row.factor, exact=row.is_metric)
    return _quantity(text, match, after.end(), amount, row.unit)


def _weight_range(text: str, match: re.Match[str]) -> Quantity | None:
    """From the lower weight of "three to four kilos" to the upper; "2 x 5kg" is their product."""
    between = BETWEEN.search(text, max(0, match.start() - len("between ")), match.start())
    upper = UP_TO.match(text, match.end())
    after = _unit_after().match(text, upper.end()) if upper else None
    if upper is None or after is None or (upper["joined"] and not between):
        return None
    row = units()[after["unit"].lower()]
    first, second = value_of(match), value_of(upper)
    lower = first * second if upper["times"] else first
    amounts = [_converted(value, row.factor, exact=row.is_metric) for value in (lower, second)]
    whole = _quantity(text, match, after.end(), amounts[0], row.unit)
    if upper["times"] or first >= second:
        return whole
    lead = between.start() if between else whole.lead
    return replace(whole, lead=lead, comparator="atLeast", upper=amounts[1])


def _currency(after: re.Match[str], dollar: str) -> str:
    if after["code"]:
        return after["code"].upper()
    word = after["word"].lower()
    return dollar if word == "dollars" else currency_words().get(word, "GBP")


def _converted(value: Decimal, factor: Decimal, *, exact: bool) -> Decimal:
    """The amount in the graph's unit, no more precise than the report's figure."""
    amount = value * factor
    digits = max(SIGNIFICANT, len(value.normalize().as_tuple().digits))
    rounded = amount if exact else Decimal(f"{amount:.{digits}g}")
    return Decimal(f"{rounded.normalize():f}")


def _of_time(text: str, match: re.Match[str], value: Decimal) -> Quantity | None:
    """A length of time in months: "eight years and five months" is one."""
    after = TERM.match(text, match.end())
    if after is None:
        return None
    last = TERMS[after["unit"].lower()]
    months, end = value * last, after.end()
    while further := TERM_GOES_ON.match(text, end):
        unit = TERMS[further["unit"].lower()]
        if unit >= last:
            break
        months, end, last = months + value_of(further) * unit, further.end(), unit
    rounded = Decimal(f"{months.quantize(HUNDREDTH).normalize():f}")
    return _quantity(text, match, end, rounded, MONTHS)


def _quantity(
    text: str, match: re.Match[str], end: int, value: Decimal, unit: str | None
) -> Quantity:
    lead, comparator = _compared(text, match.start(), end)
    end += text.startswith(PLUS, end)
    upper = None
    between = BETWEEN.search(text, max(0, match.start() - 9), match.start())
    if between and unit != MONTHS and (further := RANGE.match(text, end)):
        upper, comparator = value_of(further), "atLeast"
        lead, end = between.start(), further.end()
    return Quantity(lead, match.start(), end, value, unit, comparator, upper)


@cache
def _comparator_before() -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\w)(?P<words>{_any(comparators())})"
        r"(?: (?:a (?:further|total of|staggering)|an? (?:additional|estimated)|another|only))?"
        r"\s?\Z",
        re.IGNORECASE,
    )


def _compared(text: str, start: int, end: int) -> tuple[int, Comparator]:
    before = _comparator_before().search(text, max(0, start - LONGEST_BEFORE), start)
    if before:
        return before.start(), comparators()[before["words"].lower()]
    if OR_MORE.match(text, end):
        return start, "atLeast"
    return start, "about" if OR_SO.match(text, end) else "exactly"
