"""The store: what goes in comes out, and what is wrong is said."""

import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import GraphError, QueryError
from kg.model import Quad, Value
from kg.store import FORMATS, Solutions, Store, Triple
from kg.vocab import PREFIXES

GOLDEN = Path(__file__).parent / "golden" / "small.trig"
LABEL = f"{PREFIXES['skos']}prefLabel"
AGENCY = f"{PREFIXES['oc']}Agency"
A = f"{PREFIXES['rdf']}type"
ONE = Quad("http://a/one", LABEL, Value("One", None, "en"), "http://a/g")
TWO = Quad("http://a/two", A, AGENCY, "http://a/h")

words = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
iris = st.integers(0, 5).map("http://a/{}".format)
languages = st.sampled_from(["en", "it"])
values = st.one_of(
    words.map(Value),
    st.builds(Value, words, st.none(), languages),
    st.integers(0, 99).map(lambda n: Value(str(n), f"{PREFIXES['xsd']}integer")),
)
quads = st.builds(Quad, iris, iris, st.one_of(iris, values), iris)


def filled(*quads: Quad) -> Store:
    store = Store()
    store.load(quads)
    return store


def rows(store: Store, text: str, **bindings: str | Value) -> list[tuple[object, ...]]:
    found = store.query(text, bindings)
    assert isinstance(found, Solutions)
    return list(found.rows)


@given(st.lists(quads, max_size=8))
def test_load_keeps_every_statement_once(found: list[Quad]) -> None:
    store = filled(*found)
    assert sorted(store.quads(), key=repr) == sorted(set(found), key=repr)
    assert len(store) == len(set(found))


def test_query_sees_all_graphs_as_one() -> None:
    assert rows(filled(ONE, TWO), "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }") == [
        (Value("2", f"{PREFIXES['xsd']}integer"),)
    ]


def test_query_knows_the_prefixes_of_the_ontology() -> None:
    assert rows(filled(ONE, TWO), "SELECT ?s { ?s a oc:Agency }") == [("http://a/two",)]


def test_query_leaves_unbound_variables_none() -> None:
    found = rows(filled(TWO), "SELECT ?s ?l { ?s a oc:Agency OPTIONAL { ?s skos:prefLabel ?l } }")
    assert found == [("http://a/two", None)]


@pytest.mark.parametrize("hostile", ['" } DROP ALL #', "'; SELECT", "\\", "\n", "?s"])
def test_binding_is_never_read_as_query(hostile: str) -> None:
    quad = Quad("http://a/one", LABEL, Value(hostile), "http://a/g")
    found = rows(filled(quad, ONE), "SELECT ?s ?name { ?s ?p ?name }", name=Value(hostile))
    assert found == [("http://a/one", Value(hostile))]


def test_binding_of_unselected_variable_is_refused() -> None:
    with pytest.raises(QueryError, match="projection"):
        filled().query("SELECT ?s { ?s ?p ?o }", {"o": "http://a/one"})


def test_ask_answers_yes_or_no() -> None:
    assert filled(TWO).query("ASK { ?s a oc:Agency }") is True
    assert filled(ONE).query("ASK { ?s a oc:Agency }") is False


def test_construct_gives_triples() -> None:
    found = filled(TWO).query("CONSTRUCT { ?s a oc:Place } WHERE { ?s a oc:Agency }")
    assert not isinstance(found, Solutions | bool)
    assert list(found) == [Triple("http://a/two", A, f"{PREFIXES['oc']}Place")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("SELECT ?x {\n ?x a ex:Thing }", r"line 2, column .*prefix.*'\?x a ex:Thing }'"),
        ("SELECT ?x WHERE {\n ?x a }", r"line 2, column 8.*in '\?x a }'"),
        ("", "line 1, column 1"),
        ("SELECT ?x WHERE { ?x a ?y", r"line 1, column 26.*'SELECT \?x WHERE { \?x a \?y'"),
    ],
)
def test_query_that_does_not_parse_is_pointed_at(text: str, said: str) -> None:
    with pytest.raises(QueryError, match=said) as error:
        filled().query(text)
    assert "\n" not in str(error.value)


def test_statement_with_bad_iri_is_named() -> None:
    with pytest.raises(GraphError, match="not an iri"):
        filled(Quad("not an iri", LABEL, Value("x"), "http://a/g"))


def test_store_on_disk_opens_again_read_only(tmp_path: Path) -> None:
    with Store.create(tmp_path / "graph" / "store") as store:
        store.load([ONE, TWO])
        store.flush()
    with Store.open(tmp_path / "graph") as again:
        assert sorted(again.quads(), key=repr) == sorted([ONE, TWO], key=repr)
        with pytest.raises(GraphError):
            again.load([ONE])
    with Store.open(tmp_path / "graph" / "store") as bare:
        assert len(bare) == 2


def test_create_refuses_folder_with_content(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").touch()
    with pytest.raises(GraphError, match="not empty"):
        Store.create(tmp_path)


@pytest.mark.parametrize("name", ["graph.ttl", "folder", "graph.docx"])
def test_open_says_what_is_not_there(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "graph.docx").touch()
    with pytest.raises(GraphError, match=name):
        Store.open(tmp_path / name)


def test_open_names_the_line_of_broken_turtle(tmp_path: Path) -> None:
    path = tmp_path / "graph.ttl"
    path.write_text("<http://a/b> a <http://a/c> .\nex:d a <http://a/c> .\n", encoding="utf-8")
    with pytest.raises(GraphError, match=r"graph\.ttl: is not Turtle: .*line 2"):
        Store.open(path)


def test_open_reads_gzip(tmp_path: Path) -> None:
    path = tmp_path / "graph.nt.gz"
    path.write_bytes(gzip.compress(b'<http://a/b> <http://a/c> "d" .\n'))
    assert list(Store.open(path).quads()) == [Quad("http://a/b", "http://a/c", Value("d"), "")]


def test_open_says_that_gzip_is_broken(tmp_path: Path) -> None:
    path = tmp_path / "graph.nt.gz"
    path.write_bytes(b"plain")
    with pytest.raises(GraphError, match="cannot be read"):
        Store.open(path)


def test_closed_store_says_so() -> None:
    store = filled(ONE)
    store.close()
    with pytest.raises(GraphError, match="closed"):
        store.query("ASK { ?s ?p ?o }")


def test_rdflib_view_is_live_and_sees_all_graphs() -> None:
    store = filled(ONE)
    view = store.rdflib()
    assert len(view) == 1
    store.load([TWO])
    assert len(view) == 2
    found = view.query("SELECT ?s WHERE { ?s a oc:Agency }")
    assert [str(row[0]) for row in found] == ["http://a/two"]  # type: ignore[index]
    assert dict(view.namespaces())["oc"].toPython() == PREFIXES["oc"]


def test_rdflib_view_of_disk_is_not_empty(tmp_path: Path) -> None:
    with Store.create(tmp_path / "store") as store:
        store.load([ONE, TWO])
    with Store.open(tmp_path) as again:
        assert len(again.rdflib()) == 2


def test_lines_list_a_statement_in_two_graphs_twice() -> None:
    store = filled(ONE, ONE._replace(graph="http://a/h"))
    one, again = store.triple_lines()
    assert one == again
    assert len(set(store.quad_lines())) == 2
    assert store.graphs() == ["http://a/g", "http://a/h"]


XSD = PREFIXES["xsd"]
LITERALS = [
    Value('tabs\tand\nlines \\ "so"', None, "en"),
    Value("plain"),
    *(Value(text, f"{XSD}integer") for text in ("5", "-3", "+07")),
    *(Value(text, f"{XSD}decimal") for text in ("10", "10.50", ".5")),
    *(Value(text, f"{XSD}double") for text in ("1e5", "2.5E30", "1.5", "INF")),
    Value("true", f"{XSD}boolean"),
    Value("2021-03-02", f"{XSD}date"),
    Value("many", f"{XSD}integer"),
]


def test_rows_of_triples_are_their_lines() -> None:
    said = [
        ONE._replace(object=value, graph=f"http://a/{n % 2}") for n, value in enumerate(LITERALS)
    ]
    store = filled(ONE, TWO, ONE._replace(graph=""), ONE._replace(object="_:b"), *said)
    rows = sorted(f"{row} .".replace("\t", " ") for row in store.triple_rows())
    assert rows == sorted(store.triple_lines())
    assert len(rows) == len(LITERALS) + 4


def test_lines_by_graph_name_graphs_as_lines_do() -> None:
    store = filled(ONE, ONE._replace(graph=""), ONE._replace(graph="_:g"))
    found = {name: len(list(lines)) for name, lines in store.lines_by_graph()}
    assert found == {"": 1, "<http://a/g>": 1, "_:g": 1}


def test_golden_graph_opens() -> None:
    assert GOLDEN.suffix in FORMATS
    assert len(Store.open(GOLDEN)) == 352
