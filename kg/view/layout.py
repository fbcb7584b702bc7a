"""Where the nodes of a network stand, computed beforehand so that a page only has to draw."""

import random

import igraph
import networkx as nx

SEED = 20_200_702  # any fixed number: the same graph is laid out the same every time
SMALL = 1000  # nodes; above it, forces are summed over a grid
ROUNDS = 500
ROUNDS_OF_LARGE = 150


def positions(graph: "nx.Graph[str]") -> dict[str, tuple[float, float]]:
    """Coordinates between 0 and 1 for each node, by the forces of Fruchterman and Reingold.

    Components are laid out apart and packed by size, so that pairs and loners do not drift away
    from what matters.
    """
    nodes, drawn = list(graph), igraph_of(graph)
    igraph.set_random_number_generator(random.Random(SEED))  # noqa: S311  not for secrets
    parts = [drawn.subgraph(part) for part in drawn.connected_components()]
    members = list(drawn.connected_components())
    packed = _packed([_laid_out(part) for part in parts])
    found = {
        nodes[number]: point
        for part, points in zip(members, packed, strict=True)
        for number, point in zip(part, points, strict=True)
    }
    return {node: found[node] for node in nodes}


def igraph_of(graph: "nx.Graph[str]") -> igraph.Graph:
    """The same graph for igraph, which is fast where networkx is not; nodes in the same order."""
    index = {node: number for number, node in enumerate(graph)}
    return igraph.Graph(n=len(index), edges=[(index[a], index[b]) for a, b in graph.edges()])


Points = list[tuple[float, float]]


def _laid_out(part: igraph.Graph) -> Points:
    """A connected part around its own middle, the larger with more room for each node."""
    large = part.vcount() > SMALL
    layout = part.layout_fruchterman_reingold(
        niter=ROUNDS_OF_LARGE if large else ROUNDS, grid="grid" if large else "nogrid"
    )
    layout.center()
    reach = max((abs(value) for point in layout for value in point), default=0.0) or 1.0
    room = _reach(part.vcount())
    return [(x / reach * room, y / reach * room) for x, y in layout]


def _reach(size: int) -> float:
    """How far a part of so many nodes reaches from its middle."""
    return float(size**0.7) - 0.6


def _packed(parts: list[Points]) -> list[Points]:
    """The parts in rows, the largest first, all within a square of side 1."""
    order = sorted(range(len(parts)), key=lambda i: (-len(parts[i]), i))
    sides = [2 * _reach(len(part)) + 1.4 for part in parts]
    width = max(max(sides, default=1.0) * 1.5, sum(side**2 for side in sides) ** 0.5)
    placed: list[Points] = [[] for _ in parts]
    left = top = depth = 0.0
    for number in order:
        if left + sides[number] > width:
            left, top, depth = 0.0, top + depth, 0.0
        middle = (left + sides[number] / 2, top + sides[number] / 2)
        placed[number] = [(middle[0] + x, middle[1] + y) for x, y in parts[number]]
        left, depth = left + sides[number], max(depth, sides[number])
    whole = max(width, top + depth)
    return [[(x / whole, y / whole) for x, y in part] for part in placed]
