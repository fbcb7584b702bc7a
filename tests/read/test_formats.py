"""Every format gives the same report; what cannot be read is set aside with its reason."""

import gzip
import io
import json
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError, ReportError
from kg.model import Report, SetAside
from kg.read import read, read_file
from tests.read.pages import BODY, FENCED, FRONT_MATTER, HTML, TEXT

RECORD = {"headline": "Two kilos of cocaine seized | Anyshire Police", "text": BODY}
LINE = json.dumps({**RECORD, "datePublished": "2021-02-16"}) + "\n"
TITLED = TEXT.replace(" | Anyshire Police", "", 1)


def the_report(path: Path) -> Report:
    [(_, report)] = read([path])
    assert isinstance(report, Report), report
    return report


@pytest.mark.parametrize(
    ("name", "content", "text"),
    [
        ("fenced.md", FENCED, TEXT),
        ("front-matter.md", FRONT_MATTER, TEXT),
        ("front-matter.markdown", FRONT_MATTER.replace("\n", "\r\n"), TEXT),
        ("fenced-all-the-same.txt", FENCED, TEXT),
        ("heading.md", f"# Two kilos of cocaine seized\n\n{BODY}", TITLED),
        ("plain.txt", f"Two kilos of cocaine seized\n\n{BODY}", TITLED),
        ("page.html", HTML, TEXT),
        ("page.htm", HTML.removeprefix("<!doctype html>\n"), TEXT),
        ("page-under-another-name.md", HTML, TEXT),
        ("lines.jsonl", LINE, TEXT),
        ("lines.ndjson", f"\n{LINE}\n", TEXT),
    ],
)
def test_formats_hold_the_same_report(tmp_path: Path, name: str, content: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(content, encoding="utf-8", newline="")
    assert the_report(path).text == text

    zipped = tmp_path / f"{name}.gz"
    zipped.write_bytes(gzip.compress(path.read_bytes()))
    assert the_report(zipped) == the_report(path)


@pytest.mark.parametrize(
    ("name", "content", "issued_by"),
    [
        ("a.md", FENCED, "publish.date"),
        ("a.md", FRONT_MATTER, "publish.date"),
        ("a.html", HTML, "article.published.time"),
        ("a.jsonl", LINE, "date.published"),
    ],
)
def test_formats_tell_what_is_said_of_the_report(
    tmp_path: Path, name: str, content: str, issued_by: str
) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    report = the_report(tmp_path / name)
    assert report.title == "Two kilos of cocaine seized"
    assert (report.issued, report.issued_by) == (date(2021, 2, 16), issued_by)
    assert report.publisher_name == "Anyshire Police"
    assert report.url in {"https://www.anyshire.example/news/two-kilos", None}


def test_report_is_known_by_the_hash_of_what_was_read(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text(FENCED, encoding="utf-8")
    assert the_report(path).sha256 == sha256(path.read_bytes()).hexdigest()
    assert read_file(path) == the_report(path)


def test_json_lines_are_one_report_each(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(LINE + LINE.replace("Two", "Three") + "{]\n[1]\n{}\n" + LINE, encoding="utf-8")
    found = dict(read([path]))
    assert list(found) == [f"a.jsonl#{n}" for n in range(1, 7)]
    reports = [r for r in found.values() if isinstance(r, Report)]
    assert [r.title[:3] for r in reports] == ["Two", "Thr", "Two"]
    assert found["a.jsonl#1"] == found["a.jsonl#6"]
    aside = [r for r in found.values() if isinstance(r, SetAside)]
    assert [r.reason[:12] for r in aside] == ["not JSON: Ex", "expected a J", "no field tex"]
    assert aside[0].offset is not None
    assert path.read_bytes()[aside[0].offset :].startswith(b"]")


def test_json_lines_take_the_text_from_the_field_that_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.ndjson"
    path.write_text(json.dumps({"text": "No.", "story": {"full_text": BODY}}), encoding="utf-8")
    [(_, report)] = read([path], text_field="story.full_text")
    assert isinstance(report, Report)
    assert report.text == BODY.strip()
    [(_, aside)] = read([path], text_field="words")
    assert isinstance(aside, SetAside)
    assert aside.reason.startswith("no field 'words'")


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (FENCED.encode(), "-"),
        (gzip.compress(FENCED.encode()), "-"),
        (HTML.encode(), "-"),
        (LINE.encode(), "-#1"),
    ],
)
def test_standard_input_is_read_in_every_format(content: bytes, name: str) -> None:
    [(found, report)] = read(["-"], stdin=io.BytesIO(content))
    assert found == name
    assert isinstance(report, Report)
    assert report.text == TEXT


def test_standard_input_is_not_there_to_read() -> None:
    with pytest.raises(InputError, match="no standard input"):
        read(["-"])


def test_folders_are_read_in_the_order_of_the_names_within_them(tmp_path: Path) -> None:
    for name in ("b/2.md", "a/1.txt", "a/.hidden.md", ".git/x.md", "a/notes.pdf", "c.html.gz"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(gzip.compress(HTML.encode()) if name.endswith(".gz") else FENCED.encode())
    names = [name for name, _ in read([tmp_path])]
    assert names == ["a/1.txt", "b/2.md", "c.html.gz"]
    assert [name for name, _ in read([tmp_path / "b", tmp_path / "a"])] == ["1.txt", "2.md"]


def test_same_report_under_two_paths_is_read_under_both(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(FENCED, encoding="utf-8")
    (tmp_path / "b.md").write_text(FENCED, encoding="utf-8")
    (name, one), (other, two) = read([tmp_path])
    assert (name, other) == ("a.md", "b.md")
    assert one == two


def test_same_file_named_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(FENCED, encoding="utf-8")
    assert len(list(read([tmp_path, tmp_path / "a.md"]))) == 1


def test_files_of_one_name_in_two_folders_are_told_apart(tmp_path: Path) -> None:
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.md").write_text(FENCED, encoding="utf-8")
    names = [name for name, _ in read([tmp_path / "y", tmp_path / "x"])]
    assert names == [f"{tmp_path.as_posix()}/{folder}/a.md" for folder in ("x", "y")]


@pytest.mark.parametrize(
    ("content", "reason", "offset"),
    [
        (b"", "no text: the body is empty", None),
        (b"\n \n", "no text: the body is empty", None),
        (b"```yaml\ntitle: A\n```\n\n* * *\n", "no text: the body is empty", None),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "not text but binary data", 8),
        (b"A report\0 with a hole", "not text but binary data", 8),
        (gzip.compress(FENCED.encode())[:40], "cannot be read: ", None),
    ],
)
def test_what_holds_no_report_is_set_aside(
    tmp_path: Path, content: bytes, reason: str, offset: int | None
) -> None:
    (tmp_path / "bad.md").write_bytes(content)
    (tmp_path / "good.md").write_text(FENCED, encoding="utf-8")
    (name, aside), (_, report) = read([tmp_path])
    assert isinstance(report, Report)
    assert isinstance(aside, SetAside)
    assert (name, aside.file_name, aside.offset) == ("bad.md", "bad.md", offset)
    assert aside.reason.startswith(reason)
    with pytest.raises(ReportError, match=reason):
        read_file(tmp_path / "bad.md")


def test_file_that_may_not_be_opened_is_set_aside(tmp_path: Path) -> None:
    (tmp_path / "a.md").symlink_to(tmp_path / "nowhere.md")
    [(_, aside)] = read([tmp_path])
    assert isinstance(aside, SetAside)
    assert aside.reason == "cannot be read: No such file or directory"


@pytest.mark.parametrize(
    ("name", "message"),
    [("missing", "no such file or folder"), ("empty", "no reports"), ("a.pdf", "not a format")],
)
def test_paths_without_reports_are_an_error_at_once(
    tmp_path: Path, name: str, message: str
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "a.pdf").touch()
    with pytest.raises(InputError, match=message):
        read([tmp_path / name])


def test_no_paths_are_an_error() -> None:
    with pytest.raises(InputError, match="no reports named"):
        read([])


def test_long_page_is_read_whole(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(FENCED + "Officers went on. " * 8000, encoding="utf-8")
    assert len(the_report(tmp_path / "a.md").text.split()) > 22_000


@given(st.binary(max_size=300))
def test_whatever_is_read_is_a_report_or_set_aside(content: bytes) -> None:
    for _, found in read(["-"], stdin=io.BytesIO(content)):
        if isinstance(found, Report):
            assert found.text[: found.body_start] in {"", f"{found.title}\n\n"}
            assert any(map(str.isalnum, found.text[found.body_start :]))
        else:
            assert found.reason
