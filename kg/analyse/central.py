"""Which places are central: by the operations, outcomes and reports that they share."""

from collections.abc import Mapping
from dataclasses import dataclass

import networkx as nx

from kg.analyse.ask import Row, rows_in_scope, text_of
from kg.analyse.described import Attributes, described
from kg.analyse.measures import betweenness
from kg.analyse.project import places
from kg.analyse.scope import EVERYTHING, Scope
from kg.analyse.table import Table
from kg.store import Queryable


@dataclass(frozen=True, slots=True)
class CentralPlace:
    place: str
    operations: int
    outcomes: int  # seizures, arrests … there
    reports: int  # that state these
    tied_places: int  # that share an operation with it
    betweenness: float  # 0 to 1, among places that share operations
    latitude: float | None  # WGS84 degrees
    longitude: float | None
    iri: str


def central_places(store: Queryable, *, scope: Scope = EVERYTHING) -> Table[CentralPlace]:
    """Places with anything reported in them, those of most reports first."""
    graph = places(store, scope=scope)
    between = betweenness(graph)
    counts = rows_in_scope(store, "place-counts", scope)
    nodes = dict(described(store, {text_of(row[0]) for row in counts}, ("Place",)))
    found = [_place(row, nodes, graph, between) for row in counts]
    return Table(
        CentralPlace, sorted(found, key=lambda p: (-p.reports, -p.betweenness, p.place, p.iri))
    )


def _place(
    row: Row,
    nodes: Mapping[str, Attributes],
    graph: "nx.Graph[str]",
    between: Mapping[str, float],
) -> CentralPlace:
    iri, operations, outcomes, reports = map(text_of, row)
    about = nodes[iri]
    return CentralPlace(
        place=about["label"],
        operations=int(operations),
        outcomes=int(outcomes),
        reports=int(reports),
        tied_places=len(graph[iri]) if iri in graph else 0,
        betweenness=round(between.get(iri, 0.0), 6),
        latitude=about["latitude"],
        longitude=about["longitude"],
        iri=iri,
    )
