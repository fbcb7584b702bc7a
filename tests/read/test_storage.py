"""Reports in object storage are read as those of a folder are."""

import gzip
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.model import Report, SetAside
from kg.read import read
from tests.read.pages import FRONT_MATTER, HTML

fsspec = pytest.importorskip("fsspec")
BUCKET = "memory://bucket/reports"
LINES = b'{"text": "Essex Police arrested four men."}\n{broken\n'
FILES = {
    "force/raid.md": FRONT_MATTER.encode(),
    "force/2021/page.html": HTML.encode(),
    "empty.txt": b"",
    "some.jsonl.gz": gzip.compress(LINES, mtime=0),
    "picture.jpg": b"\xff\xd8",
    ".hidden/raid.md": FRONT_MATTER.encode(),
}


@pytest.fixture
def bucket() -> Iterator[None]:
    system = fsspec.filesystem("memory")
    for name, content in FILES.items():
        system.pipe_file(f"/bucket/reports/{name}", content)
    yield
    system.rm("/bucket", recursive=True)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, content in FILES.items():
        path = tmp_path / "reports" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return tmp_path / "reports"


@pytest.mark.usefixtures("bucket")
@pytest.mark.parametrize("end", ["", "/"])
def test_reports_of_a_bucket_are_those_of_a_folder(folder: Path, end: str) -> None:
    found = list(read([f"{BUCKET}{end}"]))
    assert found == list(read([folder]))
    assert [name for name, report in found if isinstance(report, Report)] == [
        "force/2021/page.html", "force/raid.md", "some.jsonl.gz#1",
    ]  # fmt: skip
    assert [name for name, one in found if isinstance(one, SetAside)] == [
        "empty.txt", "some.jsonl.gz#2",
    ]  # fmt: skip


@pytest.mark.usefixtures("bucket")
def test_file_of_a_bucket_is_read_once_and_beside_files_of_this_machine(folder: Path) -> None:
    one = f"{BUCKET}/force/raid.md"
    assert [name for name, _ in read([one, one])] == ["raid.md"]
    names = [name for name, _ in read([one, folder / "force" / "raid.md"])]
    whole = "memory:///bucket/reports/force/raid.md"  # as fsspec spells it
    assert names == [(folder / "force" / "raid.md").as_posix(), whole]


@pytest.mark.usefixtures("bucket")
@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("memory://bucket/gone", "memory://bucket/gone: no such file or folder"),
        (f"{BUCKET}/picture.jpg", "picture.jpg: no reports there: expected .md"),
        ("tape://reel/7", "tape://reel/7: cannot be read: Protocol not known: tape"),
    ],
)
def test_address_without_reports_is_an_error_at_once(address: str, expected: str) -> None:
    with pytest.raises(InputError, match=expected):
        read([address])


def test_package_that_a_protocol_lacks_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "s3fs", None)
    with pytest.raises(InputError, match=r"s3://bucket: cannot be read: Install s3fs"):
        read(["s3://bucket"])


def test_storage_without_fsspec_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "fsspec.core", None)
    with pytest.raises(InputError, match=r"needs fsspec: pip install .*\[cloud\]"):
        read(["s3://bucket"])


def test_storage_that_refuses_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise RuntimeError("Unable to locate credentials")

    monkeypatch.setattr(fsspec.get_filesystem_class("memory"), "find", refuse)
    with pytest.raises(InputError, match="bucket: cannot be read: Unable to locate credentials"):
        read(["memory://bucket"])
