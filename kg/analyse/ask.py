"""Run the queries of this folder: those that know a scope end in `scope.rq`,
and `place.rq` where it has a place.

Rows come sorted by their columns from left to right. They are sorted here: in Oxigraph that takes
several times as long as all the rest of a query.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import cast

from kg.analyse.scope import Scope
from kg.given import with_given
from kg.model import Value
from kg.store import Queryable, Solutions, Term
from kg.vocab import OC

_QUERIES = Path(__file__).parent / "queries"
_IN_SCOPE = "  # in reports in scope\n"
_IN_SENTENCE = "# in the sentence that states it\n"
_OF_REPORT = "?fact oc:statedIn/oc:inReport ?in .\n"
_OF_SENTENCE = " ?ordinal ?sentence"
_LINKS = "  # the links\n"
_BY_REPORT = "  BIND(STR(?in) AS ?report)\n"
_AT_ONCE = 500  # entities that one query names
_WIDE = "WideType"

Row = tuple[Term | None, ...]
Reports = tuple[str, ...]  # file names
Terms = Mapping[str, Sequence[str]]  # IRIs of the graph, by the parameter whose lines take them

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


def rows_in_scope(
    store: Queryable, name: str, scope: Scope, given: Terms | None = None
) -> list[Row]:
    """The rows of a query over the reports in scope, without the columns of its parameters."""
    text = with_given(_read(name).replace(_IN_SENTENCE, _read("sentence")), given or {})
    return _rows(store, _within(text, scope), scope.bindings())


def pairs_in_scope(store: Queryable, name: str, scope: Scope) -> Iterator[tuple[str, str, Reports]]:
    """The pairs of a query of links, in the order of IRIs, with the reports that link them.

    The store puts them together, and reads no sentence: half of what a query of links takes.
    """
    links = _read(name).replace(_IN_SENTENCE, _OF_REPORT).replace(_OF_SENTENCE, "")
    text = _read("pairs").replace(_LINKS, _within(links, scope))
    return _pairs(_rows(store, text, scope.bindings()))


def pairs_around(
    store: Queryable, name: str, entities: Collection[str]
) -> Iterator[tuple[str, str, Reports]]:
    """The pairs of a query that hold one of the entities, with the IRIs of all reports."""
    links = _read(name).replace(_IN_SCOPE, _BY_REPORT)
    text = _read("pairs").replace(_LINKS, links)
    for some in _few_at_once(entities):
        yield from _pairs(_rows(store, with_given(text, {"source": some}), {}))


def rows_about(store: Queryable, name: str, parameter: str, iris: Collection[str]) -> list[Row]:
    """The rows of a query that takes entities, and knows no scope."""
    text = _read(name)
    return [
        row
        for some in _few_at_once(iris)
        for row in _rows(store, with_given(text, {parameter: some}), {})
    ]


def standing(store: Queryable, entities: Collection[str]) -> int:
    """How many statements the entities stand in."""
    rows = rows_about(store, "stands-in", "source", entities)
    return sum(int(text_of(number)) for (number,) in rows)


def _few_at_once(iris: Collection[str]) -> Iterator[list[str]]:
    ordered = sorted(iris)
    return (ordered[at : at + _AT_ONCE] for at in range(0, len(ordered), _AT_ONCE))


def _pairs(rows: Iterable[Row]) -> Iterator[tuple[str, str, Reports]]:
    for one, other, reports in rows:
        yield text_of(one), text_of(other), tuple(sorted(text_of(reports).split("\n")))


def _within(text: str, scope: Scope) -> str:
    placed = _read("place") if scope.place is not None else ""
    return text.replace(_IN_SCOPE, _read("scope") + placed)


def all_rows(store: Queryable, name: str, **bindings: Term) -> list[Row]:
    """The rows of a query that knows no scope."""
    return _rows(store, _read(name), bindings)


def rows_of_type(store: Queryable, type_: str) -> list[Row]:
    """Rows of (entity, label, type) of a wide type, one for each type of our own that it has.

    The type stands in the text: Oxigraph plans for a value that is bound as for none, which takes
    seven times as long.
    """
    return _rows(store, _read("entities").replace(_WIDE, local_name(OC[type_])), {})


def has_type(store: Queryable, type_: str) -> bool:
    """Whether anything is of a wide type."""
    return bool(store.query(f"ASK {{ ?entity a oc:{local_name(OC[type_])} }}"))


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
