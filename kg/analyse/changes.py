"""What changed between two graphs: reports, entities, and what is said, by the reason."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Literal, NamedTuple

from kg.analyse.ask import Row, all_rows, local_name, text_of
from kg.analyse.described import entities
from kg.analyse.table import Table
from kg.store import Queryable
from kg.vocab import label_of

_ENTITY = "entity"


@dataclass(frozen=True, slots=True)
class Change:
    change: Literal["added", "removed", "renamed"]
    kind: str  # report, entity, claim, seizure …
    what: str
    report: str  # that says it; "" for entities
    because: str  # as "new report", "report gone", "read differently"


@dataclass(frozen=True, slots=True)
class ChangeCount:
    kind: str
    because: str
    added: int
    removed: int
    renamed: int


class _Said(NamedTuple):
    kind: str
    what: str
    report: str


def changes(old: Queryable, new: Queryable) -> Table[Change]:
    """All differences: reports first, then entities, then facts in their words."""
    return Table(
        Change, [*_report_changes(old, new), *_entity_changes(old, new), *_fact_changes(old, new)]
    )


def count_changes(found: Iterable[Change]) -> Table[ChangeCount]:
    """How many there are of each kind, for each reason."""
    numbers = Counter((one.kind, one.because, one.change) for one in found)
    kinds = dict.fromkeys((kind, because) for kind, because, _ in numbers)
    return Table(
        ChangeCount,
        (
            ChangeCount(
                kind,
                because,
                added=numbers[kind, because, "added"],
                removed=numbers[kind, because, "removed"],
                renamed=numbers[kind, because, "renamed"],
            )
            for kind, because in kinds
        ),
    )


def of_kind(found: Iterable[Change], kind: str) -> Table[Change]:
    """Those of one kind, as "entity" or "seizure"."""
    return Table(Change, (one for one in found if one.kind == kind))


def _report_changes(old: Queryable, new: Queryable) -> Iterator[Change]:
    before, after = _reports(old), _reports(new)
    for name in sorted(after.keys() - before):
        yield Change("added", "report", after[name], name, "new report")
    for name in sorted(before.keys() - after):
        yield Change("removed", "report", before[name], name, "report gone")


def _reports(store: Queryable) -> dict[str, str]:
    return {text_of(name): text_of(title) for name, title in all_rows(store, "reports")}


def _entity_changes(old: Queryable, new: Queryable) -> Iterator[Change]:
    before, after = _entities(old), _entities(new)
    for iri in sorted(after.keys() - before):
        yield Change("added", _ENTITY, _named(after[iri]), "", "")
    for iri in sorted(before.keys() - after):
        yield Change("removed", _ENTITY, _named(before[iri]), "", "")
    for iri in sorted(iri for iri in before.keys() & after if before[iri] != after[iri]):
        words = f"{_named(before[iri])} is now {_named(after[iri])}"
        yield Change("renamed", _ENTITY, words, "", "")


def _entities(store: Queryable) -> dict[str, tuple[str, str]]:
    """The label and the types of each entity, by IRI."""
    return {
        text_of(iri): (
            text_of((known := list(rows))[0][1]),
            " ".join(sorted({local_name(row[2]) for row in known})),
        )
        for iri, rows in groupby(entities(store), key=itemgetter(0))
    }


def _named(entity: tuple[str, str]) -> str:
    return f"{entity[0]} ({entity[1]})"


def _fact_changes(old: Queryable, new: Queryable) -> Iterator[Change]:
    before, after = set(_said(old)), set(_said(new))
    reports_before, reports_after = _reports(old).keys(), _reports(new).keys()
    for said in sorted(after - before):
        known = said.report in reports_before
        yield Change("added", *said, "read differently" if known else "new report")
    for said in sorted(before - after):
        known = said.report in reports_after
        yield Change("removed", *said, "read differently" if known else "report gone")


def _said(store: Queryable) -> Iterator[_Said]:
    for row in all_rows(store, "statements"):
        yield _Said(text_of(row[0]), _in_words(row), text_of(row[-1]))


def _in_words(row: Row) -> str:
    """A fact in one line: "Dales Police worked with Harbourshire Police"."""
    _, subject, relation, object_, words, quantity, unit, _ = row
    verb = "" if relation is None else label_of(text_of(relation))
    figure = "" if quantity is None else f"= {text_of(quantity)} {text_of(unit)}"
    parts = (text_of(subject), verb, text_of(object_), _quoted(text_of(words)), figure)
    return " ".join(part for part in parts if part)


def _quoted(words: str) -> str:
    return f"“{words}”" if words else ""
