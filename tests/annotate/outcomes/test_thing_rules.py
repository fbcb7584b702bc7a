"""The rules about things, units, numbers and cues: sorted, and telling nothing twice."""

from collections import Counter

import pytest
import yaml

from kg.annotate.outcomes.commodities import CommodityRow, nouns, plural
from kg.rules import load, rules_file

SORTED = (
    "commodities",
    "comparators",
    "currencies",
    "number_words",
    "premises",
    "seizure_cues",
    "seizure_words",
    "units",
)


@pytest.mark.parametrize("name", SORTED)
def test_rows_are_sorted_by_id(name: str) -> None:
    rows = yaml.safe_load(rules_file(name).read_text(encoding="utf-8"))[name]
    ids = [row["id"] for row in rows]
    assert ids == sorted(ids)


@pytest.mark.parametrize("name", ["number_words", "seizure_words"])
def test_words_are_sorted_and_stand_once(name: str) -> None:
    rows = yaml.safe_load(rules_file(name).read_text(encoding="utf-8"))[name]
    for row in rows:
        words = row["words"].split()
        if row["id"] not in ("tens", "units"):
            assert words == sorted(set(words)), row["id"]


def test_each_noun_names_one_commodity() -> None:
    rows = load(rules_file("commodities"), CommodityRow)
    counted = Counter(noun for row in rows for noun in (*row.counted, *row.bulk))
    assert [noun for noun, times in counted.items() if times > 1] == []


@pytest.mark.parametrize(
    ("noun", "many"),
    [
        ("knife", "knives"),
        ("watch", "watches"),
        ("lorry", "lorries"),
        ("toy gun", "toy guns"),
        ("round of ammunition", "rounds of ammunition"),
    ],
)
def test_plurals_are_formed(noun: str, many: str) -> None:
    assert plural(noun) == many


def test_nouns_are_known_in_both_numbers_and_without_hyphens() -> None:
    assert nouns()["sub machine guns"].row.id == nouns()["sub machine gun"].row.id
