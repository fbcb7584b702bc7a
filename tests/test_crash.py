"""A build that is killed leaves the graph it found, and the next one makes what it would have."""

import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
import spacy

from kg.export import export
from kg.store import Store

KILLS = 50
LONGEST = 1.5  # times what an undisturbed build takes


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pipeline without a network, so that a build takes seconds."""
    folder = tmp_path_factory.mktemp("model") / "blank"
    spacy.blank("en").to_disk(folder)
    return folder


def write_report(folder: Path, number: int) -> None:
    text = f"DC Ada Quill of Northmoor Police said {number} phones were seized in Saltby.\n" * 5
    (folder / f"{number}.md").write_text(f"---\ntitle: Case {number}\n---\n\n{text}", "utf-8")


def command(reports: Path, graph: Path, model: Path) -> list[str]:
    words = ["build", str(reports), "-o", str(graph), "--model", str(model), "--quiet"]
    return [sys.executable, "-m", "kg", *words]


def turtle(graph: Path, out: Path) -> bytes:
    with Store.open(graph) as store:
        return export(store, out).read_bytes()


def killed(arguments: list[str], after: float) -> None:
    build = subprocess.Popen(arguments)
    try:
        build.wait(after)
    except subprocess.TimeoutExpired:
        build.send_signal(signal.SIGKILL)
        build.wait()


def moments(undisturbed: float) -> Iterator[float]:
    """Seconds after which to kill: spread over a build, and somewhat longer."""
    chance = random.Random(7)  # noqa: S311  not for secrets
    for number in range(KILLS):
        yield (number + chance.random()) / KILLS * LONGEST * undisturbed


@pytest.mark.slow
def test_killed_builds_leave_a_graph_and_do_no_harm(tmp_path: Path, model: Path) -> None:
    reports, graph, out = tmp_path / "reports", tmp_path / "graph", tmp_path / "graph.ttl"
    reports.mkdir()
    write_report(reports, 0)
    started = time.monotonic()
    subprocess.run(command(reports, graph, model), check=True)
    undisturbed = time.monotonic() - started
    before = turtle(graph, out)
    finished = 0
    for number, moment in enumerate(moments(undisturbed), start=1):
        write_report(reports, number)
        killed(command(reports, graph, model), moment)
        now = turtle(graph, out)  # readable, whatever happened
        finished += now != before
        before = now
    assert 0 < finished < KILLS  # some were killed in time, some were not
    subprocess.run(command(reports, graph, model), check=True)
    anew = tmp_path / "anew"
    subprocess.run(command(reports, anew, model), check=True)
    assert turtle(graph, out) == turtle(anew, tmp_path / "anew.ttl")


def test_store_that_was_moved_aside_is_still_read(tmp_path: Path) -> None:
    with Store.create(tmp_path / "store") as store:
        store.flush()
    (tmp_path / "store").rename(tmp_path / "store.old")
    with Store.open(tmp_path) as store:
        assert len(store) == 0


@pytest.mark.slow
def test_second_build_into_a_folder_says_so_and_stops(tmp_path: Path, model: Path) -> None:
    reports, graph = tmp_path / "reports", tmp_path / "graph"
    reports.mkdir()
    for number in range(300):
        write_report(reports, number)
    first = subprocess.Popen(command(reports, graph, model))
    while not (graph / "annotations.db").exists():
        assert first.poll() is None
        time.sleep(0.02)
    second = subprocess.run(
        command(reports, graph, model), capture_output=True, text=True, check=False
    )
    assert (second.returncode, second.stderr.count("\n")) == (1, 1)
    assert "another build is writing here" in second.stderr
    assert first.wait() == 0
