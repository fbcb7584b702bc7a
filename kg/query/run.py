"""Ask a graph: SPARQL, a file of it, or a saved query by name, with parameters bound to values."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import NamedTuple, cast

from kg.errors import QueryError
from kg.given import with_given
from kg.model import Value
from kg.query.added_up import taken_apart, with_rows
from kg.query.kept import kept
from kg.query.library import (
    ADDED_UP,
    MOST_REPORTED,
    READ_THROUGH,
    Parameter,
    SavedQuery,
    find_saved,
    has_header,
    parameter_value,
    read_saved,
    read_text,
)
from kg.query.names import named
from kg.query.order import Row, Unordered, in_order, unordered
from kg.query.rows import IRI, Rows
from kg.query.through import read_through
from kg.store import Queryable, Solutions, Store, Term
from kg.vocab import PREFIXES

__all__ = ["IRI", "Rows", "run"]

_XSD = PREFIXES["xsd"]
_NAME = re.compile(r"[A-Za-z0-9][\w-]*")
_DATATYPES: Mapping[type, str] = {
    int: "integer",
    Decimal: "decimal",
    float: "double",
    datetime: "dateTime",
    date: "date",
}
_ABSOLUTE_IRI = re.compile(r"(?:https?|urn|mailto|tag):\S+")


def run(store: Queryable, text_or_name: str | Path, /, **parameters: object) -> Rows:
    """The rows that answer a saved query, a `.rq` file or SPARQL text.

    The prefixes of the ontology are known, and all named graphs are seen as one. A saved query's
    parameters are those of its header, names of things looked up in the graph; in other SPARQL text
    they are values of variables, an absolute IRI standing for itself, and each has to be among the
    variables selected. An ASK gives one row, a CONSTRUCT or DESCRIBE one row a triple.

    Raises `QueryError` for a query that does not parse or is not known, for parameters that are
    missing, unknown or of the wrong type, and for a name that nothing in the graph has.
    """
    saved = _saved(text_or_name)
    if isinstance(saved, SavedQuery):
        return _answer_saved(store, saved, parameters)
    return _answer(store, saved, {n: _term(v) for n, v in parameters.items()}, hidden=set())


def _answer_saved(store: Queryable, saved: SavedQuery, parameters: Mapping[str, object]) -> Rows:
    asked = list(_given(saved, parameters))
    given = {one.name: _terms(store, saved.name, one, value) for one, value in asked}
    names = {one.name: given[one.name] for one, _ in asked if one.names_something}
    values = {one.name: given[one.name][0] for one, _ in asked if not one.names_something}
    text = with_given(saved.text, given)
    bindings = {f"given_{name}": value for name, value in values.items()}
    hidden = _given_variables(saved)
    if not isinstance(store, Store):
        return _answer(store, text, bindings, hidden=hidden)
    if saved.kept == ADDED_UP and given:
        answer = _total(store, saved, given, bindings)
    elif saved.kept == MOST_REPORTED:
        answer = kept(store, about(saved, given), {})
    else:
        answer = kept(store, saved, given)
    if answer is not None:
        return answer
    if not names:
        text = _of_all(store, saved, text)
    query = unordered(text)
    if query is None:
        return _answer(store, text, bindings, hidden=hidden)
    return _answer_in_order(store, query, bindings, hidden=hidden)


def _total(
    store: Store,
    saved: SavedQuery,
    given: Mapping[str, Sequence[Term]],
    bindings: Mapping[str, Term],
) -> Rows | None:
    """What a query adds up of the rows that filters leave; None where no rows are kept."""
    rows = kept(store, rows_of(saved), given)
    parts = taken_apart(saved.text)
    query = unordered(parts.total)
    if rows is None or query is None:
        return None
    asked = replace(query, text=with_rows(query.text, parts.columns, rows.terms))
    return _answer_in_order(Store(), asked, bindings, hidden=_given_variables(saved))


def about(saved: SavedQuery, given: Mapping[str, Sequence[Term]]) -> SavedQuery:
    """The query of some names alone."""
    return replace(saved, text=with_given(saved.text, given), parameters=(), filters={})


def rows_of(saved: SavedQuery) -> SavedQuery:
    """The query of the rows that a query adds up, some of which its filters leave out."""
    return replace(saved, text=taken_apart(saved.text).rows)


def _answer_in_order(
    store: Store, query: Unordered, bindings: Mapping[str, Term], *, hidden: set[str]
) -> Rows:
    variables, rows = _in_order(store, query, bindings)
    return _shown(variables, rows, hidden | query.added)


def _terms(store: Queryable, query: str, parameter: Parameter, value: object) -> Sequence[Term]:
    """What a parameter is given: all that a name stands for, or a value."""
    if parameter.names_something:
        return named(store, parameter.type, str(value))
    return [_typed(query, parameter, value)]


def _of_all(store: Store, saved: SavedQuery, text: str) -> str:
    """The query as it is asked where nothing is named."""
    return read_through(text) if store.on_disk and saved.unfiltered == READ_THROUGH else text


def _in_order(
    store: Store, query: Unordered, bindings: Mapping[str, Term]
) -> tuple[Sequence[str], list[Row]]:
    found = cast("Solutions", store.query(query.text, bindings))
    return found.variables, in_order(found.rows, found.variables, query.keys)


class Whole(NamedTuple):
    """All that a saved query finds without parameters, with what is not shown of it."""

    columns: Sequence[str]  # that are shown
    variables: Sequence[str]
    rows: list[Row]


def whole(store: Store, saved: SavedQuery) -> Whole:
    """Ask a saved query without parameters, for all that its filters test as well."""
    tested = [name for one in saved.filters.values() for name in one.variables]
    query = unordered(_of_all(store, saved, saved.text), tested)
    if query is None:
        raise QueryError(f"{saved.name}: ORDER BY has to name variables, for its answer to be kept")
    variables, rows = _in_order(store, query, {})
    hidden = query.added | _given_variables(saved)
    return Whole([name for name in variables if name not in hidden], variables, rows)


def _given_variables(saved: SavedQuery) -> set[str]:
    return {f"given_{parameter.name}" for parameter in saved.parameters}


def _saved(text_or_name: str | Path) -> SavedQuery | str:
    if isinstance(text_or_name, str) and _NAME.fullmatch(text_or_name):
        return find_saved(text_or_name)
    if isinstance(text_or_name, Path) or text_or_name.endswith(".rq"):
        path = Path(text_or_name)
        text = read_text(path)
        return read_saved(path) if has_header(text) else text
    return text_or_name


def _answer(store: Queryable, text: str, bindings: Mapping[str, Term], *, hidden: set[str]) -> Rows:
    found = store.query(text, bindings)
    if isinstance(found, bool):
        return Rows.of_answer(found)
    if not isinstance(found, Solutions):
        return Rows(("subject", "predicate", "object"), found)
    return _shown(found.variables, found.rows, hidden)


def _shown(
    variables: Sequence[str], rows: Iterable[Sequence[Term | None]], hidden: set[str]
) -> Rows:
    """The rows without the columns hidden."""
    kept = [index for index, name in enumerate(variables) if name not in hidden]
    shown = ([row[index] for index in kept] for row in rows)
    return Rows([variables[index] for index in kept], shown)


def _given(saved: SavedQuery, given: Mapping[str, object]) -> Iterator[tuple[Parameter, object]]:
    """Each parameter of a saved query that has a value, given or by default."""
    known = {parameter.name: parameter for parameter in saved.parameters}
    if unknown := given.keys() - known:
        raise QueryError(
            f"{saved.name} has no parameter {' or '.join(map(repr, sorted(unknown)))}; "
            f"it has {', '.join(known) or 'none'}"
        )
    for name, parameter in known.items():
        value = given.get(name)
        if value is not None and (value != "" or parameter.required):
            yield parameter, value
        elif parameter.required:
            raise QueryError(f"{saved.name} needs {name}: {parameter.description}")
        elif parameter.default is not None:
            yield parameter, parameter.default


def _typed(query: str, parameter: Parameter, value: object) -> Term:
    try:
        return _literal(parameter_value(str(value), parameter.type))
    except ValueError as error:
        raise QueryError(f"{query}: {parameter.name}: {error}") from error


def _term(value: object) -> Term:
    if isinstance(value, Value):
        return value
    if isinstance(value, str) and (isinstance(value, IRI) or _ABSOLUTE_IRI.fullmatch(value)):
        return str(value)
    return _literal(value)


def _literal(value: object) -> Value:
    """A literal; `bool` and `datetime` come first, being `int` and `date` as well."""
    if isinstance(value, str):
        return Value(value)
    if isinstance(value, bool):
        return Value(str(value).lower(), f"{_XSD}boolean")
    for kind, datatype in _DATATYPES.items():
        if isinstance(value, kind):
            text = value.isoformat() if isinstance(value, date) else str(value)
            return Value(text, f"{_XSD}{datatype}")
    raise QueryError(f"a parameter cannot be a {type(value).__name__}: {value!r}")
