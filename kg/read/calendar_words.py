"""Dates in words and figures, read strictly: only a whole date is one, days before months."""

import re
from collections.abc import Iterator
from datetime import date

NAMES = (
    *("january", "february", "march", "april", "may", "june", "july"),
    *("august", "september", "october", "november", "december"),
)
MONTHS = {name[:3]: number for number, name in enumerate(NAMES, start=1)}
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
DAY = r"\d\d?(?:st|nd|rd|th)?"
YEAR = r"(?:19|20)\d\d"
FORMS = tuple(
    re.compile(rf"(?<!\d){form}(?!\d)", re.IGNORECASE)
    for form in (
        rf"(?P<year>{YEAR})[-/.](?P<month>\d\d?)[-/.](?P<day>\d\d?)",
        rf"(?P<day>\d\d?)[-/.](?P<month>\d\d?)[-/.](?P<year>{YEAR})",
        rf"(?P<day>{DAY})(?:\s+of)?[\s/-]+(?P<month>{MONTH}),?[\s/-]*(?P<year>{YEAR})",
        rf"\b(?P<month>{MONTH})\s+(?P<day>{DAY}),?\s+(?P<year>{YEAR})",
        rf"(?P<year>{YEAR})(?P<month>\d\d)(?P<day>\d\d)",
    )
)
MOST_MONTHS = 12


def stated_dates(text: str) -> Iterator[date]:
    """The whole dates that a text states, form by form.

    >>> [str(day) for day in stated_dates("Posted at 09:48 on 12th August 2020")]
    ['2020-08-12']
    """
    for form in FORMS:
        for match in form.finditer(text):
            if day := whole_date(**match.groupdict()):
                yield day


def whole_date(*, year: str, month: str, day: str) -> date | None:
    """The date of its written parts, or None where there is none such; a month over 12 is a day."""
    month_number = MONTHS.get(month[:3].casefold()) if month[:1].isalpha() else int(month)
    if month_number is None:
        return None
    day_number = int(day.rstrip("stndrhSTNDRH"))
    if month_number > MOST_MONTHS >= day_number:
        month_number, day_number = day_number, month_number
    try:
        return date(int(year), month_number, day_number)
    except ValueError:
        return None
