"""Names kept beside a store: the error of a name that nothing has is the same, without reading."""

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.model import Quad, Value
from kg.query.answers import keep_answers
from kg.query.names import named
from kg.query.names.kept import kept_names
from kg.store import Store
from kg.vocab import OC, RDF
from tests.benchmarks.made_up import quads as made_up

ASKED = [
    ("agency", "agancy 1"),
    ("entity", "Operation"),
    ("official", "1"),
    ("report", "report-100.md"),
    ("report", "xyz"),
    ("place", "pleace 3"),
]


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("graph") / "store"
    with Store.create(folder) as store:
        store.load(made_up(30))
        store.flush()
    keep_answers(folder)
    return folder


@pytest.fixture
def unread(graph: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """The graph, whose names are not to be read from the store."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("names were read")

    monkeypatch.setattr(import_module("kg.query.names.entities"), "names_of", refuse)
    with Store.open(graph) as store:
        yield store


def complaint(store: Store, kind: str, name: str) -> str:
    with pytest.raises(QueryError) as error:
        named(store, kind, name)
    return str(error.value)


@pytest.mark.parametrize(("kind", "name"), ASKED)
def test_complaint_is_that_of_a_graph_without_names_kept(
    graph: Path, unread: Store, monkeypatch: pytest.MonkeyPatch, kind: str, name: str
) -> None:
    found = complaint(unread, kind, name)
    monkeypatch.undo()
    with Store() as store:
        store.load(made_up(30))
        assert found == complaint(store, kind, name)


def test_report_is_found_by_the_end_of_its_path(tmp_path: Path) -> None:
    iri, said = (
        "http://a/report",
        (
            (RDF.type, OC.Report),
            (OC.fileName, Value("2021/force/raid.md")),
            (OC.nameKey, Value("raid-md")),
        ),
    )
    with Store.create(tmp_path / "store") as store:
        store.load(Quad(iri, predicate, object_, iri) for predicate, object_ in said)
        store.flush()
    keep_answers(tmp_path / "store")
    with Store.open(tmp_path) as store:
        assert kept_names(store, [OC.Report]) == ["2021/force/raid.md"]
        assert list(named(store, "report", "force/raid.md")) == [iri]


def test_names_without_keys_are_not_kept(small: Store, tmp_path: Path) -> None:
    with Store.create(tmp_path / "store") as store:
        store.load(small.quads())
        store.flush()
    keep_answers(tmp_path / "store")
    with Store.open(tmp_path) as store:
        assert not kept_names(store, [OC.Agency])
        assert named(store, "agency", "dales police")
