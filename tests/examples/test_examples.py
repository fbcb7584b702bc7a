"""The examples are read as they are meant to be, and their script and notebooks run."""

import csv
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from nbclient import NotebookClient

import kg
from kg.model import Report

EXAMPLES = Path(__file__).parents[2] / "examples"
REPORTS = EXAMPLES / "reports"
NOTEBOOKS = sorted((EXAMPLES / "notebooks").glob("*.ipynb"))
LARGEST_NOTEBOOK = 400_000  # bytes: pictures are still ones, pages are left to the reader to run
BODIES = [
    "Anyshire Police",
    "Northmoor Constabulary",
    "Westmere Police",
    "Nordmark Federal Police",
    "Franklin State Police",
    "Eastern Vale Regional Organised Crime Unit",
    "Moors and Dales Regional Organised Crime Unit",
]


@pytest.fixture(scope="module")
def graph() -> Iterator[kg.Graph]:
    with kg.build(REPORTS) as built:
        yield built


def test_example_reports_are_all_read_with_title_and_date() -> None:
    found = [report for _, report in kg.read_reports([REPORTS])]
    reports = [report for report in found if isinstance(report, Report)]
    assert len(reports) == len(found) == 16
    assert all(report.title and report.issued and report.language == "en" for report in reports)
    assert {path.suffix for path in REPORTS.rglob("*.*")} == {".md", ".txt", ".html", ".jsonl"}


def test_example_pages_are_freed_of_their_menus() -> None:
    report = kg.read_file(REPORTS / "abroad" / "2022-03-31-joint-action.md")
    assert "Contact us" not in report.text
    assert "police dogs" not in report.text
    assert report.text.endswith("- Netherlands: Dutch National Police")


@pytest.mark.model
def test_example_bodies_are_found_although_no_list_names_them(graph: kg.Graph) -> None:
    rows = graph.query("SELECT ?name WHERE { ?x a oc:Agency ; skos:prefLabel ?name }")
    assert set(BODIES) <= {row.name for row in rows}


@pytest.mark.model
def test_example_reports_of_one_operation_are_joined(graph: kg.Graph) -> None:
    rows = graph.query(
        """SELECT DISTINCT ?report WHERE {
            ?operation a oc:Operation ; skos:prefLabel ?name .
            ?mention oc:mentionOf ?operation ; oc:inSentence/oc:inReport/oc:fileName ?report .
            FILTER(STR(?name) = "Operation Lantern") }"""
    )
    assert {Path(row.report).name for row in rows} == {
        "2021-02-16-operation-lantern.md",
        "2021-03-30-operation-lantern-grows.md",
        "gazette-operation-lantern.html",
        "three-more.jsonl#3",
    }


@pytest.mark.model
def test_example_figures_of_one_operation_grow(graph: kg.Graph) -> None:
    rows = graph.query("disagreements", operation="Operation Lantern")
    assert [float(row.quantity) for row in rows if row.item == "cocaine"] == [92, 118]


@pytest.mark.model
def test_example_official_holds_several_posts(graph: kg.Graph) -> None:
    rows = graph.query("everything-about", name="Joel Tamsin")
    assert len({row.what for row in rows if row.kind == "PostHolding"}) == 3


@pytest.mark.model
def test_example_graph_keeps_its_contract(graph: kg.Graph) -> None:
    assert graph.check() == []


@pytest.mark.model
def test_example_script_runs(tmp_path: Path) -> None:
    script = EXAMPLES / "script" / "seizures_by_operation.py"
    done = subprocess.run(
        [sys.executable, script, REPORTS, tmp_path], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "Operation Lantern: Anyshire Police" in done.stdout
    with (tmp_path / "seizures.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    cocaine = {row["quantity"] for row in rows if row["item"] == "cocaine"}
    assert {"92", "118"} <= cocaine
    assert (tmp_path / "graph.ttl").read_text(encoding="utf-8").startswith("@base")


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A place for temporary files, in which the first notebook builds what the others reuse."""
    return tmp_path_factory.mktemp("notebooks")


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_example_notebook_is_committed_with_its_outputs_and_small(path: Path) -> None:
    cells = nbformat.read(path, as_version=4).cells  # type: ignore[no-untyped-call]
    shown = [cell for cell in cells if cell.cell_type == "code" and cell.outputs]
    assert len(shown) >= 5
    assert path.stat().st_size < LARGEST_NOTEBOOK, "clear the cells that show an interactive page"


@pytest.mark.model
@pytest.mark.filterwarnings("ignore")  # of the kernel's transport
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_example_notebook_runs_and_leaves_no_files(
    path: Path, shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTHONPATH", str(EXAMPLES.parent))
    monkeypatch.setenv("TMPDIR", str(shared))
    before = set(EXAMPLES.rglob("*"))
    notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    where = {"metadata": {"path": str(path.parent)}}
    NotebookClient(notebook, timeout=120, kernel_name="python3", resources=where).execute()
    assert set(EXAMPLES.rglob("*")) == before
