"""The same reports give the same bytes: in any order, at once or one after the other."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from kg.config import Config
from kg.pipeline import build

TEXTS = {
    "a.md": "DI Ada Quill of Northumbria Police said: “We seized 12kg of cocaine in Leeds.”",
    "b.md": "Northumbria Police took part in Operation Redwing in Leeds with the NCA.",
    "c.md": "The National Crime Agency led Operation Redwing. Ivo Marsh, 34, of Hull, was jailed.",
    "d.md": "Operation Redwing: Merseyside Police arrested four men in Hull and Leeds.",
}


@pytest.fixture
def reports(tmp_path: Path) -> list[Path]:
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(
            f"---\ntitle: Report {name}\n---\n\n{text}\n", encoding="utf-8"
        )
    return [tmp_path / name for name in TEXTS]


def built(reports: Sequence[Path], out: Path, model: Path) -> bytes:
    build(reports, out, config=Config(model=str(model)))
    return out.read_bytes()


def test_order_of_files_changes_no_byte(
    reports: list[Path], tmp_path: Path, blank_model: Path
) -> None:
    orders = [reports, reports[::-1], [reports[i] for i in (2, 0, 3, 1)]]
    made = {built(o, tmp_path / f"{n}.trig", blank_model) for n, o in enumerate(orders)}
    assert len(made) == 1
    assert b"agency/northumbria-police> a oc:Agency" in made.pop()


def test_graph_that_grew_is_the_graph_that_was_built_at_once(
    reports: list[Path], tmp_path: Path, blank_model: Path
) -> None:
    from kg.export import export  # noqa: PLC0415
    from kg.store import Store  # noqa: PLC0415

    config = Config(model=str(blank_model))
    graph = tmp_path / "graph"
    for count in (3, 1, 4):  # a report that is gone takes with it what it alone stated
        manifest = build(reports[:count], graph, config=config)
    assert manifest.annotated == 1  # annotations outlive the reports
    with Store.open(graph) as store:
        grown = export(store, tmp_path / "grown.trig").read_bytes()
    assert grown == built(reports, tmp_path / "whole.trig", blank_model)
