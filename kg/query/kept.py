"""Keep the answers of saved queries beside the store that gave them, to be read a page at a time.

An answer is found by the text of its query.
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, groupby, islice
from typing import overload
from weakref import finalize

import msgspec

from kg.model import Value
from kg.query.beside import ask, beside
from kg.query.columns import Condition, Entry, conditions
from kg.query.library import SavedQuery
from kg.query.rows import Rows, Terms
from kg.store import Store, Term

PAGE = 256  # rows: some 100 kB, unpacked in a millisecond
SCHEMA = """
CREATE TABLE answers (
    id INTEGER PRIMARY KEY, query TEXT UNIQUE, columns TEXT NOT NULL, length INTEGER NOT NULL
);
CREATE TABLE pages (
    answer INTEGER, number INTEGER, rows BLOB NOT NULL, PRIMARY KEY (answer, number)
);
CREATE TABLE entries (
    answer INTEGER, variable TEXT, kind TEXT, number INTEGER, term NOT NULL, rows BLOB NOT NULL,
    PRIMARY KEY (answer, variable, kind, number)
) WITHOUT ROWID;
"""
_FIND = "SELECT id, columns, length FROM answers WHERE query = ?"
_READ = "SELECT rows FROM pages WHERE answer = ? AND number = ?"
_PASSING = "SELECT rows FROM entries WHERE answer = ? AND variable = ? AND kind = ? AND "


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as it is kept."""

    query: str  # a digest of its text
    columns: tuple[str, ...]
    length: int
    pages: tuple[bytes, ...]
    entries: tuple[Entry, ...]


def packed(
    text: str, columns: Sequence[str], rows: Iterable[Terms], entries: Iterable[Entry] = ()
) -> Answer:
    """The answer to the query of that text, in pages, and what its filters read."""
    rest, length = iter(rows), 0
    pages: list[bytes] = []
    while page := list(islice(rest, PAGE)):
        pages.append(_page(page))
        length += len(page)
    return Answer(_digest(text), tuple(columns), length, tuple(pages), tuple(entries))


def _page(rows: Sequence[Terms]) -> bytes:
    """Each term once, and rows of their places: much of a page says the same again."""
    places: dict[Term | None, int] = {}
    found = [[places.setdefault(term, len(places)) for term in row] for row in rows]
    return msgspec.msgpack.encode((list(places), found))


_Page = tuple[list[msgspec.Raw], list[msgspec.Raw]]
_decode_page = msgspec.msgpack.Decoder(_Page).decode
_decode_term = msgspec.msgpack.Decoder(str | Value | None).decode
_decode_numbers = msgspec.msgpack.Decoder(list[int]).decode


def _rows(page: _Page, places: Iterable[int]) -> Iterator[Terms]:
    """Some rows of a page: what no other needs stays packed."""
    terms, rows = page
    found = [_decode_numbers(rows[place]) for place in places]
    used = {place: _decode_term(terms[place]) for place in set(chain.from_iterable(found))}
    return (tuple(map(used.__getitem__, row)) for row in found)


def insert(database: sqlite3.Connection, answer: Answer) -> None:
    found = (answer.query, " ".join(answer.columns), answer.length)
    id_ = database.execute("INSERT INTO answers VALUES (NULL, ?, ?, ?)", found).lastrowid
    database.executemany(
        "INSERT INTO pages VALUES (?, ?, ?)",
        ((id_, number, page) for number, page in enumerate(answer.pages)),
    )
    database.executemany(
        "INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?)",
        (
            (id_, one.variable, one.kind, number, one.term, msgspec.msgpack.encode(one.rows))
            for number, one in enumerate(answer.entries)
        ),
    )


def kept(store: Store, saved: SavedQuery, given: Mapping[str, Sequence[Term]]) -> Rows | None:
    """The answer to a saved query, less the rows that the parameters given leave out.

    None where no answer is kept, or another store's is, and for a parameter that does more than to
    leave out rows. Raises `GraphError` for a file that is damaged.
    """
    database = beside(store) if given.keys() <= saved.filters.keys() else None
    if database is None:
        return None
    found = ask(database, _FIND, _digest(saved.text))
    if not found:
        database.close()
        return None
    answer, columns, length = found[0]
    filters = [conditions(saved.filters[name], terms) for name, terms in given.items()]
    numbers = _passing(database, answer, filters) if filters else range(length)
    return Rows.of_kept(columns.split(), _Kept(database, answer, numbers))


def _passing(
    database: sqlite3.Connection, answer: int, filters: Iterable[Iterable[Condition]]
) -> Sequence[int]:
    """The numbers of the rows that pass each filter, by one of its conditions."""

    def rows(condition: Condition) -> Iterator[int]:
        variable, kind, sql, value = condition
        for (numbers,) in ask(database, _PASSING + sql, answer, variable, kind, value):
            yield from _decode_numbers(numbers)

    found = [set(chain.from_iterable(map(rows, alternatives))) for alternatives in filters]
    return sorted(set.intersection(*found))


class _Kept(Sequence[Terms]):
    """Rows on disk, by number, still to be read when a new build has taken their store's place."""

    def __init__(self, database: sqlite3.Connection, answer: int, numbers: Sequence[int]) -> None:
        self._database, self._answer, self._numbers = database, answer, numbers
        self._last: tuple[int, _Page] = (-1, ([], []))
        finalize(self, database.close)

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, index: int) -> Terms: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Terms, ...]: ...
    def __getitem__(self, index: int | slice) -> Terms | tuple[Terms, ...]:
        if isinstance(index, slice):
            return tuple(self._read(self._numbers[index]))
        return next(self._read([self._numbers[index]]))

    def __iter__(self) -> Iterator[Terms]:
        return self._read(self._numbers)

    def _read(self, numbers: Iterable[int]) -> Iterator[Terms]:
        for page, found in groupby(numbers, lambda number: number // PAGE):
            yield from _rows(self._page(page), [number % PAGE for number in found])

    def _page(self, number: int) -> _Page:
        if self._last[0] != number:
            ((page,),) = ask(self._database, _READ, self._answer, number)
            self._last = number, _decode_page(page)
        return self._last[1]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
