"""Write a graph to one file: the table of formats, and the one way a file comes to be.

A file appears by rename, whole or not at all, and holds the same bytes for the same graph.
"""

import gzip
import os
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

from kg.errors import ExportError
from kg.export import graphml, jsonld, lines, rdfxml, turtle
from kg.store import Store

FORMATS: Mapping[str, Callable[[Store, IO[bytes]], None]] = {
    "graphml": graphml.write,
    "jsonld": jsonld.write,
    "nq": lines.write_nquads,
    "nt": lines.write_ntriples,
    "rdf": rdfxml.write,
    "trig": turtle.write_trig,
    "ttl": turtle.write,
}


def export(store: Store, path: str | Path, *, format: str | None = None) -> Path:  # noqa: A002
    """Write the graph to `path` and return it; a suffix of `.gz` after the format's packs it.

    `format` is a suffix without its dot, for a path that does not say it. Raises `ExportError`
    for an unknown format and for a path that cannot be written.
    """
    path = Path(path)
    name = format_of(path) if format is None else format
    with _appearing(path) as file:
        if path.suffix == ".gz":
            # no name and no time inside, or the bytes would vary
            with gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as packed:
                write_to(store, cast("IO[bytes]", packed), format=name)
        else:
            write_to(store, file, format=name)
    return path


def write_to(store: Store, file: IO[bytes], *, format: str) -> None:  # noqa: A002
    """Write the graph to an open file, as to standard output."""
    if format not in FORMATS:
        raise ExportError(f"no format is called {format!r}; there are {' '.join(FORMATS)}")
    FORMATS[format](store, file)


def format_of(path: Path) -> str:
    """The name in `FORMATS` of what `path` is to hold, by its suffix."""
    suffix = (path.with_suffix("") if path.suffix == ".gz" else path).suffix
    if suffix[1:] not in FORMATS:
        known = " ".join(f".{name}" for name in FORMATS)
        raise ExportError(f"{path}: no format has the suffix {suffix!r}; there are {known}")
    return suffix[1:]


@contextmanager
def _appearing(path: Path) -> Iterator[IO[bytes]]:
    """A file that takes its place at `path` once the block ends well, and leaves nothing else."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        with beside.open("xb") as file:
            yield file
        beside.replace(path)
    except OSError as error:
        raise ExportError(f"{path}: cannot be written: {error.strerror or error}") from error
    finally:
        beside.unlink(missing_ok=True)
