"""The file beside a store that holds what was asked of it when it was built: `answers.db`.

It lies in the store's folder, so that it comes and goes with it, and is read only beside the very
store that it was made from (`Store.identity`).
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from kg.errors import ExportError, GraphError
from kg.store import Queryable, Store

FILE = "answers.db"
_FORMAT = 2  # of the file: others are not read
_SCHEMA = """
PRAGMA page_size = 16384;
CREATE TABLE store (identity TEXT NOT NULL);
"""
_SAME = "SELECT 1 FROM store WHERE identity = ?"


@contextmanager
def made(folder: Path, identity: str, schema: str) -> Iterator[sqlite3.Connection]:
    """A new file beside the store in that folder; raises `ExportError` where there is no room."""
    path = folder / FILE
    try:
        with closing(sqlite3.connect(path)) as database, database:
            database.executescript(_SCHEMA + schema)
            database.execute("INSERT INTO store VALUES (?)", (_marked(identity),))
            yield database
    except sqlite3.Error as error:
        raise ExportError(f"{path}: cannot be written: {error}") from error


def beside(store: Queryable) -> sqlite3.Connection | None:
    """The file beside a store, to be closed; None where there is none, or another store's is.

    Raises `GraphError` for a file that is damaged.
    """
    folder = store.folder if isinstance(store, Store) else None
    if not isinstance(store, Store) or folder is None or not (folder / FILE).is_file():
        return None
    database = _opened(folder / FILE)
    if ask(database, _SAME, _marked(store.identity)):
        return database
    database.close()
    return None


def _opened(path: Path) -> sqlite3.Connection:
    uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"  # of a folder that is read only, too
    return sqlite3.connect(uri, uri=True, check_same_thread=False)


def ask(database: sqlite3.Connection, text: str, *values: object) -> list[Any]:
    """The rows of an SQL query; raises `GraphError` for a file that is damaged."""
    try:
        return database.execute(text, values).fetchall()
    except sqlite3.Error as error:
        database.close()
        raise GraphError(f"{FILE} beside the store is damaged: {error}; delete it") from error


def _marked(identity: str) -> str:
    return f"{_FORMAT} {identity}"
