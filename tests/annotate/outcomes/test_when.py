"""Times as reports word them, told from a Friday, 30 October 2020."""

from datetime import date

import pytest

from kg.annotate.outcomes.when import times_in
from tests.annotate.outcomes.people import ISSUED, of_kind, told


def bounds(text: str, issued: date | None = ISSUED) -> list[tuple[str, str]]:
    times = times_in(told(text, issued=issued), 0, len(text))
    return [(str(t.not_before), str(t.not_after)) for t in times]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("today (Friday)", "2020-10-30", "2020-10-30"),
        ("Yesterday (Thursday)", "2020-10-29", "2020-10-29"),
        ("this morning", "2020-10-30", "2020-10-30"),
        ("on Tuesday", "2020-10-27", "2020-10-27"),
        ("last Friday", "2020-10-23", "2020-10-23"),
        ("on 22 September", "2020-09-22", "2020-09-22"),
        ("on 4 December", "2019-12-04", "2019-12-04"),
        ("on Friday 13 March 2020", "2020-03-13", "2020-03-13"),
        ("on Aug. 28, 2015", "2015-08-28", "2015-08-28"),
        ("Throughout June", "2020-06-01", "2020-06-30"),
        ("Between April and early July", "2020-04-01", "2020-07-31"),
        ("between 30 March and 7 April 2020", "2020-03-30", "2020-04-07"),
        ("in April 2018", "2018-04-01", "2018-04-30"),
        ("last month", "2020-09-01", "2020-09-30"),
        ("last week", "2020-10-19", "2020-10-25"),
        ("last year", "2019-01-01", "2019-12-31"),
        ("since 2018", "2018-01-01", "2020-10-30"),
        ("over the past three months", "2020-07-31", "2020-10-30"),
        ("in the past 48 hours", "2020-10-28", "2020-10-30"),
    ],
)
def test_times_have_bounds(text: str, first: str, last: str) -> None:
    assert bounds(text) == [(first, last)]


@pytest.mark.parametrize("text", ["yesterday", "on 22 September", "last month", "on Tuesday"])
def test_times_without_a_publication_date_are_not_guessed(text: str) -> None:
    assert bounds(text, None) == []


@pytest.mark.parametrize(
    ("text", "wording"),
    [
        ("A man was arrested on Tuesday and will appear in court on 4 November.", "on Tuesday"),
        ("Yesterday a man was arrested.", "Yesterday"),
        ("A man who stole cars last year has been arrested.", None),
        ("A man was arrested after a raid in May.", None),
    ],
)
def test_outcome_has_the_time_of_its_own_verb(text: str, wording: str | None) -> None:
    assert [o.when_wording for o in of_kind(told(text), "Arrest")] == [wording]
