"""What is wrong is told in one line, and nothing is left half written."""

import errno
import json
from pathlib import Path

import pytest

from kg.cli.build import SET_ASIDE
from kg.store import Store
from tests.cli.conftest import Run

GOLDEN = Path(__file__).parents[1] / "golden" / "small.trig"
NEVER = Path("/nonexistent/folder")


def test_bad_files_are_set_aside_with_reason_and_place(
    kg: Run, reports: Path, blank_model: Path
) -> None:
    ended = kg("build", reports, "-o", "graph", "--model", blank_model)
    assert ended.code == SET_ASIDE == 3
    assert "set aside empty.md: no text: the body is empty" in ended.err
    assert "set aside binary[1].txt: not text but binary data" in ended.err
    assert ended.out == ""
    manifest = json.loads(Path("graph/manifest.json").read_text(encoding="utf-8"))
    assert set(manifest["inputs"]) == {"good.md", "some.jsonl#1"}
    aside = {one["file_name"]: (one["reason"], one["offset"]) for one in manifest["set_aside"]}
    assert aside.keys() == {"binary[1].txt", "empty.md", "head.md", "some.jsonl#2", "some.jsonl#3"}
    assert aside["binary[1].txt"] == ("not text but binary data", 2)
    assert aside["some.jsonl#2"][1] == 45


def test_all_that_can_be_read_is_code_nought(kg: Run, reports: Path, blank_model: Path) -> None:
    ended = kg("build", reports / "good.md", "-o", "graph.nt", "--model", blank_model)
    assert (ended.code, ended.out) == (0, "")
    assert "1 reports (1 annotated now" in ended.err
    with Store.open(Path("graph.nt")) as store:
        assert store.query("ASK { ?x a oc:Agency ; skos:prefLabel 'Kent Police'@en }") is True


def test_summary_is_json_on_demand(kg: Run, reports: Path, blank_model: Path) -> None:
    ended = kg("build", reports, "-o", "graph", "--model", blank_model, "--json")
    said = json.loads(ended.out)
    assert (ended.code, ended.err) == (SET_ASIDE, "")
    assert (said["reports"], said["annotated"], len(said["set_aside"])) == (2, 2, 5)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["missing.md"], "missing.md: no such file or folder"),
        (["reports/picture.jpg"], "reports/picture.jpg: not a format that is read: expected .md"),
        (["reports/empty.md"], "no report could be read; the first, empty.md: no text"),
        (["reports/good.md", "--model", "no_such_model"], "no spaCy pipeline 'no_such_model'"),
        (["reports/good.md", "--base-iri", "raids"], "base IRI 'raids': expected http(s)://…"),
        (["reports/good.md", "--config", "gone.yml"], "gone.yml: cannot be read"),
    ],
)
def test_build_that_cannot_be_says_why_and_leaves_nothing(
    kg: Run, reports: Path, words: list[str], expected: str
) -> None:
    before = sorted(Path().iterdir())
    ended = kg("build", *words, "-o", "graph")
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith(f"kg: {expected}")
    assert ended.err.count("\n") == 1
    assert sorted(Path().iterdir()) == before


@pytest.mark.parametrize(
    ("out", "expected"),
    [
        ("graph.docx", "graph.docx: its name ends in that of no format; there are "),
        ("gone/graph.ttl", "gone/graph.ttl: cannot be written: No such file"),
        ("taken", "taken: cannot be written: "),
    ],
)
def test_output_that_cannot_be_written_is_named(
    kg: Run, reports: Path, blank_model: Path, out: str, expected: str
) -> None:
    Path("taken").write_text("a file", encoding="utf-8")
    before = sorted(Path().iterdir())
    ended = kg("build", reports / "good.md", "-o", out, "--model", blank_model)
    assert (ended.code, ended.err.count("\n")) == (1, 1)
    assert ended.err.startswith(f"kg: {expected}")
    assert sorted(Path().iterdir()) == before


def test_failed_build_leaves_the_old_graph(kg: Run, reports: Path, blank_model: Path) -> None:
    kg("build", reports, "-o", "graph", "--model", blank_model, "--quiet")
    before = Path("graph/manifest.json").read_bytes()
    Path("graph/decisions.yml").write_text("decisions:\n  - marry: [a, b]\n", encoding="utf-8")
    ended = kg("build", reports, "-o", "graph", "--model", blank_model, "--quiet")
    assert ended.code == 1
    assert ended.err.startswith("kg: graph/decisions.yml:2: ")
    assert Path("graph/manifest.json").read_bytes() == before
    assert kg("stats", "graph").code == 0
    assert not Path("graph/store.new").exists()


def test_disk_that_is_full_at_the_end_leaves_the_old_graph(
    kg: Run, reports: Path, blank_model: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*_: object, **__: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    kg("build", reports, "-o", "graph", "--model", blank_model, "--quiet")
    before = Path("graph/manifest.json").read_bytes()
    (reports / "good.md").write_text("Essex Police arrested nine men.", encoding="utf-8")
    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_text", no_room)
        ended = kg("build", reports, "-o", "graph", "--model", blank_model, "--quiet")
    assert (ended.code, ended.err) == (1, "kg: graph: cannot be written: No space left on device\n")
    assert Path("graph/manifest.json").read_bytes() == before
    assert not list(Path("graph").glob("*.new"))
    with Store.open(Path("graph")) as store:
        assert store.query("ASK { ?x a oc:Agency ; skos:prefLabel 'Kent Police'@en }") is True


def test_file_that_cannot_be_written_is_told_before_reports_are_read(
    kg: Run, reports: Path
) -> None:
    ended = kg("build", reports, "-o", "gone/graph.ttl", "--model", "no_such_model")
    assert ended.err.startswith("kg: gone/graph.ttl: cannot be written: No such file")


def test_second_build_is_told_of_the_first(kg: Run, reports: Path, blank_model: Path) -> None:
    from kg.folder import locked  # noqa: PLC0415

    with locked(Path("graph")):
        ended = kg("build", reports, "-o", "graph", "--model", blank_model, "--quiet")
    assert ended.code == 1
    assert ended.err == "kg: graph: another build is writing here; wait for it to end\n"


def test_broken_annotations_are_named(kg: Run, reports: Path, blank_model: Path) -> None:
    Path("graph").mkdir()
    Path("graph/annotations.db").write_text("not a database at all, not by far", encoding="utf-8")
    ended = kg("build", reports, "-o", "graph", "--model", blank_model, "--quiet")
    assert ended.code == 1
    assert ended.err.startswith("kg: graph/annotations.db: not a database of annotations")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["query", "gone", "seizures"], "gone: there is no such file or folder"),
        (["query", "reports", "seizures"], "reports: holds no graph; make one with `kg build`"),
        (["query", GOLDEN, "seizure"], "no saved query is called 'seizure'; did you mean seizures"),
        (
            ["query", GOLDEN, "seizures", "--plaze", "x"],
            "seizures has no parameter 'plaze'",
        ),
        (
            ["query", GOLDEN, "timeline", "--since", "now"],
            "timeline: since: 'now' is no date",
        ),
        (["query", GOLDEN, "SELECT ?x { ?x a }"], "the query does not parse at line 1, column 19"),
        (["query", GOLDEN, "gone.rq"], "gone.rq: the query cannot be read"),
        (["stats", "reports/good.md"], "reports/good.md: is no graph folder and not one of"),
        (["check", "gone.ttl"], "gone.ttl: there is no such file or folder"),
        (["export", GOLDEN, "graph.docx"], "graph.docx: its name ends in that of no format; there"),
        (["export", GOLDEN, "-", "--shards", "2"], "shards are files of N-Quads in a folder: name"),
        (["export", GOLDEN, "x", "-f", "ttl", "--shards", "2"], "shards are files of N-Quads"),
        (["export", GOLDEN, "x.csv.zip", "--shards", "2"], "shards are files of N-Quads"),
        (["export", GOLDEN, "annotations.parquet"], f"{GOLDEN}: no annotations there; `kg build`"),
        (["export", GOLDEN, ".", "-f", "csv"], ".: is no name for a new file or folder"),
        (["export", GOLDEN, "-", "-f", "docx"], "no format is called 'docx'; there are "),
        (["export", GOLDEN, "gone/graph.ttl"], "gone/graph.ttl: cannot be written: No such file"),
        (["evaluate", GOLDEN, "reports"], "reports: no marked-up reports (*.json) there"),
        (["annotate", "reports/some.jsonl"], "reports/some.jsonl: may hold many reports"),
        (["annotate", "gone.md"], "gone.md: cannot be read: No such file"),
        (["annotate", "reports/good.md", "--model", "reports"], "no spaCy pipeline 'reports' is"),
        (["train", "reports", "--reports", "reports", "-o", "m"], "reports: no marked-up reports"),
        (["annotate", "reports/empty.md"], "reports/empty.md: no text: the body is empty"),
    ],
)
def test_error_is_one_line_that_says_what_is_wrong(
    kg: Run, reports: Path, words: list[str | Path], expected: str
) -> None:
    ended = kg(*words)
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith(f"kg: {expected}"), ended.err
    assert ended.err.count("\n") == 1


@pytest.mark.parametrize(
    "words",
    [
        ["frob"],
        ["build", "x", "--frob"],
        ["query", GOLDEN, "seizures", "--place"],
        ["export", GOLDEN, "shards", "--shards", "0"],
        ["train", "marked", "--reports", "reports", "-o", "m", "--steps", "0"],
        ["train", "marked", "--reports", "reports", "-o", "m", "--base", "gone.cfg"],
    ],
)
def test_wrong_usage_is_code_two(kg: Run, words: list[str | Path]) -> None:
    assert kg(*words).code == 2


def test_debug_shows_the_trace(kg: Run) -> None:
    from kg.errors import GraphError  # noqa: PLC0415

    with pytest.raises(GraphError):
        kg("--debug", "stats", "gone")


def test_check_of_a_broken_graph_is_code_one(kg: Run) -> None:
    graph = "@prefix oc: <https://w3id.org/ockg/ns#> .\n<http://a/b> a oc:Place ; oc:size 3 .\n"
    Path("graph.ttl").write_text(graph, encoding="utf-8")
    ended = kg("check", "graph.ttl")
    assert ended.code == 1
    assert "http://a/b: has no skos:prefLabel" in ended.out
    assert "https://w3id.org/ockg/ns#size: is no term of the ontology" in ended.out


def test_settings_of_the_folder_hold_for_one_report_too(
    kg: Run, reports: Path, blank_model: Path
) -> None:
    Path("kg.yml").write_text(f"model: {blank_model}\nrules: rules\n", encoding="utf-8")
    ended = kg("annotate", reports / "good.md")
    assert (ended.code, ended.err) == (1, "kg: rules: no such folder of rules\n")
