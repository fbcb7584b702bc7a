import pytest

from kg.annotate import agencies, arbitrate, coreference, places, sentences
from kg.annotate.draft import Draft
from kg.gazetteer import place
from kg.model import Report
from tests.annotate.bodies import BLANK, found_by


def places_of(text: str, title: str = "", publisher: str | None = "kent-police") -> list[str]:
    """The places that a report of a force mentions, without a model's help."""
    return [surface for surface, _ in keyed(text, title, publisher)]


def keyed(
    text: str, title: str = "", publisher: str | None = "kent-police"
) -> list[tuple[str, str | None]]:
    whole = f"{title}\n\n{text}" if title else text
    report = Report("0" * 64, title, whole, len(whole) - len(text), publisher=publisher)
    draft, doc = Draft(report), BLANK(whole)
    for find in (
        sentences.split,
        agencies.find,
        places.find,
        arbitrate.settle,
        coreference.resolve,
    ):
        find(draft, doc)
    return [
        (draft.surface(m), draft.entities[m.entity].key)
        for m in draft.mentions
        if draft.entities[m.entity].type == "Place"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A warrant was executed in Orchid Road, Maidstone.", ["Orchid Road", "Maidstone"]),
        ("He was stopped on the A249 near Detling.", ["A249", "Detling"]),
        ("They were held at Medway Police Station.", ["Medway Police Station"]),
        ("An inmate of HMP Elmley was charged.", ["HMP Elmley"]),
        ("The lorry came through the Port of Dover.", ["Port of Dover"]),
        ("A man was held in Ellesmere Port.", ["Ellesmere Port"]),
        ("Zorvan Trail, aged 23 and from Maidstone, was jailed.", ["Maidstone"]),
        ("Ann Bell, of Zorvan Trail, aged 23, was jailed.", ["Zorvan Trail"]),
        ("A man was held at Gatwick Airport.", ["Gatwick Airport"]),
        ("The deal took place at the Hare and Hound Pub.", ["Hare and Hound Pub"]),
        ("She lives in Princess Road East.", ["Princess Road East"]),
    ],
)
def test_streets_and_buildings_are_known_by_their_heads(text: str, expected: list[str]) -> None:
    assert places_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Arrests followed across Kent and the East of England.", ["Kent", "East of England"]),
        ("Drugs were sold across the east of England.", ["east of England"]),
        ("The gang moved cash between the UK and the Netherlands.", ["UK", "Netherlands"]),
        ("It is a problem in the Midlands.", ["Midlands"]),
        ("Two Sheffield men were charged.", ["Sheffield"]),
        ("He was part of a Leeds-based gang.", ["Leeds"]),
        ("They sold heroin in South Bristol.", ["South Bristol"]),
        (
            "It ran in west Suffolk, south-east Essex and West Sussex; west Kent CID met.",
            ["west Suffolk", "south-east Essex", "West Sussex"],
        ),
        ("The EU Member States met.", ["EU"]),
        ("He fled to Córdoba in Spain.", ["Córdoba", "Spain"]),
        ("He was held at Tallaght Garda Station.", ["Tallaght Garda Station"]),
        ("They fled the Otter Hill scam compound.", ["Otter Hill scam compound"]),
        ("It ran in Japan, Singapore and Côte d’Ivoire.", ["Japan", "Singapore", "Côte d’Ivoire"]),
    ],
)
def test_known_names_are_places(text: str, expected: list[str]) -> None:
    assert places_of(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Dutch police made arrests.",
        "In March 2020 he was stopped.",
        "John Preston was jailed. Preston had sold cocaine.",
        "It was found in August of 2022 and in June, 2023.",
        "PC Hull gave evidence.",
        "Reading the statement took an hour.",
        "He drove an Audi A3 and kept an M16 rifle.",
        "The case was heard at Maidstone Crown Court.",
        "It was run with Essex Police.",
    ],
)
def test_other_words_are_no_places(text: str) -> None:
    assert places_of(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Bell, 50, of Treelands, Maidstone, was jailed.", ["Treelands", "Maidstone"]),
        ("He was stopped in Marl Lane, Wexhamley, with cash.", ["Marl Lane", "Wexhamley"]),
        ("A 30-year-old man from Wester Holmby was held.", ["Wester Holmby"]),
        ("Plants were found in a house in Wexhamley.", ["Wexhamley"]),
        ("Police patrol the Pennyfold area.", ["Pennyfold"]),
        ("Ann Bell, 50, left. Bell, of Treelands, Maidstone, lied.", ["Treelands", "Maidstone"]),
        (
            "Warrants were carried out in Holmby, Maidstone and Dover.",
            ["Holmby", "Maidstone", "Dover"],
        ),
    ],
)
def test_villages_of_no_list_are_found_where_only_places_stand(
    text: str, expected: list[str]
) -> None:
    assert places_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("SACRAMENTO, Calif. – A man was jailed.", ["SACRAMENTO", "Calif."]),
        ("He lived in Tampa, FL and sold guns.", ["Tampa", "FL"]),
        ("It happened in the Western District of Ohio.", ["Western District of Ohio"]),
        ("The United States Attorney for the Eastern District of Ohio spoke.", []),
    ],
)
def test_places_of_american_releases(text: str, expected: list[str]) -> None:
    assert places_of(text, publisher="fbi") == expected


def test_headline_in_title_case_gives_its_town_alone() -> None:
    found = places_of("He was jailed.", title="Leeds Man Admits Money Laundering")
    assert found == ["Leeds"]


@pytest.mark.parametrize(
    ("text", "publisher", "country"),
    [
        ("He was held in Boston.", "lincolnshire-police", "GB"),
        ("He was held in Boston, Massachusetts.", "lincolnshire-police", "US"),
        ("He was held in Boston.", "fbi", "US"),
        ("He was held in Greece.", "fbi", "GR"),
        ("Italy, United States and Spain took part.", "europol", "IT"),
        ("He was held in Las Vegas, Nevada.", "fbi", "US"),
    ],
)
def test_namesakes_are_told_apart_by_publisher_and_stated_container(
    text: str, publisher: str, country: str
) -> None:
    ((_, key), *_) = keyed(text, publisher=publisher)
    found = place(key or "")
    assert found is not None
    assert found.country == country


def test_small_namesake_abroad_is_not_meant() -> None:
    assert keyed("A house in Pineville was searched.") == [("Pineville", None)]


def test_two_names_of_one_country_are_one_entity() -> None:
    keys = {key for _, key in keyed("He came to the UK. The United Kingdom sent him back.")}
    assert len(keys) == 1


def test_rejected_name_is_recorded_with_its_reason() -> None:
    draft = found_by(places.find, text="Officers of Luton Town were told.")
    reasons = {r.reason for r in draft.rejections}
    assert "goes on to a capitalised word" in reasons
