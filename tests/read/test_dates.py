"""The publication date by each of its routes, and dates that are not one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.read.calendar_words import NAMES, stated_dates
from kg.read.dates import publication_date
from kg.read.stamps import spoken_date, stamped_date

DAY = date(2021, 2, 16)  # a Tuesday
NONE: dict[str, str] = {}


@pytest.mark.parametrize(
    ("metadata", "url", "body", "route"),
    [
        ({"publish.date": "14:23 16/02/2021"}, None, [], "publish.date"),
        ({"publish.date": "16 Feb 2021"}, None, [], "publish.date"),
        ({"publish.date": "2021-02-16T17:08:00+00:00"}, None, [], "publish.date"),
        ({"publish.date": "16 de febrero de 2021"}, None, [], "publish.date"),
        ({"published.date": "Tuesday, February 16th, 2021"}, None, [], "published.date"),
        ({"article.published.time": "2021-02-16T09:00"}, None, [], "article.published.time"),
        ({"date.published": "20210216"}, None, [], "date.published"),
        (
            {"publish.day": "16", "publish.month": "Feb", "publish.year": "2021"},
            None,
            [],
            "publish.day",
        ),
        ({"day": "16", "month": "02", "time": "09:00"}, "https://a.example/2021/b", [], "day"),
        (NONE, None, ["17:08 16/02/2021", "Officers knocked."], "body"),
        (NONE, None, ["Published 16 February 2021"], "body"),
        (NONE, None, ["Posted on 07:25:00 on 16th February 2021"], "body"),
        (NONE, None, ["Tuesday, 16 February 2021"], "body"),
        (NONE, None, ["Feb 16, 2021 07:12 GMT"], "body"),
        (NONE, "https://a.example/2021/b", ["Tuesday, 16 February"], "body"),
        (NONE, "https://a.example/2021/b", ["Published 16 February"], "body"),
        (NONE, None, ["Line."] * 30 + ["Published at 3.45pm on Tuesday 16 February 2021."], "body"),
        (NONE, None, ["Line."] * 30 + ["Release date: 16/Feb/2021 12:08", "Author"], "body"),
        (NONE, "https://a.example/news/2021/02/16/raid", [], "url"),
        (NONE, "https://a.example/news/2021/february/16/raid", [], "url"),
        (NONE, "https://a.example/2021-02-16-raid", [], "url"),
        (
            NONE,
            "https://a.example/2021/b",
            ["He was jailed today (Tuesday, 16 February)."],
            "today",
        ),
        (NONE, None, ["Held yesterday (Monday 15 February 2021), he waits."], "today"),
        ({"article.modified.time": "2021-02-16T09:00"}, None, [], "article.modified.time"),
        ({"og.updated.time": "2021-02-16"}, None, [], "og.updated.time"),
    ],
)
def test_publication_date_is_found_by_route(
    metadata: dict[str, str], url: str | None, body: list[str], route: str
) -> None:
    assert publication_date(metadata, url, body) == (DAY, route)


@pytest.mark.parametrize(
    ("metadata", "url", "body"),
    [
        ({"publish.month": "february", "publish.year": "2021"}, None, []),
        ({"publish.date": "February 2021"}, None, []),
        ({"publish.date": "31/02/2021"}, None, []),
        ({"day": "16", "month": "02"}, None, []),
        (NONE, "https://a.example/news/2021/february/raid", []),
        (NONE, "https://a.example/news/2012/raid-16-02", []),
        (NONE, None, ["On 16 February 2021 officers knocked."]),
        (NONE, None, ["Previous release | 16 February 2021"]),
        (NONE, None, ["Line."] * 30 + ["16 February 2021"]),
        (NONE, "https://a.example/2020/b", ["Tuesday, 16 February"]),
        (NONE, None, ["He was jailed today (Tuesday, 16 February)."]),
        (NONE, "https://a.example/2020/b", ["He was jailed today (Tuesday, 16 February)."]),
    ],
)
def test_date_that_is_not_whole_is_none(
    metadata: dict[str, str], url: str | None, body: list[str]
) -> None:
    assert publication_date(metadata, url, body) == (None, None)


def test_date_of_publication_comes_before_those_of_change() -> None:
    stated = {"og.updated.time": "2021-03-01", "date": "2021-02-20", "publish.date": "2021-02-16"}
    assert publication_date(stated, None, []) == (DAY, "publish.date")


def test_day_of_collection_is_not_one_of_publication() -> None:
    collected = {"publish.date": "2026-04-17", "collection.date": "2026-04-17"}
    assert publication_date(collected, None, []) == (None, None)
    assert publication_date(collected, None, ["16 February 2021"]) == (DAY, "body")
    at_noon = {**collected, "publish.date": "2026-04-17 12:00"}
    assert publication_date(at_noon, None, []) == (date(2026, 4, 17), "publish.date")
    changed = {"updated": "2026-04-18", "collection.date": "2026-04-17"}
    assert publication_date(changed, None, []) == (None, None)


def test_spoken_date_is_none_without_the_right_weekday() -> None:
    assert spoken_date(["She appeared this morning, Monday 16 February 2021."], None) is None
    assert spoken_date(["She appeared this morning, Tuesday 16 February 2021."], None) == DAY


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_dates_are_read_back_from_every_form(day: date) -> None:
    month = NAMES[day.month - 1]
    for text in (
        day.isoformat(),
        f"{day.day} {month.title()} {day.year}",
        f"{month.title()} {day.day}, {day.year}",
        f"{day.day:02}/{month[:3].title()}/{day.year}",
        f"{day.day:02}.{day.month:02}.{day.year}",
        f"{day.year}{day.month:02}{day.day:02}",
    ):
        assert next(stated_dates(f"x {text} y")) == day


@given(st.text(max_size=60))
def test_any_line_is_a_stamp_or_none(line: str) -> None:
    found = stamped_date([line], "2021")
    assert found is None or found.year >= 1900


def test_american_day_after_month_is_told_by_its_size() -> None:
    assert next(stated_dates("02/16/2021")) == DAY
