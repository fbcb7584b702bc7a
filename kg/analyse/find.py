"""Find who or what a name stands for."""

from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from kg.analyse.ask import Row, all_rows, local_name, text_of
from kg.analyse.described import entities
from kg.closest import closest
from kg.errors import QueryError
from kg.iri import name_key
from kg.model import Value
from kg.store import Queryable

_SHOWN = 6


class Found(NamedTuple):
    iri: str
    label: str
    type: str


def find(store: Queryable, name: str, *types: str) -> Found:
    """The one entity that is called `name` (in any case), or whose IRI it is.

    A main name goes before another form of a name. With `types` (as "Agency") only those count.
    Raises `QueryError` where there is none, with close names, or more than one, with their IRIs.
    """
    rows = _by_key(store, name) or list(all_rows(store, "names", given_name=Value(name)))
    named = [row for row in rows if text_of(row[2]) == "true"] or rows
    found = [_entity(list(group)) for _, group in groupby(named, key=itemgetter(0))]
    found = [one for one in found if not types or one.type in types]
    if len(found) == 1:
        return found[0]
    raise QueryError(_ambiguous(name, found) if found else _unknown(store, name, types))


def _by_key(store: Queryable, name: str) -> list[Row]:
    """The rows of `names.rq` by way of the index; none in a graph without keys."""
    key = name_key(name)
    found = all_rows(store, "keyed", given_key=Value(key))
    own = Value("true"), Value("false")
    return [(e, label, own[name_key(text_of(label)) != key], kind) for e, label, kind in found]


def _entity(rows: list[Row]) -> Found:
    entity, label, _, type_ = rows[0]
    return Found(text_of(entity), text_of(label), local_name(type_))


def _ambiguous(name: str, found: list[Found]) -> str:
    iris = ", ".join(f"{one.iri} ({one.type})" for one in found[:_SHOWN])
    more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
    return f"{name!r} is the name of {len(found)} entities; give the IRI of one: {iris}{more}"


def _unknown(store: Queryable, name: str, types: tuple[str, ...]) -> str:
    kind = f" {' or '.join(types)}" if types else "thing"
    close = closest(name, (text_of(row[1]) for row in entities(store)))
    hint = f"; did you mean {' or '.join(map(repr, close))}?" if close else ""
    return f"no{kind} in the graph is called {name!r}{hint}"
