"""The registry of bodies: complete, consistent, and found by host and area."""

import re
from pathlib import Path

import pytest

from kg.errors import RuleError
from kg.registry import agencies, agency_by_area, agency_by_host, agency_by_name
from kg.rules import rules_file

ROW = "agencies:\n  - {id: %s, name: A, type: Team, source: A%s}\n"


def test_agencies_hold_the_forces_of_england_and_wales_with_their_area_codes() -> None:
    coded = [row for row in agencies().values() if "onsAreaCode" in row.identifiers]
    assert len(coded) == 43
    assert all(re.fullmatch(r"[EW]\d{8}", row.identifiers["onsAreaCode"]) for row in coded)


def test_regional_units_share_out_all_forces_but_the_two_of_london() -> None:
    units = [row for row in agencies().values() if row.type == "RegionalUnit"]
    members = [force for unit in units for force in unit.members]
    assert len(units) == 9
    assert len(members) == len(set(members)) == 41


def test_agencies_are_sorted_by_id() -> None:
    assert list(agencies()) == sorted(agencies())


def test_agencies_share_no_name() -> None:
    seen: dict[str, str] = {}
    for row in agencies().values():
        for name in {n.casefold() for n in (row.name, *row.aliases, *row.acronyms)}:
            assert seen.setdefault(name, row.id) == row.id


def test_identifiers_come_from_a_source_beyond_general_knowledge() -> None:
    for row in agencies().values():
        if row.identifiers or row.wikidata or row.ror:
            assert set(row.source.split()) - {"A"}, row.id


@pytest.mark.parametrize(
    ("host", "id_"),
    [
        ("www.kent.police.uk", "kent-police"),
        ("media.btp.police.uk", "british-transport-police"),
        ("news.met.police.uk:443", "metropolitan-police-service"),
        ("WWW.JUSTICE.GOV", "us-department-of-justice"),
        ("police.uk", None),
        ("", None),
    ],
)
def test_agency_by_host_finds_the_nearest_domain(host: str, id_: str | None) -> None:
    row = agency_by_host(host)
    assert (row.id if row else None) == id_


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("Kent Police", "kent-police"),
        ("kent police", "kent-police"),
        ("NCA", "nca"),
        ("nca", None),  # an acronym is one as written
        ("Kent", None),
    ],
)
def test_agency_by_name_takes_whole_names_and_acronyms(name: str, id_: str | None) -> None:
    row = agency_by_name(name)
    assert (row.id if row else None) == id_


@pytest.mark.parametrize(
    ("area", "name"),
    [
        ("Northern Ireland", "Police Service of Northern Ireland"),
        ("Devon and Cornwall", "Devon & Cornwall Police"),
        ("Dyfed-Powys", "Dyfed-Powys Police"),
        ("Atlantis", None),
    ],
)
def test_agency_by_area_finds_the_force(area: str, name: str | None) -> None:
    row = agency_by_area(area)
    assert (row.name if row else None) == name


def test_agencies_are_extended_by_a_users_file(tmp_path: Path) -> None:
    path = tmp_path / "agencies.yml"
    path.write_text(ROW % ("a-unit", ", part_of: kent-police"))
    assert agencies(path)["a-unit"].part_of == "kent-police"
    assert "a-unit" not in agencies()


@pytest.mark.parametrize("row", [("kent-police", ""), ("a-unit", ", part_of: nowhere")])
def test_agencies_refuse_ids_taken_or_unknown(tmp_path: Path, row: tuple[str, str]) -> None:
    path = tmp_path / "agencies.yml"
    path.write_text(ROW % row)
    with pytest.raises(RuleError):
        agencies(path)


def test_agencies_file_has_a_header() -> None:
    assert rules_file("agencies").read_text(encoding="utf-8").startswith("# ")


def test_members_of_a_regional_unit_have_a_page_that_says_so() -> None:
    for row in agencies().values():
        assert bool(row.members) == (row.members_from is not None), row.id
        assert (row.members_from or "https://").startswith("https://"), row.id


def test_former_names_have_sources_and_dates_in_order() -> None:
    formers = [(row, former) for row in agencies().values() for former in row.former]
    assert formers
    for row, former in formers:
        assert former.name != row.name
        assert former.sources, row.id
        assert all(page.startswith(("http://", "https://")) for page in former.sources)
        for stated in filter(None, (former.since, former.until)):
            assert re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", stated), row.id
        assert (former.since or "") < (former.until or "9999")


def test_former_name_leads_to_the_body_of_today() -> None:
    row = agency_by_name("Hampshire Constabulary")
    assert row is not None
    assert row.name == "Hampshire and Isle of Wight Constabulary"


def test_former_name_has_to_be_an_alias(tmp_path: Path) -> None:
    path = tmp_path / "agencies.yml"
    former = ", former: [{name: B, sources: [https://example.org/b]}]"
    path.write_text(ROW % ("zz-a", former), encoding="utf-8")
    with pytest.raises(RuleError, match="'zz-a' was called 'B': add that to its aliases"):
        agencies(path)
