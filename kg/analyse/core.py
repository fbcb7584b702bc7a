"""Who is in the core: the k-core number of each, in one of the projections."""

from dataclasses import dataclass

import networkx as nx

from kg.analyse.project import outline
from kg.analyse.scope import EVERYTHING, Scope
from kg.analyse.table import Table
from kg.store import Queryable


@dataclass(frozen=True, slots=True)
class Member:
    name: str
    core: int  # the largest k such that it has k ties to others that have as many among them
    ties: int
    reports: int  # that state its ties
    iri: str


def core(store: Queryable, *, of: str = "agencies", scope: Scope = EVERYTHING) -> Table[Member]:
    """Everybody tied to anybody, the innermost first."""
    graph = outline(store, of, scope=scope)
    numbers = nx.core_number(graph)
    found = [
        Member(
            name=graph.nodes[iri]["label"],
            core=number,
            ties=len(graph[iri]),
            reports=len({report for tie in graph[iri].values() for report in tie["reports"]}),
            iri=iri,
        )
        for iri, number in numbers.items()
        if number > 0
    ]
    return Table(Member, sorted(found, key=lambda m: (-m.core, -m.ties, m.name, m.iri)))
