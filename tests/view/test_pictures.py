from decimal import Decimal
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from kg.analyse.central import CentralPlace
from kg.analyse.seizures import LedgerLine
from kg.analyse.timeline import Event
from kg.errors import ExportError
from kg.view import charts
from kg.view.picture import Picture
from kg.view.places import place_map
from tests.view.browser import needs_chromium, opened


def place(name: str, latitude: float | None, longitude: float | None) -> CentralPlace:
    return CentralPlace(name, 1, 2, 3, 0, 0.0, latitude, longitude, f"https://example.org/{name}")


def event(day: str | None, kind: str) -> Event:
    return Event(
        day, None, "reported", kind, f"a {kind}", ("Northmoor Police",), 1, "a.md", "Said."
    )


def line(commodity: str, month: str, floor: int, ceiling: int, measure: str = "kg") -> LedgerLine:
    return LedgerLine(
        commodity, month, "Saltby", measure, Decimal(floor), Decimal(ceiling), False, 1, 1
    )


NEAR = [place(f"Town {n}", 52 + n / 10, -1 + n / 10) for n in range(10)]
FAR = place("Far", -33.9, 151.2)
EVENTS = [event("2020-07-02", "arrest"), event("2020-08-01", "seizure"), event(None, "claim")]
LEDGER = [line("cocaine", "2020-07", 12, 20), line("cash", "2020-07", 900, 900, "GBP")]


def agencies() -> "nx.Graph[str]":
    graph: nx.Graph[str] = nx.Graph()
    for letter in "ABC":
        graph.add_node(letter, label=f"{letter} Police")
    graph.add_edge("A", "B", weight=2, tied_by=("Operation Redwing",))
    return graph


PICTURES = [
    place_map([*NEAR, FAR, place("Nowhere", None, None)]),
    charts.timeline(EVENTS),
    charts.seizures(LEDGER),
    charts.matrix(agencies()),
]


def data_of(picture: Picture) -> list[Any]:
    """The rows of all data in a chart."""
    spec = picture.chart.to_dict()
    layers = [spec, *spec.get("layer", ())]
    values = [layer["data"].get("values", []) for layer in layers if "data" in layer]
    named = list(spec.get("datasets", {}).values())
    return [row for rows in (*values, *named) if isinstance(rows, list) for row in rows]


def test_map_says_what_it_leaves_out() -> None:
    spec = PICTURES[0].chart.to_dict()
    assert spec["title"]["subtitle"] == (
        "left out for want of coordinates: 1; far from the others and perhaps outside the map: 1"
    )
    longitude, latitude = spec["projection"]["center"]
    assert (round(longitude, 2), round(latitude, 1)) == (-0.55, 52.5)


def test_event_without_a_day_is_not_on_the_timeline() -> None:
    assert {row["kind"] for row in data_of(PICTURES[1])} == {"arrest", "seizure"}


def test_bars_have_one_measure() -> None:
    assert {(row["commodity"], row["at most"]) for row in data_of(PICTURES[2])} == {("cocaine", 20)}


def test_matrix_has_each_tie_both_ways_and_its_operations() -> None:
    rows = data_of(PICTURES[3])
    assert {(row["one"], row["other"]) for row in rows} == {
        ("A Police", "B Police"),
        ("B Police", "A Police"),
    }
    assert rows[0]["by"] == "Operation Redwing"


@pytest.mark.parametrize("suffix", [".png", ".svg"])
@pytest.mark.parametrize("picture", PICTURES, ids=lambda p: p.title)
def test_picture_is_saved_for_print(picture: Picture, suffix: str, tmp_path: Path) -> None:
    path = picture.save(tmp_path / f"picture{suffix}")
    assert path.read_bytes()[:4] in (b"\x89PNG", b"<svg")


def test_unknown_suffix_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"\.html \.png \.svg \.pdf"):
        PICTURES[0].save(tmp_path / "map.bmp")


@needs_chromium
@pytest.mark.parametrize("picture", PICTURES, ids=lambda p: p.title)
def test_page_draws_without_a_network(picture: Picture, tmp_path: Path) -> None:
    path = picture.save(tmp_path / "picture.html")
    with opened(path) as seen:
        seen.page.wait_for_selector("canvas, svg")
        assert (seen.errors, seen.requests) == ([], [path.as_uri()])
        assert len(seen.page.screenshot()) > 5000
