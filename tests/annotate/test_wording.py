import re

import pytest

from kg.annotate.wording import (
    CuedPattern,
    Lexicon,
    first_letters_first,
    in_small_letters,
    words_of,
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the U.S. Marshals", ["the", "U.S.", "Marshals"]),
        ("J.B Osei’s son-in-law", ["J.B", "Osei", "son-in-law"]),
        ("O’Hara @SaltbyPolice a @ b", ["O’Hara", "@SaltbyPolice", "a", "b"]),
        ("'s Saltby's", ["s", "Saltby"]),
    ],
)
def test_words_leave_out_marks_and_possessives(text: str, expected: list[str]) -> None:
    words = words_of(text)
    assert [word.text for word in words] == expected
    assert all(text[word.start : word.end] == word.text for word in words)


def test_names_are_found_at_capitals_and_not_within_words() -> None:
    lexicon = Lexicon({"Saltby Police": 1, "Saltby": 2})
    found = [(f.start, f.row) for f in lexicon.find("saltby, SALTBY POLICE, Saltby Policeman")]
    assert found == [(8, 1), (23, 2)]


def test_small_letters_stand_where_the_capitals_stood() -> None:
    assert in_small_letters("İzmir and Saltby").index("saltby") == len("İzmir and ")


def test_pattern_is_not_tried_without_its_cue() -> None:
    pattern = CuedPattern(re.compile(r"\w+ (?:gang|crew)"), ("gang",))
    assert [m.group() for m in pattern.finditer("the Otter gang, the Heron crew")] == [
        "Otter gang",
        "Heron crew",
    ]
    assert list(pattern.finditer("the Heron crew")) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [("OX and OXO", ["OX", "OXO"]), ("#OX FOX", []), ("A.B", ["A.B"])],
)
def test_first_letters_lead_a_pattern_of_names(text: str, expected: list[str]) -> None:
    names = first_letters_first(["OXO", "OX", "A.B"], not_after=r"\w#")
    pattern = re.compile(rf"{names}\b")
    assert [match.group() for match in pattern.finditer(text)] == expected
