"""The same tables as Parquet, with types: for pandas, Polars, DuckDB, Spark."""

import io
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from kg.errors import ExportError
from kg.export.archive import File
from kg.export.tables import Cell, ColumnType, Table, tables
from kg.store import Store

if TYPE_CHECKING:
    import pyarrow as pa


def files(store: Store) -> Iterator[File]:
    """Each table as a file; raises `ExportError` where pyarrow is not installed."""
    pq = parquet()
    for table in tables(store):
        out = io.BytesIO()
        pq.write_table(_typed(table), out)
        yield File(f"{table.name}.parquet", out.getvalue())


def parquet() -> Any:
    """The module that writes Parquet; raises `ExportError` where pyarrow is not installed."""
    try:
        import pyarrow.parquet as pq  # noqa: PLC0415  optional
    except ImportError as error:
        raise ExportError(
            "Parquet needs pyarrow: pip install 'organised-crime-kg[parquet]'"
        ) from error
    return pq


def _typed(table: Table) -> "pa.Table":
    import pyarrow as pa  # noqa: PLC0415

    types = {
        "text": pa.string(),
        "integer": pa.int64(),
        "number": pa.float64(),
        "day": pa.date32(),
    }
    columns = [
        pa.array([_value(row[index], type_) for row in table.rows], types[type_])
        for index, type_ in enumerate(table.columns.values())
    ]
    return pa.table(columns, names=list(table.columns))


def _value(cell: Cell, type_: ColumnType) -> Cell | date:
    return date.fromisoformat(str(cell)) if type_ == "day" and cell is not None else cell
