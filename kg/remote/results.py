"""Read what a SPARQL server answers: the SPARQL 1.1 results format in JSON."""

from collections.abc import Iterator, Mapping
from typing import Literal

import msgspec

from kg.errors import ServerError
from kg.model import Value
from kg.store import Solutions, Term

_VIRTUOSO_ASK = "__ASK_RETVAL"  # a yes is a row of this, and a no is none
_XSD_STRING = "http://www.w3.org/2001/XMLSchema#string"


class _Term(msgspec.Struct):
    type: Literal["uri", "bnode", "literal", "typed-literal"]  # the last: of older servers
    value: str
    datatype: str | None = None
    language: str | None = msgspec.field(default=None, name="xml:lang")


class _Head(msgspec.Struct):
    vars: list[str] = []


class _Results(msgspec.Struct):
    bindings: list[dict[str, _Term]]


class _Answer(msgspec.Struct):
    head: _Head = msgspec.field(default_factory=_Head)
    results: _Results | None = None
    boolean: bool | None = None


def answer(
    content: bytes, *, columns: tuple[str, ...] | None, values: Mapping[str, Term]
) -> Solutions | bool:
    """What a server found; variables that had values stand among the columns again.

    Raises `ServerError` for what is no SPARQL result.
    """
    try:
        found = msgspec.json.decode(content, type=_Answer)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise ServerError(f"the server's answer is no SPARQL result: {error}") from error
    if found.boolean is not None:
        return found.boolean
    if found.results is None:
        raise ServerError("the server's answer holds neither rows nor a yes or no")
    if found.head.vars == [_VIRTUOSO_ASK]:
        return bool(found.results.bindings)
    names = (*found.head.vars, *values) if columns is None else columns
    return Solutions(names, _rows(found.results.bindings, names, values))


def _rows(
    bindings: list[dict[str, _Term]], names: tuple[str, ...], values: Mapping[str, Term]
) -> Iterator[tuple[Term | None, ...]]:
    for row in bindings:
        yield tuple(values[n] if n in values else _term(row.get(n)) for n in names)


def _term(found: _Term | None) -> Term | None:
    if found is None:
        return None
    if found.type == "uri":
        return found.value
    if found.type == "bnode":
        return f"_:{found.value.removeprefix('_:')}"
    if found.language is not None:
        return Value(found.value, None, found.language)
    return Value(found.value, None if found.datatype == _XSD_STRING else found.datatype)
