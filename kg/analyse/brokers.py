"""Which agencies stand between others, and the operations that make them so."""

from collections import Counter
from dataclasses import dataclass
from itertools import combinations

import networkx as nx

from kg.analyse.measures import betweenness
from kg.analyse.project import agencies
from kg.analyse.scope import EVERYTHING, Scope
from kg.analyse.table import Table
from kg.store import Queryable


@dataclass(frozen=True, slots=True)
class Broker:
    agency: str
    betweenness: float  # 0 to 1: the share of shortest paths between two others that it is on
    constraint: float | None  # low where its partners are not tied to each other (Burt, 1992)
    partners: int  # agencies that it is tied to
    pairs: int  # of these, pairs that are not tied to each other
    tied_by: tuple[str, ...]  # what ties it to such pairs, that of most pairs first
    reports: int
    iri: str


def brokers(store: Queryable, *, scope: Scope = EVERYTHING) -> Table[Broker]:
    """Agencies that join others which are not tied themselves, those on most paths first.

    Betweenness counts ties as equal; constraint weighs them by joint operations.
    """
    graph = agencies(store, scope=scope)
    between = betweenness(graph)
    constraint = nx.constraint(graph, weight="weight")
    found = [
        _broker(graph, iri, between[iri], constraint[iri]) for iri in graph if between[iri] > 0
    ]
    return Table(Broker, sorted(found, key=lambda one: (-one.betweenness, one.agency, one.iri)))


def _broker(graph: "nx.Graph[str]", iri: str, between: float, constraint: float) -> Broker:
    partners = graph[iri]
    apart = [
        (one, other) for one, other in combinations(partners, 2) if not graph.has_edge(one, other)
    ]
    ties = Counter(name for pair in apart for end in pair for name in partners[end]["tied_by"])
    reports = {report for tie in partners.values() for report in tie["reports"]}
    return Broker(
        agency=graph.nodes[iri]["label"],
        betweenness=round(between, 6),
        constraint=round(constraint, 6),
        partners=len(partners),
        pairs=len(apart),
        tied_by=tuple(sorted(ties, key=lambda name: (-ties[name], name))),
        reports=len(reports),
        iri=iri,
    )
