"""Names by age, verb, given name and post."""

import pytest

from tests.annotate.people.persons import named_in, people_in, report_of


@pytest.mark.parametrize(
    ("text", "name", "age"),
    [
        ("Teodor Vasik, 34, of Mill Road, Anytown, appeared.", "Teodor Vasik", 34),
        ("Teodor Vasik, aged 34, from Anytown, appeared.", "Teodor Vasik", 34),
        ("Teodor Vasik (34) appeared.", "Teodor Vasik", 34),
        ("- Teodor Vasik, 34: five years", "Teodor Vasik", 34),
        ("Teodor Vasik, aged 34 years and of Mill Road, appeared.", "Teodor Vasik", 34),
        ("34-year-old Teodor Vasik appeared.", "Teodor Vasik", 34),
        ("A jury saw 34-year-old drug dealer Teodor Vasik leave.", "Teodor Vasik", 34),
        ("Teodor Vasik, a 34-year-old from Anytown, appeared.", "Teodor Vasik", 34),
        ("Teodor Vasik Hall, aged 34, appeared.", "Teodor Vasik Hall", 34),
        ("Vasik, aged 34, appeared.", "Vasik", 34),
        ("Vasik, 34, of Mill Road, Anytown, appeared.", "Vasik", 34),
        ("Vasik, 34, was stopped.", "Vasik", 34),
    ],
)
def test_ages_make_names_and_are_kept(text: str, name: str, age: int) -> None:
    draft = report_of(text)
    found = [(e.name, e.age) for e in draft.entities if e.type == "Person"]
    assert found == [(name, age)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Zdenko Vulpes pleaded guilty.", ["Zdenko Vulpes"]),
        (
            "Zdenko Vulpes, 46, left. Vulpes, of Mill End, Orton Marl, denied it.",
            ["Zdenko Vulpes", "Vulpes"],
        ),
        ("Ivan Vulpes was later arrested.", ["Ivan Vulpes"]),
        ("Zdenko Vulpes of Mill Garth, Anytown, was seen.", ["Zdenko Vulpes"]),
        ("Police spoke to Mark Vulpes and Lucy Horne-Reyes.", ["Mark Vulpes", "Lucy Horne-Reyes"]),
        ("The case against Ahmed al-Haddad closed.", ["Ahmed al-Haddad"]),
        ("MARCO VULPES, a/k/a “Foxy,” fled.", ["MARCO VULPES", "Foxy"]),
        ("The man, known as ‘Anders’, fled.", ["Anders"]),
        ("Her sister Lucy saw it.", ["Lucy"]),
        ("They held Lee Ito, Xanthor Vo and Anna Berg.", ["Lee Ito", "Xanthor Vo", "Anna Berg"]),
    ],
)
def test_names_stand_by_verbs_and_given_names(text: str, names: list[str]) -> None:
    assert named_in(text) == names


@pytest.mark.parametrize(
    "text",
    [
        "They met in Kirk Hallam on Friday.",
        "He wore a Hugo Boss coat.",
        "Officers searched Mary Street Hospital.",
        "The platform known as ‘Anders’ closed.",
        "On May 12, 14 people were held.",
        "Officers searched Vasik Hall, 34 addresses and a shop.",
        "Today, 34 people were held.",
        "Class A Drugs were seized.",
    ],
)
def test_places_brands_and_dates_are_nobody(text: str) -> None:
    assert named_in(text) == []


def test_headlines_give_no_names_of_their_own() -> None:
    assert named_in("Police came.", title="Drug Dealer Will Serve Long Sentence") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Anna Berg, head of fraud at Europol, spoke.", ("Anna Berg", "Official")),
        ("Police and Crime Commissioner for Essex Anna Berg spoke.", ("Anna Berg", "Official")),
        ("Anna Berg is Kent's Police and Crime Commissioner.", ("Anna Berg", "Official")),
        ("NCA regional head of investigations Anna Berg spoke.", ("Anna Berg", "Official")),
        ("Anna Berg, the NCA's branch commander, spoke.", ("Anna Berg", "Official")),
        (
            "Posted by her.\n\nIssued by: Anna Berg, Corporate Communications",
            ("Anna Berg", "Official"),
        ),
        ("Anna Berg, director of the charity, spoke.", ("Anna Berg", "Person")),
        ("Anna Berg, defending, spoke.", ("Anna Berg", "Person")),
        ("Anna Berg, lecturer for policing at the University of Saltby", ("Anna Berg", "Person")),
        ("Anna Berg, chair of Saltby Community Trust, spoke.", ("Anna Berg", "Person")),
        ("His solicitor Anna Berg spoke.", ("Anna Berg", "Person")),
    ],
)
def test_posts_tell_officials_from_others(text: str, expected: tuple[str, str]) -> None:
    assert people_in(text) == [expected]
