from pathlib import Path

import networkx as nx
import pytest

from kg.api import Graph
from kg.errors import QueryError
from kg.store import Store
from kg.view.layout import positions
from kg.view.network import network
from kg.view.page import View
from tests.view.browser import needs_chromium, opened

MARKUP = "<b>Bold</b> & “quoted” </script><script>alert(1)</script>"


def tied(*edges: tuple[str, str, str]) -> "nx.MultiDiGraph[str]":
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    kinds = {"A": "Agency", "O": "Operation", "P": "Person"}
    for source, target, label in edges:
        for node in (source, target):
            graph.add_node(node, label=f"Name of {node}", type=kinds[node[0]], subtype=None)
        graph.add_edge(
            source,
            target,
            label=label,
            weight=1,
            reports=("case.md",),
            sentences=(f"What is said of {source} and {target}: {MARKUP}",),
            first="2020-07-02",
            last="2020-07-02",
        )
    return graph


GRAPH = tied(("A1", "O1", "tookPartIn"), ("A2", "O1", "tookPartIn"), ("P1", "A1", "worksFor"))


def test_strongest_are_shown_and_the_rest_is_counted() -> None:
    view = network(GRAPH, most_nodes=3)
    assert '"left_out":[1,1]' in view.html
    assert "Name of O1" in view.html


def test_report_words_cannot_close_the_element_they_stand_in() -> None:
    view = network(GRAPH)
    assert "</script><script>alert" not in view.html
    assert "alert(1)" in view.html


def test_page_forbids_all_requests() -> None:
    assert "default-src &#x27;none&#x27;" in network(GRAPH).html


def test_same_graph_is_the_same_page() -> None:
    assert network(GRAPH).html == network(GRAPH).html


def test_every_node_has_its_place_within_the_square() -> None:
    places = positions(nx.Graph(nx.disjoint_union(nx.path_graph(5), nx.star_graph(7))))
    assert len(set(places.values())) == len(places) == 13
    assert all(0 <= x <= 1 and 0 <= y <= 1 for x, y in places.values())


def test_notebook_shows_the_page_in_a_frame() -> None:
    frame = View("A & B", "<p>“text”</p>")._repr_html_()
    assert frame.startswith("<iframe srcdoc=")
    assert "<p>" not in frame


def test_graph_draws_its_projections(small: Store, tmp_path: Path) -> None:
    graph = Graph(small, "small")
    page = graph.view("everything").save(tmp_path / "network.html")
    assert page.read_text("utf-8").startswith("<!doctype html>")
    with pytest.raises(QueryError, match="no projection 'cars': there are agencies"):
        graph.view("cars")


@needs_chromium
def test_network_can_be_searched_filtered_and_asked(tmp_path: Path) -> None:
    path = network(GRAPH, title="Three ties").save(tmp_path / "network.html")
    with opened(path) as seen:
        page = seen.page
        assert "4 of 4 nodes, 3 of 3 ties shown" in page.inner_text("#counts")
        page.get_by_label("Search").fill("name of a1")
        page.get_by_label("Search").press("Enter")
        assert page.inner_text("#card h2") == "Name of A1"
        assert MARKUP in page.inner_text("#card")
        page.get_by_text("took part in").locator("..").get_by_role("checkbox").uncheck()
        assert "2 of 4 nodes, 1 of 3 ties shown" in page.inner_text("#counts")
        page.get_by_label("Published from").fill("2021-01-01")
        assert "0 of 4 nodes, 0 of 3 ties shown" in page.inner_text("#counts")
        assert (seen.errors, seen.requests) == ([], [path.as_uri()])
        shot = page.screenshot(path=tmp_path / "network.png")
    assert len(shot) > 10_000
