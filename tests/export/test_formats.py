"""Exports: what is written reads back the same, the bytes never vary, a file is whole or absent."""

import gzip
import io
import json
from decimal import Decimal
from pathlib import Path
from tempfile import NamedTemporaryFile

import networkx as nx
import pytest
import rdflib
from hypothesis import given
from hypothesis import strategies as st
from rdflib.compare import isomorphic

from kg.errors import ExportError
from kg.export import FORMATS, export, export_shards, format_of, write_to
from kg.export.lines import in_order
from kg.export.statements import reading_key
from kg.model import Quad, Value
from kg.store import Store
from kg.vocab import OC, PREFIXES

RDF = ["jsonld", "nq", "nt", "rdf", "trig", "ttl"]
WITH_GRAPHS = {"nq", "trig"}
XSD = PREFIXES["xsd"]
ID = "https://example.org/id/"

# XML, and so RDF/XML, holds no other control characters, nor U+FFFE and U+FFFF
in_xml = st.characters(exclude_categories=["Cs"], exclude_characters="￾￿").filter(
    lambda c: c >= " " or c in "\t\n\r"
)
texts = st.text(in_xml, max_size=12)
names = st.sampled_from(
    ["report/raid-1", "report/raid-1/s2", "report/raid-1/s10", "place/a-b.c", "x//y"]
)
iris = st.one_of(names.map(f"{ID}{{}}".format), st.just("http://elsewhere/a:b/c?d=e#f"))
predicates = st.sampled_from([f"{PREFIXES['oc']}text", f"{PREFIXES['rdf']}type", "http://other/p"])
values = st.one_of(
    texts.map(Value),
    st.builds(Value, texts, st.none(), st.sampled_from(["en", "fr"])),
    st.integers(-9, 999).map(lambda n: Value(str(n), f"{XSD}integer")),
    st.decimals(-9, 999, places=2).map(lambda n: Value(str(n), f"{XSD}decimal")),
    st.booleans().map(lambda b: Value(str(b).lower(), f"{XSD}boolean")),
    st.just(Value("2020-07-02", f"{XSD}date")),
    st.just(Value("many", f"{XSD}integer")),
)
graphs = st.sampled_from([f"{ID}report/raid-1", f"{ID}graph/entities", ""])
statements = st.builds(
    lambda s, p, o, g: Quad(s, p, o if p != f"{PREFIXES['rdf']}type" else ID + "Type", g),
    iris,
    predicates,
    st.one_of(iris, values),
    graphs,
)


def written(store: Store, name: str) -> bytes:
    file = io.BytesIO()
    write_to(store, file, format=name)
    return file.getvalue()


def read_back(folder: Path, content: bytes, name: str) -> Store:
    path = folder / f"back.{name}"
    path.write_bytes(content)
    return Store.open(path)


@pytest.mark.parametrize("name", RDF)
@given(found=st.lists(statements, max_size=8))
def test_format_reads_back_the_same(
    name: str, tmp_path_factory: pytest.TempPathFactory, found: list[Quad]
) -> None:
    store = Store()
    store.load(found)
    back = read_back(tmp_path_factory.mktemp("back"), written(store, name), name)
    assert set(back.triple_lines()) == set(store.triple_lines())
    if name in WITH_GRAPHS:
        assert sorted(back.quad_lines()) == sorted(store.quad_lines())


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_format_gives_the_same_bytes_whatever_the_order(small: Store, name: str) -> None:
    other = Store()
    other.load(sorted(small.quads(), key=repr, reverse=True))
    assert written(other, name) == written(small, name)


@pytest.mark.parametrize(
    ("name", "rdflib_name"), [("ttl", "turtle"), ("rdf", "xml"), ("jsonld", "json-ld")]
)
@pytest.mark.filterwarnings("ignore:ConjunctiveGraph:DeprecationWarning")  # of rdflib's own
def test_rdflib_reads_the_same_graph(small: Store, name: str, rdflib_name: str) -> None:
    plain = rdflib.Graph().parse(data=written(small, "nt"), format="nt")
    found = rdflib.Graph().parse(data=written(small, name), format=rdflib_name)
    assert isomorphic(by_value(found), by_value(plain))


def by_value(graph: rdflib.Graph) -> rdflib.Graph:
    """A graph with decimals in one form: rdflib tells the 12.0 of our Turtle from 12."""
    same = rdflib.Graph()
    for subject, predicate, object_ in graph:
        number = object_.toPython() if isinstance(object_, rdflib.Literal) else None
        plain = rdflib.Literal(float(number)) if isinstance(number, Decimal) else object_
        same.add((subject, predicate, plain))
    return same


@pytest.mark.parametrize(
    ("number", "shown"), [("12", "12.0"), ("-3", "-3.0"), ("0.95", "0.95"), ("25000", "25000.0")]
)
@pytest.mark.parametrize("name", ["ttl", "trig"])
def test_decimal_is_written_bare_and_read_back(name: str, number: str, shown: str) -> None:
    store = Store()
    said = Value(number, f"{XSD}decimal")
    store.load([Quad(f"{ID}report/raid-1", f"{PREFIXES['oc']}quantity", said, "")])
    lines = written(store, name)
    assert f" oc:quantity {shown} .\n" in lines.decode()
    again = Store()
    with NamedTemporaryFile(suffix=f".{name}") as file:
        file.write(lines)
        file.flush()
        again.load_file(file.name)
    assert [quad.object for quad in again.quads()] == [said]
    assert written(again, name) == lines


def test_turtle_is_in_the_order_that_people_read(small: Store) -> None:
    text = written(small, "ttl").decode()
    subjects = [line.split(" ")[0] for line in text.splitlines() if line.startswith("<")]
    assert subjects[:4] == [
        "<report/dales-cccc3333>",
        "<report/dales-cccc3333/s1>",
        "<report/dales-cccc3333/fact/claim-1>",
        "<report/dales-cccc3333/fact/seizure-1>",
    ]
    assert subjects.index("<report/redwing-raids-aaaa1111/s3>") + 1 == subjects.index(
        "<report/redwing-raids-aaaa1111/s10>"
    )
    assert "<agency/dales> a oc:Agency, oc:PoliceForce ;\n" in text
    assert "    oc:ordinal 10 ;\n" in text
    assert '    dct:issued "2021-03-02"^^xsd:date ;\n' in text


def test_sentences_of_a_fact_are_in_reading_order() -> None:
    fact, sentence = f"{ID}report/raid-1/fact/quotation-1", f"{ID}report/raid-1/s"
    store = Store()
    store.load([Quad(fact, OC.statedIn, f"{sentence}{n}", "") for n in (10, 8, 9)])
    last = written(store, "ttl").decode().splitlines()[-1]
    assert last.endswith("raid-1/s8>, <report/raid-1/s9>, <report/raid-1/s10> .")


def test_empty_graph_is_written() -> None:
    assert written(Store(), "nt") == b""
    assert json.loads(written(Store(), "jsonld"))["@graph"] == []


def test_reading_key_sorts_numbers_as_numbers() -> None:
    found = [
        "<x/report/r/s10>",
        "<x/agency/a>",
        "<x/report/r/fact/1>",
        "<x/report/r/s9>",
        "<x/report/r>",
    ]
    assert sorted(found, key=reading_key) == [
        "<x/report/r>",
        "<x/report/r/s9>",
        "<x/report/r/s10>",
        "<x/report/r/fact/1>",
        "<x/agency/a>",
    ]


def test_graphml_opens_in_networkx(small: Store, tmp_path: Path) -> None:
    graph = nx.read_graphml(export(small, tmp_path / "graph.graphml"), force_multigraph=True)
    dales = graph.nodes["https://w3id.org/ockg/id/agency/dales"]
    assert dales == {"label": "Dales Police", "type": "Agency", "subtype": "PoliceForce"}
    assert graph.number_of_edges() == 18


@given(
    st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=3)), st.integers(1, 4)
)
def test_in_order_sorts_more_than_it_holds_at_once(lines: list[str], at_once: int) -> None:
    assert list(in_order(lines, at_once=at_once)) == sorted(set(lines))


def test_export_packs_with_the_same_bytes(small: Store, tmp_path: Path) -> None:
    first = export(small, tmp_path / "a.nt.gz").read_bytes()
    assert first == export(small, tmp_path / "b.nt.gz").read_bytes()
    assert gzip.decompress(first) == written(small, "nt")


@pytest.mark.parametrize("count", [1, 3, 500])
def test_shards_one_after_the_other_are_the_one_file(
    small: Store, tmp_path: Path, count: int
) -> None:
    files = sorted(export_shards(small, tmp_path / "shards", count=count).iterdir())
    parts = [path.read_bytes() for path in files]
    assert len(parts) == count
    assert b"".join(parts) == written(small, "nq")
    lengths = {part.count(b"\n") for part in parts}
    assert max(lengths) - min(lengths) <= 1
    with Store() as store:
        for path in reversed(files):  # as loaders read them: in any order
            store.load_file(path)
        assert sorted(store.quad_lines()) == sorted(small.quad_lines())


def test_shards_leave_a_folder_that_holds_something(small: Store, tmp_path: Path) -> None:
    (tmp_path / "shards").mkdir()
    (tmp_path / "shards" / "mine").touch()
    with pytest.raises(ExportError, match="shards: cannot be written: Directory not empty"):
        export_shards(small, tmp_path / "shards", count=2)
    assert [path.name for path in tmp_path.rglob("*")] == ["shards", "mine"]


def test_export_takes_the_format_by_name(small: Store, tmp_path: Path) -> None:
    path = export(small, tmp_path / "graph.txt", format="nt")
    assert path.read_bytes() == written(small, "nt")


@pytest.mark.parametrize("name", ["graph.docx", "graph"])
def test_unknown_suffix_names_the_known_ones(tmp_path: Path, name: str) -> None:
    with pytest.raises(ExportError, match=r"\.graphml .*\.ttl"):
        format_of(tmp_path / name)


def test_unknown_format_names_the_known_ones() -> None:
    with pytest.raises(ExportError, match=r"'docx'; there are case csv .* ttl"):
        write_to(Store(), io.BytesIO(), format="docx")


def test_export_leaves_nothing_half_written(tmp_path: Path) -> None:
    store = Store()
    store.load([Quad(f"{ID}x", f"{PREFIXES['oc']}text", Value("page\fbreak"), "")])
    target = tmp_path / "graph.rdf"
    target.write_text("before", encoding="utf-8")
    with pytest.raises(ExportError, match=r"XML cannot hold the character '\\x0c'"):
        export(store, target)
    assert target.read_text(encoding="utf-8") == "before"
    assert list(tmp_path.iterdir()) == [target]


def test_export_says_where_it_cannot_write(small: Store, tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"gone/graph\.nt: cannot be written: No such file"):
        export(small, tmp_path / "gone" / "graph.nt")
