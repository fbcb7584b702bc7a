"""Keep the answers of saved queries beside the store that gave them, to be read a page at a time.

`answers.db` lies in the store's folder, so that it comes and goes with it. An answer is found by
the text of its query, and only beside the very store that it was made from (`Store.identity`).
"""

import hashlib
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, overload
from weakref import finalize

import msgspec

from kg.errors import ExportError, GraphError
from kg.model import Value
from kg.query.rows import Rows, Terms
from kg.store import Store, Term

FILE = "answers.db"
PAGE = 256  # rows: some 100 kB, unpacked in a millisecond
_LEVEL = 1  # of compression: the others take several times as long for a tenth less
_SCHEMA = """
CREATE TABLE store (identity TEXT NOT NULL);
CREATE TABLE answers (query TEXT PRIMARY KEY, columns TEXT NOT NULL, length INTEGER NOT NULL);
CREATE TABLE pages (query TEXT, number INTEGER, rows BLOB NOT NULL, PRIMARY KEY (query, number));
"""
_FIND = "SELECT columns, length FROM answers, store WHERE query = ? AND identity = ?"
_READ = "SELECT rows FROM pages WHERE query = ? AND number = ?"


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as it is kept."""

    query: str  # a digest of its text
    columns: tuple[str, ...]
    length: int
    pages: tuple[bytes, ...]


def packed(text: str, rows: Rows) -> Answer:
    """The answer to the query of that text, in pages."""
    rest = iter(rows.terms)
    pages = iter(lambda: list(islice(rest, PAGE)), [])
    return Answer(
        query=_digest(text),
        columns=rows.columns,
        length=len(rows),
        pages=tuple(map(_page, pages)),
    )


def _page(rows: Sequence[Terms]) -> bytes:
    """Each term once, and rows of their places: much of a page says the same again."""
    places: dict[Term | None, int] = {}
    found = [[places.setdefault(term, len(places)) for term in row] for row in rows]
    return zlib.compress(msgspec.msgpack.encode((list(places), found)), _LEVEL)


def _rows(page: bytes) -> Sequence[Terms]:
    terms, rows = _decode(zlib.decompress(page))
    return [tuple(map(terms.__getitem__, row)) for row in rows]


_decode = msgspec.msgpack.Decoder(tuple[list[str | Value | None], list[list[int]]]).decode


def write_answers(folder: Path, identity: str, answers: Iterable[Answer]) -> None:
    """Write them beside the store in that folder; raises `ExportError` where there is no room."""
    path = folder / FILE
    try:
        with closing(sqlite3.connect(path)) as database, database:
            database.executescript(_SCHEMA)
            database.execute("INSERT INTO store VALUES (?)", (identity,))
            for answer in answers:
                _insert(database, answer)
    except sqlite3.Error as error:
        raise ExportError(f"{path}: cannot be written: {error}") from error


def _insert(database: sqlite3.Connection, answer: Answer) -> None:
    columns = " ".join(answer.columns)
    database.execute("INSERT INTO answers VALUES (?, ?, ?)", (answer.query, columns, answer.length))
    database.executemany(
        "INSERT INTO pages VALUES (?, ?, ?)",
        ((answer.query, number, page) for number, page in enumerate(answer.pages)),
    )


def kept(store: Store, text: str) -> Rows | None:
    """The answer to the query of that text; None where none is kept, or another store's is.

    Raises `GraphError` for a file that is damaged.
    """
    path = None if store.folder is None else store.folder / FILE
    if path is None or not path.is_file():
        return None
    query, database = _digest(text), _opened(path)
    found = _first(database, _FIND, query, store.identity)
    if found is None:
        database.close()
        return None
    columns, length = found
    return Rows.of_kept(columns.split(), _Pages(database, query, length))


def _opened(path: Path) -> sqlite3.Connection:
    uri = f"{path.resolve().as_uri()}?mode=ro&immutable=1"  # of a folder that is read only, too
    return sqlite3.connect(uri, uri=True, check_same_thread=False)


def _first(database: sqlite3.Connection, text: str, *values: object) -> Any:
    try:
        return database.execute(text, values).fetchone()
    except sqlite3.Error as error:
        database.close()
        raise GraphError(f"{FILE} beside the store is damaged: {error}; delete it") from error


class _Pages(Sequence[Terms]):
    """Rows on disk, still to be read when a new build has taken the place of their store."""

    def __init__(self, database: sqlite3.Connection, query: str, length: int) -> None:
        self._database, self._query, self._length = database, query, length
        self._last: tuple[int, Sequence[Terms]] = (-1, ())
        finalize(self, database.close)

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, index: int) -> Terms: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Terms, ...]: ...
    def __getitem__(self, index: int | slice) -> Terms | tuple[Terms, ...]:
        if isinstance(index, slice):
            return tuple(self[at] for at in range(self._length)[index])
        number, place = divmod(range(self._length)[index], PAGE)
        if self._last[0] != number:
            self._last = number, self._page(number)
        return self._last[1][place]

    def __iter__(self) -> Iterator[Terms]:
        for number in range(-(-self._length // PAGE)):
            yield from self._page(number)

    def _page(self, number: int) -> Sequence[Terms]:
        (page,) = _first(self._database, _READ, self._query, number)
        return _rows(page)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
