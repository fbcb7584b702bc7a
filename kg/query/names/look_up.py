"""Ask the questions of this folder, match names by their keys, and name the closest ones."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NoReturn, cast

from kg.closest import closest
from kg.errors import QueryError
from kg.iri import name_key
from kg.model import Value
from kg.store import Queryable, Solutions, Term

_FOLDER = Path(__file__).parent

Row = Sequence[Term | None]


def rows(store: Queryable, query: str, **bindings: Term) -> list[Row]:
    """The rows of a query of this folder, without the columns of what was bound."""
    found = cast("Solutions", store.query(_text(query), bindings))
    kept = [i for i, variable in enumerate(found.variables) if variable not in bindings]
    return [[row[i] for i in kept] for row in found.rows]


@cache
def _text(query: str) -> str:
    return (_FOLDER / f"{query}.rq").read_text(encoding="utf-8")


def nodes(found: Iterable[Row]) -> list[str]:
    """The first column, each node once."""
    return list(dict.fromkeys(cast("str", row[0]) for row in found))


def names_of(found: Iterable[Row]) -> dict[str, list[str]]:
    """The nodes of each name, of rows of a node and a name."""
    names: dict[str, list[str]] = {}
    for node, name in found:
        names.setdefault(cast("Value", name).value, []).append(cast("str", node))
    return names


def called(kind: str, name: str, names: Mapping[str, Iterable[str]]) -> list[str]:
    """The nodes that are called so; raises `QueryError` with the closest names for none."""
    key = name_key(name)
    found = [node for label in names if name_key(label) == key for node in names[label]]
    return list(dict.fromkeys(found)) or refuse(kind, name, names)


def refuse(kind: str, name: str, names: Iterable[str]) -> NoReturn:
    """Say that nothing is called so, and what is called nearly so."""
    close = closest(name, names)
    hint = f"; did you mean {' or '.join(map(repr, close))}?" if close else ""
    raise QueryError(f"no {kind} in the graph is called {name!r}{hint}")
