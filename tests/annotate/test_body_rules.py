"""The rules files about bodies: sorted, explained, and without a name that two rows claim."""

from collections import Counter

import pytest

from kg.annotate.naming import rows
from kg.rules import read_yaml, rules_file

FILES = (
    "agency_patterns",
    "groups",
    "name_heads",
    "name_stops",
    "nations",
    "organisations",
    "platforms",
    "team_words",
)


@pytest.mark.parametrize("file", FILES)
def test_rules_are_sorted_and_explained(file: str) -> None:
    path = rules_file(file)
    ids = [row["id"] for row in read_yaml(path)[0][file]]
    assert ids == sorted(ids)
    header = path.read_text(encoding="utf-8").partition(f"{file}:\n")[0]
    assert "Source:" in header
    assert "To add one:" in header


@pytest.mark.parametrize("file", ["agency_patterns", "name_heads"])
def test_heads_are_sorted(file: str) -> None:
    for row in read_yaml(rules_file(file))[0][file]:
        assert row["heads"] == sorted(row["heads"], key=lambda head: (head.casefold(), head))


@pytest.mark.parametrize("file", ["name_stops", "team_words"])
def test_words_are_sorted_and_small(file: str) -> None:
    for row in read_yaml(rules_file(file))[0][file]:
        words = row["words"].split()
        assert words == sorted(words)
        assert row["words"] == row["words"].lower()


def test_names_belong_to_one_row() -> None:
    names = Counter(
        name.casefold()
        for file in ("platforms", "groups", "organisations")
        for row in rows(file)
        for name in {n.casefold() for n in (row.name, *row.aliases)}
    )
    assert [name for name, count in names.items() if count > 1] == []
