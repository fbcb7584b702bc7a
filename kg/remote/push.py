"""Bring a graph to a server, named graph by named graph, and only what has changed.

The server keeps, in a small graph of its own, a digest of each named graph that it was sent. The
digest of a graph is taken away before the graph is touched, and stated again once the graph stands
there whole: a push that was cut off leaves the rest to the next one, and hides nothing.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar

from kg.errors import GraphError
from kg.given import written
from kg.model import Value
from kg.remote.store import RemoteStore
from kg.store import Store
from kg.vocab import OC

T = TypeVar("T")
Progress = Callable[[int, int], None]  # graphs looked at, and how many there are

BATCH = 100  # named graphs between two notes of what was sent
REQUEST = 20_000  # lines a request: a few megabytes
_ENTITIES, _PUSHED = "graph/entities", "graph/pushed"  # below the base IRI


@dataclass(frozen=True, slots=True)
class Pushed:
    """What a push did, in named graphs; a report is one."""

    sent: int
    unchanged: int
    removed: int


@dataclass(frozen=True, slots=True)
class _Sent:
    graph: str
    digest: str
    lines: list[str]


def push(store: Store, server: RemoteStore, *, progress: Progress = lambda *_: None) -> Pushed:
    """Make the server hold each named graph of the store, and none that it was sent earlier.

    Raises `GraphError` for a store without a graph of entities, which no build made, and
    `ServerError` where the server fails: the next push goes on from there.
    """
    graphs = store.graphs()
    state = f"{_base(graphs)}{_PUSHED}"
    known = _known(server, state)
    gone = sorted(known.keys() - set(graphs))
    for some in _batches(gone, BATCH):
        _forget(server, state, some, known)
        for graph in some:
            server.remove_graph(graph)
    sent = 0
    for batch in _batches(_changed(store, graphs, known, progress), BATCH):
        _send(server, state, batch, known)
        sent += len(batch)
    return Pushed(sent, len(graphs) - sent, len(gone))


def _base(graphs: Iterable[str]) -> str:
    base = next((g.removesuffix(_ENTITIES) for g in graphs if g.endswith(f"/{_ENTITIES}")), None)
    if base is None:
        raise GraphError(
            "the graph holds no graph of entities: push a graph folder, or an .nq or .trig of one"
        )
    return base


def _known(server: RemoteStore, state: str) -> dict[str, str]:
    """The digests of what the server was sent, by named graph."""
    return {
        triple.subject: triple.object.value
        for triple in server.graph_triples(state)
        if triple.predicate == OC.graphDigest and isinstance(triple.object, Value)
    }


def _changed(
    store: Store, graphs: list[str], known: Mapping[str, str], progress: Progress
) -> Iterator[_Sent]:
    for number, graph in enumerate(graphs, start=1):
        lines = store.graph_lines(graph)
        digest = hashlib.sha256("\n".join(lines).encode()).hexdigest()
        if known.get(graph) != digest:
            yield _Sent(graph, digest, lines)
        progress(number, len(graphs))


def _send(server: RemoteStore, state: str, batch: list[_Sent], known: Mapping[str, str]) -> None:
    _forget(server, state, (one.graph for one in batch), known)
    for one in batch:
        first, *rest = _batches(one.lines, REQUEST)
        server.replace_graph(one.graph, _content(first))
        for more in rest:
            server.extend_graph(one.graph, _content(more))
    server.extend_graph(state, _content(_stated(one.graph, one.digest) for one in batch))


def _forget(
    server: RemoteStore, state: str, graphs: Iterable[str], known: Mapping[str, str]
) -> None:
    stale = "\n".join(_stated(graph, known[graph]) for graph in graphs if graph in known)
    if stale:
        server.update(f"DELETE DATA {{ GRAPH {written(state)} {{\n{stale}\n}} }}")


def _stated(graph: str, digest: str) -> str:
    return f"{written(graph)} {written(OC.graphDigest)} {written(Value(digest))} ."


def _batches(things: Iterable[T], size: int) -> Iterator[list[T]]:
    rest = iter(things)
    while batch := list(islice(rest, size)):
        yield batch


def _content(lines: Iterable[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()
