from pathlib import Path

import pytest

from kg.api import Graph
from kg.model import SetAside
from kg.report.contents import disagreements, ledger, sections
from kg.store import Store
from tests.view.browser import needs_chromium, opened


def test_sections_have_the_most_reported_first_with_sentences(small: Store) -> None:
    found = {section.title: section.entries for section in sections(small)}
    assert {"Agencies", "Operations", "Officials", "Places"} <= set(found)
    for entries in found.values():
        assert [e.reports for e in entries] == sorted((e.reports for e in entries), reverse=True)
        assert all(line.sentence and line.report for entry in entries for line in entry.lines)


def test_ledger_has_floor_and_ceiling(small: Store) -> None:
    rows = ledger(small)
    assert rows
    for _, measure, floor, ceiling, cases, reports in rows:
        assert measure
        assert float(floor.replace(",", "")) >= 0
        assert int(cases) >= 1 <= int(reports)
        assert ceiling == "no limit stated" or float(ceiling.replace(",", "")) >= float(
            floor.replace(",", "")
        )


def test_disagreements_list_more_than_one_figure(small: Store) -> None:
    assert all(len(one.figures) > 1 for one in disagreements(small))


def test_page_tells_of_reports_set_aside_and_keeps_words_as_words(small: Store) -> None:
    aside = [SetAside("<b>.md", "no text: the body is empty")]
    page = Graph(small, "graphs/small", set_aside=aside).report().html
    assert "<title>small</title>" in page
    assert "&lt;b&gt;.md: no text: the body is empty" in page
    assert "Set aside" not in Graph(small, "small").report().html


@needs_chromium
@pytest.mark.model
def test_page_opens_without_a_network(small: Store, tmp_path: Path) -> None:
    path = Graph(small, "small").report(title="Three reports").save(tmp_path / "report.html")
    with opened(path) as seen:
        page = seen.page
        page.locator("summary").first.click()
        assert page.locator("blockquote").first.is_visible()
        assert seen.errors == []
        assert [address for address in seen.requests if not address.startswith("file:")] == []
