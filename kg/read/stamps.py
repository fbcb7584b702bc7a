"""Lines that stamp a page with its publication: "17:08 16/02/2021", "Published 4 March 2020"."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from kg.read.calendar_words import DAY, MONTH, YEAR, stated_dates, whole_date

NEAR = 12  # lines from either end of the body, within which a stamp may stand
LONGEST = 90  # characters
WEEKDAY = r"(?:(?P<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?"
CLOCK = (
    r"(?:\d\d?[:.]\d\d(?:[:.]\d\d)?\s*(?:am|pm|hrs|hours)?(?:\s*(?:gmt|bst|utc|[ecmp][sd]?t))?)?"
)
PUBLISHED = (
    r"(?:(?:date|first|originally)\s+)?(?:published|posted|issued|released?|dated?|publication"
    r"|press release)(?:\s+date)?"
)
SAID = rf"(?P<said>(?:{PUBLISHED}|(?:last\s+)?updated|notice)\s*(?:(?:on|at)\b|[:–-])*\s*)?"
WHOLE = (
    rf"(?:{DAY}(?:\s+of)?[\s/-]+{MONTH},?[\s/-]*{YEAR}|{MONTH}\s+{DAY},?\s+{YEAR}"
    rf"|\d\d?[/.-]\d\d?[/.-]{YEAR}|{YEAR}-\d\d-\d\d)"
)
YEARLESS = rf"(?:(?P<day>{DAY})\s+(?P<month>{MONTH})|(?P<month_>{MONTH})\s+(?P<day_>{DAY}))"
AFTER = rf",?\s*(?:[-–|,]|at\b)?\s*{CLOCK}(?:\s+in\s.{{2,60}})?\.?"
STAMP = re.compile(rf"{SAID}{CLOCK}\s*(?:on\s+)?{WEEKDAY}{WHOLE}{AFTER}", re.IGNORECASE)
YEARLESS_STAMP = re.compile(rf"{SAID}{CLOCK}\s*(?:on\s+)?{WEEKDAY}{YEARLESS}{AFTER}", re.IGNORECASE)
SPOKEN = re.compile(
    r"\b(?:(?P<yesterday>yesterday|last night)|today|tonight|this (?:morning|afternoon|evening))"
    rf"[,\s(\[]+(?P<weekday>mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+{YEARLESS}"
    rf"(?:,?\s+(?P<year>{YEAR}))?",
    re.IGNORECASE,
)
SAYS_PUBLISHED = re.compile(rf"{PUBLISHED}\b", re.IGNORECASE)
WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def stamped_date(lines: Sequence[str], year: str | None) -> date | None:
    """The date of the first line that is nothing but a stamp; near the end it has to say so.

    `year` completes a stamp that leaves it out ("Thursday, 2 July", "Published 2 July"), if its
    weekday agrees or if it says what it is.
    """
    last = (line for line in lines[NEAR:][-NEAR:] if SAYS_PUBLISHED.match(line))
    for line in (*lines[:NEAR], *last):
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
        return found if match.groupdict().get("said") else None
    return found if WEEKDAYS[found.weekday()] == match["weekday"].casefold() else None


def spoken_date(lines: Sequence[str], year: str | None) -> date | None:
    """The day that a report calls today: "was jailed today (Thursday 2 July)".

    `year` is that of the page where the words have none; the weekday has to agree.
    """
    for match in SPOKEN.finditer("\n".join(lines)):
        stated = match["year"] or year
        if stated and (found := _completed(match, stated)):
            return found + timedelta(days=1) if match["yesterday"] else found
    return None
