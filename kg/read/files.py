"""Read files into reports: the format by suffix, then by what the text opens with."""

import gzip
import io
import zlib
from collections.abc import Callable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO, cast

from kg.errors import InputError, ReportError
from kg.model import Report, SetAside
from kg.read import fenced, front_matter, plain, web_page
from kg.read.encoding import decode
from kg.read.inputs import LINES, STDIN, Input, find_inputs, format_suffix
from kg.read.json_lines import read_lines
from kg.read.page import Page
from kg.read.report import report_of

GZIP_MAGIC = b"\x1f\x8b"
LARGEST = 64 * 2**20  # bytes of one page: the longest known is under one million
# What a text may open with, tried in this order whatever the suffix …
OPENINGS: tuple[Callable[[str], Page | None], ...] = (
    fenced.parse,
    front_matter.parse,
    web_page.parse,
)
# … and how it is read where it opens with none of these; Markdown where no suffix says.
PARSERS: dict[str, Callable[[str], Page]] = {
    ".txt": plain.parse_plain,
    ".text": plain.parse_plain,
    ".html": web_page.parse_html,
    ".htm": web_page.parse_html,
    ".xhtml": web_page.parse_html,
}


def read(
    paths: Sequence[Path | str],
    *,
    text_field: str | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[tuple[str, Report | SetAside]]:
    """Every report of the files and folders, with its file name, in the order of these names.

    A line of a JSON-lines file is named `file.jsonl#<line>`, standard input `-`. What cannot be
    read is given as a `SetAside`. `text_field` names the field of JSON lines that holds the text.
    Raises `InputError` at once for a path that is missing or names no report.
    """
    inputs = find_inputs(paths)
    if stdin is None and any(item.name == STDIN for item in inputs):
        raise InputError("-: there is no standard input to read")
    return _read_all(inputs, text_field, stdin)


def read_file(path: Path | str) -> Report:
    """The report in a file. Raises `ReportError` with the reason where there is none, or many."""
    path = Path(path)
    if format_suffix(path) in LINES:
        raise ReportError("may hold many reports, one a line: `kg build` reads them")
    try:
        with path.open("rb") as file, _opened(file) as stream:
            return _report(stream, format_suffix(path))
    except (OSError, EOFError, zlib.error) as error:
        raise ReportError(_reason(error)) from error


def _read_all(
    inputs: Sequence[Input], text_field: str | None, stdin: BinaryIO | None
) -> Iterator[tuple[str, Report | SetAside]]:
    for item in inputs:
        try:
            if item.name == STDIN and stdin is not None:
                yield from _read_stream(_opened(stdin), item, text_field)
            else:
                with item.path.open("rb") as file, _opened(file) as stream:
                    yield from _read_stream(stream, item, text_field)
        except (OSError, EOFError, zlib.error) as error:
            yield item.name, SetAside(item.name, _reason(error))


def _read_stream(
    stream: io.BufferedReader, item: Input, text_field: str | None
) -> Iterator[tuple[str, Report | SetAside]]:
    if item.suffix in LINES or (item.name == STDIN and stream.peek(64).lstrip()[:1] == b"{"):
        yield from read_lines(stream, item.name, text_field=text_field)
        return
    try:
        yield item.name, _report(stream, item.suffix)
    except ReportError as error:
        yield item.name, SetAside(item.name, error.reason, error.offset)


def _opened(file: BinaryIO) -> io.BufferedReader:
    """The stream itself, or what it holds if it is compressed; never closes standard input."""
    stream = (
        file
        if isinstance(file, io.BufferedReader)
        else io.BufferedReader(cast("io.RawIOBase", file))
    )
    if stream.peek(2)[:2] == GZIP_MAGIC:
        return io.BufferedReader(cast("io.RawIOBase", gzip.GzipFile(fileobj=stream)))
    return stream


def _report(stream: BinaryIO, suffix: str) -> Report:
    raw = stream.read(LARGEST + 1)
    if len(raw) > LARGEST:
        raise ReportError(f"longer than {LARGEST // 2**20} MiB", offset=LARGEST)
    return report_of(_page(decode(raw), suffix), sha256(raw).hexdigest())


def _page(text: str, suffix: str) -> Page:
    text = text.replace("\r\n", "\n")
    for parse in OPENINGS:
        if page := parse(text):
            return page
    return PARSERS.get(suffix, plain.parse_markdown)(text)


def _reason(error: Exception) -> str:
    words = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return f"cannot be read: {words}"
