"""What Python users hold: a `Graph`, made by `kg.build` or `kg.open`."""

import tempfile
from collections.abc import Callable, Sequence
from html import escape
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Any

from kg import pipeline
from kg.analyse.questions import Analysis
from kg.config import Config
from kg.errors import GraphError, QueryError
from kg.export import export
from kg.folder import read_set_aside
from kg.model import SetAside
from kg.query.check import Violation, check
from kg.query.run import Rows, run
from kg.query.stats import Stats, stats
from kg.remote import is_address, open_store
from kg.store import Store

if TYPE_CHECKING:
    import networkx as nx
    import rdflib

    from kg.analyse.card import Card
    from kg.remote.store import RemoteStore
    from kg.view.page import View


class Graph:
    """A knowledge graph of reports. Close it, or use it as a context manager."""

    def __init__(
        self, store: "Store | RemoteStore", name: str, *, set_aside: Sequence[SetAside] = ()
    ) -> None:
        self._store = store
        self._name = name
        self._set_aside = set_aside
        self._on_close: Callable[[], None] | None = None

    def query(self, text_or_name: str | Path, **parameters: Any) -> Rows:
        """Ask a saved query by name, a `.rq` file by path, or SPARQL as text.

        Returns rows of plain Python values (`rows[0].agency`), with `.columns` and `.to_pandas()`.
        Raises `QueryError` for a query that does not parse, is not known, or lacks a parameter.
        """
        return run(self._store, text_or_name, **parameters)

    def rdflib(self) -> "rdflib.Dataset":
        """A live rdflib dataset over the same store; its default graph is the union of all."""
        return self._here().rdflib()

    def networkx(self) -> "nx.MultiDiGraph[str]":
        """Entities as nodes and what reports say between them as edges, with plain attributes."""
        from kg.analyse.project import multigraph  # noqa: PLC0415  networkx: half a second

        return multigraph(self._store)

    @property
    def analyse(self) -> Analysis:
        """Questions to the network: `graph.analyse.brokers()`, `.path("A", "B")` …"""
        return Analysis(self._store)

    def entity(self, name: str) -> "Card":
        """What reports say of one entity, by any form of its name or its IRI; a card in a notebook.

        Raises `QueryError` for a name that nothing has, with close ones, or that several have.
        """
        from kg.analyse.card import card  # noqa: PLC0415

        return card(self._store, name)

    def view(self, projection: str = "everything", **options: Any) -> "View":
        """A network to look at: shown in a notebook, saved as one HTML file by `.save(path)`.

        `projection` is agencies, everything, officials, people or places (`kg.analyse.project`);
        `options` are those of `kg.view.network.network`. Raises `QueryError` for another name.
        """
        from kg.analyse.project import PROJECTIONS, multigraph  # noqa: PLC0415
        from kg.view.network import network  # noqa: PLC0415

        project = {**PROJECTIONS, "everything": multigraph}.get(projection)
        if project is None:
            raise QueryError(f"no projection {projection!r}: there are {', '.join(PROJECTIONS)}")
        return network(
            project(self._store), title=f"{Path(self._name).name}: {projection}", **options
        )

    def report(self, *, title: str | None = None) -> "View":
        """One page to read: who and what is reported most, seizures, pictures, what disagrees."""
        from kg.report import report  # noqa: PLC0415

        return report(self._store, title=title or Path(self._name).name, set_aside=self._set_aside)

    def export(self, path: str | Path, *, format: str | None = None) -> Path:  # noqa: A002
        """Write the graph to one file, in the format its suffix names; returns the path."""
        return export(self._here(), Path(path), format=format)

    def check(self) -> list[Violation]:
        """What in the graph breaks the ontology's contract: nothing, if it was built by `kg`."""
        return check(self._store)

    def stats(self) -> Stats:
        """How many reports, sentences, mentions, entities and facts there are, by type."""
        return stats(self._store)

    def _here(self) -> Store:
        if isinstance(self._store, Store):
            return self._store
        raise GraphError(f"{self._name}: a graph on a server can be asked, and no more than that")

    def close(self) -> None:
        self._store.close()
        if self._on_close is not None:
            self._on_close()
            self._on_close = None

    def __enter__(self) -> "Graph":
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        counts = self.stats()
        return (
            f"<kg.Graph {self._name}: {counts.reports:,} reports, "
            f"{sum(counts.entities.values()):,} entities, {sum(counts.facts.values()):,} facts>"
        )

    def _repr_html_(self) -> str:
        counts = self.stats()
        rows = [*counts.entities.items(), *counts.facts.items()]
        body = "".join(
            f"<tr><td>{escape(kind)}</td><td style='text-align:right'>{number:,}</td></tr>"
            for kind, number in rows
        )
        caption = f"{escape(self._name)}: {counts.reports:,} reports"
        return f"<table><caption>{caption}</caption>{body}</table>"


def build(
    paths: str | Path | Sequence[str | Path],
    out: str | Path | None = None,
    *,
    config: Config | None = None,
) -> Graph:
    """Build a graph from files and folders of reports, and open it.

    `out` is a graph folder, to be built upon next time; without it the graph lasts until closed.
    Raises `InputError` where nothing can be read. What was set aside is in `manifest.json`.
    """
    sources = [paths] if isinstance(paths, str | Path) else paths
    if out is not None:
        pipeline.build(sources, Path(out), config=config)
        return open_graph(out)
    folder = tempfile.TemporaryDirectory(prefix="kg-")
    pipeline.build(sources, Path(folder.name), config=config)
    graph = _opened(Path(folder.name), ", ".join(map(str, sources)))
    graph._on_close = folder.cleanup
    return graph


def open_graph(path: str | Path) -> Graph:
    """Open a graph folder, any RDF file that holds a graph of ours, or a SPARQL server's address.

    Raises `GraphError` where there is neither folder nor file, and `ServerError` where no server.
    A graph on a server can be asked, drawn and analysed, but not exported.
    """
    if is_address(path):
        return Graph(open_store(path), path)
    return _opened(Path(path), str(path))


def _opened(path: Path, name: str) -> Graph:
    return Graph(Store.open(path), name, set_aside=read_set_aside(path))
