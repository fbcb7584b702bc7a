import pytest

from kg.analyse.card import card
from kg.api import Graph
from kg.errors import QueryError
from kg.store import Store


def test_card_has_each_fact_with_its_sentence(small: Store) -> None:
    name = (
        Graph(small, "small")
        .query(
            "SELECT ?name WHERE { ?agency a oc:Agency ; oc:tookPartIn ?o ; skos:prefLabel ?name }"
        )[0]
        .name
    )
    found = card(small, name.upper())
    assert (found.name, found.type) == (name, "Agency")
    assert len(found.events) > 0
    html = found._repr_html_()
    assert html.count("<li>") == len(found.events) == html.count("<q>")
    assert found.events[0].sentence.split()[0] in html


def test_card_of_nobody_names_who_is_near(small: Store) -> None:
    with pytest.raises(QueryError, match="nothing in the graph is called"):
        Graph(small, "small").entity("Nobody At All")
