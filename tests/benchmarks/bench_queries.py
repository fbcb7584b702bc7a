"""Time every saved query on a graph: with each of its filters, for what is reported most and least.

    python -m tests.benchmarks.bench_queries GRAPH [QUERY …]

Prints milliseconds of the quickest of three runs, to the first page and to the last row, and the
rows. What is returned should tell how long a query takes, and not how large the graph is.
"""

import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from time import perf_counter

from kg.errors import QueryError
from kg.query.library import SavedQuery, saved_queries
from kg.query.run import run
from kg.store import Store

RUNS = 3
PAGE = 50  # rows
CLASSES = {
    "agency": "oc:Agency",
    "area": "oc:Place",
    "entity": "oc:Operation",
    "official": "oc:Official",
    "operation": "oc:Operation",
    "person": "oc:Person",
    "place": "oc:Place",
    "report": "oc:Report",
    "unit": "oc:RegionalUnit",
}
VALUES = {
    "commodity": ["drugs", "weed", "class A", "cash"],
    "relation": ["tookPartIn", "holdsPost"],
    "text": ["county lines"],
    "date": ["2020-07-01"],
    "integer": ["3"],
}
MENTIONED = """
SELECT ?entity (COUNT(?mention) AS ?times) WHERE {{ ?mention oc:mentionOf ?entity . ?entity a {} }}
GROUP BY ?entity ORDER BY DESC(?times) ?entity"""


@cache
def values_of(store: Store, kind: str) -> list[str]:
    """What to ask for: the entity of the kind that is mentioned most, and one mentioned once."""
    if kind not in CLASSES:
        return VALUES[kind]
    if kind == "report":
        return [
            str(row.name) for row in run(store, "SELECT ?name { ?r oc:fileName ?name } LIMIT 1")
        ]
    found = [str(row.entity) for row in run(store, MENTIONED.format(CLASSES[kind]))]
    return list(dict.fromkeys([*found[:1], *found[-1:]]))


def arguments(store: Store, saved: SavedQuery) -> Iterator[dict[str, str]]:
    """The query without filters, where it can be so asked, then with each filter by itself."""
    known = {one.name: values_of(store, one.type) for one in saved.parameters}
    needed = {one.name: known[one.name][0] for one in saved.parameters if one.required}
    yield needed
    for parameter in saved.parameters:
        for value in known[parameter.name]:
            if {**needed, parameter.name: value} != needed:
                yield {**needed, parameter.name: value}
        if parameter.names_something:
            yield {**needed, parameter.name: "No Such Name"}


def timed(store: Store, saved: SavedQuery, given: dict[str, str]) -> tuple[float, float, str]:
    taken = [_once(store, saved, given) for _ in range(RUNS)]
    page, all_, found = zip(*taken, strict=True)
    return min(page) * 1000, min(all_) * 1000, found[0]


def _once(store: Store, saved: SavedQuery, given: dict[str, str]) -> tuple[float, float, str]:
    start = perf_counter()
    try:
        rows = run(store, saved.name, **given)
    except QueryError as error:
        return (perf_counter() - start,) * 2 + (str(error)[:60],)
    tuple(rows.terms[:PAGE])
    page = perf_counter() - start
    tuple(rows.terms)
    return page, perf_counter() - start, f"{len(rows):,} rows"


def main(graph: Path, names: list[str]) -> None:
    with Store.open(graph) as store:
        for saved in saved_queries():
            if names and saved.name not in names:
                continue
            for given in arguments(store, saved):
                page, all_, found = timed(store, saved, given)
                shown = " ".join(f"--{name} {value}" for name, value in given.items())
                print(f"{page:8.1f} {all_:8.1f} ms  {saved.name:<20} {shown:<70} {found}")  # noqa: T201


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
