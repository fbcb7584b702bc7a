"""Numbers as reports write them: "1,300", "seven", "two and a half", "54million", "half a"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from kg.annotate.outcomes.measures import number_words
from kg.annotate.wording import in_small_letters

UNITS = number_words("units")
TENS = number_words("tens")
MULTIPLES = {
    "one": Decimal(1),
    "dozen": Decimal(12),
    "hundred": Decimal(100),
    "k": Decimal(1000),
    "thousand": Decimal(1000),
    "m": Decimal(10) ** 6,
    "mn": Decimal(10) ** 6,
    "million": Decimal(10) ** 6,
    "bn": Decimal(10) ** 9,
    "billion": Decimal(10) ** 9,
    "trillion": Decimal(10) ** 12,
}
WORDS = {word: Decimal(i) for i, word in enumerate(UNITS, 1)} | {
    word: Decimal(i * 10) for i, word in enumerate(TENS, 2)
}

_SMALL = rf"(?:(?:{'|'.join(TENS)})(?:[- ](?:{'|'.join(UNITS[:9])}))?|{'|'.join(UNITS[::-1])})"
_HUNDREDS = rf"(?:a|{_SMALL})[- ]hundred(?: and {_SMALL}| {_SMALL})?"
_SPOKEN = rf"(?:{_HUNDREDS}|(?:an?|half an?|{_SMALL})[- ]dozen|{_SMALL})"
# Thousands are parted by commas, or by spaces or full stops in reports from the Continent.
_DIGITS = (
    r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d{1,3}(?:[ \u00a0\u202f]\d{3})+(?![\d,.]?\d)"
    r"|\d{1,3}(?:\.\d{3}){2,}(?!\d)|\d+(?:\.\d+)?"
)
_HALF = r"[- ]and[- ](?:a[- ]half|half(?=[- ]years?\b))"
# A number by itself, without its multiple: the groups tell how it is written.
NUMBER = (
    rf"(?:(?P<digits>{_DIGITS})(?P<vulgar> ?½|{_HALF}\b)?"
    r"|(?P<quarters>three[- ]quarters|(?:a )?quarter) of an?(?=[- ](?:million|billion|kilo|tonne))"
    rf"|(?P<spoken>{_SPOKEN})\b(?P<half>{_HALF})?"
    r"|(?P<halved>half)[- ]an?(?=[- ](?:million|billion|kilo|tonne|ton\b|ounce|pound|litre))"
    r"|(?P<single>an?)(?=[- ](?:million|thousand|billion|kilo|tonne|ton\b|ounce|gram|litre)))"
)
MULTIPLE = r"(?:\+?[- ]?(?P<multiple>thousand|million|billion|trillion|bn|mn)\b(?!-))"
SHORT_MULTIPLE = r"(?:\+?[- ]?(?P<multiple>thousand|million|billion|trillion|bn|mn|m|k)\b(?!-))"

DIGITS = re.compile(r"[0-9]+(?:[,.][0-9]+)*")
STARTS = (
    *UNITS,
    *TENS,
    *(f"a {word}" for word in ("hundred", "thousand", "million", "billion", "dozen")),
    *(f"a {word}" for word in ("kilo", "tonne", "ton ", "gram", "litre")),
    "a quarter of",
    "an ounce",
    "half a",
    "half-a",
    "quarter of a",
)


def starts_of_numbers(text: str) -> list[int]:
    """Where a number may start, in order: a plain search, much cheaper than a pattern's."""
    lower = in_small_letters(text)
    found = [match.start() for match in DIGITS.finditer(text)]
    for word in STARTS:
        found += _occurrences(lower, word)
    return sorted(found)


def _occurrences(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        if at == 0 or not text[at - 1].isalnum():
            yield at
        at = text.find(word, at + 1)


def value_of(match: re.Match[str]) -> Decimal:
    """The value of a match of `NUMBER`, times its multiple where it has one.

    >>> value_of(re.match(NUMBER + MULTIPLE + "?", "two and a half million"))
    Decimal('2500000')
    """
    found = match.groupdict()
    multiple = MULTIPLES[(found.get("multiple") or "one").lower()]
    return _whole(_bare(found) * multiple)


def _whole(value: Decimal) -> Decimal:
    """The value without needless decimals: 2500000.0 is 2500000."""
    return value.quantize(Decimal(1)) if value == value.to_integral() else value


def _bare(found: dict[str, str | None]) -> Decimal:
    half = Decimal("0.5") if found.get("vulgar") or found.get("half") else Decimal(0)
    if digits := found.get("digits"):
        return _from_digits(digits) + half
    if spoken := found.get("spoken"):
        return _from_words(spoken) + half
    if quarters := found.get("quarters"):
        return Decimal("0.75" if quarters.lower().startswith("three") else "0.25")
    return Decimal("0.5") if found.get("halved") else Decimal(1)


def _from_digits(digits: str) -> Decimal:
    if digits.count(".") > 1:
        digits = digits.replace(".", "")
    return Decimal(re.sub(r"[,\s]", "", digits))


def _from_words(spoken: str) -> Decimal:
    total = Decimal(0)
    for word in re.split(r"[- ]", spoken.lower()):
        if word in ("hundred", "dozen"):
            total = (total or Decimal(1)) * MULTIPLES[word]
        elif word == "half":
            total = Decimal("0.5")
        else:
            total += WORDS.get(word, Decimal(0))
    return total
