"""A small graph and its marking, by hand: hits, misses and false alarms of every family."""

import json
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.evaluate import evaluate
from kg.evaluate.compare import normal, pair, same_opening
from kg.evaluate.score import Tally
from kg.store import Store

GRAPH = """
@prefix oc: <https://w3id.org/ockg/ns#> .
@prefix org: <http://www.w3.org/ns/org#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix schema: <https://schema.org/> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix : <https://example.org/id/> .

:report a oc:Report ; oc:fileName "north/harbour.md" .
:s1 a oc:Sentence ; oc:inReport :report .
:force a oc:Agency ; skos:prefLabel "Northmoor Police"@en .
:quill a oc:Official, oc:Person ; skos:prefLabel "Ada Quill"@en .
:saltby a oc:Place ; skos:prefLabel "Saltby"@en .
:wrong a oc:Place ; skos:prefLabel "Tuesday"@en .
:m1 a oc:Mention ; oc:mentionOf :force ; oc:inSentence :s1 ; oc:text "the Northmoor Police" .
:m2 a oc:Mention ; oc:mentionOf :quill ; oc:inSentence :s1 ; oc:text "Quill" .
:m3 a oc:Mention ; oc:mentionOf :saltby ; oc:inSentence :s1 ; oc:text "Saltby" .
:m4 a oc:Mention ; oc:mentionOf :wrong ; oc:inSentence :s1 ; oc:text "Tuesday" .
:post a oc:PostHolding ; org:member :quill ; org:organization :force ;
  oc:postTitle "Detective Inspector" ; oc:statedIn :s1 .
:claim a oc:Claim ; rdf:subject :wrong ; rdf:predicate oc:within ; rdf:object :saltby ;
  oc:statedIn :s1 .
:wrong oc:within :saltby .
:unasserted a oc:Claim ; rdf:subject :saltby ; rdf:predicate oc:within ; rdf:object :force ;
  oc:statedIn :s1 .
:quote a oc:Quotation ; oc:speaker :quill ; oc:statedIn :s1 ;
  schema:text "This was a patient piece of work by the whole team." .
:o1 a oc:Seizure ; oc:itemWording "wraps of cocaine" ; oc:quantity 12.5 ; oc:unit "kg" ;
  oc:byAgency :force ; oc:atPlace :wrong ; oc:statedIn :s1 .
:o2 a oc:Seizure ; oc:itemWording "the cocaine" ; oc:quantity 12.50 ; oc:unit "kg" ;
  oc:byAgency :force ; oc:atPlace :wrong ; oc:statedIn :s1 .
:o3 a oc:Arrest ; oc:quantity 3 ; oc:unit "people" ; oc:statedIn :s1 .
"""
MARKING = {
    "id": "harbour",
    "entities": [
        {"id": "e1", "type": "Agency", "name": "Northmoor Police", "aliases": []},
        {"id": "e2", "type": "Official", "name": "Ada Quill", "aliases": ["Quill"]},
        {"id": "e3", "type": "Place", "name": "Saltby", "aliases": []},
        {"id": "e4", "type": "Person", "name": "Ivo Marsh", "aliases": []},
    ],
    "relations": [
        {"p": "holdsPost", "s": "e2", "o": "e1", "role": "Inspector"},
        {"p": "residesIn", "s": "e4", "o": "e3"},
        {"p": "said", "s": "e2", "o": None, "quote": "This was a patient piece of"},
    ],
    "outcomes": [
        {
            "kind": "seizure",
            "what": "cocaine",
            "quantity": 12.5,
            "unit": "kg",
            "agency": "e1",
            "place": "e3",
            "persons": [],
        },
        {"kind": "arrest", "quantity": 3, "unit": "people", "persons": ["e4"]},
    ],
}


@pytest.fixture
def marked(tmp_path: Path) -> tuple[Store, Path]:
    graph, gold = tmp_path / "graph.ttl", tmp_path / "gold"
    graph.write_text(GRAPH, encoding="utf-8")
    gold.mkdir()
    (gold / "harbour.json").write_text(json.dumps(MARKING), encoding="utf-8")
    return Store.open(graph), gold


@pytest.mark.parametrize(
    ("family", "tally"),
    [
        ("Agency", Tally(1, 1, 1)),
        ("Official", Tally(1, 1, 1)),
        ("Place", Tally(1, 1, 2)),
        ("Person", Tally(0, 1, 0)),
        ("CORE entities", Tally(3, 3, 4)),
        ("ALL entities", Tally(3, 4, 4)),
        ("holdsPost", Tally(1, 1, 1)),
        ("placeIn", Tally(0, 0, 1)),  # the claim without its direct triple does not count
        ("residesIn", Tally(0, 1, 0)),
        ("said", Tally(1, 1, 1)),
        ("seizure", Tally(1, 1, 2)),
        ("arrest", Tally(0, 1, 1)),  # it does not concern the person marked
        ("outcome agency", Tally(1, 1, 1)),
        ("outcome place", Tally(0, 1, 1)),
    ],
)
def test_family_is_counted(marked: tuple[Store, Path], family: str, tally: Tally) -> None:
    assert evaluate(*marked).tallies[family] == tally


def test_figures_count_each_figure_once_whoever_it_concerns(marked: tuple[Store, Path]) -> None:
    tally = evaluate(*marked).tallies["FIGURES"]
    assert (tally.right, tally.marked) == (2, 2)


def test_misses_name_report_and_thing(marked: tuple[Store, Path]) -> None:
    misses = {(m.family, m.kind, m.text) for m in evaluate(*marked).misses}
    assert ("Place", "false", "tuesday") in misses
    assert ("Person", "missed", "Ivo Marsh") in misses


def test_interval_holds_the_score_and_is_the_same_each_time(marked: tuple[Store, Path]) -> None:
    first, second = evaluate(*marked), evaluate(*marked)
    low, high = first.intervals["CORE entities"]
    assert low <= first.tallies["CORE entities"].f1 <= high
    assert first.intervals == second.intervals


def test_marked_report_that_the_graph_lacks_counts_as_missed(marked: tuple[Store, Path]) -> None:
    store, gold = marked
    (gold / "other.json").write_text(json.dumps({**MARKING, "id": "other"}), encoding="utf-8")
    scores = evaluate(store, gold)
    assert scores.absent == ["other.md"]
    assert scores.tallies["Agency"] == Tally(1, 2, 1)


@pytest.mark.parametrize("text", ["{", '{"id": 3}', "[]"])
def test_broken_marking_is_named(marked: tuple[Store, Path], text: str) -> None:
    store, gold = marked
    (gold / "broken.json").write_text(text, encoding="utf-8")
    with pytest.raises(InputError, match=r"broken\.json: not a marked-up report"):
        evaluate(store, gold)


def test_folder_without_markings_is_an_error(marked: tuple[Store, Path], tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no marked-up reports"):
        evaluate(marked[0], tmp_path)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("The Old Mill", "old mill"),
        ("Saltby Magistrates’ Court", "saltby magistrates court"),
        ("Quill's", "quill"),
        ("H&M  (Northmoor)", "h&m northmoor"),
    ],
)
def test_normal_form(text: str, form: str) -> None:
    assert normal(text) == form


def test_quotation_is_known_by_its_first_four_words() -> None:
    assert same_opening("“We knew at once, that”", "We knew at once what it was")
    assert not same_opening("We knew at last", "We knew at once")


def test_pairs_are_one_to_one() -> None:
    assert pair([1, 1, 2], [2, 1], lambda a, b: a == b) == [(0, 1), (2, 0)]
