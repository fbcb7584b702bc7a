"""Find which rows of a kept answer a filter leaves: in which of them each term of a column stands.

A column is kept as its test compares it: by name, by order, by words. SQLite passes all of its
terms, each once: some milliseconds for those of two hundred thousand rows, and 50 for their texts.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from kg.given import written
from kg.model import Value
from kg.query.library import Filter
from kg.store import Term
from kg.vocab import XSD

_INTEGER, _DATE = str(XSD.integer), str(XSD.date)

Compared = str | int


class Entry(NamedTuple):
    """A term of a column, as it is compared, and the numbers of the rows that it stands in."""

    variable: str
    kind: str  # a key of _AS
    term: Compared
    rows: Sequence[int]


class Condition(NamedTuple):
    """What an entry has to fulfil: SQL of its `term`, and the value that this reads."""

    variable: str
    kind: str
    sql: str
    value: Compared | None


def _ordered(term: Term) -> Compared | None:
    """A whole number or a day, as SQLite compares it; nothing else comes before or after these."""
    if isinstance(term, Value) and term.datatype == _INTEGER:
        return int(term.value)
    return term.value if isinstance(term, Value) and term.datatype == _DATE else None


def _worded(term: Term) -> str:
    return (term.value if isinstance(term, Value) else term).lower()


_AS: Mapping[str, Callable[[Term], Compared | None]] = {
    "name": written,
    "order": _ordered,
    "words": _worded,
}
_TESTS: Mapping[str, tuple[str, str]] = {
    "=": ("name", "term IN (SELECT value FROM json_each(?))"),
    ">=": ("order", "term >= ?"),
    "<=": ("order", "term <= ?"),
    "contains": ("words", "instr(term, ?)"),
}


def entries(
    filters: Iterable[Filter], variables: Sequence[str], rows: Sequence[Sequence[Term | None]]
) -> Iterator[Entry]:
    """What is kept of the columns that the filters of a query test."""
    tested = {(name, _TESTS[one.test][0]) for one in filters for name in one.variables}
    for variable, kind in sorted(tested):
        for term, numbers in _standing(rows, variables.index(variable)).items():
            compared = _AS[kind](term)
            if compared is not None:
                yield Entry(variable, kind, compared, numbers)


def _standing(rows: Sequence[Sequence[Term | None]], column: int) -> Mapping[Term, list[int]]:
    found: dict[Term, list[int]] = {}
    for number, row in enumerate(rows):
        term = row[column]
        if term is not None:
            found.setdefault(term, []).append(number)
    return found


def conditions(filter_: Filter, given: Sequence[Term]) -> Iterator[Condition]:
    """What a filter asks of entries; a row passes where an entry of it fulfils one of these."""
    kind, sql = _TESTS[filter_.test]
    compared = list(map(_AS[kind], given))
    value = json.dumps(compared) if filter_.test == "=" else compared[0]
    for variable in filter_.variables:
        yield Condition(variable, kind, sql, value)
