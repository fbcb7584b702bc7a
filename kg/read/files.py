"""Read one file into a report, by what its text opens with."""

from hashlib import sha256
from pathlib import Path

from kg.errors import ReportError
from kg.model import Report
from kg.read import fenced, front_matter
from kg.read.encoding import decode
from kg.read.page import Page
from kg.read.report import report_of


def read_file(path: Path | str) -> Report:
    """The report in a file. Raises `ReportError` with the reason where there is none."""
    try:
        raw = Path(path).read_bytes()
    except OSError as error:
        raise ReportError(f"{path}: cannot be read: {error.strerror}") from error
    return report_of(_page(decode(raw)), sha256(raw).hexdigest())


def _page(text: str) -> Page:
    return fenced.parse(text) or front_matter.parse(text) or Page({}, text)
