"""Names that are kept beside a store, to say what the closest are where nothing is called so.

To read them in a large store takes seconds. They are kept of a store whose names have keys: what is
found by none is not there.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing

from kg.query.beside import ask, beside
from kg.store import Queryable

SCHEMA = """
CREATE TABLE names (class TEXT, name TEXT, PRIMARY KEY (class, name)) WITHOUT ROWID;
"""
_OF_CLASS = "SELECT name FROM names WHERE class = ?"


def insert_names(database: sqlite3.Connection, class_: str, names: Iterable[str]) -> None:
    rows = ((class_, name) for name in sorted(set(names)))
    database.executemany("INSERT INTO names VALUES (?, ?)", rows)


def kept_names(store: Queryable, classes: Iterable[str]) -> Sequence[str]:
    """All names of members of these classes, or none where they are not kept."""
    database = beside(store)
    if database is None:
        return ()
    with closing(database):
        return [name for class_ in classes for (name,) in ask(database, _OF_CLASS, class_)]
