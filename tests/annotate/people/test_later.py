"""Names that a report has told, wherever they stand again."""

import pytest

from kg.annotate.people.spelling import is_misspelt, words_of_name
from tests.annotate.people.persons import named_in


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Teodor Vasik, 34, ran. Officers found Vasik's car.", ["Teodor Vasik", "Vasik"]),
        ("Vasik ran.\n\nTeodor Vasik, 34, denied it.", ["Vasik", "Teodor Vasik"]),
        ("Lucy Reed, 34, ran. They lost Lucy.", ["Lucy Reed", "Lucy"]),
        ("DS Lee Ito spoke. Ito left.", ["Lee Ito", "Ito"]),
        ("Teodor Vasik, 34, ran to Vasik Street.", ["Teodor Vasik"]),
        ("Teodor Vasik, 34, ran. Milan Vasik Kral did not.", ["Teodor Vasik", "Milan Vasik Kral"]),
        ("Adam March, 34, was held in March.", ["Adam March"]),
        ("Adam Preston, 34, lives in Preston.", ["Adam Preston"]),
        ("Adam Preston, 34, ran. Preston was held.", ["Adam Preston", "Preston"]),
        ("Adam Preston, 34, ran. In June, Preston denied it.", ["Adam Preston", "Preston"]),
        ("Adam Preston, 34, ran. On Monday, Preston, 34, sat.", ["Adam Preston", "Preston"]),
        ("Adam Preston, 34, ran to Leeds, Preston and Hull.", ["Adam Preston"]),
    ],
)
def test_names_are_found_again(text: str, names: list[str]) -> None:
    assert named_in(text) == names


def test_a_title_in_capitals_names_whom_the_body_names() -> None:
    assert named_in("Teodor Vasik, 34, ran.", title="TEODOR VASIK JAILED")[0] == "TEODOR VASIK"


@pytest.mark.parametrize(
    ("word", "name", "expected"),
    [
        ("mihalescu", "mihailescu", True),
        ("mensha", "mensah", True),
        ("jones", "james", False),
        ("brown", "browne", True),
        ("reed", "reid", False),
    ],
)
def test_misspelt_surnames_are_near(word: str, name: str, expected: bool) -> None:
    assert is_misspelt(word, name) is expected


def test_names_are_compared_without_marks_and_suffixes() -> None:
    assert words_of_name("Robert “Bob” O’Hara, Jr.") == ("robert", "bob", "o'hara")
