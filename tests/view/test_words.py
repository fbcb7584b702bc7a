"""Facts are said as people would say them."""

from decimal import Decimal

import pytest

from kg.model import Outcome
from kg.view.words import say
from tests.make import annotation, entity, report, stated


@pytest.mark.parametrize(
    ("outcome", "expected"),
    [
        (
            Outcome(
                stated(1), "Seizure", "", quantity=Decimal(40), unit="items",
                item="cannabis plants", comparator="about", place=0,
            ),
            "Seizure: about 40 cannabis plants, in Saltby",
        ),
        (Outcome(stated(1), "Seizure", "", quantity=Decimal(3), unit="items"), "Seizure: 3 items"),
        (
            Outcome(stated(1), "Seizure", "", quantity=Decimal("1.50"), unit="kg", item="heroin"),
            "Seizure: 1.5 kg heroin",
        ),
        (
            Outcome(
                stated(1), "Search", "", quantity=Decimal(1), unit="addresses", place=0,
                when_wording="yesterday",
            ),
            "Search: 1 address, in Saltby (yesterday)",
        ),
        (
            Outcome(
                stated(1), "Arrest", "", quantity=Decimal(1), unit="people", modality="alleged"
            ),
            "Arrest: 1 person [alleged]",
        ),
    ],
)  # fmt: skip
def test_outcome_is_said_in_plain_words(outcome: Outcome, expected: str) -> None:
    made = annotation(report("In Saltby."), [entity("Place", "Saltby")], outcomes=(outcome,))
    assert say(made, outcome) == expected
