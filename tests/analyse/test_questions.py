"""One question a module: brokers, communities, cores, places, partners, paths."""

from datetime import date

import pytest

from kg.analyse.brokers import brokers
from kg.analyse.central import central_places
from kg.analyse.communities import communities
from kg.analyse.core import core
from kg.analyse.find import find
from kg.analyse.partners import partners
from kg.analyse.paths import path
from kg.analyse.scope import Scope
from kg.errors import QueryError
from kg.model import Quad, Value
from kg.store import Store
from kg.vocab import OC, RDF, SKOS
from tests.analyse.reported import ID, Outcome, Said, iri, store_of

PART = "tookPartIn"


def took_part(operation: str, *agencies: str, day: str = "2021-05-01") -> list[Said]:
    report = f"{operation.lower()}.md"
    return [Said(report, day, f"a:{name}", PART, f"o:Operation {operation}") for name in agencies]


@pytest.fixture(scope="module")
def two_regions() -> Store:
    """North and south, three agencies each, joined only by the agency Bridge."""
    return store_of(
        *took_part("Heron", "North", "Fells", "Moors"),
        *took_part("Egret", "South", "Downs", "Coast"),
        *took_part("Stork", "North", "Bridge", day="2021-08-01"),
        *took_part("Crane", "South", "Bridge", day="2022-02-01"),
        *took_part("Rail", "Alone"),
    )


def test_broker_is_named_with_the_operations_that_make_it_one(two_regions: Store) -> None:
    found = brokers(two_regions)
    assert [one.agency for one in found] == ["Bridge", "North", "South"]
    assert found[0].betweenness == pytest.approx(9 / 21)  # of 21 pairs among seven others
    assert (found[0].partners, found[0].pairs, found[0].reports) == (2, 1, 2)
    assert found[0].tied_by == ("Operation Crane", "Operation Stork")
    assert found[0].constraint == pytest.approx(0.5)


def test_communities_are_named_by_their_main_agencies(two_regions: Store) -> None:
    found = communities(two_regions)
    assert [one.number for one in found] == [1, 2]
    assert {member for one in found for member in one.members} == {
        "North", "Fells", "Moors", "South", "Downs", "Coast", "Bridge",
    }  # fmt: skip
    assert [one.name for one in found] == ["North, Fells, Moors", "Coast, Downs, South"]
    assert [(one.ties, one.ties_out) for one in found] == [(4, 1), (3, 1)]
    assert found[0].tied_by == ("Operation Heron", "Operation Stork")
    assert communities(two_regions) == found


def test_communities_of_everything_are_named_by_agencies_first(small: Store) -> None:
    names = [one.name for one in communities(small, of="everything")]
    assert all("Operation" not in name for name in names)


def test_communities_of_nothing_are_none() -> None:
    assert len(communities(Store())) == 0


def test_core_counts_ties_among_those_with_as_many(two_regions: Store) -> None:
    found = {member.name: (member.core, member.ties) for member in core(two_regions)}
    assert found["North"] == (2, 3)
    assert found["Bridge"] == (2, 2)
    assert "Alone" not in found


def test_central_places_count_operations_outcomes_and_reports(small: Store) -> None:
    assert [
        (one.place, one.operations, one.outcomes, one.reports) for one in central_places(small)
    ] == [("Dale End", 1, 1, 1), ("Portbury", 1, 2, 1)]


def test_central_place_is_between_places_of_its_operations() -> None:
    store = store_of(
        Said("one.md", None, "o:Heron", "tookPlaceIn", "p:Portbury"),
        Said("one.md", None, "o:Heron", "tookPlaceIn", "p:Dale"),
        Said("two.md", None, "o:Egret", "tookPlaceIn", "p:Portbury"),
        Said("two.md", None, "o:Egret", "tookPlaceIn", "p:Fell"),
    )
    first = central_places(store)[0]
    assert (first.place, first.tied_places, first.betweenness) == ("Portbury", 2, 1.0)


@pytest.mark.parametrize(
    ("by", "periods"),
    [
        ("year", ["2021", "2021", "2021", "2021", "2021", "2021", "2021", "2022"]),
        ("quarter", [*["2021-Q2"] * 6, "2021-Q3", "2022-Q1"]),
        ("month", [*["2021-05"] * 6, "2021-08", "2022-02"]),
    ],
)
def test_partners_come_period_by_period(two_regions: Store, by: str, periods: list[str]) -> None:
    assert [pair.period for pair in partners(two_regions, by=by)] == periods  # type: ignore[arg-type]


def test_partners_of_one_have_a_sentence_each(two_regions: Store) -> None:
    found = partners(two_regions, name=iri("a:Bridge"))
    assert [(pair.period, pair.one, pair.other, pair.tied_by) for pair in found] == [
        ("2021", "Bridge", "North", ("Operation Stork",)),
        ("2022", "Bridge", "South", ("Operation Crane",)),
    ]
    assert all(pair.report in pair.sentence for pair in found)


def test_partners_of_different_periods_are_no_partners() -> None:
    store = store_of(
        Said("one.md", "2020-01-01", "a:North", PART, "o:Heron"),
        Said("two.md", "2021-01-01", "a:South", PART, "o:Heron"),
    )
    assert len(partners(store, by="year")) == 0


def test_path_has_a_sentence_for_every_step(two_regions: Store) -> None:
    steps = path(two_regions, iri("a:Fells"), iri("a:Bridge"))
    assert [(step.subject, step.relation, step.object) for step in steps] == [
        ("Fells", "took part in", "Operation Heron"),
        ("North", "took part in", "Operation Heron"),
        ("North", "took part in", "Operation Stork"),
        ("Bridge", "took part in", "Operation Stork"),
    ]
    assert [step.reaches for step in steps] == [
        "Operation Heron", "North", "Operation Stork", "Bridge",
    ]  # fmt: skip
    assert [step.report for step in steps] == ["heron.md", "heron.md", "stork.md", "stork.md"]
    assert all(step.report in step.sentence for step in steps)


def test_path_of_equal_length_goes_by_the_better_reported() -> None:
    store = store_of(
        Said("one.md", None, "a:North", PART, "o:Auk"),
        Said("one.md", None, "a:South", PART, "o:Auk"),
        *(Said(f"{n}.md", None, f"a:{who}", PART, "o:Tern")
          for n in (2, 3) for who in ("North", "South")),
    )  # fmt: skip
    assert {step.object for step in path(store, iri("a:North"), iri("a:South"))} == {"Tern"}


def test_path_goes_round_types_left_out(small: Store) -> None:
    ends = find(small, "Liam Hartley").iri, find(small, "Harbourshire Police").iri
    assert len(path(small, *ends)) == 2
    (first, _) = path(small, *ends, without=["Place"])
    assert (first.subject, first.relation) == ("Operation Redwing", "sentencing concerning")
    assert len(path(small, *ends, without=["Place", "Operation"])) == 0


def test_path_takes_types_in_any_case(small: Store) -> None:
    ends = find(small, "Liam Hartley").iri, find(small, "Harbourshire Police").iri
    assert path(small, *ends, without=["place"]) == path(small, *ends, without=["Place"])


def test_path_between_the_unconnected_has_no_steps(two_regions: Store) -> None:
    assert len(path(two_regions, iri("a:North"), iri("a:Alone"))) == 0
    since = Scope(since=date(2022, 1, 1))
    assert len(path(two_regions, iri("a:North"), iri("a:South"), scope=since)) == 0


def test_path_over_sentences_needs_no_fact() -> None:
    """Two mentions in one sentence, of which nothing is stated."""
    store = store_of(Said("one.md", "2021-01-01", "a:North", PART, "o:Heron"))
    sentence = f"{ID}report/one.md/s0"
    store.load(
        Quad(f"{ID}report/one.md/m{name}", predicate, object_, "")
        for name in ("North", "South")
        for predicate, object_ in (
            (OC.mentionOf, iri(f"a:{name}")),
            (OC.inSentence, sentence),
        )
    )
    ends = iri("a:North"), iri("a:South")
    label = Value("South", None, "en")
    store.load([Quad(ends[1], RDF.type, OC.Agency, ""), Quad(ends[1], SKOS.prefLabel, label, "")])
    assert len(path(store, *ends)) == 0
    (step,) = path(store, *ends, over="sentences")
    assert (step.relation, step.report) == ("named in one sentence with", "one.md")


def test_path_refuses_unknown_types(two_regions: Store) -> None:
    with pytest.raises(QueryError, match="is a Town; there are Agency, Operation"):
        path(two_regions, iri("a:North"), iri("a:South"), without=["Town"])


@pytest.mark.parametrize(
    ("name", "label"),
    [
        ("harbourshire police", "Harbourshire Police"),
        ("Harbourshire Constabulary", "Harbourshire Police"),
        ("wrocu", "Westmoor Regional Organised Crime Unit"),
        ("https://w3id.org/ockg/id/place/portbury", "Portbury"),
        ("Harbourshire", "Harbourshire"),
    ],
)
def test_find_by_any_name(small: Store, name: str, label: str) -> None:
    assert find(small, name).label == label


def test_find_names_those_it_cannot_choose_between() -> None:
    store = store_of(
        Outcome("one.md", None, "Charge", {"concerns": "x:Sam Ash"}),
        Said("one.md", None, "a:Sam Ash", PART, "o:Heron"),
    )
    with pytest.raises(QueryError, match=r"2 entities.*agency/sam-ash \(Agency\), .*\(Person\)"):
        find(store, "Sam Ash")
    assert find(store, "sam ash", "Person").iri == iri("x:Sam Ash")


def test_find_suggests_close_names(small: Store) -> None:
    with pytest.raises(QueryError, match="called 'harborshire police'; did you mean 'Harboursh"):
        find(small, "harborshire police")


def test_outcomes_tie_agencies_too() -> None:
    store = store_of(
        Said("one.md", None, "a:North", PART, "o:Heron"),
        Outcome("two.md", None, "Arrest", {"byAgency": "a:South", "inOperation": "o:Heron"}),
    )
    (pair,) = partners(store)
    assert (pair.period, pair.one, pair.other, pair.reports) == ("undated", "North", "South", 2)
