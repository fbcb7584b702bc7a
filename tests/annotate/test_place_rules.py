"""The rules files about places: sorted, and without a name that two places of a kind claim."""

import pytest
import yaml

from kg.rules import rules_file


def rows(file: str) -> list[dict[str, object]]:
    found: list[dict[str, object]] = yaml.safe_load(rules_file(file).read_text("utf-8"))[file]
    return found


@pytest.mark.parametrize("file", ["places", "place_heads", "place_words"])
def test_rows_are_sorted(file: str) -> None:
    ids = [str(row["id"]) for row in rows(file)]
    assert ids == sorted(ids)


@pytest.mark.parametrize("row", rows("place_words"), ids=lambda row: str(row["id"]))
def test_words_are_small_sorted_and_stand_once(row: dict[str, object]) -> None:
    words = str(row["words"]).split()
    assert words == sorted({word.lower() for word in words})


@pytest.mark.parametrize("row", rows("place_heads"), ids=lambda row: str(row["id"]))
def test_heads_are_sorted_and_stand_once(row: dict[str, object]) -> None:
    heads = row["heads"]
    assert isinstance(heads, list)
    assert heads == sorted(set(heads), key=lambda head: (head.casefold(), head))


@pytest.mark.parametrize("row", rows("places"), ids=lambda row: str(row["id"]))
def test_places_are_sorted_and_what_is_said_is_of_them(row: dict[str, object]) -> None:
    names = row["names"]
    assert isinstance(names, dict)
    assert list(names) == sorted(names)
    every = {name for value in names.values() for name in value.split("; ")}
    guarded = row.get("guarded", [])
    assert isinstance(guarded, list)
    assert set(guarded) <= every
    for field in ("countries", "geonames", "near", "regions"):
        said = row.get(field, {})
        assert isinstance(said, dict)
        assert set(said) <= set(names)
