"""Which agencies, people or places hang together: communities, named by their main members."""

from collections import Counter
from dataclasses import dataclass

import networkx as nx

from kg.analyse.project import outline
from kg.analyse.scope import EVERYTHING, Scope
from kg.analyse.table import Table
from kg.store import Queryable

_SEED = 1  # of Louvain's order: any will do, so long as it stays
_NAMED_BY = 3


@dataclass(frozen=True, slots=True)
class Community:
    number: int  # from 1, the largest first
    name: str  # its main agencies, or, without any, its main members
    size: int
    members: tuple[str, ...]  # those of most ties first
    tied_by: tuple[str, ...]  # the operations or cases of most ties inside, where these are named
    ties: int  # inside
    ties_out: int
    reports: int  # that state the ties inside
    iris: tuple[str, ...]  # of the members


def communities(
    store: Queryable, *, of: str = "agencies", scope: Scope = EVERYTHING
) -> Table[Community]:
    """Communities of two or more in one of `PROJECTIONS`, by Louvain's method with a fixed seed.

    A community is one way to part the network: that two are in one says that reports tie them, or
    their partners, more than chance would.
    """
    graph = outline(store, of, scope=scope)
    graph.remove_nodes_from(list(nx.isolates(graph)))
    if not graph:
        return Table(Community, ())
    parts = nx.community.louvain_communities(graph, weight="weight", seed=_SEED)
    ranked = [_ranked(graph, part) for part in parts]
    ranked.sort(key=lambda members: (-len(members), members))
    return Table(
        Community,
        (_community(graph, number, members) for number, members in enumerate(ranked, start=1)),
    )


def _ranked(graph: "nx.Graph[str]", part: set[str]) -> list[str]:
    """Members by the weight of their ties inside."""
    weight = dict(graph.subgraph(part).degree(weight="weight"))
    return sorted(part, key=lambda iri: (-weight[iri], graph.nodes[iri]["label"], iri))


def _community(graph: "nx.Graph[str]", number: int, members: list[str]) -> Community:
    inside = graph.subgraph(members)
    agencies = [iri for iri in members if graph.nodes[iri]["type"] == "Agency"]
    labels = {iri: graph.nodes[iri]["label"] for iri in members}
    ends = sum(degree for _, degree in graph.degree(members))
    ties = inside.number_of_edges()
    return Community(
        number=number,
        name=", ".join(labels[iri] for iri in (agencies or members)[:_NAMED_BY]),
        size=len(members),
        members=tuple(labels.values()),
        tied_by=_main_ties(inside),
        ties=ties,
        ties_out=ends - 2 * ties,
        reports=len({r for *_, tie in inside.edges(data=True) for r in tie["reports"]}),
        iris=tuple(members),
    )


def _main_ties(inside: "nx.Graph[str]") -> tuple[str, ...]:
    numbers = Counter(
        name for *_, tie in inside.edges(data=True) for name in tie.get("tied_by", ())
    )
    ranked = sorted(numbers, key=lambda name: (-numbers[name], name))
    return tuple(ranked[:_NAMED_BY])
