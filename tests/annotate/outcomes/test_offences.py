"""Offences: the words as written, and the concept that they mean."""

import pytest

from kg.annotate.outcomes.offences import OffenceRow, offence_after, offence_of
from kg.rules import load, rules_file


@pytest.mark.parametrize(
    ("wording", "offence"),
    [
        ("conspiracy to supply Class A drugs", "conspiracy-to-supply-class-a"),
        (
            "possession of cannabis with intent to supply",
            "possession-with-intent-to-supply-class-b",
        ),
        ("two counts of burglary", "burglary"),
        ("money laundering", "money-laundering"),
        ("wounding with intent", "grievous-bodily-harm-with-intent"),
        ("a grudge", None),
    ],
)
def test_wording_means_the_concept_that_asks_most(wording: str, offence: str | None) -> None:
    assert offence_of(wording) == offence


@pytest.mark.parametrize(
    ("after", "wording"),
    [
        (" with theft and was bailed.", "theft"),
        (" on Monday with affray, after a long inquiry.", "affray"),
        (" with possession (of a knife) and remanded.", "possession (of a knife)"),
        (" with two counts of fraud and two counts of theft.",
         "two counts of fraud and two counts of theft"),
        (" with these offences.", None),
        (" yesterday.", None),
    ],
)  # fmt: skip
def test_offence_stops_where_the_sentence_goes_on(after: str, wording: str | None) -> None:
    assert offence_after(after, 0, len(after), kind="charge") == wording


def test_offences_are_sorted_with_their_signs() -> None:
    rows = load(rules_file("offences"), OffenceRow)
    assert [row.id for row in rows] == sorted(row.id for row in rows)
    assert [row.id for row in rows if list(row.signs) != sorted(row.signs)] == []
