"""Any SELECT of two or three columns as a network."""

import pytest

from kg.analyse.from_select import from_select
from kg.errors import QueryError
from kg.store import Store

BODIES = "?fact org:member ?official ; org:organization ?agency ."


def test_rows_are_counted_without_a_third_column(small: Store) -> None:
    graph = from_select(small, "SELECT ?a ?o { ?f oc:byAgency ?a ; oc:inOperation ?o }")
    assert [
        (graph.nodes[one]["label"], graph.nodes[other]["label"], tie["weight"])
        for one, other, tie in graph.edges(data=True)
    ] == [
        ("Dales Police", "Operation Lapwing", 1),
        ("Harbourshire Police", "Operation Redwing", 3),
        ("Westmoor Regional Organised Crime Unit", "Operation Redwing", 1),
    ]


def test_third_column_weighs_and_literals_are_their_own_labels(small: Store) -> None:
    text = f"SELECT ?name ?agency (COUNT(*) AS ?n) {{ {BODIES} ?official foaf:name ?name }}"
    graph = from_select(small, f"{text} GROUP BY ?name ?agency")
    assert graph.nodes["Helen Marsh"] == {"label": "Helen Marsh"}
    assert {tie["weight"] for *_, tie in graph.edges(data=True)} == {1}


def test_bindings_are_bound(small: Store) -> None:
    text = f"SELECT ?official ?agency {{ {BODIES} }}"
    graph = from_select(small, text, {"agency": "https://w3id.org/ockg/id/agency/westmoor"})
    assert [about["label"] for _, about in graph.nodes(data=True)] == [
        "Westmoor Regional Organised Crime Unit",
        "Tom Okoro",
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("SELECT ?s { ?s ?p ?o }", "two or three columns"),
        ("ASK { ?s ?p ?o }", "two or three columns"),
        ("SELECT ?s ?o ?t { ?s oc:statedIn ?o . ?o oc:text ?t }", "must be a number, found"),
    ],
)
def test_other_shapes_are_refused(small: Store, text: str, said: str) -> None:
    with pytest.raises(QueryError, match=said):
        from_select(small, text)
