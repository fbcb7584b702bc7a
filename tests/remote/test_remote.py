"""Asking and filling real servers: Oxigraph, and Virtuoso where it is installed."""

import http.server
import threading
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

import kg as package
from kg.errors import GraphError, QueryError, ServerError
from kg.model import Quad, Value
from kg.query.check import check
from kg.query.library import SavedQuery, saved_queries
from kg.query.run import run
from kg.remote import push as pushing
from kg.remote.client import PASSWORD, USER
from kg.remote.push import Pushed, push
from kg.remote.store import RemoteStore
from kg.store import Solutions, Store, Triple
from kg.vocab import OC, PREFIXES, SKOS
from tests.remote.servers import free_port, has_virtuoso, oxigraph, virtuoso

BASE = "https://w3id.org/ockg/id/"
ALLOWED = {USER: "dba", PASSWORD: "dba"}
ARGUMENTS: dict[str, dict[str, str]] = {
    "everything-about": {"name": "Dales Police"},
    "links": {"agency": "Dales Police", "other": "Harbourshire Police"},
    "quotes": {"words": "a", "until": "2030-01-01"},
    "report": {"report": "dales.md"},
    "seizure-totals": {"since": "2001-01-01"},
    "seizures": {"place": "Portbury", "since": "2001-01-01"},
    "timeline": {"since": "2001-01-01"},
}
NEEDS_VIRTUOSO = pytest.mark.skipif(
    not has_virtuoso(), reason="Virtuoso is not installed: apt-get install virtuoso-opensource"
)


@pytest.fixture(scope="module", params=["oxigraph", pytest.param("virtuoso", marks=NEEDS_VIRTUOSO)])
def url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server."""
    made = oxigraph() if request.param == "oxigraph" else virtuoso(tmp_path_factory.mktemp("v"))
    with made as address:
        yield address


@pytest.fixture
def server(url: str, small: Store) -> Iterator[RemoteStore]:
    """A server that holds the small graph, and nothing that another test has left."""
    with RemoteStore(url, environment=ALLOWED) as one:
        push(small, one)
        yield one


def changed(small: Store, *, without: str = "", plus: tuple[Quad, ...] = ()) -> Store:
    """The small graph without a named graph, and with some more statements."""
    store = Store()
    store.load([*(quad for quad in small.quads() if quad.graph != without), *plus])
    return store


@pytest.mark.parametrize("saved", saved_queries(), ids=lambda saved: saved.name)
def test_saved_query_finds_what_it_finds_here(
    server: RemoteStore, small: Store, saved: SavedQuery
) -> None:
    arguments = ARGUMENTS.get(saved.name, {})
    there, here = run(server, saved.name, **arguments), run(small, saved.name, **arguments)
    assert there.columns == here.columns
    assert Counter(map(tuple, there)) == Counter(map(tuple, here))  # Virtuoso's 1 is True


def test_terms_of_all_kinds_come_back_as_they_are(server: RemoteStore) -> None:
    text = """SELECT ?kind ?x { VALUES (?kind ?x) {
        ("iri" oc:Agency) ("plain" "a\\"b\\n") ("spoken" "raid"@en) ("day" "2020-07-02"^^xsd:date)
        ("none" UNDEF) } }"""
    found = server.query(text)
    assert isinstance(found, Solutions)
    assert {row[0].value: row[1] for row in found.rows if isinstance(row[0], Value)} == {
        "iri": OC.Agency,
        "plain": Value('a"b\n'),
        "spoken": Value("raid", None, "en"),
        "day": Value("2020-07-02", f"{PREFIXES['xsd']}date"),
        "none": None,
    }


def test_given_values_stand_among_the_columns(server: RemoteStore) -> None:
    text = "SELECT ?entity ?label { ?entity skos:prefLabel ?label }"
    (row,) = run(server, text, entity=f"{BASE}agency/dales")
    assert row == (f"{BASE}agency/dales", "Dales Police")
    (row,) = run(server, "SELECT ?s { ?s a oc:Operation }", s=f"{BASE}operation/redwing")
    assert row.s == f"{BASE}operation/redwing"


@pytest.mark.parametrize("hostile", ['" } DROP ALL #', "'; SELECT", "\\", "\n", "?s", "\\u0022"])
def test_value_is_never_read_as_query(server: RemoteStore, hostile: str) -> None:
    found = server.query("SELECT ?s ?name { ?s skos:prefLabel ?name }", {"name": Value(hostile)})
    assert isinstance(found, Solutions)
    assert list(found.rows) == []


def test_ask_and_construct_are_answered(server: RemoteStore) -> None:
    assert server.query("ASK { ?s a oc:Agency }") is True
    assert server.query("ASK { ?s a oc:Court }") is False
    text = "CONSTRUCT { ?s a oc:Place } WHERE { ?s a oc:Report ; oc:fileName 'dales.md' }"
    found = server.query(text)
    assert not isinstance(found, Solutions | bool)
    assert [(t.predicate, t.object) for t in found] == [(f"{PREFIXES['rdf']}type", OC.Place)]


def test_query_that_does_not_parse_is_told_in_one_line(server: RemoteStore) -> None:
    with pytest.raises(QueryError, match="the server does not take the query: ") as error:
        server.query("SELECT ?x WHERE {\n ?x a }")
    assert "\n" not in str(error.value)


def test_second_push_sends_nothing(server: RemoteStore, small: Store) -> None:
    assert push(small, server) == Pushed(0, len(small.graphs()), 0)


def test_push_sends_what_changed_and_removes_what_is_gone(
    server: RemoteStore, small: Store
) -> None:
    gone = next(graph for graph in small.graphs() if "/report/" in graph)
    label = Quad(f"{BASE}agency/new", SKOS.prefLabel, Value("New Force", None, "en"), "")
    store = changed(small, without=gone, plus=(label._replace(graph=f"{BASE}graph/entities"),))
    kept = len(store.graphs()) - 1
    assert push(store, server) == Pushed(1, kept, 1)
    assert server.query("ASK { ?s skos:prefLabel 'New Force'@en }") is True
    assert server.graph_triples(gone) == []
    assert push(small, server) == Pushed(2, len(small.graphs()) - 2, 0)
    assert server.query("ASK { ?s skos:prefLabel 'New Force'@en }") is False


def test_graph_is_whole_though_sent_in_parts(
    server: RemoteStore, small: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pushing, "REQUEST", 7)
    entities = f"{BASE}graph/entities"
    push(changed(small, without=entities, plus=(_only(entities),)), server)
    push(small, server)
    here = {Triple(q.subject, q.predicate, q.object) for q in small.quads() if q.graph == entities}
    labels = {t for t in server.graph_triples(entities) if t.predicate == SKOS.prefLabel}
    assert labels == {t for t in here if t.predicate == SKOS.prefLabel}
    assert len(server.graph_triples(entities)) == len(here)


@pytest.mark.parametrize("after", [0, 1, 2])
def test_push_that_is_cut_off_is_gone_on_with(
    server: RemoteStore, small: Store, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    monkeypatch.setattr(pushing, "BATCH", 1)
    label = Quad(f"{BASE}x", SKOS.prefLabel, Value("Cut off", None, "en"), "")
    store = changed(small, plus=tuple(label._replace(graph=g) for g in small.graphs()))
    replace = RemoteStore.replace_graph
    done: list[str] = []

    def failing(one: RemoteStore, graph: str, lines: bytes) -> None:
        if len(done) == after:
            replace(one, graph, lines[: lines.index(b"\n") + 1])
            raise ServerError("gone")
        done.append(graph)
        replace(one, graph, lines)

    with monkeypatch.context() as patch:
        patch.setattr(RemoteStore, "replace_graph", failing)
        with pytest.raises(ServerError, match="gone"):
            push(store, server)
    number = len(small.graphs())
    assert push(small, server) == Pushed(after + 1, number - after - 1, 0)
    assert server.query("ASK { ?s skos:prefLabel 'Cut off'@en }") is False
    assert push(small, server).sent == 0


def test_credentials_are_asked_for_by_name(url: str, small: Store) -> None:
    with RemoteStore(url, environment={}) as server:
        if "sparql" not in server.query_address:
            pytest.skip("Oxigraph asks nobody who they are")
        with pytest.raises(ServerError, match=r"not allowed \(401\): set KG_STORE_USER and"):
            push(small, server)


def test_credentials_come_from_netrc(url: str, small: Store, tmp_path: Path) -> None:
    path = tmp_path / "netrc"
    path.write_text("machine 127.0.0.1 login dba password dba\n", encoding="utf-8")
    path.chmod(0o600)
    with RemoteStore(url, environment={"NETRC": str(path)}) as server:
        assert push(small, server).removed == 0


def test_graph_on_a_server_opens_as_any_other(url: str, server: RemoteStore) -> None:
    with package.open(url) as graph:
        assert len(graph.query("seizures")) == 4
        assert graph.stats().reports == 3
        assert "Dales Police" in {data["label"] for _, data in graph.networkx().nodes(data=True)}
        with pytest.raises(GraphError, match="can be asked"):
            graph.export("graph.ttl")


def test_graph_is_checked_there_as_here(small: Store) -> None:
    with oxigraph() as url, RemoteStore(url) as server:
        push(small, server)
        assert check(server) == check(small)


def test_graph_that_no_build_made_is_refused() -> None:
    store = Store()
    store.load([Quad("http://a/s", SKOS.prefLabel, Value("x"), "http://a/g")])
    with oxigraph() as url, RemoteStore(url) as server, pytest.raises(GraphError, match="entities"):
        push(store, server)


def test_nobody_at_an_address_is_told_in_one_line() -> None:
    url = f"http://127.0.0.1:{free_port()}"
    with pytest.raises(ServerError, match=f"{url}: cannot be reached") as error:
        RemoteStore(url)
    assert "\n" not in str(error.value)


def test_password_in_an_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(ServerError, match="no place for a password") as error:
        RemoteStore("http://me:secret@127.0.0.1/")
    assert "secret" not in str(error.value)


@pytest.fixture
def bystander() -> Iterator[str]:
    """A web server that knows nothing of SPARQL."""
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Silent) as one:
        thread = threading.Thread(target=one.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{one.server_port}/"
        one.shutdown()
        thread.join()


class Silent(http.server.BaseHTTPRequestHandler):
    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_server_without_sparql_is_told_apart(bystander: str) -> None:
    with pytest.raises(ServerError, match="does not answer SPARQL"):
        RemoteStore(bystander)


def _only(graph: str) -> Quad:
    return Quad(f"{BASE}x", SKOS.prefLabel, Value("Only", None, "en"), graph)
