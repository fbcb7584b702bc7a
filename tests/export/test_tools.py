"""Exports for other tools, each opened with that tool's own reader where there is one."""

import csv
import io
import json
import zipfile
from collections import Counter
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import networkx as nx
import pytest

from kg.errors import ExportError
from kg.export import FOLDERS, FORMATS, SUFFIXES, export, format_of
from kg.export.naming import dotted
from kg.store import Store

ID = "https://w3id.org/ockg/id/"
HARTLEY = f"{ID}report/redwing-raids-aaaa1111/person/liam-hartley"


def rows_of(content: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content)))


def unzipped(path: Path) -> Mapping[str, str]:
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name).decode() for name in archive.namelist()}


def test_gexf_opens_in_networkx_with_its_time_line(small: Store, tmp_path: Path) -> None:
    graph = nx.read_gexf(export(small, tmp_path / "g.gexf"), version="1.3")
    assert (len(graph), graph.number_of_edges()) == (12, 18)
    assert graph.nodes[f"{ID}place/portbury"]["latitude"] == 51.5
    assert graph.nodes[f"{ID}agency/dales"]["label"] == "Dales Police"
    edges = [
        edge
        for *_, edge in graph.edges(data=True)
        if edge["relation"] == "tookPartIn" and edge["weight"] == 2
    ]
    assert (edges[0]["start"], edges[0]["end"]) == ("2021-03-02", "2021-09-15")


def test_csv_tables_hold_edges_with_their_evidence(small: Store, tmp_path: Path) -> None:
    files = unzipped(export(small, tmp_path / "g.csv.zip"))
    assert list(files) == [
        "nodes.csv", "edges.csv", "evidence.csv", "outcomes.csv", "quotations.csv", "reports.csv",
    ]  # fmt: skip
    (edge,) = [
        row
        for row in rows_of(files["edges.csv"])
        if (row["label"], row["source_label"][:8]) == ("tookPartIn", "Westmoor")
    ]
    evidence = [row for row in rows_of(files["evidence.csv"]) if row["edge"] == edge["id"]]
    assert edge["reports"] == "2"
    assert [row["report"] for row in evidence] == [
        "force/redwing-raids.md",
        "unit/redwing-jailed.md",
    ]
    assert evidence[1]["sentence"].startswith("Westmoor ROCU, which")


def test_csv_outcomes_have_figures_parties_and_sentence(small: Store, tmp_path: Path) -> None:
    outcomes = rows_of(unzipped(export(small, tmp_path / "g.csv.zip"))["outcomes.csv"])
    assert Counter(row["kind"] for row in outcomes) == {
        "Seizure": 4, "Arrest": 1, "Charge": 1, "Sentencing": 1,
    }  # fmt: skip
    first = next(row for row in outcomes if row["comparator"] == "atLeast")
    assert (first["quantity"], first["unit"], first["value"]) == ("12.0", "kg", "1000000.0")
    assert (first["agency"], first["place"]) == ("Harbourshire Police", "Portbury")
    assert first["report"] == "force/redwing-raids.md"


def test_parquet_tables_have_types(small: Store, tmp_path: Path) -> None:
    pq = pytest.importorskip("pyarrow.parquet")
    folder = export(small, tmp_path / "tables", format="parquet")
    reports = pq.read_table(folder / "reports.parquet").to_pylist()
    assert [row["issued"] for row in reports] == [None, date(2021, 9, 15), date(2021, 3, 2)]
    outcomes = pq.read_table(folder / "outcomes.parquet").to_pylist()
    assert sum(row["quantity"] or 0 for row in outcomes if row["unit"] == "kg") == 27


def test_neo4j_files_keep_the_rules_of_its_import(small: Store, tmp_path: Path) -> None:
    """Ids are unique, every end is there, every row is as long as the head, types are bare."""
    files = unzipped(export(small, tmp_path / "g.neo4j.zip"))
    nodes, links = rows_of(files["nodes.csv"]), rows_of(files["relationships.csv"])
    ids = [node["iri:ID"] for node in nodes]
    assert len(ids) == len(set(ids)) == 12 + 3 + 7
    ends = {link[end] for link in links for end in (":START_ID", ":END_ID")}
    assert ends <= set(ids)
    assert all(None not in row and None not in row.values() for row in (*nodes, *links))
    assert {link[":TYPE"] for link in links} >= {
        "TOOK_PART_IN", "HOLDS_POST", "QUOTED_IN", "CONCERNS", "STATED_IN", "PUBLISHED_BY",
    }  # fmt: skip
    assert {node[":LABEL"] for node in nodes} >= {"Agency;PoliceForce", "Outcome;Seizure"}


def test_i2_rows_are_links_between_two_labelled_ends(small: Store, tmp_path: Path) -> None:
    content = export(small, tmp_path / "g.i2.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    rows = rows_of(content.decode("utf-8-sig"))
    assert len(rows) == 18
    assert {row["strength"] for row in rows} == {"Unconfirmed"}
    jailed = next(row for row in rows if row["link type"] == "Sentencing")
    assert jailed["entity 1 label"] == "Operation Redwing"
    assert jailed["entity 2 label"] == "Liam Hartley"
    assert jailed["description"].startswith("Liam Hartley was jailed")


def test_i2_file_makes_the_network_that_graphml_holds(small: Store, tmp_path: Path) -> None:
    """Read by the columns that docs/exports.md assigns: icons by identity, arrows by direction."""
    pd = pytest.importorskip("pandas")
    table = pd.read_csv(export(small, tmp_path / "g.i2.csv"), encoding="utf-8-sig")
    icons: dict[str, set[tuple[str, str]]] = {}
    chart: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for row in table.to_dict("records"):
        ends = [row[f"entity {end} identity"] for end in (1, 2)]
        for number, end in enumerate(ends, start=1):
            about = (row[f"entity {number} label"], row[f"entity {number} type"])
            icons.setdefault(end, set()).add(about)
        assert row["direction"] == "1 to 2"
        chart.add_edge(*ends, label=row["link label"])
    assert {len(said) for said in icons.values()} == {1}
    graph = nx.read_graphml(export(small, tmp_path / "g.graphml"))
    assert sorted(chart.edges()) == sorted((a, b) for a, b, *_ in graph.edges)
    assert set(chart) <= set(graph)
    assert not table[["link type", "strength", "source", "description"]].isna().any().any()


def test_i2_file_makes_a_chart_that_a_writer_of_charts_takes(small: Store, tmp_path: Path) -> None:
    """Assigned as docs/exports.md says; it refuses ends, arrows, strengths and dates that the
    chart format does not know.
    """
    anxwritter = pytest.importorskip("anxwritter")
    rows = rows_of(export(small, tmp_path / "g.i2.csv").read_text("utf-8-sig"))
    chart = anxwritter.ANXChart()
    chart.add_strength(name="Unconfirmed", dot_style="dashed")
    ends = {row[f"entity {n} identity"]: (n, row) for row in rows for n in (1, 2)}
    for iri, (n, row) in ends.items():
        chart.add_icon(id=iri, label=row[f"entity {n} label"], type=row[f"entity {n} type"])
    for row in rows:
        chart.add_link(
            from_id=row["entity 1 identity"],
            to_id=row["entity 2 identity"],
            arrow={"1 to 2": "->"}[row["direction"]],
            type=row["link type"],
            label=row["link label"],
            strength=row["strength"],
            date=row["first date"] or None,
            source_ref=row["source"],
            description=row["description"],
        )
    assert chart.validate() == []
    items = ET.fromstring(chart.to_xml()).iter("ChartItem")  # noqa: S314  our own
    kinds = Counter(child.tag for item in items for child in item)
    assert (kinds["End"], kinds["Link"]) == (len(ends), len(rows))


@pytest.fixture
def ftm_lines(small: Store, tmp_path: Path) -> list[dict[str, Any]]:
    lines = export(small, tmp_path / "g.ftm.json").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def test_ftm_entities_are_valid(ftm_lines: list[dict[str, Any]]) -> None:
    """Schemas and properties exist, values pass unchanged, links lead to what they may."""
    ftm = pytest.importorskip("followthemoney")
    entities = {line["id"]: ftm.model.get_proxy(line) for line in ftm_lines}
    assert len(entities) == len(ftm_lines)
    for line in ftm_lines:
        entity = entities[line["id"]]
        for name, values in line["properties"].items():
            prop = entity.schema.get(name)
            assert sorted(entity.get(name)) == sorted(values), (entity.schema, name)
            if prop.range is not None:
                assert all(entities[value].schema.is_a(prop.range) for value in values), name


def test_ftm_says_nothing_of_persons_but_names_and_posts(ftm_lines: list[dict[str, Any]]) -> None:
    people = [line for line in ftm_lines if line["schema"] == "Person"]
    assert {name for line in people for name in line["properties"]} <= {"name", "alias", "position"}
    (case,) = [line for line in ftm_lines if "Charge" in str(line["properties"].get("name"))]
    assert (case["schema"], case["properties"]["status"]) == ("CourtCase", ["(reported)"])


def test_ftm_keeps_figures_and_their_sentence(ftm_lines: list[dict[str, Any]]) -> None:
    (cocaine,) = [
        line["properties"]
        for line in ftm_lines
        if line["properties"].get("summary") == ["at least 12kg of cocaine worth £1m"]
    ]
    assert cocaine["notes"][0].startswith("quantity 12, unit kg, comparator atLeast")
    assert (cocaine["amount"], cocaine["currency"]) == (["1000000"], ["GBP"])
    assert cocaine["proof"] == ["report.redwing-raids-aaaa1111"]


def test_ftm_statements_have_right_keys_types_and_sources(small: Store, tmp_path: Path) -> None:
    ftm = pytest.importorskip("followthemoney")
    statement = pytest.importorskip("followthemoney.statement.serialize")
    path = export(small, tmp_path / "g.ftm.csv")
    found = list(statement.read_csv_statements(io.BytesIO(path.read_bytes())))
    assert all(one.id == one.generate_key() for one in found)
    types = {(one.schema, one.prop): one.prop_type for one in found}
    for (schema, prop), type_ in types.items():
        assert ftm.model.get(schema).get(prop).type.name == type_, (schema, prop)
    (role,) = [one for one in found if one.value == "Detective Inspector"]
    assert role.origin == "post"
    assert role.original_value.startswith("Detective Inspector Helen Marsh said")


def test_stix_bundle_parses_and_holds_together(small: Store, tmp_path: Path) -> None:
    stix2 = pytest.importorskip("stix2")
    bundle = stix2.parse(export(small, tmp_path / "g.stix.json").read_text(encoding="utf-8"))
    ids = [one.id for one in bundle.objects]
    assert len(ids) == len(set(ids))
    for one in bundle.objects:
        refs = [one.get("source_ref"), one.get("target_ref"), *one.get("object_refs", ())]
        assert {ref for ref in refs if ref is not None} <= set(ids), one
    counts = Counter(one.type for one in bundle.objects)
    assert (counts["report"], counts["grouping"], counts["location"]) == (2, 1, 2)
    (hartley,) = [one for one in bundle.objects if one.get("name") == "Liam Hartley"]
    assert set(hartley) - {"revoked"} == {
        "type", "spec_version", "id", "created", "modified", "name", "identity_class",
        "external_references",
    }  # fmt: skip


@pytest.mark.slow  # its ontology alone takes seconds to read
@pytest.mark.filterwarnings("ignore")  # of what the validator uses
def test_case_conforms(small: Store, tmp_path: Path) -> None:
    validate = pytest.importorskip("case_utils.case_validate").validate
    path = export(small, tmp_path / "g.case.jsonld")
    result = validate(str(path), allow_warnings=False, inference="none")
    assert result.conforms, result.text
    assert result.undefined_concepts == set()


def test_case_ties_each_fact_to_its_sentence(small: Store, tmp_path: Path) -> None:
    path = export(small, tmp_path / "g.case.jsonld")
    objects = json.loads(path.read_text(encoding="utf-8"))["@graph"]
    ids = {one["@id"] for one in objects}
    assert len(ids) == len(objects)
    (jailed,) = [one for one in objects if one.get("core:name") == "Sentencing (reported)"]
    assert jailed["action:object"][0]["@id"] in ids
    (sentence,) = [
        one
        for one in objects
        if one["@type"] == "core:Annotation" and one["core:object"] == {"@id": jailed["@id"]}
    ]
    assert sentence["core:statement"].startswith("Liam Hartley was jailed")


@pytest.mark.parametrize("name", sorted(FOLDERS))
def test_folder_holds_what_the_zip_holds(small: Store, tmp_path: Path, name: str) -> None:
    folder = export(small, tmp_path / "folder", format=name)
    with zipfile.ZipFile(export(small, tmp_path / f"g.{name}.zip")) as archive:
        members = {member: archive.read(member) for member in archive.namelist()}
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == members
    with pytest.raises(ExportError, match="folder: cannot be written"):
        export(small, folder, format=name)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder", f"g.{name}.zip"]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_each_suffix_names_one_format(suffix: str) -> None:
    assert format_of(Path(f"graph{suffix}")) == SUFFIXES[suffix]
    assert format_of(Path(f"graph.v2{suffix}.gz")) == SUFFIXES[suffix]


def test_each_format_has_a_suffix() -> None:
    assert sorted(SUFFIXES.values()) == sorted(FORMATS)


@pytest.mark.parametrize(
    ("iri", "id_"),
    [
        (f"{ID}agency/dales", "agency.dales"),
        (f"{ID}agency/a.b", None),
        ("https://elsewhere.example/x", None),
        (f"{ID}{'x' * 200}", None),
    ],
)
def test_ftm_id_is_readable_or_a_hash(iri: str, id_: str | None) -> None:
    found = dotted(iri, ID)
    assert found == id_ or (len(found) == 40 and found.isalnum())
