"""Project the graph onto its entities: NetworkX graphs whose edges are what reports say.

`multigraph` holds all. The others are simple graphs of one kind of entity: agencies by joint
operations, officials by agency and operation, places by operation, people by case; and whatever one
sentence names together. Nodes and edges come in the order of their IRIs, the same in every run.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

import networkx as nx

from kg.analyse.ask import pairs_in_scope, rows_in_scope
from kg.analyse.described import described
from kg.analyse.links import Link, links, named_together, one_a_pair
from kg.analyse.scope import EVERYTHING, Scope
from kg.analyse.ties import tie_together
from kg.store import Queryable


def multigraph(store: Queryable, *, scope: Scope = EVERYTHING) -> "nx.MultiDiGraph[str]":
    """Entities as nodes, and an edge for each thing that reports say of two of them.

    Nodes are IRIs, with `label`, `type` (as `Agency`), `subtype` (as `PoliceForce`, or None) and
    `latitude`, `longitude` (WGS84 degrees, or None). An edge has the key `type:label` and

    - `type`: the kind of fact, as `Claim` or `Seizure`; `label`: the relation or post, as
      `tookPartIn`, `Chief Constable`, `seizure`
    - `weight`: the number of reports that say it; `reports`: their file names, oldest first
    - `sentences`: what they say; `first`, `last`: their publication dates (ISO 8601, or None)

    Claims lead from subject to object, posts and quotations from official to agency, outcomes
    from agency to operation, place and person, and from operation to place and person. Without a
    scope, all entities are there, those too of which nothing is said.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    found = links(store, "facts", scope)
    wanted = None if scope == EVERYTHING else _ends(found)
    graph.add_nodes_from(described(store, wanted))
    for link in found:
        key = f"{link.type}:{link.label}"
        graph.add_edge(link.source, link.target, key=key, **link.attributes())
    return graph


def everything(store: Queryable, *, scope: Scope = EVERYTHING) -> "nx.Graph[str]":
    """All that reports tie to something, with one undirected edge for all they say of two.

    `label` has the relations, `weight` the number of reports.
    """
    return linked(store, links(store, "facts", scope))


def agencies(store: Queryable, *, scope: Scope = EVERYTHING) -> "nx.Graph[str]":
    """Agencies, tied by the operations that both took part in, and by having worked together.

    An edge has `tied_by` (the operations; and, once, that they are said to have worked together),
    `weight` (how many these are), and `reports`, `sentences`, `first`, `last` as in `multigraph`.
    """
    return _tied(store, "agencies", scope)


def places(store: Queryable, *, scope: Scope = EVERYTHING) -> "nx.Graph[str]":
    """Places, tied by the operations that took place, or had an outcome, in both."""
    return _tied(store, "places", scope)


def people(store: Queryable, *, scope: Scope = EVERYTHING) -> "nx.Graph[str]":
    """People and groups, tied by the cases that concern both, and by reported membership.

    A case is an operation, or a report where none is named. A tie says that two are named in one
    case: it says nothing of what either did.
    """
    return _tied(store, "people", scope)


def officials(store: Queryable, *, scope: Scope = EVERYTHING) -> "nx.Graph[str]":
    """Officials beside the agencies and operations that they are named with.

    Two-mode: no edge joins two officials, or all of a force would be tied to one another. An edge
    has `label` (their posts, or that a report of the operation names them), `weight` (the number
    of reports), and `reports`, `sentences`, `first`, `last` as in `multigraph`.
    """
    return linked(store, links(store, "officials", scope))


def together(store: Queryable, *, scope: Scope = EVERYTHING) -> "nx.Graph[str]":
    """All that sentences name, tied where one sentence names both, whatever it says of them.

    `weight` is the number of reports that have such a sentence.
    """
    return linked(store, named_together(store, scope))


PROJECTIONS: Mapping[str, Callable[..., "nx.Graph[str]"]] = {
    "agencies": agencies,
    "everything": everything,
    "officials": officials,
    "people": people,
    "places": places,
    "together": together,
}


MEMBERS: Mapping[str, Sequence[str]] = {
    "agencies": ("Agency",),
    "people": ("CriminalGroup", "Person"),
    "places": ("Place",),
}
"""The types that most of what is tied has."""

_BY_PAIR = {"everything": "facts", "officials": "officials", "together": "named"}


def linked(store: Queryable, found: Iterable[Link]) -> "nx.Graph[str]":
    """A graph of the links given, with one undirected edge for all links of two entities."""
    graph: nx.Graph[str] = nx.Graph()
    found = list(one_a_pair(found))
    graph.add_nodes_from(described(store, _ends(found)))
    graph.add_edges_from((link.source, link.target, link.attributes()) for link in found)
    return graph


def outline(store: Queryable, of: str, *, scope: Scope = EVERYTHING) -> "nx.Graph[str]":
    """One of `PROJECTIONS` for measures: edges may have no more than `weight` and `reports`.

    Where it has tens of thousands of edges, and each is one for all that is said of two, the store
    puts them together, and no sentence is read.
    """
    if of not in _BY_PAIR:
        return PROJECTIONS[of](store, scope=scope)
    graph: nx.Graph[str] = nx.Graph()
    pairs = list(pairs_in_scope(store, _BY_PAIR[of], scope))
    graph.add_nodes_from(described(store, {end for pair in pairs for end in pair[:2]}))
    for one, other, reports in pairs:
        graph.add_edge(one, other, weight=len(reports), reports=reports)
    return graph


def _tied(store: Queryable, name: str, scope: Scope) -> "nx.Graph[str]":
    graph: nx.Graph[str] = nx.Graph()
    members, ties = tie_together(rows_in_scope(store, name, scope))
    graph.add_nodes_from(described(store, members, MEMBERS[name]))
    graph.add_edges_from((one, other, tie.attributes()) for (one, other), tie in ties)
    return graph


def _ends(found: Iterable[Link]) -> set[str]:
    return {end for link in found for end in (link.source, link.target)}
