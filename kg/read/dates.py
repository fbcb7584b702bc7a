"""The publication date of a page, by the first of these routes that states a whole one.

A month without a day is never filled in. The route's name is kept beside the date.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date

from kg.read.calendar_words import MONTH, MONTHS, a_date, stated_dates

Metadata = Mapping[str, str]
Route = Callable[[Metadata, str, Sequence[str]], date | None]


def _field(key: str) -> Route:
    def route(metadata: Metadata, url: str, body: Sequence[str]) -> date | None:
        value = metadata.get(key)
        return None if value is None else next(stated_dates(value), None) or _foreign(value)

    return route


def _foreign(value: str) -> date | None:
    """A whole date in another language or form, as dateparser reads it."""
    if not re.search(r"\d", value) or not re.search(r"[^\W\d_]{3}", value):
        return None
    import dateparser  # noqa: PLC0415  for the few values that no strict form fits

    found = dateparser.parse(
        value, settings={"REQUIRE_PARTS": ["day", "month", "year"], "DATE_ORDER": "DMY"}
    )
    return found.date() if found else None


def _parts(prefix: str) -> Route:
    """`day`, `month` and `year` side by side; the year may stand in the URL alone."""

    def route(metadata: Metadata, url: str, body: Sequence[str]) -> date | None:
        day, month = metadata.get(f"{prefix}day"), metadata.get(f"{prefix}month")
        year = metadata.get(f"{prefix}year") or _year_of(url)
        if day is None or month is None or year is None:
            return None
        number = MONTHS.get(month[:3].casefold()) if month[:1].isalpha() else month
        whole = number and day.isdigit() and str(number).isdigit() and year.isdigit()
        return a_date(year, number, day) if number and whole else None

    return route


URL_YEAR = re.compile(r"/((?:19|20)\d\d)(?=[/-])")
URL_DATE = re.compile(r"(?<![\w])((?:19|20)\d\d)[/-](\d\d?|[a-z]{3,9})[/-](\d\d?)(?![\d])", re.I)


def _year_of(url: str) -> str | None:
    match = URL_YEAR.search(url)
    return match[1] if match else None


def _url(metadata: Metadata, url: str, body: Sequence[str]) -> date | None:
    """`/2021/01/16/`, `/2021/january/16/`, `/2021-01-16-`; never `/2021/january/`."""
    for year, month, day in URL_DATE.findall(url):
        number = MONTHS.get(month.casefold()) if month.isalpha() else month
        if number and (found := a_date(year, number, day)):
            return found
    return None


STAMPED_LINES = 12  # how far into the body a line may stamp the date
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?"
CLOCK = r"(?:\d\d?[:.]\d\d(?:[:.]\d\d)?\s*(?:am|pm|hrs|hours)?(?:\s*(?:gmt|bst|utc|[ecmp][sd]?t))?)?"
SAID = (
    r"(?:(?:date\s+|first\s+|originally\s+)?(?:published|posted|issued|released?|dated?|"
    r"publication|release date|press release|updated)(?:\s+date)?\s*(?:on|at|:|-|–)*\s*)?"
)
DATED = (
    rf"(?:\d\d?(?:st|nd|rd|th)?(?:\s+of)?[\s-]+{MONTH.replace('?P<word>', '?:')},?[\s-]*\d{{4}}"
    rf"|{MONTH.replace('?P<word>', '?:')}\s+\d\d?(?:st|nd|rd|th)?,?\s+\d{{4}}"
    r"|\d\d?[/.-]\d\d?[/.-]\d{4}|\d{4}-\d\d-\d\d)"
)
STAMP = re.compile(
    rf"(?:[\w ,'’.()]{{2,40}}\s[–—-]\s)?{SAID}{CLOCK}\s*(?:on\s+)?{WEEKDAY}{DATED},?\s*(?:[-–|,]|at)?\s*{CLOCK}(?:\s+in\s.{{2,60}})?\.?",
    re.IGNORECASE,
)


def _body(metadata: Metadata, url: str, body: Sequence[str]) -> date | None:
    """A line of its own near the top: "17:08 16/02/2021", "Published 4 March 2020"."""
    for line in body[:STAMPED_LINES]:
        if len(line) < 90 and STAMP.fullmatch(line):
            return next(stated_dates(line), None)
    return None


ROUTES: tuple[tuple[str, Route], ...] = (
    *(
        (key, _field(key))
        for key in (
            "publish.date",
            "published.date",
            "publication.date",
            "date.published",
            "published",
            "published.at",
            "published.on",
            "published.time",
            "article.published.time",
            "publish",
            "pub.date",
            "pubdate",
            "date.issued",
            "issued",
            "release.date",
            "dc.date.issued",
            "dc.date",
            "date",
        )
    ),
    ("publish.day", _parts("publish.")),
    ("day", _parts("")),
    ("body", _body),
    ("url", _url),
    *(
        (key, _field(key))
        for key in (
            "article.modified.time",
            "og.updated.time",
            "date.modified",
            "last.modified",
            "modified",
            "updated",
            "lastmod",
            "timestamp",
        )
    ),
)
COLLECTED = ("collection.date", "ingest.date", "extraction.date", "accessed", "retrieved")


def publication_date(
    metadata: Metadata, url: str | None, body: Sequence[str]
) -> tuple[date | None, str | None]:
    """The date and the route that found it, or None twice.

    A stated date that is only the day the page was collected gives way to any other route.
    """
    collected = {day for key in COLLECTED for day in stated_dates(metadata.get(key, ""))}
    fallback: tuple[date | None, str | None] = (None, None)
    for name, route in ROUTES:
        found = route(metadata, url or "", body)
        if found is not None and found not in collected:
            return found, name
        if found is not None and fallback[0] is None:
            fallback = (found, name)
    return fallback
