"""The first and last day that words of time mean, told from the day of publication.

Each reader takes the match of its form of words (see `when.py`) and the day, and gives both bounds;
None where the words tell nothing without a day of publication that is not known.
"""

import re
from calendar import monthrange
from datetime import date, timedelta

from kg.annotate.outcomes.numerals import value_of

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
WEEK = timedelta(days=7)
DAY_LONG = timedelta(days=1)
Bounds = tuple[date | None, date | None] | None


def _day(day: str | None, month: str | None, year: str | None, issued: date | None) -> date | None:
    """A date of its words; without a year the last such day before publication."""
    if day is None or month is None:
        return None
    number = MONTHS.index(month[:3].lower()) + 1
    stated = _stated_year(year, issued)
    if stated is None and issued is None:
        return None
    found = _valid(stated or (issued.year if issued else 1), number, int(day))
    if found and stated is None and issued and found > issued + WEEK:
        return _valid(found.year - 1, number, int(day))
    return found


def _valid(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _stated_year(year: str | None, issued: date | None) -> int | None:
    if year is None:
        return None
    if year[0].isdecimal():
        return int(year)
    return None if issued is None else issued.year - (year.lower() == "last year")


def _date_of(match: re.Match[str], prefix: str, issued: date | None) -> date | None:
    day = match[f"{prefix}day"] or match[f"{prefix}day_"]
    month = match[f"{prefix}month"] or match[f"{prefix}month_"]
    return _day(day, month, match[f"{prefix}year"], issued)


def on_date(match: re.Match[str], issued: date | None) -> Bounds:
    found = _date_of(match, "", issued)
    if found is None:
        return None
    return (found, issued) if match["since"] else (found, found)


def from_to_dates(match: re.Match[str], issued: date | None) -> Bounds:
    last = _date_of(match, "second_", issued)
    first = _date_of(match, "first_", last or issued)
    return None if first is None or last is None else (first, last)


def from_to_months(match: re.Match[str], issued: date | None) -> Bounds:
    last = _month_of(match["to"], match["to_year"], issued)
    if last is None:
        return None
    first = _month_of(match["from"], match["from_year"], last[1])
    return None if first is None else (first[0], last[1])


def from_to_years(match: re.Match[str], issued: date | None) -> Bounds:
    return date(int(match["from"]), 1, 1), date(int(match["to"]), 12, 31)


def on_today(match: re.Match[str], issued: date | None) -> Bounds:
    return None if issued is None else (issued, issued)


def on_yesterday(match: re.Match[str], issued: date | None) -> Bounds:
    return None if issued is None else (issued - DAY_LONG, issued - DAY_LONG)


def on_weekday(match: re.Match[str], issued: date | None) -> Bounds:
    """The last such day up to publication; "last Monday" before it."""
    if issued is None:
        return None
    back = (issued.weekday() - DAYS.index(match["weekday"].lower())) % 7
    if back == 0 and (match["last"] or "").lower().startswith("last"):
        back = 7
    found = issued - timedelta(days=back)
    return found, found


def in_the_past(match: re.Match[str], issued: date | None) -> Bounds:
    if issued is None:
        return None
    unit = (match["unit"] or match["one"]).lower()
    days = {"hour": 1 / 24, "day": 1, "week": 7, "month": 30.44, "year": 365.25}[unit]
    number = float(value_of(match)) if match["unit"] else 1.0
    return issued - timedelta(days=round(days * number)), issued


def in_period(match: re.Match[str], issued: date | None) -> Bounds:
    if issued is None:
        return None
    back = "last" in match["which"].lower()
    unit = match["unit"].lower()
    if unit in ("week", "weekend"):
        monday = issued - timedelta(days=issued.weekday()) - WEEK * back
        first = monday + timedelta(days=5 if unit == "weekend" else 0)
        if not back and first > issued:
            first -= WEEK
            monday -= WEEK
        return first, min(monday + timedelta(days=6), issued)
    if unit == "month":
        first = (issued.replace(day=1) - DAY_LONG * back).replace(day=1)
        return first, min(_end_of_month(first), issued)
    first = date(issued.year - back, 1, 1)
    return first, min(date(first.year, 12, 31), issued)


def _month_of(month: str, year: str | None, issued: date | None) -> tuple[date, date] | None:
    stated = _stated_year(year, issued)
    first = _day("1", month, str(stated) if stated else None, issued)
    if first is None:
        return None
    if stated is None and issued and first > issued:
        first = first.replace(year=first.year - 1)
    return first, _end_of_month(first)


def in_month(match: re.Match[str], issued: date | None) -> Bounds:
    found = _month_of(match["month"], match["year"], issued)
    if found is None:
        return None
    last = min(found[1], issued) if issued else found[1]
    return _opened(match["word"], found[0], last, issued)


def in_year(match: re.Match[str], issued: date | None) -> Bounds:
    first = date(int(match["year"]), 1, 1)
    last = date(first.year + 1 if match["next"] else first.year, 12, 31)
    return _opened(match["word"], first, min(last, issued) if issued else last, issued)


def _opened(word: str, first: date, last: date, issued: date | None) -> Bounds:
    """The bounds: since a month runs on to publication, until it has no beginning."""
    if word.lower() == "since":
        return first, issued
    return (None, last) if word.lower() in ("until", "by") else (first, last)


def _end_of_month(first: date) -> date:
    return first.replace(day=monthrange(first.year, first.month)[1])
