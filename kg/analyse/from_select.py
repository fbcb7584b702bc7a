"""Make a weighted graph of what any SELECT of two or three columns finds."""

from collections.abc import Mapping

import networkx as nx

from kg.analyse.ask import text_of
from kg.analyse.described import labels
from kg.errors import QueryError
from kg.store import Queryable, Solutions, Term

_ENDS, _WITH_WEIGHT = 2, 3


def from_select(
    store: Queryable, text: str, bindings: Mapping[str, Term] | None = None
) -> "nx.Graph[str]":
    """A graph with an edge for each pair of the first two columns.

    Its `weight` is the sum of the third column, or without one the number of rows. Nodes are the
    values found, with a `label`: that of the entity, or the value itself. Rows with an empty end
    and pairs of the same are left out. Raises `QueryError` for queries of other shapes, and for
    weights that are no numbers.
    """
    found = store.query(text, bindings)
    if not isinstance(found, Solutions) or len(found.variables) not in {_ENDS, _WITH_WEIGHT}:
        raise QueryError("a network needs a SELECT of two or three columns: ends, and a weight")
    weights: dict[tuple[str, str], float] = {}
    for one, other, *weight in found.rows:
        if one is not None and other is not None and one != other:
            pair = min(text_of(one), text_of(other)), max(text_of(one), text_of(other))
            weights[pair] = weights.get(pair, 0) + _number(weight[0] if weight else None)
    nodes = {end for pair in weights for end in pair}
    called = labels(store, nodes)
    graph: nx.Graph[str] = nx.Graph()
    for node in sorted(nodes):
        graph.add_node(node, label=called.get(node, node))
    graph.add_edges_from((*pair, {"weight": weight}) for pair, weight in sorted(weights.items()))
    return graph


def _number(term: Term | None) -> float:
    if term is None:
        return 1
    try:
        number = float(text_of(term))
    except ValueError as error:
        raise QueryError(f"the third column must be a number, found {text_of(term)!r}") from error
    return int(number) if number.is_integer() else number
