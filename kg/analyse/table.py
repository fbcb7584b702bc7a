"""Answers as tables: rows of plain values that people read, and programs too."""

import csv
import io
import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, astuple, fields
from decimal import Decimal
from html import escape
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, TypeVar, overload

from kg.errors import QueryError

if TYPE_CHECKING:
    import pandas as pd

_SHOWN_IN_NOTEBOOK = 50
_BETWEEN = "; "


class Answer(Protocol):
    """One row: a frozen dataclass of texts, numbers, dates, tuples of texts, or None."""

    __dataclass_fields__: ClassVar[dict[str, Any]]


A = TypeVar("A", bound=Answer)


class Table(Sequence[A]):
    """Rows in the order of the answer; `columns` are the fields of each."""

    __slots__ = ("_rows", "columns")

    def __init__(self, kind: type[A], rows: Iterable[A]) -> None:
        self.columns = tuple(field.name for field in fields(kind))
        self._rows = tuple(rows)

    @overload
    def __getitem__(self, index: int) -> A: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[A]: ...
    def __getitem__(self, index: int | slice) -> A | Sequence[A]:
        return self._rows[index]

    def __len__(self) -> int:
        return len(self._rows)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Table) and self._rows == other._rows

    def __hash__(self) -> int:
        return hash(self._rows)

    def __repr__(self) -> str:
        return f"<{len(self):,} rows of {', '.join(self.columns)}>"

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{escape(column)}</th>" for column in self.columns)
        body = "".join(
            f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in cells)}</tr>"
            for cells in self.cells()[:_SHOWN_IN_NOTEBOOK]
        )
        caption = f"{min(len(self), _SHOWN_IN_NOTEBOOK):,} of {len(self):,} rows"
        return f"<table><caption>{caption}</caption><tr>{head}</tr>{body}</table>"

    def cells(self) -> list[list[str]]:
        """Each row as texts: what is None is empty, lists are parted by semicolons."""
        return [[in_text(value) for value in astuple(row)] for row in self._rows]

    def to_csv(self) -> str:
        """Comma-separated values, with a line of column names."""
        out = io.StringIO()
        writer = csv.writer(out)
        writer.writerow(self.columns)
        writer.writerows(self.cells())
        return out.getvalue()

    def to_json(self) -> str:
        """A list of objects; dates and decimals are texts."""
        rows = [asdict(row) for row in self._rows]
        return json.dumps(rows, ensure_ascii=False, indent=1, default=str)

    def to_pandas(self) -> "pd.DataFrame":
        """A data frame of the rows; raises `QueryError` where pandas is not installed."""
        try:
            import pandas as pd  # noqa: PLC0415  optional, and half a second to import
        except ImportError as error:
            raise QueryError("to_pandas() needs pandas: pip install pandas") from error
        return pd.DataFrame([asdict(row) for row in self._rows], columns=list(self.columns))


def in_text(value: object) -> str:
    """A value as people read it: nothing is empty, lists are parted by semicolons."""
    if value is None:
        return ""
    if isinstance(value, tuple):
        return _BETWEEN.join(map(str, value))
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, float):
        return f"{value:.3f}"
    return str(value)
