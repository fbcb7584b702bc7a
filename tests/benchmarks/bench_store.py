"""Time loading, writing and the saved queries against plain rdflib on the same triples.

Queries are asked of a graph on disk, as a build leaves it: for the first time after it was opened,
and again. rdflib, which takes minutes at a million triples, is timed once there and not asked.
"""

import io
import tempfile
from collections.abc import Callable, Iterator, Mapping
from functools import cache, partial
from pathlib import Path
from statistics import median

import rdflib

from kg.export import export, write_to
from kg.query.library import saved_queries
from kg.query.run import run
from kg.remote.bind import bound
from kg.store import Solutions, Store, Term, Triple
from tests.benchmarks.made_up import TRIPLES_A_REPORT, quads
from tests.benchmarks.measure import TIMES, at_most, medians, said, seconds, table

RDFLIB_LIMIT = 300_000  # triples: beyond, rdflib is timed once, and asked no saved queries
PATIENCE = 10.0  # seconds that rdflib has for a query
QUICK = 1.0  # seconds: what takes rdflib longer is asked once
ARGUMENTS = {
    "everything-about": {"name": "agency 7"},
    "links": {"agency": "agency 7", "other": "agency 9"},
    "report": {"report": "report-11.md"},
    "seizures": {"place": "place 30"},
    "seizure-totals": {"agency": "agency 7"},
}
JOIN = """
SELECT ?label (COUNT(?mention) AS ?n)
WHERE { ?mention oc:mentionOf ?entity ; oc:inSentence ?sentence . ?entity skos:prefLabel ?label }
GROUP BY ?label"""


class _Listening:
    """A store that remembers what it was asked, as text that any SPARQL engine takes."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.asked: list[str] = []

    def query(
        self, text: str, bindings: Mapping[str, Term] | None = None
    ) -> Solutions | Iterator[Triple] | bool:
        self.asked.append(bound(text, bindings or {}).text)
        return self._store.query(text, bindings)


def bench_store(triples: int) -> str:
    """A table of our times, rdflib's, and their ratio, for a graph of about that size."""
    with tempfile.TemporaryDirectory() as folder:
        with Store.create(Path(folder) / "store") as made:
            made.load(quads(triples // TRIPLES_A_REPORT))
            made.flush()
        often = triples <= RDFLIB_LIMIT
        graph = rdflib.Graph()
        rows = [*_bulk(Path(folder), graph, often=often)]
        rows += _queries(Path(folder), graph if often else None)
        title = f"Store, at {len(graph):,} triples"
    return table(title, ("what", "kg, at first", "kg, again", "rdflib", "ratio"), rows)


def _bulk(folder: Path, graph: rdflib.Graph, *, often: bool) -> Iterator[list[str]]:
    """Load, write and join; leaves the graph loaded."""
    on_disk = Store.open(folder)
    path = export(on_disk, folder / "graph.nt")
    store = Store.open(path)
    if often:
        graph.parse(path, format="nt")
    loaded = rdflib.Graph() if often else graph
    ours: Mapping[str, Callable[[], object]] = {
        "load N-Triples": lambda: Store.open(path),
        "write Turtle": lambda: write_to(store, io.BytesIO(), format="ttl"),
        "write Turtle, from disk": lambda: write_to(on_disk, io.BytesIO(), format="ttl"),
        "join and count": lambda: _count(store, JOIN),
    }
    theirs: Mapping[str, Callable[[], object]] = {
        "load N-Triples": lambda: loaded.parse(path, format="nt"),
        "write Turtle": (in_turtle := lambda: graph.serialize(format="turtle")),
        "write Turtle, from disk": in_turtle,
        "join and count": lambda: len(graph.query(bound(JOIN, {}).text)),
    }
    timed_once = cache(seconds)
    for what, one in ours.items():
        if often:
            taken = medians({"kg": one, "rdflib": theirs[what]})
            yield [what, "", *_compared(taken["kg"], taken["rdflib"])]
        else:
            before = [seconds(one) for _ in range(TIMES // 2)]
            once = timed_once(theirs[what])
            after = [seconds(one) for _ in range(TIMES - TIMES // 2)]
            yield [what, "", *_compared(median(before + after), once)]


def _queries(folder: Path, graph: rdflib.Graph | None) -> Iterator[list[str]]:
    for query in saved_queries():
        arguments = ARGUMENTS.get(query.name, {})
        with Store.open(folder) as store:
            ask = partial(run, store, query.name, **arguments)
            first = seconds(ask)
            ours = median(seconds(ask) for _ in range(TIMES))
            theirs = None
            if graph is not None:
                listening = _Listening(store)
                run(listening, query.name, **arguments)
                theirs = _of_rdflib(graph, listening.asked)
        yield [query.name, said(first), *_compared(ours, theirs)]


def _of_rdflib(graph: rdflib.Graph, asked: list[str]) -> float:
    def ask() -> None:
        for text in asked:
            list(graph.query(text))

    first = at_most(PATIENCE, ask)
    if first >= QUICK:
        return first
    return median(at_most(PATIENCE, ask) for _ in range(TIMES))


def _count(store: Store, text: str) -> int:
    found = store.query(text)
    return sum(1 for _ in found.rows) if isinstance(found, Solutions) else 0


def _compared(ours: float, theirs: float | None) -> list[str]:
    if theirs is None:
        return [said(ours), "not run", ""]
    more = "> " if theirs == PATIENCE else ""
    return [said(ours), f"{more}{said(theirs)}", f"{more}{theirs / ours:.1f}"]
