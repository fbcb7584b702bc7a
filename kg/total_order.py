"""Keep Oxigraph from sorting what it cannot compare.

It compares a number with a date, a date with a text and a text with a number, each pair in its own
way: by turns they are less than one another, and the sort that finds this out ends the process
(seen with pyoxigraph 0.5.13, of more than twenty rows). So values are sorted by their kind first.
"""

import re
from collections.abc import Iterator

from kg.sparql import Token, tokens

_ORDER_BY = re.compile(r"\border(?:\s|#[^\n\r]*[\n\r])*by\b", re.IGNORECASE)
_ENDS = {"LIMIT", "OFFSET", "VALUES"}
_KIND = 'COALESCE(IF(isNumeric({0}), "", STR(DATATYPE({0}))), "")'  # "" for IRIs and numbers


def in_total_order(text: str) -> str:
    """The query with the kind of its value before each variable or (expression) of ORDER BY.

    A call, as `STR(?x)`, gives one kind, and stays.

    >>> in_total_order("SELECT ?x { ?x ?y ?z } ORDER BY STR(?x)")
    'SELECT ?x { ?x ?y ?z } ORDER BY STR(?x)'
    """
    if _ORDER_BY.search(text) is None:
        return text
    return "".join(_rewritten(list(tokens(text))))


def _rewritten(found: list[Token]) -> Iterator[str]:
    before = ""
    at = 0
    while at < len(found):
        token = found[at]
        at += 1
        yield token.text
        if token.word == "BY" and before == "ORDER":
            end = _end_of_keys(found, at)
            yield from _keys(found[at:end])
            at = end
        before = before if token.kind == "space" else token.word


def _end_of_keys(found: list[Token], start: int) -> int:
    for at in range(start, len(found)):
        if found[at].text == "}" or found[at].word in _ENDS:
            return at
    return len(found)


def _keys(found: list[Token]) -> Iterator[str]:
    at, called = 0, ""
    while at < len(found):
        token = found[at]
        end = _closed(found, at) if token.text == "(" else at + 1
        yield _key("".join(one.text for one in found[at:end]), token, called)
        if token.kind != "space":
            called = token.word or (token.text if token.kind in {"name", "iri"} else "")
        at = end


def _key(text: str, opens: Token, called: str) -> str:
    """A key, or a part of it, that comes after the word `called`."""
    if opens.kind == "variable":
        return f"({_KIND.format(text)}) {text}"
    if opens.text != "(" or called not in {"", "ASC", "DESC"}:
        return text
    return f"({_KIND.format(text)}) {called}{text}"


def _closed(found: list[Token], start: int) -> int:
    """The place after the parenthesis that closes the one at `start`, or the end."""
    depth = 0
    for at in range(start, len(found)):
        depth += (found[at].text == "(") - (found[at].text == ")")
        if depth == 0:
            return at + 1
    return len(found)
