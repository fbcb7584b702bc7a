"""Run the queries of this folder: those that know a scope end in `scope.rq`,
and `place.rq` where it has a place.

Rows come sorted by their columns from left to right. They are sorted here: in Oxigraph that takes
several times as long as all the rest of a query.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import cast

from kg.analyse.scope import Scope
from kg.model import Value
from kg.store import Queryable, Solutions, Term

_QUERIES = Path(__file__).parent / "queries"
_IN_SCOPE = "  # in reports in scope\n"

Row = tuple[Term | None, ...]

WIDE_TYPES = (
    "Official",
    "Agency",
    "Person",
    "Operation",
    "Place",
    "CriminalGroup",
    "Platform",
    "Organisation",
)
"""The types of entities; of those that hold the first counts, as for an official, a person too."""


def rows_in_scope(store: Queryable, name: str, scope: Scope, **more: Term) -> list[Row]:
    """The rows of a query over the reports in scope, without the columns of its parameters."""
    placed = _read("place") if scope.place is not None else ""
    text = _read(name).replace(_IN_SCOPE, _read("scope") + placed)
    return _rows(store, text, {**scope.bindings(), **more})


def all_rows(store: Queryable, name: str, **bindings: Term) -> list[Row]:
    """The rows of a query that knows no scope."""
    return _rows(store, _read(name), bindings)


def _rows(store: Queryable, text: str, bindings: Mapping[str, Term]) -> list[Row]:
    found = cast("Solutions", store.query(text, bindings))
    hidden = sum(variable.startswith("given_") for variable in found.variables)
    return sorted((row[hidden:] for row in found.rows), key=lambda row: tuple(map(text_of, row)))


@cache
def _read(name: str) -> str:
    return (_QUERIES / f"{name}.rq").read_text(encoding="utf-8")


def text_of(term: Term | None) -> str:
    """A literal's text, an IRI itself, "" for nothing."""
    if term is None:
        return ""
    return term.value if isinstance(term, Value) else term


def text_or_none(term: Term | None) -> str | None:
    return None if term is None else text_of(term)


def number_of(term: Term | None) -> float | None:
    return None if term is None else float(text_of(term))


def local_name(term: Term | None) -> str:
    """What follows the last # or / of an IRI."""
    return text_of(term).rsplit("#", 1)[-1].rsplit("/", 1)[-1]
