"""Annotations as Parquet: a row a report, what it says as lists of structs.

The columns are the fields of `kg.model.Report` and `kg.model.Annotation`. Offsets are characters
into `text`; `entity`, `sentence`, `agency` … count from 0 into the lists of the same row.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from itertools import islice
from types import NoneType
from typing import IO, TYPE_CHECKING, Any, Literal, get_args, get_origin, get_type_hints

from kg.export.parquet import parquet
from kg.model import Annotation, Report

if TYPE_CHECKING:
    import pyarrow as pa

ROWS = 1024  # reports that are in memory at once
FILES = "files"  # the column that a report itself does not have: the names of its files


def write_annotations(
    annotations: Iterable[Annotation], file_names: Mapping[str, Sequence[str]], file: IO[bytes]
) -> None:
    """Write annotations in their order; `file_names` are those of each report, by its SHA-256."""
    import pyarrow as pa  # noqa: PLC0415  optional

    rest = iter(annotations)
    with parquet().ParquetWriter(file, _schema(), compression="zstd") as writer:
        while batch := list(islice(rest, ROWS)):
            rows = [_row(one, file_names[one.report.sha256]) for one in batch]
            writer.write_table(pa.Table.from_pylist(rows, schema=_schema()))


def _row(annotation: Annotation, names: Sequence[str]) -> dict[str, Any]:
    row: dict[str, Any] = _plain(annotation)
    return {**row.pop("report"), FILES: list(names), **row}


def _plain(value: object) -> Any:
    """A value as Parquet has it: structs as dicts, figures as doubles."""
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    return float(value) if isinstance(value, Decimal) else value


def _schema() -> "pa.Schema":
    import pyarrow as pa  # noqa: PLC0415

    of_report, of_annotation = _columns(Report), _columns(Annotation)
    del of_annotation["report"]
    return pa.schema({**of_report, FILES: pa.list_(pa.string()), **of_annotation})


def _columns(class_: type) -> "dict[str, pa.DataType]":
    return {name: _type(hint) for name, hint in get_type_hints(class_).items()}


def _type(hint: Any) -> "pa.DataType":
    """The type of a column, from that of a field in `kg.model`."""
    import pyarrow as pa  # noqa: PLC0415

    if is_dataclass(hint):
        return pa.struct(_columns(hint))  # type: ignore[arg-type]
    kind, inner = get_origin(hint), get_args(hint)
    if kind is tuple:
        return pa.list_(_type(inner[0]))
    if kind is Literal:
        return pa.string()
    if NoneType in inner:
        return _type(inner[0])
    plain = {str: pa.string(), int: pa.int64(), float: pa.float64(), Decimal: pa.float64()}
    return {**plain, date: pa.date32()}[hint]
