"""Project the graph onto its entities: NetworkX graphs whose edges are what reports say.

`multigraph` holds all. The others are simple graphs of one kind of entity: agencies by joint
operations, officials by agency and operation, places by operation, people by case; and whatever one
sentence names together. Nodes and edges come in the order of their IRIs, the same in every run.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any

import networkx as nx

from kg.analyse.ask import WIDE_TYPES, all_rows, local_name, number_of, rows_in_scope, text_of
from kg.analyse.links import Link, links, named_together, one_a_pair
from kg.analyse.scope import EVERYTHING, Scope
from kg.analyse.ties import tie_together
from kg.store import Queryable

Attributes = dict[str, Any]


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
    graph.add_nodes_from(_nodes(store, None if scope == EVERYTHING else _ends(found)))
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


def linked(store: Queryable, found: Iterable[Link]) -> "nx.Graph[str]":
    """A graph of the links given, with one undirected edge for all links of two entities."""
    graph: nx.Graph[str] = nx.Graph()
    found = list(one_a_pair(found))
    graph.add_nodes_from(_nodes(store, _ends(found)))
    graph.add_edges_from((link.source, link.target, link.attributes()) for link in found)
    return graph


def _tied(store: Queryable, name: str, scope: Scope) -> "nx.Graph[str]":
    graph: nx.Graph[str] = nx.Graph()
    members, ties = tie_together(rows_in_scope(store, name, scope))
    graph.add_nodes_from(_nodes(store, members))
    graph.add_edges_from((one, other, tie.attributes()) for (one, other), tie in ties)
    return graph


def _nodes(store: Queryable, wanted: set[str] | None) -> Iterator[tuple[str, Attributes]]:
    """The entities with what is known of them; all, or only those wanted."""
    return ((iri, about) for iri, about in described(store) if wanted is None or iri in wanted)


def described(store: Queryable) -> Iterator[tuple[str, Attributes]]:
    """Every entity with the attributes of a node, in the order of IRIs."""
    for iri, group in groupby(all_rows(store, "entities"), key=itemgetter(0)):
        rows = list(group)
        _, label, _, latitude, longitude = rows[0]
        types = {local_name(row[2]) for row in rows}
        yield (
            text_of(iri),
            {
                "label": text_of(label),
                "type": next(name for name in WIDE_TYPES if name in types),
                "subtype": min(types - set(WIDE_TYPES), default=None),
                "latitude": number_of(latitude),
                "longitude": number_of(longitude),
            },
        )


def _ends(found: Iterable[Link]) -> set[str]:
    return {end for link in found for end in (link.source, link.target)}
