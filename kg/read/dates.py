"""The publication date of a page, by the first of these routes that states a whole one.

A month without a day is never filled in. The route's name is kept beside the date.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from kg.read.calendar_words import stated_dates, whole_date
from kg.read.stamps import spoken_date, stamped_date

URL_YEAR = re.compile(r"/((?:19|20)\d\d)(?=[/-])")
URL_DATE = re.compile(
    r"(?<!\w)(?P<year>(?:19|20)\d\d)[/-](?P<month>\d\d?|[a-z]{3,9})[/-](?P<day>\d\d?)(?!\d)",
    re.IGNORECASE,
)
PUBLISHED_FIELDS = (
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
    "dcterms.date",
    "date",
    "time.published",
)
MODIFIED_FIELDS = (
    "article.modified.time",
    "og.updated.time",
    "date.modified",
    "last.modified",
    "modified",
    "updated",
    "lastmod",
    "timestamp",
)
COLLECTED_FIELDS = (
    *("collection.date", "ingest.date", "extraction.date", "accessed", "captured", "captured.date"),
    *("collected", "collected.date", "fetched", "fetched.at", "fetched.date", "retrieved"),
)
DAY_AND_YEAR = re.compile(r"\b\d\d?\b.*\b\d{4}\b|\b\d{4}\b.*\b\d\d?\b")
CLOCK = re.compile(r"\d[:.]\d\d")


@dataclass(frozen=True, slots=True)
class Clues:
    """Where a page may say when it was published."""

    metadata: Mapping[str, str]
    url: str
    body: Sequence[str]  # its lines

    @property
    def year(self) -> str | None:
        """The year alone, as the metadata or the URL has it."""
        match = URL_YEAR.search(self.url)
        return (
            self.metadata.get("publish.year") or self.metadata.get("year") or (match and match[1])
        )

    @property
    def collected(self) -> frozenset[date]:
        """The days on which the page was collected and worked on."""
        values = (self.metadata[key] for key in COLLECTED_FIELDS if key in self.metadata)
        return frozenset(day for value in values for day in stated_dates(value))


Route = Callable[[Clues], date | None]


def _field(key: str) -> Route:
    def route(clues: Clues) -> date | None:
        value = clues.metadata.get(key)
        if value is None:
            return None
        found = next(stated_dates(value), None) or _foreign(value)
        return None if found in clues.collected and not CLOCK.search(value) else found

    return route


def _modified(key: str) -> Route:
    """A change on the day of collection or later is one of the copy, not of the page."""
    field = _field(key)

    def route(clues: Clues) -> date | None:
        found = field(clues)
        first_collected = min(clues.collected, default=None)
        if found is not None and first_collected is not None and found >= first_collected:
            return None
        return found

    return route


def _parts(prefix: str) -> Route:
    """`day` and `month` side by side; the year may stand elsewhere."""

    def route(clues: Clues) -> date | None:
        day = clues.metadata.get(f"{prefix}day", "")
        month = clues.metadata.get(f"{prefix}month", "")
        year = clues.year or ""
        if not (day.isdecimal() and year.isdecimal() and month.isalnum()):
            return None
        return whole_date(year=year, month=month, day=day)

    return route


def _stamp(clues: Clues) -> date | None:
    return stamped_date(clues.body, clues.year)


def _url(clues: Clues) -> date | None:
    """`/2021/01/16/`, `/2021/january/16/`, `/2021-01-16-`; never `/2021/january/`."""
    dates = (whole_date(**match.groupdict()) for match in URL_DATE.finditer(clues.url))
    return next(filter(None, dates), None)


def _spoken(clues: Clues) -> date | None:
    return spoken_date(clues.body, clues.year)


def _foreign(value: str) -> date | None:
    """A whole date in another language or form, as dateparser reads it."""
    if not DAY_AND_YEAR.search(value) or not re.search(r"[^\W\d_]{3}", value):
        return None
    import dateparser  # noqa: PLC0415  for the few values that no strict form fits

    found = dateparser.parse(
        value, settings={"REQUIRE_PARTS": ["day", "month", "year"], "DATE_ORDER": "DMY"}
    )
    return found.date() if found else None


ROUTES: tuple[tuple[str, Route], ...] = (
    *((key, _field(key)) for key in PUBLISHED_FIELDS),
    ("publish.day", _parts("publish.")),
    ("day", _parts("")),
    ("body", _stamp),
    ("url", _url),
    ("today", _spoken),
    *((key, _modified(key)) for key in MODIFIED_FIELDS),
)


def publication_date(
    metadata: Mapping[str, str], url: str | None, body: Sequence[str]
) -> tuple[date, str] | tuple[None, None]:
    """The date and the route that found it, or None twice.

    A day without a time that is also the day of collection is not one of publication: collectors
    fill it in where a page has none.
    """
    clues = Clues(metadata, url or "", body)
    found = ((route(clues), name) for name, route in ROUTES)
    return next(((day, name) for day, name in found if day is not None), (None, None))
