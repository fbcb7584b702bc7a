"""What is made faster is what networkx would make."""

import networkx as nx
import pytest

from kg.analyse import measures
from kg.analyse.measures import betweenness, constraint

NETWORKS = {
    "nothing": nx.Graph(),
    "one": nx.path_graph(1),
    "two": nx.path_graph(2),
    "a line": nx.path_graph(5),
    "parts": nx.disjoint_union(nx.star_graph(4), nx.cycle_graph(5)),
    "a tie to itself": nx.Graph([(0, 0), (0, 1), (1, 2)]),
    "chance": nx.gnm_random_graph(60, 150, seed=3),
    "a few have most ties": nx.barabasi_albert_graph(80, 2, seed=4),
}


@pytest.mark.parametrize("name", NETWORKS)
def test_betweenness_is_that_of_networkx(name: str) -> None:
    graph = nx.relabel_nodes(NETWORKS[name], str)
    assert betweenness(graph) == pytest.approx(nx.betweenness_centrality(graph))
    assert list(betweenness(graph)) == list(graph)


def test_betweenness_is_by_the_backend_and_the_same_in_every_run() -> None:
    assert measures.BACKEND in nx.config.backends
    graph = nx.gnm_random_graph(300, 1200, seed=5)
    assert betweenness(graph) == betweenness(graph)
    assert not vars(graph).get("__networkx_cache__")  # it would outlive a change of the graph


def test_betweenness_needs_no_backend(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(measures, "BACKEND", "not installed")
    graph = nx.relabel_nodes(nx.path_graph(3), str)
    assert betweenness(graph) == {"0": 0.0, "1": 1.0, "2": 0.0}


@pytest.mark.parametrize("name", NETWORKS)
def test_constraint_is_that_of_networkx(name: str) -> None:
    graph = nx.relabel_nodes(NETWORKS[name], str)
    for number, (_, _, tie) in enumerate(graph.edges(data=True)):
        tie["weight"] = number % 5 + 1
    expected = nx.constraint(graph, list(graph), weight="weight")
    assert constraint(graph, graph) == pytest.approx(expected, nan_ok=True)
    assert list(constraint(graph, graph)) == list(graph)
