"""Dates in words and figures, read strictly: only a whole date is one, days before months."""

import re
from collections.abc import Iterator
from datetime import date

MONTHS = {
    name[:length]: number
    for number, name in enumerate(
        "january february march april may june july august september october november"
        " december".split(),
        start=1,
    )
    for length in {3, 4, len(name)}
}
MONTH = (
    r"(?P<word>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
ORDINAL = r"(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?<!\d){YEAR}[-/.](?P<month>\d\d?)[-/.](?P<day>\d\d?)(?!\d)",
        rf"(?<!\d)(?P<day>\d\d?)[-/.](?P<month>\d\d?)[-/.]{YEAR}",
        rf"(?<!\d)(?P<day>\d\d?){ORDINAL}(?:\s+of)?[\s-]+{MONTH},?[\s-]*{YEAR}",
        rf"\b{MONTH}\s+(?P<day>\d\d?){ORDINAL},?\s+{YEAR}",
        rf"(?<!\d){YEAR}(?P<month>\d\d)(?P<day>\d\d)(?!\d)",
    )
)


def stated_dates(text: str) -> Iterator[date]:
    """The whole dates that a text states, form by form."""
    for form in FORMS:
        for match in form.finditer(text):
            found = match.groupdict()
            month = found.get("month") or MONTHS[found["word"].casefold()]
            if day := a_date(found["year"], month, found["day"]):
                yield day


def a_date(year: str | int, month: str | int, day: str | int) -> date | None:
    """The date, or None where there is none such; a "month" over 12 was the day."""
    year, month, day = int(year), int(month), int(day)
    if month > 12 >= day:  # noqa: PLR2004
        month, day = day, month
    try:
        return date(year, month, day)
    except ValueError:
        return None
