"""Give values to variables of a SPARQL query that another program will answer.

The protocol has no such thing, so terms take the place of the variables in the text. What is read
as a variable is what SPARQL reads as one: never a part of a string, a comment or an IRI. A value
reaches the text only as a whole term, escaped as SPARQL wants it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import pairwise

from kg.errors import QueryError
from kg.given import written
from kg.sparql import Token, selected, tokens
from kg.store import Term
from kg.vocab import PREFIXES

NOTHING = "kg_nothing"  # selected where every other variable has a value
_IRI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^<>\"{}|^`\\\x00-\x20]*")
_LANGUAGE = re.compile(r"[A-Za-z]+(?:-[A-Za-z0-9]+)*")
_FORMS = {"ASK", "CONSTRUCT", "DESCRIBE", "SELECT"}
_TRIPLES = {"CONSTRUCT", "DESCRIBE"}
_ENDS_ORDER = {"LIMIT", "OFFSET", "HAVING", "VALUES"}


@dataclass(frozen=True, slots=True)
class Bound:
    """A query to send, and what its first SELECT names: None for `*`, or where there is none."""

    text: str
    columns: tuple[str, ...] | None
    finds_triples: bool  # CONSTRUCT or DESCRIBE


@dataclass(frozen=True, slots=True)
class _Scope:
    """A SELECT within braces: a variable that it does not name is another one inside."""

    braces: int
    values: Mapping[str, str]


@dataclass(slots=True)
class _Place:
    """Where in a query the reading is."""

    scopes: list[_Scope]
    clause: str = ""  # "select", "order" (GROUP BY and ORDER BY) or "values"
    braces: int = 0
    parentheses: int = 0
    opened: int = 0  # parentheses at the start of the clause
    before: str = ""  # the word or mark before
    kept: bool = field(default=True)  # whether the list of a SELECT names anything yet

    @property
    def in_list(self) -> bool:
        return self.parentheses == self.opened


def bound(text: str, bindings: Mapping[str, Term]) -> Bound:
    """The query with terms for variables, and the prefixes of the ontology that it uses declared.

    A variable with a value leaves the lists of variables selected, as SPARQL wants it. Raises
    `QueryError` for a variable that is not selected or gets its value in the query itself, and for
    a term that no query can name.

    >>> bound("SELECT ?s ?o { ?s ?p ?o }", {"s": "http://a/b"}).text
    'SELECT  ?o { <http://a/b> ?p ?o }'
    """
    found = list(tokens(text))
    form, columns = _form(found)
    if columns is not None and (unknown := bindings.keys() - set(columns)):
        raise QueryError(f"?{min(unknown)} has a value, but is not among the variables selected")
    values = {name: _constant(term) for name, term in bindings.items()}
    return Bound(_prefixes(found) + "".join(_rewritten(found, values)), columns, form in _TRIPLES)


def _constant(term: Term) -> str:
    """A term as SPARQL writes it; raises `QueryError` for what would not be one."""
    iri = term if isinstance(term, str) else term.datatype
    if iri is not None and not _IRI.fullmatch(iri):
        raise QueryError(f"{iri!r} is no IRI that a query can name")
    if not isinstance(term, str) and term.language and not _LANGUAGE.fullmatch(term.language):
        raise QueryError(f"{term.language!r} is no language tag")
    return written(term)


def _prefixes(found: list[Token]) -> str:
    words = [token for token in found if token.kind != "space"]
    used = {token.text.partition(":")[0] for token in words if token.kind == "name"}
    declared = {
        name.text.partition(":")[0] for word, name in pairwise(words) if word.word == "PREFIX"
    }
    wanted = sorted((used - declared) & PREFIXES.keys())
    return "".join(f"PREFIX {prefix}: <{PREFIXES[prefix]}>\n" for prefix in wanted)


def _form(found: list[Token]) -> tuple[str, tuple[str, ...] | None]:
    """What kind of query it is, and what a SELECT names."""
    for index, token in enumerate(found):
        if token.word in _FORMS:
            return token.word, selected(found[index + 1 :]) if token.word == "SELECT" else None
    return "", None


def _rewritten(found: list[Token], values: Mapping[str, str]) -> Iterator[str]:
    place = _Place([_Scope(0, values)])
    for index, token in enumerate(found):
        if token.kind == "space":
            yield token.text
            continue
        if _ends_list(place, token):
            yield "" if place.kept else f"(1 AS ?{NOTHING}) "
            place.clause, place.kept = "", True
        yield _variable(place, token) if token.kind == "variable" else token.text
        _move(place, token, found[index + 1 :])
        place.before = token.word or token.text


def _ends_list(place: _Place, token: Token) -> bool:
    opens = token.text == "{" or token.word in {"WHERE", "FROM"}
    return place.clause == "select" and place.in_list and opens


def _variable(place: _Place, token: Token) -> str:
    value = place.scopes[-1].values.get(token.text[1:])
    if value is None:
        place.kept = True
        return token.text
    if place.before == "AS" or place.clause == "values":
        raise QueryError(f"{token.text} cannot be given a value: the query itself gives it one")
    if not place.in_list or place.clause == "":
        return value
    return "" if place.clause == "select" else f"({value})"


def _move(place: _Place, token: Token, rest: list[Token]) -> None:
    """Keep up with braces, parentheses, clauses and SELECTs within others."""
    if token.text in {"(", ")", "*"}:
        place.parentheses += (token.text == "(") - (token.text == ")")
        place.kept = True  # for a list: an expression, or all variables
    elif token.text in {"{", "}"}:
        place.braces += 1 if token.text == "{" else -1
        place.clause = ""
        while place.scopes[-1].braces > place.braces:
            place.scopes.pop()
    elif token.word == "SELECT":
        _enter(place, rest)
    elif token.word == "BY":
        place.clause, place.opened = "order", place.parentheses
    elif token.word in _ENDS_ORDER:
        place.clause = "values" if token.word == "VALUES" else ""
        place.opened = place.parentheses


def _enter(place: _Place, rest: list[Token]) -> None:
    values = place.scopes[-1].values
    names = selected(rest)
    if names is not None and place.braces:
        values = {name: values[name] for name in names if name in values}
    place.scopes.append(_Scope(place.braces, values))
    place.clause, place.opened, place.kept = "select", place.parentheses, False
