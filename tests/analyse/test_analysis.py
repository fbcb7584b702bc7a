"""The questions by names, as Python users ask them."""

from datetime import date
from pathlib import Path

import pytest

import kg
from kg.analyse.questions import Analysis
from kg.errors import QueryError
from kg.store import Store

SMALL = Path(__file__).parents[1] / "golden" / "small.trig"


@pytest.fixture
def ask(small: Store) -> Analysis:
    return Analysis(small)


def test_graph_has_its_questions() -> None:
    with kg.open(SMALL) as graph:
        assert [one.agency for one in graph.analyse.brokers()] == ["Harbourshire Police"]


def test_questions_take_names(ask: Analysis) -> None:
    assert [step.step for step in ask.path("wrocu", "liam hartley")] == [1, 2]
    assert ask.timeline("OPERATION LAPWING")[0].kind == "seizure"
    assert ask.partners("Dales Police")[0].other == "Harbourshire Police"


def test_questions_narrow_by_period_and_place(ask: Analysis) -> None:
    assert len(ask.seizures()) == 5
    assert len(ask.seizures(place="Harbourshire")) == 3
    assert len(ask.seizures(since="2021-03-03")) == len(ask.seizures(since=date(2021, 3, 3))) == 1
    assert [one.place for one in ask.places(until="2021-03-02")] == ["Portbury"]
    assert len(ask.core(of="everything", since="2030-01-01")) == 0


def test_networks_by_name_or_select(ask: Analysis) -> None:
    assert ask.network("agencies").number_of_edges() == 2
    assert len(ask.communities()) == 1
    assert ask.network_of("SELECT ?a ?o { ?a oc:tookPartIn ?o }").number_of_edges() == 2
    with pytest.raises(QueryError, match="called 'teams'; there are agencies"):
        ask.network("teams")


def test_changes_are_since_an_earlier_graph(ask: Analysis) -> None:
    assert len(ask.changes_since(ask)) == 0
    assert {one.change for one in ask.changes_since(Analysis(Store()))} == {"added"}


def test_wrong_day_is_told(ask: Analysis) -> None:
    with pytest.raises(QueryError, match="'March' is no date"):
        ask.brokers(since="March")
