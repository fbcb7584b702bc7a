"""Registries of a user: each form is read, and what is wrong in one is told with its place."""

from datetime import date
from pathlib import Path

import pytest

from kg.errors import RuleError
from kg.own import Entry
from kg.own.files import read_registries

CSV = """id,name,type,aliases,same_as,born
B-1,Northmoor Harbour Trust,Organisation,Harbour Trust | NHT,https://example.org/b1,
P-3,Jane Doe,Person,,,1980-05
"""
YAML = """agencies:
- id: northmoor-police
  name: Northmoor Police
  type: PoliceForce
  acronyms: [NMP]
  same_as: [https://example.org/nmp]
"""
FTM = """{"id": "Q7", "schema": "Person", "caption": "Jane Doe", "properties": {"name": \
["Jane Doe", "DOE Jane"], "weakAlias": ["Jay"], "birthDate": \
["1980", "1981-03-02T00:00:00"]}, "datasets": ["x"]}

{"id": "x-1", "schema": "Address", "properties": {"full": ["1 Low Road"]}}
{"id": "x-2", "schema": "PublicBody", "properties": {"name": ["Harbour Board"], \
"parent": [{"id": "x-9"}]}}
"""


def registry(folder: Path, name: str, text: str) -> tuple[Entry, ...]:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_registries([path])


def test_table_is_read(tmp_path: Path) -> None:
    trust, person = registry(tmp_path, "list.csv", CSV)
    assert (trust.type, trust.name, trust.aliases) == (
        "Organisation",
        "Northmoor Harbour Trust",
        ("Harbour Trust", "NHT"),
    )
    assert trust.same_as == ("https://example.org/b1",)
    assert person.born == (date(1980, 5, 1), date(1980, 5, 31))
    assert person.path == "registry/list/P-3"
    assert person.where.endswith("list.csv:3")


def test_yaml_is_read_in_the_form_of_the_packaged_agencies(tmp_path: Path) -> None:
    (force,) = registry(tmp_path, "bodies.yml", YAML)
    assert (force.type, force.subtype, force.aliases) == ("Agency", "PoliceForce", ("NMP",))
    assert force.same_as == ("https://example.org/nmp",)


def test_followthemoney_is_read_and_what_names_nobody_is_passed_over(tmp_path: Path) -> None:
    person, body = registry(tmp_path, "list.json", FTM)
    assert (person.name, person.aliases, person.weak) == ("Jane Doe", ("DOE Jane",), ("Jay",))
    assert person.born == (date(1980, 1, 1), date(1981, 3, 2))
    assert person.same_as == ("http://www.wikidata.org/entity/Q7",)
    assert (body.id, body.type, body.subtype) == ("x-2", "Agency", "GovernmentBody")


@pytest.mark.parametrize(
    ("name", "text", "complaint"),
    [
        ("a.csv", "id,name\n1,X\n", r"a\.csv:1: the header lacks type"),
        ("a.csv", "id,name,type,colour\n", r"a\.csv:1: the header has colour"),
        ("a.csv", "id,name,type\n1,X Y\n", r"a\.csv:2: another number of cells"),
        ("a.csv", "id,name,type\n1,,Person\n", r"a\.csv:2: no name"),
        ("a.csv", "id,name,type\n1,X,Ship\n", r"a\.csv:2: 'Ship' is no type"),
        ("a.csv", "id,name,type\n1,X,Person\n1,Y,Person\n", r"a\.csv:3: the id '1' stands in .*:2"),
        ("a.csv", "id,name,type,same_as\n1,X,Person,Q7\n", r"a\.csv:2: same_as 'Q7'"),
        ("a.csv", "id,name,type,born\n1,X,Person,1980-13\n", r"a\.csv:2: '1980-13' is no date"),
        ("a.csv", "id,name,type,born\n1,X,Person,1980-05-123\n", r"a\.csv:2: '1980-05-123' is no"),
        ("a.yml", "agencies:\n- id: x\n  name: X\n", r"a\.yml:2: .*`type`"),
        ("a.yml", "platforms: []\n", r"a\.yml:1: expected one list under the key 'agencies'"),
        ("a.json", '{"id": "1"}\n', r"a\.json:1: no FollowTheMoney entity: .*`schema`"),
        ("a.json", "\n[1]\n", r"a\.json:2: no FollowTheMoney entity"),
        ("a.json", '{"id": "1", "schema": "Person"}\n', r"a\.json:1: a Person without name"),
        ("a.txt", "x", r"a\.txt: expected a registry as \.csv"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    tmp_path: Path, name: str, text: str, complaint: str
) -> None:
    with pytest.raises(RuleError, match=complaint):
        registry(tmp_path, name, text)


def test_registry_has_to_be_there(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"none\.csv: cannot be read"):
        read_registries([tmp_path / "none.csv"])


def test_two_registries_of_one_name_are_refused(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="another registry is called 'list'"):
        read_registries([tmp_path / "list.csv", tmp_path / "other" / "list.json"])
