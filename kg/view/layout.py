"""Where the nodes of a network stand, computed beforehand so that a page only has to draw."""

import networkx as nx
import rustworkx as rx

SEED = 20_200_702  # any fixed number: the same graph is laid out the same every time
MOST_ROUNDS, FEWEST_ROUNDS = 500, 30
# Each round compares all nodes with all others: the larger a part, the fewer there can be.
COMPARISONS = 60_000_000
PAGE = 1.5  # width by height
FEW = 5


def positions(graph: "nx.Graph[str]") -> dict[str, tuple[float, float]]:
    """Coordinates between 0 and 1 for each node, by the forces of Fruchterman and Reingold.

    Components are laid out apart and packed by size, so that pairs do not drift away from what
    matters.
    """
    nodes, drawn = list(graph), fast(graph)
    members = [sorted(part) for part in rx.connected_components(drawn)]
    packed = _packed([_laid_out(drawn.subgraph(part)) for part in members])
    found = {
        nodes[number]: point
        for part, points in zip(members, packed, strict=True)
        for number, point in zip(part, points, strict=True)
    }
    return {node: found[node] for node in nodes}


def fast(graph: "nx.Graph[str]") -> "rx.PyGraph[str, None]":
    """The same graph for rustworkx, which is fast where networkx is not; nodes in order."""
    drawn: rx.PyGraph[str, None] = rx.PyGraph(multigraph=False)
    index = dict(zip(graph, drawn.add_nodes_from(list(graph)), strict=True))
    drawn.add_edges_from_no_data([(index[a], index[b]) for a, b in graph.edges()])
    return drawn


Points = list[tuple[float, float]]


def _laid_out(part: "rx.PyGraph[str, None]") -> Points:
    """A connected part around its own middle, the larger with more room for each node."""
    size = part.num_nodes()
    rounds = max(FEWEST_ROUNDS, min(MOST_ROUNDS, COMPARISONS // size**2))
    layout = rx.spring_layout(part, seed=SEED, num_iter=rounds)
    points = [layout[index] for index in part.node_indices()]
    middle = [sum(point[axis] for point in points) / size for axis in (0, 1)]
    centred = _upright([(x - middle[0], y - middle[1]) for x, y in points])
    reach = max((abs(value) for point in centred for value in point), default=0.0) or 1.0
    return [(x / reach * _reach(size), y / reach * _reach(size)) for x, y in centred]


def _upright(points: Points) -> Points:
    """A few points one above the other rather than side by side: names stand to their right."""
    across, up = (max(p[axis] for p in points) - min(p[axis] for p in points) for axis in (0, 1))
    return [(y, x) for x, y in points] if len(points) <= FEW and across > up else points


def _reach(size: int) -> float:
    """How far a part of so many nodes reaches from its middle."""
    return float(size**0.7) - 0.6


def _packed(parts: list[Points]) -> list[Points]:
    """The parts in rows, the largest first, all within a landscape page whose longer side is 1."""
    order = sorted(range(len(parts)), key=lambda i: (-len(parts[i]), i))
    sides = [2 * _reach(len(part)) + 1.4 for part in parts]
    width = max(max(sides, default=1.0) * 1.5, (PAGE * sum(side**2 for side in sides)) ** 0.5)
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
