"""Arrests: who was arrested, how many, by whom and where; each figure once."""

import pytest

from tests.annotate.outcomes.people import figures, of_kind, told

PEOPLE = ("Ada Finch", "Bram Cole")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Officers made raids, arresting 312 suspects.", [(312, "")]),
        ("A total of nine arrests were made in the raids.", [(9, "")]),
        ("The raids led to the arrest of 20 people.", [(20, "")]),
        ("A 34-year-old man was arrested on suspicion of theft.", [(1, "")]),
        ("Three men, aged 20, 31 and 40, and a woman in her 20s were arrested.", [(4, "")]),
        (
            "Ada Finch, 31, of High Lane, Hull, and Bram Cole, 40, were arrested.",
            [(2, "Finch Cole")],
        ),
        ("Police arrested Bram Cole at the scene.", [(1, "Cole")]),
        ("The work led to Bram Cole's arrest.", [(1, "Cole")]),
        ("Two people, a 23-year-old man and a 19-year-old woman, were arrested.", [(2, "")]),
        ("Two men, a 23-year-old woman and a 19-year-old woman were arrested.", [(4, "")]),
        ("The two men, Ada Finch, 31, and Bram Cole, 40, were arrested.", [(2, "Finch Cole")]),
        ("Ada Finch, Bram Cole and others were arrested.", [(2, "Finch Cole")]),
        ("Two men from Hull aged 49 and 36 were arrested.", [(2, "")]),
        ("The 2016 campaign saw 16 drivers being arrested.", [(16, "")]),
        ("The work led to 30 indictments and 13 arrests.", [(13, "")]),
        ("In May 418 drink and drug drivers were arrested.", [(418, "")]),
        ("A man was detained by officers on suspicion of theft.", [(1, "")]),
        ("The campaign has led to arrests in Hull of two men.", [(2, "")]),
        ("Officers apprehended four teenagers.", [(4, "")]),
        ("The raid resulted in the arrest and charge of two men.", [(2, "")]),
        ("A man was detained under a health act.", []),
        ("In all 17 people were detained.", [(17, "")]),
        ("Bram Cole was taken into custody.", [(1, "Cole")]),
        ("17 of 23 suspects were arrested.", [(17, "")]),
        ("Ada Finch is among the 15 defendants arrested in May.", [(15, "Finch")]),
        ("Ada Finch, on a list of Ten Most Wanted Fugitives, was arrested.", [(1, "Finch")]),
        ("Two men were arrested. A man also arrested has been released.", [(2, "")]),
        ("Two men who cut off a man's way have been arrested.", [(2, "")]),
        ("Three people remain in custody.", []),
        ("Three people are in police custody.", [(3, "")]),
        ("Two men are in custody. Five women were arrested.", [(5, "")]),
        ("We have two men in custody.", [(2, "")]),
        ("A raid ended with police taking four people into custody.", [(4, "")]),
        ("They raided a villa, detaining nine people - five men and four women.", [(9, "")]),
        ("They detained two men for a stop and search.", []),
        ("The raid led to the detention of four suspects.", [(4, "")]),
        ("Officers managed to arrest seven people.", [(7, "")]),
        ("Police arrest three men", [(3, "")]),
        ("Police hope to arrest three men.", []),
        ("This brings the total number of arrests so far to nine.", [(9, "")]),
        ("Arrests in relation to burglary rose to five.", []),
        ("No arrests have been made.", []),
        ("Anyone who buys them could be arrested.", []),
        ("A man wanted on a European Arrest Warrant was found.", []),
        ("Ada Finch told a court that two men will be arrested.", []),
    ],
)
def test_arrests_are_counted_and_named(text: str, found: list[tuple[float, str]]) -> None:
    assert figures(told(text, people=PEOPLE), "Arrest") == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Six people were arrested.\n\nThe five men and one woman were arrested at dawn.", [6]),
        ("Two people were arrested.\n\nA man aged 26 was arrested. A woman was arrested.", [2]),
        ("Two men were arrested.\n\nA further three men were arrested later.", [2, 3]),
        ("A man, 26, was arrested. A woman, 31, was arrested.", [1, 1]),
        ("More than 400 arrests were made.\n\nThe team arrested 438 people.", [438]),
        ("Seven men were arrested. The men were arrested by detectives.", [7]),
        ("Nearly 300 arrests were made.\n\nThe team has made 290 arrests in a year.", [290]),
        ("Four people were arrested.\n\nA woman, 26, was also arrested.", [4]),
        ("Four people were arrested.\n\nSix women were also arrested.", [4, 6]),
        ("Two people were arrested.\n\nAt the third address two people were arrested.", [2]),
        ("Two people were arrested.\n\nA third man was arrested.", [2, 1]),
        ("On 15 May 2019 two men were arrested.", [2]),
        ("Well over 100 people were arrested.\n\n- 119 arrests", [119]),
        ("A raid resulted in two men from the town and two men from Hull being arrested.", [4]),
    ],
)
def test_arrests_told_again_count_once(text: str, found: list[float]) -> None:
    assert [quantity for quantity, _ in figures(told(text), "Arrest")] == found


def test_arrests_of_the_title_count_where_the_body_has_none() -> None:
    draft = told("It was a good week.", title="Five arrested in raids")
    assert figures(draft, "Arrest") == [(5, "")]


def test_arrests_of_the_title_are_the_total_of_those_in_the_body() -> None:
    body = "A man, aged 41, was arrested. Two men, aged 27 and 35, were arrested."
    assert figures(told(body, title="Three arrested in raids"), "Arrest") == [(3, "")]
    assert len(figures(told(body, title="Nine arrested in raids"), "Arrest")) == len("12")


def test_arrests_of_a_total_count_where_they_have_places_of_their_own() -> None:
    text = (
        "Thirty people were arrested. In Hull and York, 11 people were arrested. "
        "In Goole 11 people were arrested."
    )
    draft = told(text, places=("Hull", "York", "Goole"))
    assert [quantity for quantity, _ in figures(draft, "Arrest")] == [30, 11, 11]


def test_arrests_of_the_lead_are_not_told_again_by_a_street() -> None:
    text = "Four men were arrested in Hull. Four men, aged 20 to 30, were arrested in High Lane."
    draft = told(text, places=("Hull", "High Lane"))
    assert [quantity for quantity, _ in figures(draft, "Arrest")] == [4]


def test_arrest_is_where_the_sentence_before_says_that_the_police_were() -> None:
    draft = told("Officers searched a house in Hull. A man was arrested.", places=("Hull",))
    (arrest,) = of_kind(draft, "Arrest")
    assert arrest.place is not None
    assert draft.entities[arrest.place].name == "Hull"


def test_arrests_by_noun_have_the_place_of_a_part() -> None:
    text = "The raids led to 81 arrests, including 14 in Anytown."
    draft = told(text, places=("Anytown",))
    assert figures(draft, "Arrest") == [(81, ""), (14, "")]


def test_arrests_have_each_place_of_a_run() -> None:
    text = "In all, 38 suspects were arrested in Norway, 11 in Malta and one in Peru."
    draft = told(text, places=("Norway", "Malta", "Peru"))
    places = [draft.entities[o.place or 0].name for o in of_kind(draft, "Arrest")]
    assert places == ["Norway", "Malta", "Peru"]
    assert [quantity for quantity, _ in figures(draft, "Arrest")] == [38, 11, 1]


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("Four men were arrested by Marsh Police on Monday.", "Marsh Police"),
        ("Detectives from Marsh Police arrested four men.", "Marsh Police"),
        ("Marsh Police and Fen Police arrested four men.", None),
        ("Officers from Marsh Police went to a flat, where they arrested two men.", "Marsh Police"),
        ("Marsh Police, Fen Police (FP), and Hill Police arrested two men.", None),
        ("Officers arrested four men.", None),
    ],
)
def test_arrest_has_the_body_that_its_sentence_states(text: str, agency: str | None) -> None:
    draft = told(text, bodies=("Marsh Police", "Fen Police", "Hill Police"))
    (arrest,) = of_kind(draft, "Arrest")
    assert (None if arrest.agency is None else draft.entities[arrest.agency].name) == agency


def test_arrest_by_us_is_the_publisher_s() -> None:
    draft = told("We have arrested two men.", bodies=("Marsh Police",), publisher="Marsh Police")
    (arrest,) = of_kind(draft, "Arrest")
    assert arrest.agency == draft.publisher_entity


@pytest.mark.parametrize(
    "text",
    [
        "Two men were arrested by our officers.",
        "In March, we searched a flat, took a car from the garage, and arrested two men.",
    ],
)
def test_arrest_by_our_officers_is_the_publisher_s(text: str) -> None:
    text = f"Marsh Police has a new unit. {text}"
    draft = told(text, bodies=("Marsh Police",), publisher="Marsh Police")
    (arrest,) = of_kind(draft, "Arrest")
    assert arrest.agency == draft.publisher_entity


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Six men were arrested in Norway.", "Norway"),
        ("Six men were arrested in Norway, Malta and Peru.", None),
        ("Six men were arrested across Norway and Malta.", None),
        ("Six men were arrested in Oslo, Norway.", "Oslo"),
    ],
)
def test_arrests_in_several_places_are_in_none_alone(text: str, place: str | None) -> None:
    draft = told(text, places=("Norway", "Malta", "Peru", "Oslo"))
    (arrest,) = of_kind(draft, "Arrest")
    assert (None if arrest.place is None else draft.entities[arrest.place].name) == place
