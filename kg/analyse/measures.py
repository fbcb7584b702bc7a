"""Measures that take networkx minutes where a network is large: made by rustworkx.

networkx stays what graphs are held in, and gives every other measure.
"""

import networkx as nx
import rustworkx as rx


def betweenness(graph: "nx.Graph[str]") -> dict[str, float]:
    """The share of shortest paths between two others that each node is on, ties as equal.

    As `networkx.betweenness_centrality` has it, to the last digits (Brandes, 2001).
    """
    made: rx.PyGraph[str, None] = rx.PyGraph(multigraph=False)
    index = dict(zip(graph, made.add_nodes_from(list(graph)), strict=True))
    made.add_edges_from_no_data([(index[one], index[other]) for one, other in graph.edges])
    # by several threads the last digits would vary from run to run
    found = rx.graph_betweenness_centrality(made, parallel_threshold=len(index) + 1)
    return {node: found[at] for node, at in index.items()}
