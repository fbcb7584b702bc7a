"""What is in a graph, in numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import get_args

from kg.model import FACT_TYPES, EntityType
from kg.query.run import Rows, run
from kg.store import Queryable

_ENTITIES: tuple[str, ...] = get_args(EntityType)


@dataclass(frozen=True, slots=True)
class Stats:
    """Counts of a graph; the types that are not there count nought."""

    reports: int
    sentences: int
    mentions: int
    entities: Mapping[str, int]  # by type; a named official counts as Official, not as Person too
    facts: Mapping[str, int]  # by type; outcomes by kind
    publishers: Mapping[str, int]  # reports by publisher, most first
    first_date: date | None  # of publication
    last_date: date | None


def stats(store: Queryable) -> Stats:
    """Count what `store` holds."""
    types = {row.type: row.number for row in _ask(store, "types")}
    dates = _ask(store, "dates")[0]
    entities = {name: types.get(name, 0) for name in _ENTITIES}
    entities["Person"] -= entities["Official"]
    return Stats(
        reports=types.get("Report", 0),
        sentences=types.get("Sentence", 0),
        mentions=types.get("Mention", 0),
        entities=entities,
        facts={name: types.get(name, 0) for name in FACT_TYPES},
        publishers={row.publisher: row.reports for row in _ask(store, "publishers")},
        first_date=dates.first,
        last_date=dates.last,
    )


def _ask(store: Queryable, name: str) -> Rows:
    return run(store, Path(__file__).parent / "counts" / f"{name}.rq")
