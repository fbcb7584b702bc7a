from datetime import date
from typing import Any

import pytest

from kg.resolve.evidence import DOUBTFUL, SAME, weigh
from kg.resolve.profile import Profile

KENT, ESSEX, BEDS, HERTS, ERSOU, DORSET = (
    f"Agency|agency:{id_}"
    for id_ in (
        "kent-police",
        "essex-police",
        "bedfordshire-police",
        "hertfordshire-constabulary",
        "ersou",
        "dorset-police",
    )
)
MAY, JUNE, LATER = date(2020, 5, 1), date(2020, 6, 1), date(2025, 6, 1)
BORN_1990 = (date(1989, 5, 1), date(1990, 6, 1))
BORN_1970 = (date(1969, 5, 1), date(1970, 6, 1))


def profile(**known: Any) -> Profile:
    """A profile: whatever is not a set becomes one of one."""
    made: dict[str, Any] = {
        name: value if isinstance(value, set | bool) else {value} for name, value in known.items()
    }
    return Profile(**made)


def held(body: str, family: str, level: int | None = None, day: date = MAY) -> Profile:
    levels = set() if level is None else {level}
    return profile(bodies=body, publishers=body, families=family, levels=levels, days=day)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (held(BEDS, "police", 3), held(ERSOU, "police", 4, JUNE), True),
        (held(BEDS, "police", 0), held(HERTS, "police", 0, JUNE), True),
        (held(KENT, "police", 2), held(DORSET, "police", 2, JUNE), False),
        (held(KENT, "police", 7), held(DORSET, "police", 8, LATER), True),
        (held(KENT, "police", 0), held(KENT, "police", 6), False),
        (held(KENT, "police", 2), held(KENT, "council"), False),
        (held(KENT, "government"), held(DORSET, "government"), True),
        (held(KENT, "commissioner"), held(DORSET, "commissioner"), True),
    ],
)
def test_officials_are_one_by_bodies_ranks_and_offices(
    one: Profile, other: Profile, *, same: bool
) -> None:
    assert (weigh("Official", "jane doe", one, other).score >= SAME) is same


@pytest.mark.parametrize(
    ("known", "others", "verdict"),
    [
        ({}, {}, "apart"),
        ({"publishers": KENT, "days": MAY}, {"publishers": KENT, "days": JUNE}, "apart"),
        (
            {"publishers": KENT, "days": MAY, "born": BORN_1990},
            {"publishers": KENT, "days": JUNE, "born": BORN_1990},
            "same",
        ),
        (
            {"publishers": KENT, "born": BORN_1990, "days": MAY},
            {"publishers": ESSEX, "born": BORN_1990, "days": JUNE},
            "doubtful",
        ),
        (
            {"publishers": KENT, "company": "ann poe", "days": MAY},
            {"publishers": KENT, "company": "ann poe", "days": JUNE},
            "same",
        ),
        (
            {"operations": "redwing", "places": "place:kent"},
            {"operations": "redwing", "places": "place:kent"},
            "same",
        ),
    ],
)
def test_persons_are_one_by_evidence_alone(
    known: dict[str, Any], others: dict[str, Any], verdict: str
) -> None:
    score = weigh("Person", "john roe", profile(**known), profile(**others)).score
    assert ("same" if score >= SAME else "doubtful" if score >= DOUBTFUL else "apart") == verdict


def test_ages_that_do_not_agree_contradict() -> None:
    one, other = profile(born=BORN_1990, company="ann poe"), profile(born=BORN_1970)
    assert weigh("Person", "john roe", one, other).contradicted == "ages do not agree"


def test_given_names_that_differ_contradict() -> None:
    one, other = profile(given="samuel", bodies=KENT), profile(given="samantha", bodies=KENT)
    assert weigh("Official", "sam doe", one, other).contradicted == "given names differ"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (profile(bodies=BEDS, days=MAY), profile(bodies=ERSOU, days=date(2020, 5, 9)), True),
        (profile(bodies=KENT, days=MAY), profile(bodies=DORSET, days=MAY), False),
        (
            profile(bodies=KENT, days=MAY, national=True),
            profile(bodies=DORSET, days=MAY, national=True),
            True,
        ),
        (
            profile(bodies=KENT, days=MAY, national=True),
            profile(bodies=DORSET, days=date(2018, 9, 1), national=True),
            False,
        ),
        (
            profile(bodies=KENT, days=MAY, national=True),
            profile(bodies=DORSET, days=MAY),
            False,
        ),
        (
            profile(bodies=KENT, days=MAY, company="ann poe"),
            profile(bodies=DORSET, days=JUNE, company="ann poe"),
            True,
        ),
    ],
)
def test_operations_are_one_by_bodies_time_and_people(
    one: Profile, other: Profile, *, same: bool
) -> None:
    assert (weigh("Operation", "redwing", one, other).score >= SAME) is same


def test_reasons_stand_with_the_score_the_strongest_first() -> None:
    found = weigh("Official", "jane doe", held(BEDS, "police", 3), held(ERSOU, "police", 3, JUNE))
    assert found.reasons[0] == "bodies that share officers"
    assert "same rank" in found.reasons
