"""People who were kept safe, and people who were only to be."""

import pytest

from kg.annotate.outcomes import safeguarding
from tests.annotate.outcomes.things import outcomes


@pytest.mark.parametrize(
    ("text", "quantities"),
    [
        ("Six women were rescued and taken to safety.", [6]),
        ("A woman in her 30s and a teenage girl found there have been safeguarded.", [2]),
        ("It enabled the safeguarding of 20 victims.", [20]),
        (
            "Officers safeguarded seven suspected victims, as well as safeguarding 10 people.",
            [7, 10],
        ),
        ("They rescued a 21-year-old man from a lorry.", [1]),
        ("A vulnerable man was safeguarded.", [1]),
        ("Three vulnerable adults were identified.", [3]),
        ("Two potential victims of trafficking were found.", [2]),
        ("Two women were found at the flat and were safeguarded.", [2]),
        ("Five vulnerable men, two vulnerable women and one child were safeguarded.", [8]),
        ("One child was brought to safety.", [1]),
        ("Nine victims of cuckooing safeguarded in Anytown", [9]),
        ("Three possible victims of slavery identified and supported.", [3]),
        ("They referred 84 people to the NRM.", [84]),
        ("A man was rescued from the sea.", []),
        ("Five victims were identified.", []),
        ("They rescued two dogs.", []),
        ("We work to safeguard a child.", []),
        ("Twelve people will be safeguarded.", []),
    ],
)
def test_people_kept_safe_are_counted(text: str, quantities: list[int]) -> None:
    assert [o.quantity for o in outcomes(safeguarding.find, text)] == quantities
