"""When something happened, as a report words it, between two dates told from its publication.

"yesterday (Tuesday)", "on 22 September", "throughout June", "between April and early July", "last
month", "over the past three months". Without a publication date only whole dates and years count.
"""

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from kg.annotate.draft import Draft
from kg.annotate.outcomes.numerals import NUMBER, value_of

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b\.?"
)
YEAR = r"(?:(?:19|20)\d\d|this year|last year)"
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
PART = r"(?: (?:early |late )?(?:morning|afternoon|evening|night))?"
DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b"
DATE = (
    rf"(?:{WEEKDAY}{PART},? (?:the )?)?\(?(?:{DAY}(?: of)? (?P<month>{MONTH})"
    rf"|(?P<month_>{MONTH}) (?P<day_>[0-3]?\d)(?:st|nd|rd|th)?\b)(?:,? (?P<year>{YEAR}))?"
)
STAGE = r"(?:(?:early|mid|late|the (?:start|end|beginning|middle) of)[- ])?"
ELSEWHERE = re.compile(
    r"\b(?:after|following|when|who|while|which|appear\w*|due|until|next|trial|bailed|hearing"
    r"|between"
    r"|offences|committed|relating|relation|connection|where|since|over|murder|incident|led"
    r"|on bail)\b",
    re.IGNORECASE,
)
RELATIVE = re.compile(r"\b(?:who|that|which|after|following|when|where|how)\b", re.IGNORECASE)
BESIDE = re.compile(
    r"[)\s,]*(?:\([^)]*\) )?(?:(?:was|were|been|being|he|she|they|has|have) )*\w+\Z"
)
HAS_BEEN = re.compile(r"\b(?:has|have) (?:\w+ )?been\b", re.IGNORECASE)
TODAY = re.compile(r"(?:today|this|yesterday|last night)", re.IGNORECASE)
WEEK = timedelta(days=7)
DAY_LONG = timedelta(days=1)
MOST_WORDS = 40


@dataclass(frozen=True, slots=True)
class When:
    """`text[start:end]` is a time no earlier than `not_before` and no later than `not_after`."""

    start: int
    end: int
    not_before: date | None
    not_after: date | None


Bounds = tuple[date | None, date | None] | None
Form = tuple[re.Pattern[str], Callable[[re.Match[str], date | None], Bounds]]


def times_in(draft: Draft, start: int, end: int) -> list[When]:
    """The times that a stretch of the text tells, in order, none overlapping."""
    return list(_times(draft.text, start, end, draft.report.issued))


def when_of(draft: Draft, start: int, end: int, verb: int) -> When | None:
    """The time of what a verb that ends at `verb` tells, in the sentence from `start` to `end`.

    It opens the sentence, stands beside the verb, or follows it in its own clause: of "jailed
    after a raid in May" the time is the raid's. Times to come are those of hearings.
    """
    issued, text = draft.report.issued, draft.text
    times = [
        t
        for t in times_in(draft, start, end)
        if issued is None or t.not_before is None or t.not_before <= issued
    ]
    after = [t for t in times if t.start >= verb and not ELSEWHERE.search(text, verb, t.start)]
    before = [t for t in times if t.end <= verb and _is_before(text, start, t, verb)]
    return after[0] if after else before[-1] if before else None


def _is_before(text: str, start: int, time: When, verb: int) -> bool:
    if HAS_BEEN.search(text, time.end, verb) and not TODAY.match(text, time.start):
        return False
    return (
        not RELATIVE.search(text, start, time.start)
        or BESIDE.match(text, time.end, verb) is not None
    )


def _times(text: str, start: int, end: int, issued: date | None) -> Iterator[When]:
    found: list[When] = []
    for pattern, read in _forms():
        for match in pattern.finditer(text, start, end):
            if any(match.start() < f.end and f.start < match.end() for f in found):
                continue
            bounds = read(match, issued)
            if bounds is not None:
                found.append(When(*_trimmed(match), *bounds))
    yield from sorted(found, key=lambda t: t.start)


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    """The words of a time without brackets and marks around them."""
    words = match.group()
    lead = len(words) - len(words.lstrip(" ("))
    return match.start() + lead, match.start() + len(words.rstrip(" )."))


@cache
def _forms() -> tuple[Form, ...]:
    """Each form of words, the longer first, with what reads its bounds."""
    first, second = (DATE.replace("?P<", f"?P<{name}_") for name in ("first", "second"))
    length = rf"{NUMBER}[- ](?P<unit>hour|day|week|month|year)s?\b"
    forms: tuple[tuple[str, Callable[[re.Match[str], date | None], Bounds]], ...] = (
        (rf"\b(?:between|from) {first}\)? (?:and|to|until|-|–) {second}", _from_to_dates),
        (
            (
                rf"\b(?:between|from) {STAGE}(?P<from>{MONTH})(?: (?P<from_year>{YEAR}))?"
                rf" (?:and|to|until|-|–) {STAGE}(?P<to>{MONTH})(?: (?P<to_year>{YEAR}))?"
            ),
            _from_to_months,
        ),
        (
            r"\b(?:between|from) (?P<from>(?:19|20)\d\d) (?:and|to|until) (?P<to>(?:19|20)\d\d)\b",
            _years,
        ),
        (rf"\b(?:(?P<since>since) |(?:on|in the early hours of) )?{DATE}\)?", _date),
        (rf"\b(?:today|this (?:morning|afternoon|evening))\b(?: \({WEEKDAY}\))?", _today),
        (rf"\b(?:yesterday{PART}|last night)\b(?: \({WEEKDAY}\))?", _yesterday),
        (rf"\b(?:on )?(?P<last>last |this )?(?P<weekday>{WEEKDAY}){PART}\b", _weekday),
        (
            (
                rf"\b(?:in|over|within|during) the (?:past|last|previous) (?:{length}"
                r"|(?P<one>hour|day|week|month|year)\b)"
            ),
            _past,
        ),
        (
            r"\b(?P<which>last|this|earlier this|later last) (?P<unit>week|weekend|month|year)\b",
            _period,
        ),
        (
            (
                rf"\b(?P<word>in|throughout|during|since|across|by|until|over)"
                rf" {STAGE}(?P<month>{MONTH})(?:,? (?P<year>{YEAR}))?"
            ),
            _month,
        ),
        (
            (
                r"\b(?P<word>in|throughout|during|since|across|until) (?:the (?:financial )?year )?"
                r"(?P<year>(?:19|20)\d\d)(?:[/–-](?P<next>\d\d(?:\d\d)?))?\b"
            ),
            _year,
        ),
    )
    return tuple((re.compile(form, re.IGNORECASE), read) for form, read in forms)


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


def _date(match: re.Match[str], issued: date | None) -> Bounds:
    found = _date_of(match, "", issued)
    if found is None:
        return None
    return (found, issued) if match["since"] else (found, found)


def _from_to_dates(match: re.Match[str], issued: date | None) -> Bounds:
    last = _date_of(match, "second_", issued)
    first = _date_of(match, "first_", last or issued)
    return None if first is None or last is None else (first, last)


def _from_to_months(match: re.Match[str], issued: date | None) -> Bounds:
    last = _month_of(match["to"], match["to_year"], issued)
    if last is None:
        return None
    first = _month_of(match["from"], match["from_year"], last[1])
    return None if first is None else (first[0], last[1])


def _years(match: re.Match[str], issued: date | None) -> Bounds:
    return date(int(match["from"]), 1, 1), date(int(match["to"]), 12, 31)


def _today(match: re.Match[str], issued: date | None) -> Bounds:
    return None if issued is None else (issued, issued)


def _yesterday(match: re.Match[str], issued: date | None) -> Bounds:
    return None if issued is None else (issued - DAY_LONG, issued - DAY_LONG)


def _weekday(match: re.Match[str], issued: date | None) -> Bounds:
    """The last such day up to publication; "last Monday" before it."""
    if issued is None:
        return None
    back = (issued.weekday() - DAYS.index(match["weekday"].lower())) % 7
    if back == 0 and (match["last"] or "").lower().startswith("last"):
        back = 7
    found = issued - timedelta(days=back)
    return found, found


def _past(match: re.Match[str], issued: date | None) -> Bounds:
    if issued is None:
        return None
    unit = (match["unit"] or match["one"]).lower()
    days = {"hour": 1 / 24, "day": 1, "week": 7, "month": 30.44, "year": 365.25}[unit]
    number = float(value_of(match)) if match["unit"] else 1.0
    return issued - timedelta(days=round(days * number)), issued


def _period(match: re.Match[str], issued: date | None) -> Bounds:
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


def _month(match: re.Match[str], issued: date | None) -> Bounds:
    found = _month_of(match["month"], match["year"], issued)
    if found is None:
        return None
    last = min(found[1], issued) if issued else found[1]
    return _opened(match["word"], found[0], last, issued)


def _year(match: re.Match[str], issued: date | None) -> Bounds:
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
