"""The projection onto entities: nodes, edges and what they carry."""

import networkx as nx
import pytest

from kg.analyse.project import multigraph
from kg.store import Store

ID = "https://w3id.org/ockg/id/"


@pytest.fixture(scope="module")
def graph(small: Store) -> "nx.MultiDiGraph[str]":
    return multigraph(small)


def test_nodes_are_all_entities_with_plain_attributes(graph: "nx.MultiDiGraph[str]") -> None:
    assert len(graph) == 12
    assert graph.nodes[f"{ID}place/portbury"] == {
        "label": "Portbury",
        "type": "Place",
        "subtype": None,
        "latitude": 51.5,
        "longitude": -2.75,
    }
    assert graph.nodes[f"{ID}official/tom-okoro"]["type"] == "Official"
    assert graph.nodes[f"{ID}agency/westmoor"]["subtype"] == "RegionalUnit"


def test_edge_gathers_all_reports_that_say_it(graph: "nx.MultiDiGraph[str]") -> None:
    edge = graph.edges[f"{ID}agency/westmoor", f"{ID}operation/redwing", "Claim:tookPartIn"]
    assert edge["type"] == "Claim"
    assert edge["label"] == "tookPartIn"
    assert edge["weight"] == 2
    assert edge["reports"] == ("force/redwing-raids.md", "unit/redwing-jailed.md")
    assert len(edge["sentences"]) == 2
    assert (edge["first"], edge["last"]) == ("2021-03-02", "2021-09-15")


def test_edge_of_undated_report_has_no_dates(graph: "nx.MultiDiGraph[str]") -> None:
    edge = graph.edges[f"{ID}agency/dales", f"{ID}agency/harbourshire", "Claim:workedWith"]
    assert (edge["first"], edge["last"]) == (None, None)


@pytest.mark.parametrize(
    ("source", "target", "key"),
    [
        ("official/helen-marsh", "agency/harbourshire", "PostHolding:Detective Inspector"),
        ("official/helen-marsh", "agency/harbourshire", "Quotation:spokeFor"),
        ("agency/harbourshire", "operation/redwing", "Seizure:seizure"),
        ("agency/harbourshire", "place/portbury", "Seizure:seizure"),
        ("operation/redwing", "place/portbury", "Claim:tookPlaceIn"),
        (
            "operation/redwing",
            "report/redwing-raids-aaaa1111/person/liam-hartley",
            "Sentencing:sentencing",
        ),
    ],
)
def test_fact_becomes_edge(
    graph: "nx.MultiDiGraph[str]", source: str, target: str, key: str
) -> None:
    assert graph.has_edge(f"{ID}{source}", f"{ID}{target}", key)


def test_order_is_that_of_the_names(small: Store, graph: "nx.MultiDiGraph[str]") -> None:
    other = Store()
    other.load(sorted(small.quads(), key=repr, reverse=True))
    again = multigraph(other)
    assert list(graph) == sorted(graph) == list(again)
    assert list(graph.edges(keys=True)) == list(again.edges(keys=True))


def test_empty_store_gives_empty_graph() -> None:
    assert len(multigraph(Store())) == 0
