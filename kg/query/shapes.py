"""The constraints of ontology/shapes.ttl, each as a question that finds what breaks it.

SHACL engines load a graph into memory again; ours is in Oxigraph, which answers the same questions
where it lies. So each kind of constraint that the shapes use is a query in `constraints/`, and a
kind without one is an error. A test holds the answers against those of a SHACL engine.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path

from kg.errors import GraphError
from kg.model import Value
from kg.store import Solutions, Store, Term
from kg.vocab import FOLDER

_QUERIES = Path(__file__).parent / "constraints"


@dataclass(frozen=True, slots=True)
class Constraint:
    """What holds of every member of a class: of the values of a property, or of the member."""

    kind: str  # the name of a query in `constraints/`
    target: str  # the class
    path: str | None  # the property
    allowed: tuple[Term, ...]


@cache
def constraints() -> tuple[Constraint, ...]:
    """The constraints of the packaged shapes; those that several shapes share stand once."""
    with Store() as shapes:
        shapes.load_file(FOLDER / "shapes.ttl")
        found = shapes.query((_QUERIES / "constraints.rq").read_text(encoding="utf-8"))
        if not isinstance(found, Solutions):
            raise GraphError("constraints.rq must be a SELECT")
        return tuple(dict.fromkeys(_constraints(found)))


def _constraints(found: Solutions) -> Iterator[Constraint]:
    """Rows of shape, property node, target, path, kind and one value, as constraints."""
    for key, rows in groupby(found.rows, key=lambda row: row[:5]):
        target, path, kind = key[2:]
        if not isinstance(kind, Value) or not (_QUERIES / f"{kind.value}.rq").is_file():
            raise GraphError(f"shapes.ttl: {path or target}: kg cannot check {kind}")
        allowed = tuple(row[5] for row in rows if row[5] is not None)
        yield Constraint(kind.value, str(target), None if path is None else str(path), allowed)


def bindings(constraint: Constraint) -> dict[str, Term]:
    """The values of the variables of a constraint's query, as far as it has them.

    A query takes one value a variable: several IRIs or texts go in as `<one><two>`.
    """
    bound: dict[str, Term | None] = {
        "target": constraint.target,
        "path": constraint.path,
        "allowed": _as_one(constraint),
    }
    asked = query_of(constraint)
    return {name: term for name, term in bound.items() if term is not None and f"${name}" in asked}


def _as_one(constraint: Constraint) -> Term:
    first = constraint.allowed[0]
    if constraint.kind in {"pattern", "maxCount", "minInclusive", "maxInclusive", "minLength"}:
        return first
    names = (term if isinstance(term, str) else term.value for term in constraint.allowed)
    return Value("".join(f"<{name}>" for name in names))


@cache
def _text(kind: str) -> str:
    return (_QUERIES / f"{kind}.rq").read_text(encoding="utf-8")


def query_of(constraint: Constraint) -> str:
    return _text(constraint.kind)
