"""Measures that take networkx minutes where a network is large: by a backend of it, or here.

networkx stays what graphs are held in, and gives every other measure, or has it given by whichever
backend its own settings name.
"""

from collections.abc import Iterable, Mapping
from typing import cast

import networkx as nx

BACKEND = "rustworkx"  # the name under which networkx knows nx-rustworkx


def betweenness(graph: "nx.Graph[str]") -> dict[str, float]:
    """The share of shortest paths between two others that each node is on, ties as equal.

    As networkx has it, to the last digits (Brandes, 2001), by its backend nx-rustworkx where that
    is installed.
    """
    if BACKEND not in nx.config.backends:
        return nx.betweenness_centrality(graph)
    with nx.config(cache_converted_graphs=False):  # a graph may be changed before it is asked again
        # by several threads the last digits would vary from run to run
        one_thread = len(graph) + 1
        found = nx.betweenness_centrality(graph, backend=BACKEND, parallel_threshold=one_thread)
    return cast("dict[str, float]", found)


def constraint(graph: "nx.Graph[str]", nodes: Iterable[str]) -> dict[str, float]:
    """How far the partners of each node are tied to each other, by the weight of ties.

    As `networkx.constraint` has it (Burt, 1992), which sums the weights of all ties again for each
    two partners. What has no tie has no constraint: NaN.
    """
    shares = {one: _shares(partners) for one, partners in graph.adjacency()}
    return {node: _constraint(shares, node) for node in nodes}


def _shares(partners: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """The part of a node's ties that is with each partner."""
    weights = {partner: tie.get("weight", 1) for partner, tie in partners.items()}
    total = sum(weights.values())
    return {partner: weight / total for partner, weight in weights.items()}


def _constraint(shares: Mapping[str, Mapping[str, float]], node: str) -> float:
    mine = shares[node]
    invested = dict(mine)  # in each partner, directly and by way of the others
    for partner, share in mine.items():
        for both in mine.keys() & shares[partner].keys():
            invested[both] += share * shares[partner][both]
    return sum(part**2 for part in invested.values()) if mine else float("nan")
