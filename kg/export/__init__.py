"""Write a graph in any format: the table of formats, and the one way a file comes to be.

A file appears by rename, whole or not at all, and holds the same bytes for the same graph.
"""

import gzip
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import IO, cast

from kg.appearing import appearing, folder_appearing
from kg.errors import ExportError
from kg.export import (
    case,
    framed,
    ftm,
    ftm_statements,
    gexf,
    graphml,
    i2,
    jsonld,
    lines,
    neo4j,
    parquet,
    rdfxml,
    stix,
    tables,
    turtle,
)
from kg.export.annotations import write_annotations
from kg.export.archive import Files, unpacked, zipped
from kg.export.shards import write_shards
from kg.model import Annotation
from kg.store import Store

FOLDERS: Mapping[str, Files] = {
    "csv": tables.csv_files,
    "neo4j": neo4j.files,
    "parquet": parquet.files,
}
"""Formats of several files, written as one ZIP or as a folder."""

FORMATS: Mapping[str, Callable[[Store, IO[bytes]], None]] = {
    **{name: zipped(files) for name, files in FOLDERS.items()},
    "case": case.write,
    "framed": framed.write,
    "ftm": ftm.write,
    "ftm-statements": ftm_statements.write,
    "gexf": gexf.write,
    "graphml": graphml.write,
    "i2": i2.write,
    "jsonld": jsonld.write,
    "nq": lines.write_nquads,
    "nt": lines.write_ntriples,
    "rdf": rdfxml.write,
    "stix": stix.write,
    "trig": turtle.write_trig,
    "ttl": turtle.write,
}
_OWN_SUFFIX = {
    "case": ".case.jsonld",
    "framed": ".framed.jsonld",
    "ftm": ".ftm.json",
    "ftm-statements": ".ftm.csv",
    "i2": ".i2.csv",
    "stix": ".stix.json",
    **{name: f".{name}.zip" for name in FOLDERS},
}
SUFFIXES: Mapping[str, str] = {_OWN_SUFFIX.get(name, f".{name}"): name for name in FORMATS}
"""What a file's name ends in, for each format."""


def export(store: Store, path: str | Path, *, format: str | None = None) -> Path:  # noqa: A002
    """Write the graph to `path` and return it; a suffix of `.gz` after the format's packs it.

    `format` is a name in `FORMATS`, for a path that does not say it; one of `FOLDERS` makes a
    folder, unless the path ends in .zip. Raises `ExportError` for an unknown format and for a
    path that cannot be written.
    """
    path = Path(path)
    name = format_of(path) if format is None else format
    if name in FOLDERS and path.suffix not in {".zip", ".gz"}:
        with folder_appearing(path) as folder:
            unpacked(FOLDERS[name](store), folder)
        return path
    with appearing(path) as file:
        if path.suffix == ".gz":
            # no name and no time inside, or the bytes would vary
            with gzip.GzipFile(filename="", mode="wb", fileobj=file, mtime=0) as packed:
                write_to(store, cast("IO[bytes]", packed), format=name)
        else:
            write_to(store, file, format=name)
    return path


def export_shards(store: Store, path: str | Path, *, count: int) -> Path:
    """Write the graph as N-Quads into `count` files of a new folder, and return the folder.

    Raises `ExportError` for a folder that cannot be written, or that is there and holds anything.
    """
    path = Path(path)
    with folder_appearing(path) as folder:
        write_shards(store, folder, count=count)
    return path


def export_annotations(
    annotations: Iterable[Annotation], file_names: Mapping[str, Sequence[str]], path: Path
) -> Path:
    """Write annotations to a Parquet file, each with the names of its report's files."""
    with appearing(path) as file:
        write_annotations(annotations, file_names, file)
    return path


def write_to(store: Store, file: IO[bytes], *, format: str) -> None:  # noqa: A002
    """Write the graph to an open file, as to standard output."""
    if format not in FORMATS:
        raise ExportError(f"no format is called {format!r}; there are {' '.join(sorted(FORMATS))}")
    FORMATS[format](store, file)


def format_of(path: Path) -> str:
    """The name in `FORMATS` of what `path` is to hold, by the end of its name."""
    name = path.name.removesuffix(".gz")
    for suffix in sorted(SUFFIXES, key=len, reverse=True):
        if name.endswith(suffix):
            return SUFFIXES[suffix]
    known = " ".join(sorted(SUFFIXES))
    raise ExportError(f"{path}: its name ends in that of no format; there are {known}")
