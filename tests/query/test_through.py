"""A question without filters: the same rows, in the same order, as the query as it is written."""

from pathlib import Path

import pytest

from kg.query.library import READ_THROUGH, SavedQuery, saved_queries
from kg.query.run import run
from kg.query.through import read_through
from kg.store import Solutions, Store, Term

ASKED = [
    saved
    for saved in saved_queries()
    if not any(parameter.required for parameter in saved.parameters)
]


@pytest.fixture(scope="module")
def on_disk(small: Store, tmp_path_factory: pytest.TempPathFactory) -> Store:
    folder = tmp_path_factory.mktemp("graph")
    with Store.create(folder / "store") as made:
        made.load(small.quads())
        made.flush()
    return Store.open(folder)


def as_written(store: Store, saved: SavedQuery) -> list[tuple[Term | None, ...]]:
    found = store.query(saved.text)
    assert isinstance(found, Solutions)
    kept = [at for at, name in enumerate(found.variables) if not name.startswith("given_")]
    return [tuple(row[at] for at in kept) for row in found.rows]


@pytest.mark.parametrize("saved", ASKED, ids=lambda saved: saved.name)
def test_answer_is_that_of_the_query_as_written(
    small: Store, on_disk: Store, saved: SavedQuery
) -> None:
    expected = as_written(small, saved)
    assert list(run(on_disk, saved.name).terms) == expected
    assert list(run(small, saved.name).terms) == expected


@pytest.mark.parametrize("saved", ASKED, ids=lambda saved: saved.name)
def test_read_through_finds_the_same(small: Store, saved: SavedQuery) -> None:
    found = small.query(read_through(saved.text))
    written = small.query(saved.text)
    assert isinstance(found, Solutions)
    assert isinstance(written, Solutions)
    assert list(found.rows) == list(written.rows)


def test_some_are_read_through() -> None:
    assert sum(saved.unfiltered == READ_THROUGH for saved in ASKED) > 5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SELECT ?x { ?x oc:text ?y }", "SELECT ?x { { SELECT ?x ?y { ?x oc:text ?y } } }"),
        ("SELECT ?x { ?x a ?y . }", "SELECT ?x { ?x a ?y . }"),
        ("SELECT ?x { ?x oc:of/oc:in ?y }", "SELECT ?x { ?x oc:of/oc:in ?y . }"),
        ("SELECT ?x { ?x ^oc:of ?y }", "SELECT ?x { ?x ^oc:of ?y . }"),
        (
            "ASK { VALUES (?x) { (oc:a) } ?x oc:in oc:b }",
            "ASK { VALUES (?x) { (oc:a) } ?x oc:in oc:b . }",
        ),
        (
            "SELECT (STR(?c) AS ?k) ?x WHERE { ?x a oc:Report }",
            "SELECT (STR(?c) AS ?k) ?x WHERE { ?x a oc:Report . }",
        ),
    ],
)
def test_read_through_takes_patterns_of_two_variables_apart(text: str, expected: str) -> None:
    assert " ".join(read_through(text).split()) == expected


def test_graph_folder_is_on_disk(small: Store, on_disk: Store, tmp_path: Path) -> None:
    assert on_disk.on_disk
    assert not small.on_disk
