"""Searches of premises and of people, counted and one by one."""

import pytest

from kg.annotate.outcomes import searches
from tests.annotate.outcomes.people import told
from tests.annotate.outcomes.things import outcomes


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Officers executed 12 warrants.", [("12", "addresses")]),
        ("Five addresses were searched.", [("5", "addresses")]),
        ("Some 40 house searches were carried out.", [("40", "addresses")]),
        ("Raids took place at four shops.", [("4", "addresses")]),
        ("Warrants were executed at seven addresses.", [("7", "addresses")]),
        ("They executed three warrants at addresses in Anytown.", [("3", "addresses")]),
        ("Police conducted 33 stop searches.", [("33", "people")]),
        ("Two people were arrested and 30 people were searched.", [("30", "people")]),
        ("A warrant was executed at a flat.", [("1", "addresses")]),
        ("Officers searched his house.", [("1", "addresses")]),
        ("Officers carried out a raid in Anytown.", [("1", "addresses")]),
        (
            "A drugs warrant was carried out. The warrant was executed at dawn.",
            [("1", "addresses")],
        ),
        ("Three misuse of drugs act warrants were executed.", [("3", "addresses")]),
        ("It ended with 58 properties searched.", [("58", "addresses")]),
        ("Two houses were subject to emergency warrants.", [("2", "addresses")]),
        ("Officers raided Ada Finch's home.", [("1", "addresses")]),
        ("On the warrants they forced entry into four properties.", [("4", "addresses")]),
        ("A house in Long Lane, Anytown, was searched.", [("1", "addresses")]),
        ("One man was arrested and his house searched.", [("1", "addresses")]),
        ("A search of the 27-year-old's flat found cocaine.", [("1", "addresses")]),
        ("A man was stopped and searched.", [("1", "people")]),
        ("On 9 th January a warrant was executed at a flat.", [("1", "addresses")]),
        ("Officers visited 68 addresses of people at risk.", []),
        ("Police attended a total of 18 addresses.", [("18", "addresses")]),
        ("An address in Anytown was subsequently searched.", [("1", "addresses")]),
        ("Another warrant took place at a storage unit.", [("1", "addresses")]),
        ("Two occupants were searched.", [("2", "people")]),
        ("Officers visited six car washes to give advice.", []),
        (
            "Almost 50 warrants were executed. In all 49 warrants were executed.",
            [("49", "addresses")],
        ),
        ("They were part of a group that raided a house.", []),
        ("Officers searched a house for a missing man.", []),
        ("A European arrest warrant was executed.", []),
        ("Burglars made an untidy search of a house.", []),
        ("Officers will be searching 20 houses.", []),
        ("Officers obtained a warrant.", []),
        (
            "Officers searched five houses in Anytown and two houses in Otherton.",
            [("5", "addresses"), ("2", "addresses")],
        ),
        ("Four were stopped and searched.", [("4", "people")]),
        ("18 people were stop and searched.", [("18", "people")]),
        ("Raids took place at dawn, Tuesday 16 March 2021, at 18 shops.", [("18", "addresses")]),
        ("A search was then carried out at a flat.", [("1", "addresses")]),
        ("Searches at a house led to a find.", [("1", "addresses")]),
        ("The charge relates to a warrant that was executed at a flat.", [("1", "addresses")]),
        ("A house search led to a find.", [("1", "addresses")]),
        ("It was found in a search of commercial premises.", [("1", "addresses")]),
        ("The teams came together to conduct a warrant.", [("1", "addresses")]),
        ("Searches by detectives took place at two shops.", [("2", "addresses")]),
        ("A search of a house in Long Lane recovered 12 bars of resin.", [("1", "addresses")]),
        ("Several warrants being executed at dawn led to arrests.", []),
        ("More than 90 vulnerable addresses were visited.", []),
        ("Three vehicles were searched.", []),
        ("He faces 74 arrest warrants. The 74 warrants are for fraud.", []),
        ("Five men were held, 5 arrested following warrants.", []),
        ("Warrants were executed in Anytown.", []),
    ],
)
def test_searches_are_found(text: str, found: list[tuple[str, str]]) -> None:
    assert [(str(o.quantity), o.unit) for o in outcomes(searches.find, text)] == found


def test_parts_of_a_count_with_places_of_their_own_are_told_apart() -> None:
    text = "Police made nine searches, four in Anytown and five in Otherton."
    draft = told(text, places=("Anytown", "Otherton"))
    searches.find(draft)
    assert [str(o.quantity) for o in draft.outcomes] == ["9", "4", "5"]
    assert [o.place for o in draft.outcomes[1:]] == [0, 1]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Finch was seen in Anytown. She was stopped and searched.",
        "Ada Finch was stopped in Anytown. Police searched her.",
        "Ada Finch, who was searched at a station, was charged.",
        "A search of Ada Finch led to a find.",
    ],
)
def test_a_person_searched_is_named(text: str) -> None:
    draft = told(text, people=("Ada Finch",), places=())
    searches.find(draft)
    (found,) = (o for o in draft.outcomes if o.kind == "Search")
    assert (str(found.quantity), found.unit) == ("1", "people")
    assert [draft.entities[i].name for i in found.concerns] == ["Ada Finch"]


@pytest.mark.parametrize(
    "text",
    [
        "Police searched for Ada Finch.",
        "Ada Finch was searched for in Anytown.",
        "Police will be searching Ada Finch.",
        "Police searched her handbag.",
    ],
)
def test_a_search_for_somebody_or_of_things_is_none_of_a_person(text: str) -> None:
    draft = told(text, people=("Ada Finch",), places=())
    searches.find(draft)
    assert draft.outcomes == []


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Ned Ash was held and his home was searched.", ["Ned Ash"]),
        ("Ned Ash and Ada Finch were held and their home was searched.", ["Ned Ash", "Ada Finch"]),
        ("Ned Ash was held. Officers were told that their home was searched.", []),
    ],
)
def test_a_home_searched_is_of_whom_the_words_mean(text: str, owners: list[str]) -> None:
    draft = told(text, people=("Ned Ash", "Ada Finch"))
    searches.find(draft)
    (found,) = (o for o in draft.outcomes if o.kind == "Search")
    assert [draft.entities[i].name for i in found.concerns] == owners


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("On 2 May 2020 officers raided a flat. On 9 May 2020 officers raided a flat.", 2),
        ("On 2 May 2020 officers raided a flat. On 2 May officers raided a flat.", 1),
        ("Officers searched Ned Ash's home. Officers searched Ada Finch's home.", 2),
        ("Officers searched Ned Ash's home. A search of Ash's home led to a find.", 1),
    ],
)
def test_searches_of_other_days_and_of_other_homes_are_several(text: str, count: int) -> None:
    lead = "Police tell of an inquiry that went on for more than a year. "
    draft = told(lead + text, people=("Ned Ash", "Ada Finch"))
    searches.find(draft)
    assert [o.kind for o in draft.outcomes].count("Search") == count


def test_a_search_keeps_its_comparator_and_wording() -> None:
    (found,) = outcomes(searches.find, "It was one of more than 20 warrants across Anytown.")
    assert (found.comparator, found.wording) == ("moreThan", "more than 20 warrants")
