"""GEXF and GraphML, opened by the readers of Gephi Lite, Gephi's own for the browser.

Its packages come from npm: `graphology`, `graphology-gexf`, `graphology-graphml`.
"""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg.analyse.project import multigraph
from kg.export import export
from kg.store import Store

READ = Path(__file__).with_name("gephi.cjs")
Opened = Callable[[str], dict[str, Any]]


@pytest.fixture
def opened(small: Store, tmp_path: Path) -> Opened:
    """What Gephi Lite's reader makes of the graph's file in a format."""
    node, npm = shutil.which("node"), shutil.which("npm")
    if node is None or npm is None:
        pytest.skip("no Node.js")
    root = subprocess.run([npm, "root", "--global"], capture_output=True, text=True, check=True)
    modules = Path(root.stdout.strip())
    if not (modules / "graphology-gexf").is_dir() or not (modules / "graphology-graphml").is_dir():
        pytest.skip("`npm install --global graphology graphology-gexf graphology-graphml`")

    def graph(format_: str) -> dict[str, Any]:
        file = export(small, tmp_path / f"graph.{format_}")
        done = subprocess.run(
            [node, READ, format_, file],
            env={**os.environ, "NODE_PATH": str(modules)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        read: dict[str, Any] = json.loads(done.stdout)
        return read

    return graph


@pytest.mark.parametrize("format_", ["gexf", "graphml"])
def test_gephi_opens_every_node_and_edge(opened: Opened, small: Store, format_: str) -> None:
    read, graph = opened(format_), multigraph(small)
    assert {node["key"]: node["attributes"]["label"] for node in read["nodes"]} == {
        iri: about["label"] for iri, about in graph.nodes(data=True)
    }
    assert sorted(
        (edge["source"], edge["target"], edge["attributes"]["label"], edge["attributes"]["weight"])
        for edge in read["edges"]
    ) == sorted(
        (source, target, about["label"], about["weight"])
        for source, target, about in graph.edges(data=True)
    )


@pytest.mark.parametrize("format_", ["gexf", "graphml"])
def test_gephi_keeps_sentences_and_coordinates(opened: Opened, small: Store, format_: str) -> None:
    read = opened(format_)
    assert all(edge["attributes"]["sentences"] for edge in read["edges"])
    (portbury,) = [
        node["attributes"] for node in read["nodes"] if node["key"].endswith("/place/portbury")
    ]
    assert (portbury["type"], portbury["latitude"]) == ("Place", 51.5)
