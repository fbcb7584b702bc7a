"""Keep annotations on disk, keyed by what was read and what read it, so that none is made twice.

One SQLite file (write-ahead log) with a row a report: the SHA-256 of the bytes that were read, the
version of the pipeline, and the annotation as MessagePack. A killed build keeps its finished rows.
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from importlib.metadata import version
from importlib.util import find_spec
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import NamedTuple

import msgspec

from kg.config import MODELS
from kg.errors import ExportError, GraphError
from kg.model import Annotation

BATCH = 64  # annotations a transaction: what a crash can lose
SCHEMA = """
CREATE TABLE IF NOT EXISTS annotations (
    sha256 TEXT NOT NULL, pipeline TEXT NOT NULL, annotation BLOB NOT NULL,
    PRIMARY KEY (sha256, pipeline)
) WITHOUT ROWID
"""


class Encoded(NamedTuple):
    """An annotation as it is kept, so that it can pass from process to disk as it is."""

    sha256: str  # of the report
    content: bytes  # MessagePack


def encoded(annotation: Annotation) -> Encoded:
    return Encoded(annotation.report.sha256, msgspec.msgpack.encode(annotation))


class AnnotationCache:
    """The annotations of one pipeline version. Close it, or use it as a context manager."""

    def __init__(self, path: Path, pipeline: str) -> None:
        self._path, self._pipeline = path, pipeline
        self._decode = msgspec.msgpack.Decoder(Annotation).decode
        with _told(path):
            self._database = sqlite3.connect(path)
            self._database.execute("PRAGMA journal_mode=WAL")
            self._database.execute("PRAGMA synchronous=NORMAL")
            self._database.execute(SCHEMA)

    def __enter__(self) -> "AnnotationCache":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        empty = error is not None and self._is_empty()
        self._database.close()
        if empty:  # what failed before it began leaves no file behind
            self._path.unlink()

    def _is_empty(self) -> bool:
        return self._database.execute("SELECT 1 FROM annotations LIMIT 1").fetchone() is None

    def known(self) -> set[str]:
        """The SHA-256 of every report that this pipeline version has annotated."""
        query = "SELECT sha256 FROM annotations WHERE pipeline = ?"
        return {row[0] for row in self._database.execute(query, (self._pipeline,))}

    def put(self, annotations: Iterable[Encoded]) -> Iterator[int]:
        """Store annotations as they come, in batches; after each batch, how many are stored."""
        rest, stored = iter(annotations), 0
        while batch := list(islice(rest, BATCH)):
            rows = [(one.sha256, self._pipeline, one.content) for one in batch]
            with _told(self._path), self._database:
                self._database.executemany(
                    "INSERT OR REPLACE INTO annotations VALUES (?, ?, ?)", rows
                )
            stored += len(batch)
            yield stored

    def read(self, hashes: Iterable[str]) -> Iterator[Annotation]:
        """The annotations of the reports named, in that order; `KeyError` for one unknown."""
        query = "SELECT annotation FROM annotations WHERE sha256 = ? AND pipeline = ?"
        with closing(self._database.cursor()) as cursor:
            for sha256 in hashes:
                row = cursor.execute(query, (sha256, self._pipeline)).fetchone()
                if row is None:
                    raise KeyError(sha256)
                yield self._decode(row[0])

    def forget_other_versions(self) -> None:
        """Drop what older pipelines made: it will not be read again."""
        with _told(self._path), self._database:
            self._database.execute("DELETE FROM annotations WHERE pipeline <> ?", (self._pipeline,))


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Say what is wrong with the file: SQLite names neither it nor what to do."""
    try:
        yield
    except sqlite3.OperationalError as error:  # a full disk, a folder that is read only
        raise ExportError(
            f"{path}: cannot be written, for want of room or leave: {error}"
        ) from error
    except sqlite3.Error as error:
        raise GraphError(f"{path}: not a database of annotations: {error}") from error


def pipeline_version(model: str, rules: Path | None = None, registries: Sequence[Path] = ()) -> str:
    """A digest of all that decides what an annotation says: our code, rules and gazetteer, a user's
    rules and registries, spaCy, the model.

    Reads files only: spaCy is not imported, so a rebuild with nothing new need not load it.
    """
    package = Path(__file__).parent
    digest = hashlib.sha256(f"{version('spacy')} {model}".encode())
    sources = sorted([*package.glob("*.py"), *package.glob("data/*.*")])
    for stage in ("own", "read", "annotate"):
        sources += sorted((package / stage).rglob("*.py"))
    own = sorted(rules.glob("*.yml")) if rules else []
    for path in [*sources, *_model_files(model), *own, *registries]:
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:16]


def _model_files(model: str) -> list[Path]:
    """The `meta.json` of a packaged pipeline or of a folder: name, version and scores."""
    folder = next((path for path in (MODELS / model, Path(model)) if path.is_dir()), None)
    if folder is None:
        spec = find_spec(model) if model.isidentifier() else None
        if spec is None or spec.origin is None:
            return []
        folder = Path(spec.origin).parent
    return sorted(folder.glob("meta.json")) + sorted(folder.glob("*/meta.json"))
