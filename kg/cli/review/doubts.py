"""The pairs that a graph leaves to people, with what its reports say of both."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from kg.resolve.decisions import Decision
from kg.store import Queryable, Solutions, Term

SHOWN = 3  # sentences of each


@dataclass(frozen=True, slots=True)
class Context:
    """One sentence that names somebody or something."""

    day: str  # "" where the report does not tell
    file_name: str
    sentence: str


@dataclass(frozen=True, slots=True)
class One:
    """One of a pair."""

    path: str  # of its IRI
    label: str
    reports: int
    contexts: tuple[Context, ...]


@dataclass(frozen=True, slots=True)
class Doubt:
    """A pair that may be one."""

    sides: tuple[str, str]
    ones: tuple[One, One]
    score: float
    reasons: tuple[str, ...]

    @property
    def worth(self) -> int:
        """How many reports a right answer sets right: those of the one less named.

        An entry of a registry, which no report names, does not count.
        """
        return min((one.reports for one in self.ones if one.reports), default=0)


def doubts(store: Queryable, decided: tuple[Decision, ...]) -> list[Doubt]:
    """The pairs that nobody has decided on yet, the most valuable first."""
    known = {frozenset(one.distinct or one.merge) for one in decided}
    found = [doubt for doubt in _all(store) if not _is_known(doubt, known)]
    return sorted(found, key=lambda doubt: (-doubt.worth, -doubt.score, doubt.sides))


def _is_known(doubt: Doubt, known: set[frozenset[str]]) -> bool:
    paths = frozenset(one.path for one in doubt.ones)
    return frozenset(doubt.sides) in known or any(paths <= names for names in known)


def _all(store: Queryable) -> Iterator[Doubt]:
    rows: dict[str, list[tuple[Term | None, ...]]] = {}
    for row in _rows(store, "pairs"):
        rows.setdefault(_text(row[0]), []).append(row)
    for assessment, about in rows.items():
        base = assessment.rpartition("assessment/")[0]
        first, second = sorted({_text(row[5]) for row in about})
        entities = sorted({(_text(row[3]), _text(row[4])) for row in about})
        if len(entities) == 2:  # noqa: PLR2004  a pair
            one, other = (_one(store, iri, label, base) for iri, label in entities)
            reasons = tuple(sorted({_text(row[2]) for row in about}))
            yield Doubt((first, second), (one, other), float(_text(about[0][1])), reasons)


def _one(store: Queryable, iri: str, label: str, base: str) -> One:
    rows = list(_rows(store, "contexts", entity=iri))
    contexts = [Context(_text(row[2]), _text(row[3]), _text(row[4])) for row in rows]
    by_report = {_text(row[1]): context for row, context in zip(rows, contexts, strict=True)}
    return One(
        iri.removeprefix(base), label, len(by_report), tuple(list(by_report.values())[:SHOWN])
    )


def _rows(store: Queryable, name: str, **bindings: Term) -> Iterator[tuple[Term | None, ...]]:
    found = store.query(_query(name), bindings)
    if not isinstance(found, Solutions):
        raise TypeError(f"{name}.rq: expected a SELECT")
    return found.rows


@cache
def _query(name: str) -> str:
    return Path(__file__).with_name(f"{name}.rq").read_text(encoding="utf-8")


def _text(term: Term | None) -> str:
    if term is None:
        return ""
    return term if isinstance(term, str) else term.value
