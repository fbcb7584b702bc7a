"""How long a network takes until it can be used: ours, and the same graph by pyvis.

    python tests/benchmarks/bench_view.py [NODES] [TIES]

Both pages are opened in headless Chromium. Ours can be used when its script has run and drawn once;
pyvis's when its physics have settled, or after a minute at the latest.
"""

import random
import sys
import tempfile
import time
from importlib import import_module
from pathlib import Path

import networkx as nx
from playwright.sync_api import TimeoutError as NotInTime

from kg.view.network import network
from tests.view.browser import opened

NODES, TIES = 5000, 20_000
MOST_SECONDS = 60
# pyvis hides its bar once the physics have settled.
SETTLED = """() => {
  const bar = document.getElementById("loadingBar");
  return !bar || bar.style.display === "none";
}"""
TYPES = ("Agency", "Official", "Person", "Operation", "Place")


def random_graph(nodes: int, ties: int) -> "nx.Graph[str]":
    """A graph in which a few nodes have most ties, as agencies and towns do."""
    chance = random.Random(1)  # noqa: S311  not for secrets
    graph: nx.Graph[str] = nx.Graph()
    for number in range(nodes):
        graph.add_node(f"n{number}", label=f"Name {number}", type=TYPES[number % len(TYPES)])
    while graph.size() < ties:
        one, other = chance.randrange(nodes), int(chance.random() ** 3 * nodes)
        if one != other:
            graph.add_edge(
                f"n{one}", f"n{other}", weight=1, label="tookPartIn", sentences=("Said.",)
            )
    return graph


def seconds_of_ours(graph: "nx.Graph[str]", folder: Path) -> tuple[float, float]:
    """Seconds to lay out and write the page, and seconds from opening it to the first drawing."""
    start = time.perf_counter()
    path = network(graph, title="Benchmark").save(folder / "ours.html")
    made = time.perf_counter() - start
    with opened(path) as seen:
        ready = seen.page.evaluate("window.kg.ready")
    return made, float(ready) / 1000


def seconds_of_pyvis(graph: "nx.Graph[str]", folder: Path) -> float:
    """Seconds from opening to settled physics; `MOST_SECONDS` where that does not come."""
    # Only this comparison needs it: pip install pyvis
    Network = import_module("pyvis.network").Network  # noqa: N806

    drawn = Network(cdn_resources="in_line")
    drawn.from_nx(graph)
    path = folder / "pyvis.html"
    path.write_text(drawn.generate_html(), encoding="utf-8")
    start = time.perf_counter()
    try:
        with opened(path) as seen:
            seen.page.wait_for_function(SETTLED, timeout=MOST_SECONDS * 1000)
    except NotInTime:
        return MOST_SECONDS
    return time.perf_counter() - start


def main() -> None:
    nodes, ties = (int(word) for word in sys.argv[1:3]) if len(sys.argv) > 2 else (NODES, TIES)
    graph = random_graph(nodes, ties)
    with tempfile.TemporaryDirectory() as folder:
        made, ready = seconds_of_ours(graph, Path(folder))
        sys.stdout.write(
            f"{nodes} nodes, {ties} ties: page made in {made:.1f} s, drawn in {ready:.2f} s\n"
        )
        theirs = seconds_of_pyvis(graph, Path(folder))
        unsettled = ", and not settled" if theirs >= MOST_SECONDS else ""
        sys.stdout.write(f"pyvis: {theirs:.1f} s{unsettled}\n")


if __name__ == "__main__":
    main()
