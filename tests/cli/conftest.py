"""Run `kg` as a user does, without the cost of a process a command."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.cli import main


@dataclass(frozen=True, slots=True)
class Ended:
    """What a command left: its exit code, and what it printed."""

    code: int
    out: str
    err: str


Run = Callable[..., Ended]


@pytest.fixture
def kg(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Run:
    """Run one command in an empty folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")

    def run(*words: str | Path) -> Ended:
        monkeypatch.setattr(sys, "argv", ["kg", *map(str, words)])
        code = 0
        try:
            main()
        except SystemExit as ended:
            code = ended.code if isinstance(ended.code, int) else 0
        printed = capsys.readouterr()
        return Ended(code, printed.out, printed.err)

    return run


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    """A folder with one report that can be read, and some that cannot."""
    folder = tmp_path / "reports"
    folder.mkdir()
    good = "---\ntitle: Raid\n---\n\nKent Police seized 12kg of cocaine in Operation Redwing.\n"
    (folder / "good.md").write_text(good, encoding="utf-8")
    (folder / "empty.md").write_text("", encoding="utf-8")
    (folder / "head.md").write_text("---\ntitle: Nothing else\n---\n", encoding="utf-8")
    (folder / "binary[1].txt").write_bytes(b"\xff\xfe\x00\x01\x02")
    lines = '{"text": "Essex Police arrested four men."}\n{broken\n{"words": "none"}\n'
    (folder / "some.jsonl").write_text(lines, encoding="utf-8")
    (folder / "picture.jpg").write_bytes(b"\xff\xd8")
    return folder
