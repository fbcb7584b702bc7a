"""Which agencies stand between others, and the operations that make them so."""

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kg.analyse.measures import betweenness, constraint
from kg.analyse.project import agencies
from kg.analyse.scope import EVERYTHING, Scope
from kg.analyse.table import Table
from kg.store import Queryable

if TYPE_CHECKING:
    import networkx as nx


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
    shown = [iri for iri in graph if between[iri] > 0]
    constrained = constraint(graph, shown)
    found = [_broker(graph, iri, between[iri], constrained[iri]) for iri in shown]
    return Table(Broker, sorted(found, key=lambda one: (-one.betweenness, one.agency, one.iri)))


def _broker(graph: "nx.Graph[str]", iri: str, between: float, constrained: float) -> Broker:
    partners = graph[iri]
    apart = {one: len(partners.keys() - graph[one].keys()) - 1 for one in partners}  # from others
    ties = Counter[str]()
    for one, number in apart.items():
        if number > 0:
            ties.update(dict.fromkeys(partners[one]["tied_by"], number))
    reports = {report for tie in partners.values() for report in tie["reports"]}
    return Broker(
        agency=graph.nodes[iri]["label"],
        betweenness=round(between, 6),
        constraint=round(constrained, 6),
        partners=len(partners),
        pairs=sum(apart.values()) // 2,
        tied_by=tuple(sorted(ties, key=lambda name: (-ties[name], name))),
        reports=len(reports),
        iri=iri,
    )
