from collections import Counter

import pytest

from kg.model import EntityType
from kg.resolve.names import best_label, is_general, is_street, is_unit, normal_form


@pytest.mark.parametrize(
    ("type_", "one", "other"),
    [
        ("Operation", "Op Redwing", "Operation ‘Redwing’"),
        ("Operation", "OPERATION REDWING", "Operation Redwing"),
        ("Organisation", "The Harbour & Quay Trust", "Harbour and Quay Trust"),
        ("Agency", "Saltby Magistrates’ Court", "Saltby Magistrates Court"),
        ("Agency", "Saltby Magistrate’s Court", "Saltby Magistrates"),
        ("Agency", "the High Court in Saltby", "Saltby High Court"),
        ("Agency", "Harbour Task Force", "Harbour Taskforce"),
        ("Agency", "Saltby Council's", "saltby council"),
    ],
)
def test_spellings_of_one_name_have_one_normal_form(
    type_: EntityType, one: str, other: str
) -> None:
    assert normal_form(type_, one) == normal_form(type_, other)


@pytest.mark.parametrize(
    ("type_", "one", "other"),
    [
        ("Operation", "Operation Redwing", "Project Redwing"),
        ("Operation", "Operation Redwing", "Operation Redwings"),
        ("Agency", "Saltby Crown Court", "Saltby Magistrates' Court"),
    ],
)
def test_different_names_keep_apart(type_: EntityType, one: str, other: str) -> None:
    assert normal_form(type_, one) != normal_form(type_, other)


def test_name_of_marks_alone_has_a_normal_form() -> None:
    assert normal_form("CriminalGroup", "***")


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ({"Harbour Trust": 1, "harbour trust": 2}, "harbour trust"),
        ({"HARBOUR TRUST": 5, "Harbour Trust": 1}, "Harbour Trust"),
        ({"the Harbour Trust": 1, "Harbour Trust": 1}, "Harbour Trust"),
        ({"b": 1, "a": 1}, "a"),
    ],
)
def test_label_is_common_and_not_shouted(names: dict[str, int], expected: str) -> None:
    assert best_label("Organisation", Counter(names)) == expected


def test_words_tell_how_far_a_name_reaches() -> None:
    assert is_unit("crime reduction team")
    assert is_street("north quay road")
    assert is_general("trading standards")
    assert is_general("office of the police and crime commissioner")
    assert is_general("force intelligence bureau")
    assert not is_general("saltby trading standards")
