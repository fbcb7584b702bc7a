"""A network to look at: search, filter by type, relation and date, click for what is behind it.

Drawn by sigma.js in the browser; laid out here.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, cast

import networkx as nx

from kg.analyse.measures import betweenness
from kg.view.colours import COLOURS
from kg.view.layout import positions
from kg.view.page import View, page
from kg.view.relations import in_words

MOST_NODES = 5000
MOST_EDGES = 20_000
MOST_SENTENCES = 4  # a relation of two; how many more there are is said
BODY = """<header><h1>{title}</h1><p id="counts"></p></header>
<main><div id="network" role="img" aria-label="{title}"></div>
<aside><form id="filters"></form><section id="card" aria-live="polite"></section></aside></main>"""

Attributes = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Shown:
    """What there is room for, and how much was left out."""

    graph: "nx.Graph[str]"
    nodes_left_out: int
    edges_left_out: int


def network(
    graph: "nx.Graph[str] | nx.MultiDiGraph[str]",
    *,
    title: str = "Network",
    most_nodes: int = MOST_NODES,
    most_edges: int = MOST_EDGES,
) -> View:
    """A view of a projection (see `kg.analyse.project`).

    Nodes that nothing ties to another are left out. Past `most_nodes` and `most_edges` the
    strongest are shown: nodes by the weight of their edges, edges by their own. The page says how
    many are not.
    """
    shown = _strongest(_one_edge_a_pair(graph), most_nodes, most_edges)
    data = {
        "nodes": list(_nodes(shown.graph)),
        "edges": list(_edges(shown.graph)),
        "colours": COLOURS,
        "left_out": [shown.nodes_left_out, shown.edges_left_out],
    }
    html = page(
        title,
        BODY.format(title=title),
        data=data,
        scripts=("graphology.min.js", "sigma.min.js", "network.js"),
        styles=("network.css",),
    )
    return View(title, html)


def _one_edge_a_pair(graph: "nx.Graph[str] | nx.MultiDiGraph[str]") -> "nx.Graph[str]":
    """A simple graph whose edges hold `links`: what is said of the two, relation by relation."""
    simple: nx.Graph[str] = nx.Graph()
    simple.add_nodes_from(graph.nodes(data=True))
    for source, target, said in graph.edges(data=True):
        if source == target:
            continue
        if not simple.has_edge(source, target):
            simple.add_edge(source, target, links=[], weight=0)
        edge = simple.edges[source, target]
        edge["links"].append(_link(source, target, said))
        edge["weight"] += said.get("weight", 1)
    return simple


def _link(source: str, target: str, said: Attributes) -> dict[str, object]:
    sentences = list(said.get("sentences", ()))
    return {
        "from": source,
        "to": target,
        "label": _label(said),
        "first": said.get("first"),
        "last": said.get("last"),
        "reports": len(said.get("reports", ())),
        "sentences": sentences[:MOST_SENTENCES],
        "more": max(0, len(sentences) - MOST_SENTENCES),
    }


def _label(said: Attributes) -> str:
    """The relation in words, or what ties the two."""
    tied = said.get("tied_by")
    if tied:
        return ", ".join(map(str, tied))
    return in_words(str(said.get("label", "tied")))


def _strongest(graph: "nx.Graph[str]", most_nodes: int, most_edges: int) -> _Shown:
    strength = cast("dict[str, float]", dict(graph.degree(weight="weight")))
    tied = [node for node in graph if strength[node]]
    ranked = sorted(tied, key=lambda node: (-strength[node], node))[:most_nodes]
    kept = graph.subgraph(ranked)
    weighed: list[tuple[str, str, float]] = list(kept.edges(data="weight"))
    edges = sorted(weighed, key=lambda e: (-e[2], *sorted(e[:2])))[:most_edges]
    shown: nx.Graph[str] = nx.Graph()
    shown.add_nodes_from((node, graph.nodes[node]) for node in ranked)
    shown.add_edges_from((a, b, graph.edges[a, b]) for a, b, _ in edges)
    return _Shown(shown, len(graph) - len(shown), graph.size() - shown.size())


def _nodes(graph: "nx.Graph[str]") -> Iterator[dict[str, object]]:
    places = positions(graph)
    measures = _measures(graph)
    for node, about in graph.nodes(data=True):
        x, y = places[node]
        yield {
            "id": node,
            "label": about.get("label") or node,
            "type": about.get("type") or "Organisation",
            "subtype": about.get("subtype"),
            "x": round(x, 5),
            "y": round(y, 5),
            "measures": {name: round(values[node], 5) for name, values in measures.items()},
        }


def _measures(graph: "nx.Graph[str]") -> dict[str, Mapping[str, float]]:
    """What the size of a node can stand for."""
    return {
        "ties": dict(graph.degree()),
        "reports": dict(graph.degree(weight="weight")),
        "betweenness": betweenness(graph),
    }


def _edges(graph: "nx.Graph[str]") -> Iterator[dict[str, object]]:
    for source, target, said in graph.edges(data=True):
        yield {"source": source, "target": target, "weight": said["weight"], "links": said["links"]}
