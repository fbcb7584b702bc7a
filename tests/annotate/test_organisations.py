"""Helplines, charities, companies and banks."""

import pytest

from kg.annotate import agencies, employers, groups, organisations
from kg.annotate.draft import Candidate
from tests.annotate.bodies import BLANK, found_by, names_of


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Call Crimestoppers or the Modern Slavery Helpline.",
         ["Crimestoppers", "Modern Slavery Helpline"]),
        ("He ran Otter Freight Ltd. and owned Heron Holdings.",
         ["Otter Freight Ltd.", "Heron Holdings"]),
        ("The Anytown Football Club fan", ["Anytown Football Club"]),
        ("A £5,000 Heron Holdings loan", ["Heron Holdings"]),
        ("They live in Bank Street.", []),
        ("Ada Ito, Chief Executive of the Otter Trust, met Heron Homes, Otter Fruit, Inc.",
         ["Otter Trust", "Heron Homes", "Otter Fruit, Inc."]),
        ("Chair of Saltby Community Trust, Ann Bell, said so.", ["Saltby Community Trust"]),
        ("Alongside Otter Homes and the Heron Foundation we work.",
         ["Otter Homes", "Heron Foundation"]),
        ("Man Jailed For Part In Bank Fraud", []),
        ("The charity Otterhope spoke of the Gadgetland store and a Post branch.",
         ["Otterhope", "Gadgetland"]),
    ],
)  # fmt: skip
def test_organisations_are_found(text: str, names: list[str]) -> None:
    assert names_of(found_by(organisations.find, text=text)) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann Bell, founder of Clearview, said no.", ["Clearview"]),
        ("Ann Bell, chief creative officer at Clearview, said no.", ["Clearview"]),
        ("Hopeful Homes Chief Executive, Ann Bell, said no.", ["Hopeful Homes"]),
        ("Ann Bell, director of Housing, said no.", []),
        ("Ann Bell, founder of Anyshire Police, said no.", []),
    ],
)
def test_employers_are_named_by_those_who_speak_for_them(text: str, names: list[str]) -> None:
    draft = found_by(agencies.find, text=text)
    start = text.index("Ann Bell")
    draft.candidates.append(Candidate(start, start + 8, "Person", "people.office", weight=70))
    assert [draft.surface(c) for c in employers.find(draft)] == names


@pytest.mark.parametrize(
    "text",
    [
        "Ann Bell, Regional Manager for Crimestoppers, said no.",
        "The FBI named Black Axe administrator Ann Bell.",
    ],
)
def test_whoever_has_a_post_in_a_charity_or_gang_is_no_official(text: str) -> None:
    draft = found_by(groups.find, text=text)
    start = text.index("Ann Bell")
    draft.candidates.append(Candidate(start, start + 8, "Official", "people.office", weight=70))
    organisations.find(draft, BLANK(draft.text))
    assert {c.type for c in draft.candidates if c.start == start} == {"Person"}
