"""One report a line: a JSON object whose fields go by their usual names."""

import json
from collections.abc import Iterator
from hashlib import sha256
from typing import Any, BinaryIO

from kg.errors import ReportError
from kg.model import Report, SetAside
from kg.read.encoding import decode
from kg.read.metadata import dotted, first, flatten
from kg.read.page import Page
from kg.read.report import report_of

BODIES = (
    "text",
    "body",
    "content",
    "article.body",
    "full.text",
    "fulltext",
    "body.text",
    "content.text",
    "article",
    "raw.text",
    "markdown",
    "html",
    "description",
)


def read_lines(
    stream: BinaryIO, file_name: str, *, text_field: str | None = None
) -> Iterator[tuple[str, Report | SetAside]]:
    """The report of each line, or why there is none; one line is held at a time."""
    start = 0
    for number, line in enumerate(stream, start=1):
        name = f"{file_name}#{number}"
        if record := line.strip():
            try:
                yield name, _report(record, text_field)
            except ReportError as error:
                yield name, SetAside(name, error.reason, start + (error.offset or 0))
        start += len(line)


def _report(record: bytes, text_field: str | None) -> Report:
    try:
        content = json.loads(decode(record))
    except json.JSONDecodeError as error:
        raise ReportError(f"not JSON: {error.msg}", offset=error.pos) from error
    except RecursionError as error:
        raise ReportError("not JSON of a report: nested too deep") from error
    if not isinstance(content, dict):
        raise ReportError(f"expected a JSON object, found {type(content).__name__}")
    return report_of(_page(content, text_field), sha256(record).hexdigest())


def _page(content: dict[str, Any], text_field: str | None) -> Page:
    fields = flatten(content)
    keys = BODIES if text_field is None else (dotted(text_field),)
    body = first(fields, *keys)
    if body is None:
        wanted = "text, body or content" if text_field is None else repr(text_field)
        raise ReportError(f"no field {wanted}: it has {', '.join(map(repr, content)) or 'none'}")
    return Page({key: value for key, value in fields.items() if value is not body}, body)
