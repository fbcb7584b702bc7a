"""The projection onto entities: nodes, edges and what they carry."""

from datetime import date

import networkx as nx
import pytest

from kg.analyse.described import described
from kg.analyse.project import (
    PROJECTIONS,
    agencies,
    everything,
    multigraph,
    officials,
    outline,
    people,
    places,
)
from kg.analyse.scope import Scope
from kg.store import Store
from tests.analyse.reported import Outcome, Said, iri, store_of

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


def test_agencies_are_tied_by_each_joint_operation(small: Store) -> None:
    graph = agencies(small)
    tie = graph.edges[f"{ID}agency/harbourshire", f"{ID}agency/westmoor"]
    assert (tie["tied_by"], tie["weight"]) == (("Operation Redwing",), 1)
    assert tie["reports"] == ("force/redwing-raids.md", "unit/redwing-jailed.md")
    assert (tie["first"], tie["last"]) == ("2021-03-02", "2021-09-15")
    assert "Officers also found £25,000 in cash." in tie["sentences"]


def test_agencies_are_tied_once_by_working_together() -> None:
    store = store_of(
        Said("one.md", "2021-01-01", "a:North", "workedWith", "a:South"),
        Said("two.md", "2021-02-01", "a:South", "workedWith", "a:North"),
        Said("two.md", "2021-02-01", "a:South", "tookPartIn", "o:Operation Heron"),
    )
    ((_, _, tie),) = agencies(store).edges(data=True)
    assert tie["tied_by"] == ("said to have worked together",)
    assert (tie["weight"], tie["reports"]) == (1, ("one.md", "two.md"))


def test_agency_alone_in_an_operation_is_there_untied() -> None:
    graph = agencies(store_of(Said("one.md", None, "a:North", "tookPartIn", "o:Operation Heron")))
    assert list(graph) == [iri("a:North")]
    assert graph.number_of_edges() == 0


def test_places_are_tied_by_operations_in_both() -> None:
    store = store_of(
        Said("one.md", None, "o:Operation Heron", "tookPlaceIn", "p:Portbury"),
        Outcome(
            "two.md", None, "Search", {"inOperation": "o:Operation Heron", "atPlace": "p:Dale"}
        ),
    )
    ((_, _, tie),) = places(store).edges(data=True)
    assert (tie["tied_by"], tie["weight"]) == (("Operation Heron",), 1)


def test_people_are_tied_by_operation_or_else_by_report() -> None:
    store = store_of(
        Outcome("one.md", None, "Charge", {"concerns": "x:Ann Ash"}),
        Outcome("one.md", None, "Charge", {"concerns": "x:Bob Beech"}),
        Outcome("two.md", None, "Charge", {"concerns": "x:Cal Cedar"}),
        Said("two.md", None, "x:Cal Cedar", "memberOf", "g:Dock Crew"),
    )
    graph = people(store)
    assert {
        (graph.nodes[one]["label"], graph.nodes[other]["label"]): tie["tied_by"]
        for one, other, tie in graph.edges(data=True)
    } == {
        ("Ann Ash", "Bob Beech"): ("the case in one.md",),
        ("Dock Crew", "Cal Cedar"): ("reported member",),
    }


def test_officials_stand_beside_agencies_and_operations(small: Store) -> None:
    graph = officials(small)
    marsh = graph[f"{ID}official/helen-marsh"]
    assert marsh[f"{ID}agency/harbourshire"]["label"] == "Detective Inspector, spokeFor"
    assert marsh[f"{ID}operation/redwing"]["label"] == "named in a report of"
    assert not graph.has_edge(f"{ID}official/helen-marsh", f"{ID}official/tom-okoro")


def test_everything_has_one_edge_a_pair(small: Store) -> None:
    graph = everything(small)
    tie = graph.edges[f"{ID}agency/harbourshire", f"{ID}operation/redwing"]
    assert (tie["label"], tie["weight"]) == ("arrest, seizure, tookPartIn", 1)
    assert f"{ID}platform/hushphone" not in graph


@pytest.mark.parametrize(
    ("scope", "edges"),
    [
        (Scope(since=date(2021, 3, 3)), 5),
        (Scope(since=date(2021, 3, 2), until=date(2021, 3, 2)), 10),
        (Scope(until=date(2020, 1, 1)), 0),
        (Scope(place=f"{ID}place/harbourshire"), 10),
        (Scope(place=f"{ID}place/harbourshire", since=date(2021, 3, 3)), 0),
    ],
)
def test_scope_narrows_to_reports(small: Store, scope: Scope, edges: int) -> None:
    graph = multigraph(small, scope=scope)
    assert graph.number_of_edges() == edges
    assert all(graph.degree(node) for node in graph)


@pytest.mark.parametrize("name", PROJECTIONS)
def test_projection_is_the_same_whatever_the_order(small: Store, name: str) -> None:
    other = Store()
    other.load(sorted(small.quads(), key=repr, reverse=True))
    one, again = PROJECTIONS[name](small), PROJECTIONS[name](other)
    assert list(one.nodes(data=True)) == list(again.nodes(data=True))
    assert list(one.edges(data=True)) == list(again.edges(data=True))


@pytest.mark.parametrize("of", PROJECTIONS)
@pytest.mark.parametrize(
    "scope", [Scope(), Scope(since=date(2021, 6, 1)), Scope(place=f"{ID}place/portbury")]
)
def test_outline_is_the_projection_without_its_sentences(
    small: Store, of: str, scope: Scope
) -> None:
    whole, bare = PROJECTIONS[of](small, scope=scope), outline(small, of, scope=scope)
    assert list(bare.nodes(data=True)) == list(whole.nodes(data=True))
    assert {frozenset(pair) for pair in bare.edges} == {frozenset(pair) for pair in whole.edges}
    for one, other, tie in bare.edges(data=True):
        assert tie["weight"] == whole.edges[one, other]["weight"]
        assert sorted(tie["reports"]) == sorted(whole.edges[one, other]["reports"])


def test_wanted_entities_are_found_whatever_type_is_looked_at_first(small: Store) -> None:
    wanted = {f"{ID}place/portbury", f"{ID}agency/westmoor", f"{ID}operation/redwing"}
    expected = {iri: about for iri, about in described(small) if iri in wanted}
    assert len(expected) == 3
    for types in ((), ("Place",), ("Person", "Agency")):
        assert dict(described(small, wanted, types)) == expected
