"""What a query finds: rows of plain Python values that cannot change, and the usual ways out."""

import csv
import io
import json
from collections import namedtuple
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from html import escape
from typing import TYPE_CHECKING, Any, Self, overload

from kg.errors import QueryError
from kg.given import written
from kg.model import Value
from kg.store import Term
from kg.vocab import PREFIXES

if TYPE_CHECKING:
    import pandas as pd

Terms = tuple[Term | None, ...]  # of one row

_XSD = PREFIXES["xsd"]
_SHOWN_IN_NOTEBOOK = 50
_TO_PYTHON: Mapping[str, Callable[[str], object]] = {
    "boolean": lambda text: text in {"true", "1"},
    "date": date.fromisoformat,
    "dateTime": datetime.fromisoformat,
    "decimal": Decimal,
    "double": float,
    "float": float,
    "int": int,
    "integer": int,
    "long": int,
    "nonNegativeInteger": int,
    "positiveInteger": int,
}


class IRI(str):
    """A name of something in the graph: a string that also knows its short form.

    >>> IRI("https://w3id.org/ockg/ns#Agency").compact
    'oc:Agency'
    """

    __slots__ = ()

    @property
    def compact(self) -> str:
        for prefix, namespace in PREFIXES.items():
            if self.startswith(namespace):
                return f"{prefix}:{self[len(namespace) :]}"
        return str(self)


def to_python(term: Term | None) -> object:
    """A term as a plain value; a literal that breaks its datatype, or has another, as its text.

    >>> to_python(Value("12.5", "http://www.w3.org/2001/XMLSchema#decimal"))
    Decimal('12.5')
    """
    if term is None:
        return None
    if isinstance(term, str):
        return IRI(term)
    if term.datatype is None:
        return term.value
    convert = _TO_PYTHON.get(term.datatype.removeprefix(_XSD))
    if convert is None:
        return term.value
    try:
        return convert(term.value)
    except (ValueError, ArithmeticError):  # dates before year 1, NaN: kept as written
        return term.value


class Rows(Sequence[Any]):
    """Rows in the query's order; each is a named tuple, as in `rows[0].agency`.

    Plain values are made of terms as rows are asked for: CSV and JSON do without.
    """

    __slots__ = ("_answer", "_kind", "columns", "terms")

    def __init__(
        self,
        columns: Sequence[str],
        terms: Iterable[Sequence[Term | None]],
        *,
        answer: bool | None = None,
    ) -> None:
        self.columns = tuple(columns)
        self.terms: Sequence[Terms] = tuple(map(tuple, terms))
        self._answer = answer
        self._kind: Callable[..., Any] | None = None

    @classmethod
    def of_kept(cls, columns: Sequence[str], terms: Sequence[Terms]) -> Self:
        """Rows that stay where they are until they are asked for."""
        rows = cls(columns, ())
        rows.terms = terms
        return rows

    def page(self, offset: int, limit: int | None) -> Self:
        """The rows from `offset` on, `limit` of them or all: no other is read."""
        end = None if limit is None else offset + limit
        return type(self)(self.columns, self.terms[offset:end], answer=self._answer)

    def _row(self, terms: Terms) -> Any:
        if self._kind is None:
            self._kind = _kind(self.columns)
        return self._kind(*map(to_python, terms))

    @classmethod
    def of_answer(cls, answer: bool) -> Self:
        """The one row of an ASK query: yes or no."""
        value = Value(str(answer).lower(), f"{_XSD}boolean")
        return cls(("answer",), [(value,)], answer=answer)

    @overload
    def __getitem__(self, index: int) -> Any: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Any]: ...
    def __getitem__(self, index: int | slice) -> Any:
        if isinstance(index, slice):
            return tuple(self._row(terms) for terms in self.terms[index])
        return self._row(self.terms[index])

    def __iter__(self) -> Iterator[Any]:
        return map(self._row, self.terms)

    def __len__(self) -> int:
        return len(self.terms)

    def __bool__(self) -> bool:
        """Say yes or no where the query was ASK; else, whether anything was found."""
        return self._answer if self._answer is not None else bool(self.terms)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Rows) and self._all() == other._all()

    def __hash__(self) -> int:
        return hash(self._all())

    def _all(self) -> tuple[tuple[str, ...], tuple[Terms, ...]]:
        return self.columns, tuple(self.terms)

    def __repr__(self) -> str:
        return f"<{len(self):,} rows of {', '.join(self.columns)}>"

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{escape(column)}</th>" for column in self.columns)
        body = "".join(
            f"<tr>{''.join(f'<td>{escape(_shown(value))}</td>' for value in row)}</tr>"
            for row in self[:_SHOWN_IN_NOTEBOOK]
        )
        caption = f"{min(len(self), _SHOWN_IN_NOTEBOOK):,} of {len(self):,} rows"
        return f"<table><caption>{caption}</caption><tr>{head}</tr>{body}</table>"

    def to_csv(self) -> str:
        """Comma-separated values as SPARQL 1.1 has them: a line of names, then plain values."""
        out = io.StringIO()
        writer = csv.writer(out)
        writer.writerow(self.columns)
        writer.writerows([_plain(term) for term in terms] for terms in self.terms)
        return out.getvalue()

    def to_tsv(self) -> str:
        """Tab-separated values as SPARQL 1.1 has them: terms with their datatypes, as in Turtle."""
        lines = ["\t".join(f"?{column}" for column in self.columns)]
        lines += ["\t".join(map(written, terms)) for terms in self.terms]
        return "\n".join(lines) + "\n"

    def to_json(self) -> str:
        """The SPARQL 1.1 results format in JSON."""
        if self._answer is not None:
            return json.dumps({"head": {}, "boolean": self._answer})
        bindings = [
            {n: _binding(t) for n, t in zip(self.columns, terms, strict=True) if t is not None}
            for terms in self.terms
        ]
        found = {"head": {"vars": list(self.columns)}, "results": {"bindings": bindings}}
        return json.dumps(found, ensure_ascii=False, indent=1)

    def to_pandas(self) -> "pd.DataFrame":
        """A data frame of the rows; raises `QueryError` where pandas is not installed."""
        try:
            import pandas as pd  # noqa: PLC0415  optional, and half a second to import
        except ImportError as error:
            raise QueryError("to_pandas() needs pandas: pip install pandas") from error
        return pd.DataFrame([tuple(row) for row in self], columns=list(self.columns))


def _kind(columns: Sequence[str]) -> Callable[..., Any]:
    return namedtuple("Row", columns, rename=True)


def _shown(value: object) -> str:
    if value is None:
        return ""
    return value.compact if isinstance(value, IRI) else str(value)


def _plain(term: Term | None) -> str:
    if term is None:
        return ""
    return term if isinstance(term, str) else term.value


def _binding(term: Term) -> dict[str, str]:
    if isinstance(term, str):
        blank = term.startswith("_:")
        return {"type": "bnode" if blank else "uri", "value": term[2:] if blank else term}
    more = {"xml:lang": term.language, "datatype": term.datatype}
    return {"type": "literal", "value": term.value} | {k: v for k, v in more.items() if v}
