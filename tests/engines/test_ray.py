"""A local Ray of two actors finds what one process finds, whatever happens to an actor.

Ray runs in processes of its own, so that what it warns of and leaves open stays there.
"""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from kg.config import Config
from kg.engines import ray
from kg.errors import ConfigError, EngineError
from tests.make import report

ROOT = Path(__file__).parents[2]
NEEDS_RAY = pytest.mark.skipif(find_spec("ray") is None, reason=f"no Ray: {ray.INSTALL}")
SCRIPT = """
import os, sys
from pathlib import Path
from kg.engines import local, ray
from kg.errors import EngineError
from kg.model import Report

class Dying(ray.Annotator):
    def __call__(self, batch):
        try:
            Path(marker).touch(exist_ok=False)
        except FileExistsError:
            return super().__call__(batch)
        os._exit(9)

model, marker, dies = sys.argv[1:]
towns = ("Saltby", "Northmoor", "Eastwick", "Millford", "Redcliff", "Penby")
texts = [f"Kent Police arrested two men in {town} in Operation {town}." for town in towns]
reports = [Report(str(number), "", text) for number, text in enumerate(texts)]
local.BATCH, ray.SHARE = 1, 4
if dies == "dies":
    ray.Annotator = Dying
try:
    there = list(ray.annotated(reports, model=model, workers=2))
except EngineError as error:
    sys.exit(str(error))
assert there == list(local.annotated(reports, model=model)), there
assert Path(marker).exists() == (dies == "dies")
"""


def run(*words: str | Path) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", SCRIPT, *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)


@NEEDS_RAY
@pytest.mark.slow
@pytest.mark.parametrize("dies", ["lives", "dies"])
def test_actors_change_neither_order_nor_bytes(
    blank_model: Path, tmp_path: Path, dies: str
) -> None:
    done = run(blank_model, tmp_path / "died", dies)
    assert done.returncode == 0, done.stderr


@NEEDS_RAY
@pytest.mark.slow
def test_model_that_no_actor_has_is_an_error_in_one_line(tmp_path: Path) -> None:
    done = run("no_such_model", tmp_path / "died", "lives")
    assert done.returncode == 1
    assert "Ray cannot finish: " in done.stderr
    assert "no spaCy pipeline 'no_such_model'" in done.stderr.splitlines()[-1]


def test_nothing_to_annotate_starts_no_ray() -> None:
    assert list(ray.annotated([], model="no_such_model")) == []


def test_ray_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    monkeypatch.setitem(sys.modules, "ray.data", None)
    with pytest.raises(EngineError, match=r"Ray is not installed: pip install .*\[ray\]"):
        list(ray.annotated([report("Raid.")], model="any"))


def test_unknown_engine_is_an_error() -> None:
    with pytest.raises(ConfigError, match="engine 'spark': expected local or ray"):
        Config(engine="spark")


def kg(*words: str | Path) -> None:
    command = [sys.executable, "-m", "kg", *map(str, words)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr


@NEEDS_RAY
@pytest.mark.slow
def test_build_on_a_cluster_from_a_storage_is_the_build_here(
    blank_model: Path, tmp_path: Path
) -> None:
    """Same graph, same annotations, same shards: the storage is that of this machine's files."""
    reports = tmp_path / "reports"
    reports.mkdir()
    for number in range(150):
        text = f"---\ntitle: Raid {number}\n---\n\nKent Police arrested {number + 2} men in Saltby."
        (reports / f"{number}.md").write_text(text, encoding="utf-8")
    ways = {
        "here": (reports, "--workers", "1"),
        "there": (f"file://{reports}", "--engine", "ray", "--workers", "2"),
    }
    for name, words in ways.items():
        graph = tmp_path / name
        kg("build", *words, "-o", graph, "--model", blank_model, "--quiet")
        kg("export", graph, tmp_path / f"{name}.parquet")
        kg("export", graph, tmp_path / f"{name}.nq")
        kg("export", graph, tmp_path / f"{name}.shards", "-f", "nq", "--shards", "4")
    same = [(tmp_path / f"{name}.parquet").read_bytes() for name in ways]
    assert same[0] == same[1]
    shards = sorted((tmp_path / "there.shards").iterdir())
    joined = b"".join(path.read_bytes() for path in shards)
    assert joined == (tmp_path / "here.nq").read_bytes() == (tmp_path / "there.nq").read_bytes()
    assert len(shards) == 4
