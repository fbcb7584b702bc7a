"""Marked pairs: the file is sound, and who is who stays as right as it was measured to be."""

import pytest

from tests.labelled.who_is_who import SETS, Figures, figures, pairs, sightings

FEWEST = {"marked": 400, "blind": 100}  # pairs
HARD = 0.5  # the share of those that are hard


@pytest.fixture(scope="module")
def measured() -> dict[str, Figures]:
    return figures()


@pytest.mark.parametrize("name", SETS)
def test_pairs_are_many_hard_and_of_sightings_of_one_type(name: str) -> None:
    marked, types = pairs(name), {one["id"]: one["type"] for one in sightings(name)}
    assert len(marked) >= FEWEST[name]
    assert sum(pair["hard"] == "yes" for pair in marked) >= HARD * len(marked)
    assert all(types[pair["left"]] == types[pair["right"]] for pair in marked)
    assert {pair[side] for pair in marked for side in ("left", "right")} == set(types)


@pytest.mark.parametrize(
    ("type_", "floor"), [("Agency", 0.97), ("Official", 0.95), ("Operation", 0.93)]
)
def test_pairs_are_joined_rightly(measured: dict[str, Figures], type_: str, floor: float) -> None:
    assert measured[type_].f1 >= floor


def test_persons_are_hardly_ever_joined_wrongly(measured: dict[str, Figures]) -> None:
    assert measured["Person"].precision >= 0.99
    assert measured["Person"].recall >= 0.8


def test_sets_share_no_sighting() -> None:
    known = {one["id"] for one in sightings("marked")}
    assert known.isdisjoint(one["id"] for one in sightings("blind"))


@pytest.mark.parametrize(
    ("type_", "floor"), [("Agency", 0.9), ("Official", 0.95), ("Operation", 0.8), ("Person", 0.95)]
)
def test_blind_pairs_are_joined_as_they_were(type_: str, floor: float) -> None:
    assert figures("blind")[type_].f1 >= floor
