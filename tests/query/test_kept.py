"""Answers kept beside a store: read page by page, and only where they are still the answer."""

import re
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from shutil import copytree, ignore_patterns
from typing import Any

import pyoxigraph
import pytest

from kg.engines.local import spread
from kg.errors import GraphError
from kg.model import Quad, Value
from kg.query import run as asking
from kg.query.answers import asked, keep_answers, of_the_most_reported, to_keep
from kg.query.beside import FILE, made
from kg.query.kept import PAGE, SCHEMA, insert, kept, packed
from kg.query.library import find_saved
from kg.query.rows import Rows
from kg.query.run import run, whole
from kg.store import Store
from kg.vocab import XSD

SAVED = replace(find_saved("places"), text="SELECT ?number ?name WHERE { }")


def stored(folder: Path, quads: Iterator[Quad]) -> Path:
    with Store.create(folder / "store") as store:
        store.load(quads)
        store.flush()
    return folder


@pytest.fixture
def graph(small: Store, tmp_path: Path) -> Path:
    folder = stored(tmp_path / "graph", small.quads())
    keep_answers(folder / "store")
    return folder


def test_answers_are_the_same_every_time(graph: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    copytree(graph / "store", copy, ignore=ignore_patterns(FILE))
    keep_answers(copy)
    assert (copy / FILE).read_bytes() == (graph / "store" / FILE).read_bytes()


def test_answers_asked_in_two_processes_are_the_same(graph: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    copytree(graph / "store", copy, ignore=ignore_patterns(FILE))
    keep_answers(copy, spread=partial(spread, workers=2))
    assert (copy / FILE).read_bytes() == (graph / "store" / FILE).read_bytes()


def test_all_about_the_most_reported_is_kept(graph: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    copytree(graph / "store", copy, ignore=ignore_patterns(FILE))
    with Store.open(copy) as store:
        (query, *others) = of_the_most_reported(store, 4)
        names = [re.findall("<(.*?)>", one.text)[0] for one in (query, *others)]
        asked_anew = [list(run(store, "everything-about", name=name)) for name in names]
    keep_answers(copy, many=4)
    with Store.open(copy) as store:
        for name, rows in zip(names, asked_anew, strict=True):
            found = run(store, "everything-about", name=name)
            assert type(found.terms) is not tuple  # read from the file
            assert list(found) == rows


def numbered(length: int) -> Rows:
    names = (None, "http://a/b", "_:b", Value("two", None, "en"))
    return Rows(
        ("number", "name"),
        [(Value(str(n), XSD.integer), names[n % len(names)]) for n in range(length)],
    )


@pytest.mark.parametrize("length", [0, 1, PAGE, PAGE + 1, 3 * PAGE - 1])
def test_rows_come_back_as_they_were(tmp_path: Path, length: int) -> None:
    rows = numbered(length)
    with Store.open(stored(tmp_path, iter(()))) as store:
        assert store.folder is not None
        answer = packed(SAVED.text, rows.columns, rows.terms)
        with made(store.folder, store.identity, SCHEMA) as database:
            insert(database, answer)
        found = kept(store, SAVED, {})
    assert found is not None
    assert found == rows
    assert len(found) == length
    assert found.columns == rows.columns
    for part in (slice(0, 5), slice(PAGE - 2, PAGE + 2), slice(-3, None), slice(None, None, 100)):
        assert found[part] == rows[part]
        assert tuple(found.terms[part]) == tuple(rows.terms[part])
    assert found.page(PAGE - 1, 2) == rows.page(PAGE - 1, 2)
    assert found.to_csv() == rows.to_csv()


@pytest.mark.parametrize("name", asked())
def test_answer_kept_is_that_of_the_query(small: Store, graph: Path, name: str) -> None:
    with Store.open(graph) as store:
        answer = run(store, name)
        assert type(answer.terms) is not tuple  # kept
        assert answer == run(small, name)


def test_total_is_asked_of_rows_that_are_kept(
    graph: Path, small: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    on_disk: list[bool] = []
    query = Store.query

    def listening(store: Store, *asked: Any) -> object:
        on_disk.append(store.on_disk)
        return query(store, *asked)

    monkeypatch.setattr(Store, "query", listening)
    with Store.open(graph) as store:
        rows = run(store, "seizure-totals", since="2021-03-03")
    assert on_disk == [False]
    assert len(rows) == 1
    assert rows == run(small, "seizure-totals", since="2021-03-03")


def test_query_of_another_text_asks_the_store(graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    saved = find_saved("seizures")
    other = replace(saved, text=f"{saved.text}# changed\n")
    monkeypatch.setattr(asking, "find_saved", lambda _: other)
    with Store.open(graph) as store:
        assert type(run(store, "seizures").terms) is tuple


def test_store_that_was_written_to_is_asked(graph: Path) -> None:
    pyoxigraph.Store(str(graph / "store"))
    with Store.open(graph) as store:
        assert type(run(store, "seizures").terms) is tuple


def test_answers_of_another_store_are_not_read(graph: Path, tmp_path: Path) -> None:
    other = stored(tmp_path / "other", iter(()))
    (graph / "store" / FILE).rename(other / "store" / FILE)
    with Store.open(other) as store:
        assert len(run(store, "seizures")) == 0


def test_rows_stay_when_a_new_store_takes_the_place(graph: Path, small: Store) -> None:
    with Store.open(graph) as store:
        rows = run(store, "seizures")
    for file in (graph / "store").iterdir():
        file.unlink()
    assert rows == run(small, "seizures")


def test_damaged_file_is_told(graph: Path) -> None:
    (graph / "store" / FILE).write_bytes(b"nothing of ours" * 1000)
    with Store.open(graph) as store, pytest.raises(GraphError, match=r"answers\.db .* damaged"):
        run(store, "seizures")


def test_graph_without_answers_is_asked(small: Store, tmp_path: Path) -> None:
    with Store.open(stored(tmp_path, small.quads())) as store:
        assert run(store, "seizures") == run(small, "seizures")


def test_answers_of_two_stores_are_the_same(small: Store, tmp_path: Path) -> None:
    quads = list(small.quads())
    answers = []
    for name, given in (("one", quads), ("two", quads[::-1])):
        with Store.open(stored(tmp_path / name, iter(given))) as store:
            answers.append([whole(store, saved).rows for saved in to_keep()])
    assert answers[0] == answers[1]


def test_answers_of_an_earlier_format_are_not_read(graph: Path) -> None:
    with sqlite3.connect(graph / "store" / FILE) as database:
        database.execute("UPDATE store SET identity = substr(identity, 3)")
        database.execute("DROP TABLE entries")
    with Store.open(graph) as store:
        assert type(run(store, "seizures").terms) is tuple
