"""Annotations as Parquet say what `kg.model` says, in columns of the same names."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, get_type_hints

import pytest

from kg.config import Config
from kg.errors import ExportError, GraphError
from kg.export import export_annotations
from kg.model import Annotation, Outcome, Report
from kg.pipeline import build
from kg.pipeline import export_annotations as export_folder
from tests.make import annotation, entity, report, stated

pq = pytest.importorskip("pyarrow.parquet")
RAID = report("Kent Police seized 1.5kg.", title="Raid", issued=date(2021, 3, 2), publisher="kent")


def table_of(*annotations: Annotation, out: Path) -> Any:
    names = {one.report.sha256: ["raid.md", "again/raid.md"] for one in annotations}
    return pq.read_table(export_annotations(annotations, names, out))


def test_row_holds_a_report_and_all_that_was_found_in_it(tmp_path: Path) -> None:
    seized = Outcome(stated(1), "Seizure", "1.5kg", quantity=Decimal("1.5"), unit="kg", agency=0)
    found = annotation(
        RAID, [entity("Agency", "Kent Police", key="agency:kent")], outcomes=(seized,)
    )
    (row,) = table_of(found, out=tmp_path / "a.parquet").to_pylist()
    assert (row["title"], row["issued"], row["publisher"]) == ("Raid", date(2021, 3, 2), "kent")
    assert row["files"] == ["raid.md", "again/raid.md"]
    (mention,) = row["mentions"]
    assert row["text"][mention["start"] : mention["end"]] == "Kent Police"
    (outcome,) = row["outcomes"]
    assert (outcome["kind"], outcome["quantity"], outcome["value"]) == ("Seizure", 1.5, None)
    assert row["entities"][outcome["agency"]]["key"] == "agency:kent"
    assert row["sentences"][outcome["stated"]["sentences"][0]]["section"] == "body"


def test_columns_are_the_fields_of_the_model_even_of_no_report(tmp_path: Path) -> None:
    table = table_of(out=tmp_path / "none.parquet")
    assert table.num_rows == 0
    fields = {*get_type_hints(Report), *get_type_hints(Annotation)} - {"report"}
    assert set(table.column_names) == fields | {"files"}
    assert str(table.schema.field("claims").type.value_type.field("subject").type) == "int64"


def test_graph_folder_gives_a_row_a_report(tmp_path: Path, blank_model: Path) -> None:
    for number in range(3):
        text = f"Kent Police seized {number + 2}kg of cocaine."
        (tmp_path / f"{number}.md").write_text(text, encoding="utf-8")
    files = sorted(tmp_path.glob("*.md"))
    (tmp_path / "copy.md").write_text(files[0].read_text("utf-8"), encoding="utf-8")
    config = Config(model=str(blank_model))
    build([*files, tmp_path / "copy.md"], tmp_path / "graph", config=config)
    written = [export_folder(tmp_path / "graph", tmp_path / f"{n}.parquet") for n in "ab"]
    assert written[0].read_bytes() == written[1].read_bytes()
    rows = pq.read_table(written[0]).to_pylist()
    assert sorted(row["files"] for row in rows) == [["0.md", "copy.md"], ["1.md"], ["2.md"]]
    assert {row["outcomes"][0]["quantity"] for row in rows} == {2, 3, 4}


def test_folder_without_a_graph_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="no annotations there; `kg build` keeps them"):
        export_folder(tmp_path, tmp_path / "a.parquet")


def test_file_that_cannot_be_written_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"gone/a\.parquet: cannot be written"):
        export_annotations([], {}, tmp_path / "gone" / "a.parquet")
