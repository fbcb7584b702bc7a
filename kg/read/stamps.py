"""Lines that stamp a page with its publication: "17:08 16/02/2021", "Published 4 March 2020"."""

import re
from collections.abc import Sequence
from datetime import date

from kg.read.calendar_words import DAY, MONTH, YEAR, stated_dates, whole_date

FIRST_LINES = 12  # how far into the body a stamp may stand
LONGEST = 90  # characters
WEEKDAY = r"(?:(?P<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?"
CLOCK = (
    r"(?:\d\d?[:.]\d\d(?:[:.]\d\d)?\s*(?:am|pm|hrs|hours)?(?:\s*(?:gmt|bst|utc|[ecmp][sd]?t))?)?"
)
SAID = (
    r"(?:(?:(?:date|first|originally|last)\s+)?(?:published|posted|issued|released?|dated?|updated"
    r"|publication|press release|notice)(?:\s+date)?\s*(?:(?:on|at)\b|[:–-])*\s*)?"
)
WHOLE = (
    rf"(?:{DAY}(?:\s+of)?[\s-]+{MONTH},?[\s-]*{YEAR}|{MONTH}\s+{DAY},?\s+{YEAR}"
    rf"|\d\d?[/.-]\d\d?[/.-]{YEAR}|{YEAR}-\d\d-\d\d)"
)
YEARLESS = rf"(?:(?P<day>{DAY})\s+(?P<month>{MONTH})|(?P<month_>{MONTH})\s+(?P<day_>{DAY}))"
AFTER = rf",?\s*(?:[-–|,]|at\b)?\s*{CLOCK}(?:\s+in\s.{{2,60}})?\.?"
STAMP = re.compile(rf"{SAID}{CLOCK}\s*(?:on\s+)?{WEEKDAY}{WHOLE}{AFTER}", re.IGNORECASE)
YEARLESS_STAMP = re.compile(rf"{SAID}{CLOCK}\s*(?:on\s+)?{WEEKDAY}{YEARLESS}{AFTER}", re.IGNORECASE)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def stamped_date(lines: Sequence[str], year: str | None) -> date | None:
    """The date of the first line that is nothing but a stamp.

    `year` completes a stamp that leaves it out ("Thursday, 2 July"), and only where the weekday
    agrees with it.
    """
    for line in lines[:FIRST_LINES]:
        if len(line) > LONGEST or not any(map(str.isdigit, line)):
            continue
        if STAMP.fullmatch(line):
            return next(stated_dates(line), None)
        if year and (match := YEARLESS_STAMP.fullmatch(line)):
            return _completed(match, year)
    return None


def _completed(match: re.Match[str], year: str) -> date | None:
    month, day = match["month"] or match["month_"], match["day"] or match["day_"]
    found = whole_date(year=year, month=month, day=day)
    if found is None or match["weekday"] is None:
        return None
    return found if WEEKDAYS[found.weekday()] == match["weekday"].casefold() else None
