"""`kg review`: pairs are shown, answers are written, and what was decided is not asked again."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from kg.cli.app import app
from kg.graph import quads
from kg.own import NOTHING, Own, use
from kg.resolve import resolve
from kg.resolve.decisions import read_decisions
from kg.store import Store
from tests.make import annotation, entity, report

SIDES = ("operation/redwing-bedfordshire-police", "operation/redwing-hertfordshire-constabulary")


@pytest.fixture
def graph(tmp_path: Path) -> Path:
    """A graph of an operation's name in two forces that work together."""
    folder = tmp_path / "graph"
    folder.mkdir()
    reports = [
        annotation(
            report(f"Operation Redwing in report {number}.", publisher=force),
            [entity("Operation", "Operation Redwing")],
        )
        for number, force in enumerate(["bedfordshire-police", "hertfordshire-constabulary"])
    ]
    names = {one.report.sha256: ["redwing.md"] for one in reports}
    with Store.create(folder / "store") as store:
        store.load(quads(reports, resolve(reports), file_names=names))
        store.flush()
    return folder


def reviewed(graph: Path, answers: str) -> str:
    ended = CliRunner().invoke(app, ["review", str(graph), "--by", "A. Poe"], input=answers)
    assert ended.exit_code == 0, ended.output
    return ended.output


def test_both_are_shown_with_their_sentences(graph: Path) -> None:
    shown = reviewed(graph, "s\n")
    assert "bodies that work together" in shown
    assert "report 0" in shown
    assert "report 1" in shown
    assert not (graph / "decisions.yml").exists()


def test_distinct_is_written_and_not_asked_again(graph: Path) -> None:
    reviewed(graph, "d\ntwo drug lines\n")
    (decision,) = read_decisions(graph / "decisions.yml")
    assert (decision.distinct, decision.because, decision.by) == (SIDES, "two drug lines", "A. Poe")
    assert "nothing is left to decide" in reviewed(graph, "")


def test_merge_is_written(graph: Path) -> None:
    reviewed(graph, "x\nm\n\n")
    (decision,) = read_decisions(graph / "decisions.yml")
    assert (decision.merge, decision.because) == (SIDES, None)


def test_end_of_input_ends_the_review(graph: Path) -> None:
    reviewed(graph, "")
    assert not (graph / "decisions.yml").exists()


def test_entry_of_a_registry_is_told_from_one_that_reports_name(tmp_path: Path) -> None:
    registry = tmp_path / "list.csv"
    registry.write_text("id,name,type\nP-3,Jane van Doe,Person\n", encoding="utf-8")
    reports = [annotation(report("Jane van Doe."), [entity("Person", "Jane van Doe")])]
    names = {one.report.sha256: ["doe.md"] for one in reports}
    use(Own(registries=(registry,)))
    try:
        with Store.create(tmp_path / "listed" / "store") as store:
            store.load(quads(reports, resolve(reports), file_names=names))
            store.flush()
    finally:
        use(NOTHING)
    shown = reviewed(tmp_path / "listed", "s\n")
    assert "listed in your registry" in shown
    assert "1 report " in shown
