"""Time loading, writing and the saved queries against plain rdflib on the same triples."""

import io
import tempfile
from collections.abc import Iterator, Mapping
from functools import partial
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

RDFLIB_LIMIT = 300_000  # triples
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
    store = Store()
    store.load(quads(triples // TRIPLES_A_REPORT))
    against = triples <= RDFLIB_LIMIT
    rows = [*_bulk(store, against=against), *_queries(store, against=against)]
    title = f"Store, at {len(set(store.triple_lines())):,} triples"
    return table(title, ("what", "kg", "rdflib", "ratio"), rows)


def _bulk(store: Store, *, against: bool) -> Iterator[list[str]]:
    with tempfile.TemporaryDirectory() as folder:
        path = export(store, Path(folder) / "graph.nt")
        ours = {
            "load N-Triples": lambda: Store.open(path),
            "write Turtle": lambda: write_to(store, io.BytesIO(), format="ttl"),
            "join and count": lambda: _count(store, JOIN),
        }
        graph = rdflib.Graph()
        if against:
            graph.parse(path, format="nt")
        theirs = {
            "load N-Triples": lambda: rdflib.Graph().parse(path, format="nt"),
            "write Turtle": lambda: graph.serialize(format="turtle"),
            "join and count": lambda: len(graph.query(bound(JOIN, {}).text)),
        }
        for what, one in ours.items():
            if against:
                taken = medians({"kg": one, "rdflib": theirs[what]})
                yield _row(what, taken["kg"], taken["rdflib"])
            else:
                yield _row(what, medians({"kg": one})["kg"], None)


def _queries(store: Store, *, against: bool) -> Iterator[list[str]]:
    graph = rdflib.Graph()
    if against:
        graph.parse(data="\n".join(store.triple_lines()), format="nt")
    for query in saved_queries():
        arguments = ARGUMENTS.get(query.name, {})
        listening = _Listening(store)
        run(listening, query.name, **arguments)
        ask = partial(run, store, query.name, **arguments)
        ours = median(seconds(ask) for _ in range(TIMES))
        yield _row(query.name, ours, _of_rdflib(graph, listening.asked) if against else None)


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


def _row(what: str, ours: float, theirs: float | None) -> list[str]:
    if theirs is None:
        return [what, said(ours), "not run", ""]
    more = "> " if theirs == PATIENCE else ""
    return [what, said(ours), f"{more}{said(theirs)}", f"{more}{theirs / ours:.1f}"]
