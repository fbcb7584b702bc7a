"""JSON-LD framed for the web: what pyld makes of the plain file with the same frame."""

import io
import json
from pathlib import Path
from typing import Any

import pytest

from kg.export import export, write_to
from kg.export.framed import CONTEXT, FRAME
from kg.store import Store

jsonld = pytest.importorskip("pyld").jsonld
ID = "https://w3id.org/ockg/id/"


def written(store: Store, name: str) -> Any:
    file = io.BytesIO()
    write_to(store, file, format=name)
    return json.loads(file.getvalue())


def unordered(found: Any) -> Any:
    """The same with lists in one order: those of RDF have none."""
    if isinstance(found, dict):
        return {name: unordered(value) for name, value in found.items()}
    if isinstance(found, list):
        return sorted(map(unordered, found), key=lambda one: json.dumps(one, sort_keys=True))
    return found


def test_file_is_the_plain_one_framed(small: Store) -> None:
    frame = {**FRAME, "@context": {**CONTEXT, "@base": ID}}
    expected = jsonld.frame(written(small, "jsonld"), frame, {"omitGraph": False})
    assert unordered(written(small, "framed")) == unordered(expected)


def test_statements_of_the_file_are_of_the_graph(small: Store, tmp_path: Path) -> None:
    lines = jsonld.to_rdf(written(small, "framed"), {"format": "application/n-quads"})
    path = tmp_path / "back.nq"
    path.write_text(lines, encoding="utf-8")
    with Store.open(path) as back:
        assert len(back) > 150
        assert set(back.triple_lines()) <= set(small.triple_lines())


def test_script_reads_reports_by_short_names(small: Store, tmp_path: Path) -> None:
    path = export(small, tmp_path / "graph.framed.jsonld")
    reports = json.loads(path.read_text(encoding="utf-8"))["@graph"]
    (raids,) = [one for one in reports if one.get("fileName") == "force/redwing-raids.md"]
    assert (raids["issued"], raids["publisher"]["name"]) == ("2021-03-02", "Harbourshire Police")
    assert [one["ordinal"] for one in raids["sentences"]] == [1, 2, 3, 10, 11]
    facts = [fact for sentence in raids["sentences"] for fact in sentence["facts"]]
    (cocaine,) = [fact for fact in facts if fact.get("commodity") == "cocaine"]
    assert (cocaine["quantity"], cocaine["unit"], cocaine["comparator"]) == (
        "12",
        "kg",
        "atLeast",
    )
    assert cocaine["atPlace"] == {
        "id": "place/portbury", "type": ["Place"], "name": "Portbury",
        "latitude": "51.5", "longitude": "-2.75",
    }  # fmt: skip
    (charge,) = [fact for fact in facts if "Charge" in fact["type"]]
    assert [person["name"] for person in charge["concerns"]] == ["Liam Hartley"]


def test_graph_without_reports_is_an_empty_list() -> None:
    assert written(Store(), "framed")["@graph"] == []
