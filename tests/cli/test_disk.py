"""A disk that is full or read only: one line says so, and the graph that was there stays whole.

The file systems are real ones, in memory, of a few megabytes: root alone may mount them.
"""

import os
import re
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kg.export import export
from kg.store import Store
from tests.cli.conftest import Ended, Run

SIZE = 32 * 2**20
REPORTS = 30


def mount(*words: str | Path) -> None:
    done = subprocess.run(["mount", *map(str, words)], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"nothing can be mounted here: {done.stderr.strip()}")


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of its own, small enough to fill."""
    if os.name != "posix" or os.geteuid() != 0:
        pytest.skip("only root may mount a small file system to fill")
    folder = tmp_path / "disk"
    folder.mkdir()
    mount("-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", folder)
    yield folder
    subprocess.run(["umount", "--lazy", folder], check=True)


@contextmanager
def filled(disk: Path, *, but: int) -> Iterator[None]:
    """The disk with no more than some bytes left."""
    file = disk / "filler"
    with file.open("wb", buffering=0) as filler:
        about = os.statvfs(disk)
        left = about.f_bavail * about.f_frsize - but
        while left > 0:
            left -= filler.write(b"\0" * min(left, 2**16))
    try:
        yield
    finally:
        file.unlink()


def write_reports(folder: Path, *, count: int) -> Path:
    folder.mkdir(exist_ok=True)
    for number in range(count):
        said = f"DC Ada Quill of Northmoor Police said {number} phones were seized in Saltby.\n\n"
        (folder / f"{number}.md").write_text(
            f"---\ntitle: Case {number}\n---\n\n{said * 9}", "utf-8"
        )
    return folder


def statements(graph: Path) -> list[str]:
    with Store.open(graph) as store:
        return sorted(store.quad_lines())


def told_in_one_line(ended: Ended, said: str) -> bool:
    return ended.code == 1 and re.fullmatch(f"kg: .*{said}.*\n", ended.err) is not None


@pytest.fixture
def build(kg: Run, tmp_path: Path, disk: Path, blank_model: Path) -> Callable[[int], Ended]:
    def run(count: int) -> Ended:
        reports = write_reports(tmp_path / "reports", count=count)
        return kg("build", reports, "-o", disk / "graph", "--model", blank_model, "--quiet")

    return run


@pytest.mark.parametrize("kilobytes", [0, 100, 250, 450])
def test_full_disk_is_told_and_harms_nothing(
    build: Callable[[int], Ended], disk: Path, kilobytes: int
) -> None:
    """Before the first annotation, between two, while a store is begun, and while it is filled."""
    assert build(3).code == 0
    before, files = statements(disk / "graph"), sorted(disk.iterdir())
    manifest = (disk / "graph" / "manifest.json").read_bytes()
    with filled(disk, but=kilobytes * 1024):
        ended = build(REPORTS)
        assert told_in_one_line(ended, "(for want of room|No space left on device)"), ended
        assert statements(disk / "graph") == before
    assert (disk / "graph" / "manifest.json").read_bytes() == manifest
    kept = {path.name for path in (disk / "graph").iterdir()}
    assert not {"store.new", "store.old", "manifest.json.new"} & kept
    assert sorted(disk.iterdir()) == files
    assert build(REPORTS).code == 0  # with room again, it goes on


@pytest.mark.parametrize(
    ("words", "name"),
    [
        (["export", "graph.nq"], "graph.ttl"),
        (["export", "-f", "nq", "--shards", "2", "graph.nq"], "shards"),
        (["report", "graph.nq", "-o"], "report.html"),
        (["view", "graph.nq", "-o"], "network.html"),
    ],
)
def test_output_to_a_full_disk_leaves_nothing(
    disk: Path, kg: Run, small: Store, words: list[str], name: str
) -> None:
    export(small, Path("graph.nq"))
    with filled(disk, but=2048):
        ended = kg(*words, disk / name)
        assert told_in_one_line(ended, f"{disk}/{name}: cannot be written: No space left"), ended
        assert [path.name for path in disk.iterdir()] == ["filler"]


def test_folder_that_is_read_only_is_told_and_still_read(
    build: Callable[[int], Ended], disk: Path, kg: Run
) -> None:
    assert build(3).code == 0
    before = statements(disk / "graph")
    mount("-o", "remount,ro", disk)
    assert told_in_one_line(build(4), f"{disk}/graph: cannot be written: Read-only file system")
    assert statements(disk / "graph") == before
    assert "3" in kg("query", disk / "graph", "SELECT (COUNT(?r) AS ?n) { ?r a oc:Report }").out


def test_new_folder_on_a_read_only_disk_is_told(
    disk: Path, kg: Run, tmp_path: Path, blank_model: Path
) -> None:
    mount("-o", "remount,ro", disk)
    reports = write_reports(tmp_path / "reports", count=1)
    for out in ("graph", "graph.ttl"):
        ended = kg("build", reports, "-o", disk / out, "--model", blank_model, "--quiet")
        assert told_in_one_line(ended, f"{disk}/{out}: cannot be written: Read-only file system"), (
            ended
        )
