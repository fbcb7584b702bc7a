"""Titles, with and without the site's name."""

import pytest

from kg.read.titles import site_of, without_site
from tests.read.pages import read_page


@pytest.mark.parametrize(
    ("title", "bare", "site"),
    [
        ("Two jailed | Anyshire Police", "Two jailed", "Anyshire Police"),
        ("Two jailed - Anytown | Anyshire Police", "Two jailed - Anytown", "Anyshire Police"),
        ("Two jailed - The Metropolitan Police", "Two jailed", "The Metropolitan Police"),
        ("Two jailed - SYP", "Two jailed", "SYP"),
        ("Two jailed – BBC News", "Two jailed", "BBC News"),
        ("Two jailed - police appeal", "Two jailed - police appeal", ""),
        ("Two jailed - Ten arrested by police", "Two jailed - Ten arrested by police", ""),
        ("Anyshire Police", "Anyshire Police", ""),
        ("", "", ""),
    ],
)
def test_site_is_told_from_the_title(title: str, bare: str, site: str) -> None:
    assert (without_site(title), site_of(title)) == (bare, site)


@pytest.mark.parametrize(
    ("body", "title", "text"),
    [
        ("# Two jailed\n\nText.", "", "Two jailed\n\nText."),
        ("# Two jailed\n\n## TWO JAILED\n\nText.", "Two jailed | A", "Two jailed | A\n\nText."),
        ("Two jailed | A\n\nText.", "Two jailed", "Two jailed\n\nText."),
        ("Two were jailed.\n\nText.", "", "Two were jailed.\n\nText."),
        ("Two jailed", "Two jailed", "Two jailed\n\nTwo jailed"),
        ("Only one paragraph", "", "Only one paragraph"),
        ("- an item\n\nText.", "", "- an item\n\nText."),
        ("Text.", "Two&nbsp;jailed &amp; fined |", "Two jailed & fined\n\nText."),
    ],
)
def test_title_stands_once_at_the_head_of_the_text(body: str, title: str, text: str) -> None:
    report = read_page(body, title=title)
    assert report.text == text
    assert report.text[: report.body_start].strip().startswith(report.title)
