"""A build into a folder annotates what it has not annotated, and nothing else."""

from pathlib import Path

import pytest

from kg import cache, pipeline
from kg.cache import pipeline_version
from kg.config import Config
from kg.engines import local
from kg.export import export
from kg.pipeline import build
from kg.store import Store

COUNT = 24


@pytest.fixture(autouse=True)
def same_code(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let files of kg be edited while the tests run."""
    monkeypatch.setattr(pipeline, "pipeline_version", lambda *_: "1")


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for number in range(COUNT):
        write(folder / f"{number}.md", f"Kent Police seized {number} phones in Saltby.")
    return folder


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\ntitle: A raid\n---\n\n{text}\n", encoding="utf-8")


@pytest.fixture
def config(blank_model: Path) -> Config:
    return Config(model=str(blank_model), workers=1)


@pytest.fixture
def graph(reports: Path, config: Config, tmp_path: Path) -> Path:
    """A graph folder in which all reports are annotated."""
    assert build([reports], tmp_path / "graph", config=config).annotated == COUNT
    return tmp_path / "graph"


@pytest.fixture
def no_model(graph: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def loaded(model: str) -> None:
        pytest.fail(f"{model} was loaded, with nothing to annotate")

    monkeypatch.setattr(local, "_annotator", loaded)


def nquads(graph: Path, out: Path) -> bytes:
    with Store.open(graph) as store:
        return export(store, out).read_bytes()


@pytest.mark.usefixtures("no_model")
@pytest.mark.parametrize("workers", [1, 2])
def test_rebuild_of_the_same_reports_annotates_none(
    reports: Path, graph: Path, config: Config, workers: int
) -> None:
    again = Config(model=config.model, workers=workers)
    assert build([reports], graph, config=again).annotated == 0


def test_ten_changed_reports_are_annotated_and_no_others(
    reports: Path, graph: Path, config: Config, tmp_path: Path
) -> None:
    for number in range(10):
        write(reports / f"{number}.md", f"Kent Police seized {number} phones in Redcliff.")
    assert build([reports], graph, config=config).annotated == 10
    anew = tmp_path / "anew"
    assert build([reports], anew, config=config).annotated == COUNT
    assert nquads(graph, tmp_path / "a.nq") == nquads(anew, tmp_path / "b.nq")


@pytest.mark.usefixtures("no_model")
def test_reports_that_moved_are_not_annotated_again(
    reports: Path, graph: Path, config: Config
) -> None:
    for number in range(0, COUNT, 2):
        moved = reports / "archive" / "2021" / f"case-{number}.txt"
        moved.parent.mkdir(parents=True, exist_ok=True)
        (reports / f"{number}.md").rename(moved)
    manifest = build([reports], graph, config=config)
    assert (manifest.annotated, manifest.reports) == (0, COUNT)
    assert "archive/2021/case-0.txt" in manifest.inputs
    with Store.open(graph) as store:
        assert store.query("ASK { ?r oc:fileName 'archive/2021/case-0.txt' }") is True
        assert store.query("ASK { ?r oc:fileName '0.md' }") is False


@pytest.mark.usefixtures("no_model")
def test_folder_that_was_renamed_is_not_annotated_again(
    reports: Path, graph: Path, config: Config
) -> None:
    elsewhere = reports.rename(reports.with_name("elsewhere"))
    assert build([elsewhere], graph, config=config).annotated == 0


def test_annotations_by_another_gazetteer_are_not_taken_for_these(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cache, "__file__", str(tmp_path / "cache.py"))
    places = tmp_path / "data" / "cities.tsv"
    places.parent.mkdir()
    places.write_text("1\tSaltby\n", encoding="utf-8")
    before = pipeline_version("some_model")
    places.write_text("2\tSaltby\n", encoding="utf-8")
    assert pipeline_version("some_model") != before
