"""Those whom a report only counts, read as the only people whom it names as accused."""

import pytest

from tests.annotate.outcomes.people import figures, told

PEOPLE = ("Ada Finch", "Bram Cole")
EACH = " Finch lived in Hull. Ada Finch was charged with theft. Bram Cole was charged with arson."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Two people have been charged." + EACH, (2, "Finch Cole")),
        ("Three people have been charged." + EACH, (3, "")),
        ("Two people were arrested and a further two charged." + EACH, (2, "")),
        ("A man was charged and two people were charged." + EACH, (2, "")),
    ],
)
def test_counted_people_are_the_accused_where_they_are_as_many(
    text: str, found: tuple[float, str]
) -> None:
    assert found in figures(told(text, people=PEOPLE), "Charge")


@pytest.mark.parametrize(
    ("lead", "found"),
    [
        ("A man aged 40 has been jailed for two years.", [(24, "Cole")]),
        ("A 15-year-old boy has been jailed for two years.", [(24, "")]),
        ("A woman has been jailed for two years.", [(24, "Cole")]),  # nobody knows what Bram is
        ("Another man has been jailed for two years.", [(24, "")]),
    ],
)
def test_somebody_is_the_one_accused(lead: str, found: list[tuple[float, str]]) -> None:
    text = lead + " " + "The court sat long. " * 8 + "Bram Cole had been convicted of theft."
    assert figures(told(text, people=PEOPLE), "Sentencing") == found


def test_somebody_is_whom_the_next_sentence_names_with_an_age() -> None:
    text = (
        "Ada Finch, 30, was charged with theft. "
        + "The court sat long. " * 8
        + "A man was charged with arson. Bram Cole, 41, of Hull, is due in court."
    )
    draft = told(text, people=PEOPLE, ages={"Ada Finch": 30, "Bram Cole": 41})
    assert figures(draft, "Charge") == [(1, "Finch"), (1, "Cole")]


def test_what_names_a_person_is_kept_before_what_only_describes_them() -> None:
    text = "A man was convicted. " + "It rained. " * 8 + "Cole was convicted."
    (conviction,) = told(text, people=PEOPLE).outcomes
    assert conviction.wording == "Cole was convicted."


def test_somebody_who_did_something_is_not_the_one_to_whom() -> None:
    draft = told("A man who hit Ada Finch was charged. Bram Cole was bailed.", people=PEOPLE)
    assert figures(draft, "Charge") == [(1, "Cole")]


def test_somebody_whose_deed_led_to_another_s_death_is_not_that_other() -> None:
    text = "A man whose push killed Ada Finch was charged with manslaughter."
    assert figures(told(text, people=PEOPLE), "Charge") == [(1, "")]


def test_somebody_of_another_age_is_not_the_one_accused() -> None:
    lead = "A youth was seen. The 16-year-old was charged with affray. "
    text = lead + "It rained. " * 8 + "Bram Cole was charged with theft."
    assert (1, "") in figures(told(text, people=PEOPLE), "Charge")
