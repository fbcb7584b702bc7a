"""What happened to, by or around somebody or something, in order of time."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter

from kg.analyse.ask import Row, rows_in_scope, text_of, text_or_none
from kg.analyse.evidence import Evidence, evidence_of, joined
from kg.analyse.scope import EVERYTHING, Scope
from kg.analyse.table import Table
from kg.store import Queryable
from kg.vocab import label_of


@dataclass(frozen=True, slots=True)
class Event:
    day: str | None  # ISO 8601; None where neither the fact nor a report of it has a date
    until: str | None  # where it may have happened on any day up to this
    dated: str  # "happened": the source says when; "reported": by the first report of it
    kind: str  # as arrest, quotation, claim
    what: str
    involved: tuple[str, ...]  # everybody and everything else that has a part in it
    reports: int
    report: str  # the first
    sentence: str  # its first


@dataclass(frozen=True, slots=True)
class _Part:
    """A fact as one report has it."""

    kind: str
    first: str | None
    last: str | None
    what: str
    involved: tuple[str, ...]
    evidence: Evidence


def timeline(store: Queryable, entity: str, *, scope: Scope = EVERYTHING) -> Table[Event]:
    """Every fact that the entity of this IRI has a part in, the undated last.

    What several reports say in the same words, of the same parties and dates, is one event.
    """
    rows = rows_in_scope(store, "history", scope, {"entity": [entity]})
    same: dict[tuple[object, ...], list[_Part]] = {}
    for _, group in groupby(rows, key=itemgetter(0)):
        part = _part(list(group))
        key = (part.kind, part.first, part.last, part.what.casefold(), part.involved)
        same.setdefault(key, []).append(part)
    events = [_event(parts) for parts in same.values()]
    return Table(Event, sorted(events, key=_order))


def _part(rows: list[Row]) -> _Part:
    _, kind, first, last, relation, words, *_ = rows[0]
    parties = dict.fromkeys((text_of(row[6]), text_of(row[7])) for row in rows if row[7])
    what = text_of(words) if relation is None else _claimed(text_of(relation), parties)
    return _Part(
        kind=text_of(kind),
        first=text_or_none(first),
        last=text_or_none(last),
        what=what,
        involved=tuple(name for _, name in parties),
        evidence=evidence_of(row[8:] for row in rows),
    )


def _claimed(relation: str, parties: Iterable[tuple[str, str]]) -> str:
    """A claim in words: "took part in Operation Redwing", "Dales Police took part in it"."""
    words = label_of(relation)
    for part, name in parties:
        return f"{name} {words} it" if part == "subject" else f"{words} {name}"
    return words


def _event(parts: list[_Part]) -> Event:
    one = parts[0]
    evidence = joined(part.evidence for part in parts)
    own = one.first is not None
    return Event(
        day=one.first if own else evidence.first,
        until=one.last if own and one.last != one.first else None,
        dated="happened" if own else "reported" if evidence.first else "",
        kind=one.kind,
        what=one.what,
        involved=one.involved,
        reports=len(evidence.reports),
        report=evidence.reports[0],
        sentence=evidence.sentences[0],
    )


def _order(event: Event) -> tuple[str, ...]:
    day = event.day or "9999"
    return day, event.until or day, event.report, event.kind, event.what, *event.involved
