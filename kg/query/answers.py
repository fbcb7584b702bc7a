"""Ask a new store all that can be asked without a parameter, and keep what it answers beside it."""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import cast

from kg.query.beside import made
from kg.query.columns import entries
from kg.query.kept import SCHEMA as ANSWERS
from kg.query.kept import Answer, insert, packed
from kg.query.library import ADDED_UP, MOST_REPORTED, SavedQuery, find_saved, saved_queries
from kg.query.names.entities import all_names
from kg.query.names.kept import SCHEMA as NAMES
from kg.query.names.kept import insert_names
from kg.query.run import about, rows_of, whole
from kg.store import Solutions, Store

MANY = 500  # facts about one name: all that is said of it takes a tenth of a second to find
_MOST_REPORTED = """
SELECT ?entity WHERE {
  VALUES ?part { rdf:subject rdf:object org:organization oc:onBehalfOf oc:byAgency oc:atPlace }
  ?fact ?part ?entity .
} GROUP BY ?entity HAVING (COUNT(*) >= $many) ORDER BY ?entity"""
Spread = Callable[[Callable[[SavedQuery], Answer], Sequence[SavedQuery]], Iterable[Answer]]


def keep_answers(folder: Path, *, spread: Spread = map, many: int = MANY) -> None:
    """Keep the answers of the store in that folder, for `kg.query.run` to read a page at a time.

    `spread` has them asked: one after the other, or several at a time. What is asked about a name
    is kept for those of at least `many` facts.
    """
    with Store.open(folder) as store:
        identity = store.identity
        asked_of_it = [*to_keep(), *of_the_most_reported(store, many)]
    with made(folder, identity, ANSWERS + NAMES) as database:
        for answer in spread(partial(_answer, folder), asked_of_it):
            insert(database, answer)
        with Store.open(folder) as store:
            for class_, names in all_names(store):
                insert_names(database, class_, names)


def asked() -> list[str]:
    """The names of the saved queries that require nothing."""
    return [s.name for s in saved_queries() if not any(p.required for p in s.parameters)]


def to_keep() -> Iterator[SavedQuery]:
    """The queries whose answers are kept: for one that adds rows up, of these as well."""
    for saved in map(find_saved, asked()):
        if saved.kept == ADDED_UP:
            yield rows_of(saved)
            yield replace(saved, filters={})
        else:
            yield saved


def of_the_most_reported(store: Store, many: int) -> Iterator[SavedQuery]:
    """What is asked about one name, for each that stands in at least so many facts."""
    found = cast("Solutions", store.query(_MOST_REPORTED.replace("$many", str(many))))
    for (entity,) in found.rows:
        for saved in saved_queries():
            if saved.kept == MOST_REPORTED:
                yield about(saved, {one.name: [str(entity)] for one in saved.parameters})


def _answer(folder: Path, saved: SavedQuery) -> Answer:
    with Store.open(folder) as store, _uncollected():
        columns, variables, rows = whole(store, saved)
        places = [variables.index(name) for name in columns]
        shown = (tuple(row[place] for place in places) for row in rows)
        tested = entries(saved.filters.values(), variables, rows)
        return packed(saved.text, columns, shown, tested)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Let rows gather unlooked at: to search ever more of them for rubbish takes a quarter more."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
