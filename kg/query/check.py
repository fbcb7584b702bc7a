"""Check that a graph keeps the ontology's contract: its shapes, and what shapes cannot say.

Each query in `checks/` finds what breaks one rule that shapes cannot say; it selects `?focus`, and
`?value` where its message names one.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.errors import GraphError
from kg.model import Value
from kg.query.rows import IRI
from kg.query.run import run
from kg.query.shapes import bindings, constraints, query_of
from kg.store import Queryable, Solutions, Term
from kg.vocab import OC

_CHECKS = Path(__file__).parent / "checks"
_TERMS = Path(__file__).parent / "counts" / "terms.rq"
_MESSAGE = re.compile(r"# message: (.+)")
_LONGEST_VALUE = 60  # characters


@dataclass(frozen=True, slots=True)
class Violation:
    """One break of the contract: of which node, and what is wrong with it."""

    focus: str
    message: str
    severity: str = "violation"


def check(store: Queryable) -> list[Violation]:
    """Everything in the graph that breaks the contract, sorted by node."""
    found = {*_broken_shapes(store), *_broken_rules(store), *_unknown_terms(store)}
    return sorted(found, key=lambda violation: (violation.focus, violation.message))


def _broken_shapes(store: Queryable) -> Iterator[Violation]:
    for constraint in constraints():
        said = {
            "target": _shown(constraint.target),
            "path": _shown(constraint.path),
            "allowed": " or ".join(map(_shown, constraint.allowed)),
        }
        yield from _found(store, query_of(constraint), bindings(constraint), said)


def _broken_rules(store: Queryable) -> Iterator[Violation]:
    for text in _rules():
        yield from _found(store, text, {}, {})


@cache
def _rules() -> tuple[str, ...]:
    return tuple(path.read_text(encoding="utf-8") for path in sorted(_CHECKS.glob("*.rq")))


def _unknown_terms(store: Queryable) -> Iterator[Violation]:
    for row in run(store, _TERMS):
        if row.term.removeprefix(str(OC)) not in OC:
            yield Violation(row.term, "is no term of the ontology")


def _found(
    store: Queryable, text: str, bound: Mapping[str, Term], said: Mapping[str, str]
) -> Iterator[Violation]:
    """A violation for each node that a query finds; of one node, the first value alone."""
    message = _MESSAGE.match(text)
    found = store.query(text, bound)
    if message is None or not isinstance(found, Solutions):
        raise GraphError(f"not the query of a check: {text!r}")
    values: dict[str, Term | None] = {}
    for row in found.rows:
        named = dict(zip(found.variables, row, strict=True))
        focus, value = str(named["focus"]), named.get("value")
        if focus not in values or str(value) < str(values[focus]):
            values[focus] = value
    for focus, value in values.items():
        yield Violation(focus, message[1].format(**said, value=_shown(value)))


def _shown(term: Term | None) -> str:
    """A term as a message has it: an IRI in short, a literal in quotes, a long one cut."""
    if term is None:
        return ""
    if not isinstance(term, Value):
        return IRI(term).compact
    long = len(term.value) > _LONGEST_VALUE
    return repr(f"{term.value[:_LONGEST_VALUE]}…" if long else term.value)
