from types import SimpleNamespace

import pytest

from kg.model import Identifier
from kg.resolve import registries
from kg.resolve.registries import known, names_of


def test_agency_has_the_identifiers_of_its_row() -> None:
    force = known("agency:kent-police")
    assert force is not None
    assert (force.name, force.subtype) == ("Kent Police", "PoliceForce")
    assert Identifier("kent", "policeUkForceId") in force.identifiers
    assert all(match.startswith("http") for match in force.exact_matches)


@pytest.mark.parametrize("key", ["agency:no-such-body", "platform:none-such", "court:saltby"])
def test_key_that_no_registry_has_is_unknown(key: str) -> None:
    assert known(key) is None


def test_place_of_geonames_has_coordinates_and_its_iri(monkeypatch: pytest.MonkeyPatch) -> None:
    row = SimpleNamespace(name="Saltby", latitude=52.5, longitude=-0.25, country="GB")
    monkeypatch.setattr(registries, "place", {"geonames:7": row}.get)
    found = known("geonames:7")
    assert found is not None
    assert found.exact_matches == ("https://sws.geonames.org/7/",)
    assert (found.latitude, found.longitude, found.country) == (52.5, -0.25, "GB")


def test_names_of_a_body_are_normal_and_the_longest_comes_first() -> None:
    names = names_of("agency:nca")
    assert {"national crime agency", "nca"} <= set(names)
    assert [len(name) for name in names] == sorted(map(len, names), reverse=True)
    assert names_of("agency:no-such-body") == ()
