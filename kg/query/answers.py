"""Ask a new store all that can be asked without a parameter, and keep what it answers beside it."""

import gc
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from kg.query.beside import made
from kg.query.columns import entries
from kg.query.kept import SCHEMA as ANSWERS
from kg.query.kept import Answer, insert, packed
from kg.query.library import ADDED_UP, SavedQuery, find_saved, saved_queries
from kg.query.names.entities import all_names
from kg.query.names.kept import SCHEMA as NAMES
from kg.query.names.kept import insert_names
from kg.query.run import rows_of, whole
from kg.store import Store

Spread = Callable[[Callable[[SavedQuery], Answer], Sequence[SavedQuery]], Iterable[Answer]]


def keep_answers(folder: Path, *, spread: Spread = map) -> None:
    """Keep the answers of the store in that folder, for `kg.query.run` to read a page at a time.

    `spread` has them asked: one after the other, or several at a time.
    """
    with Store.open(folder) as store:
        identity = store.identity
    with made(folder, identity, ANSWERS + NAMES) as database:
        for answer in spread(partial(_answer, folder), list(to_keep())):
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
