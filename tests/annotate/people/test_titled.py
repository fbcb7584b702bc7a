"""Names after ranks, titles of office and polite titles."""

import pytest

from kg.annotate.people.titles import titled_words
from tests.annotate.people.persons import named_in, people_in


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Detective Chief Inspector Anna Berg said it was over.", "Anna Berg"),
        ("It was led by DCI Anna Berg of the CID.", "Anna Berg"),
        ("T/DI Kofi Mensah spoke.", "Kofi Mensah"),
        ("Acting Det Ch Insp Kofi Mensah spoke.", "Kofi Mensah"),
        ("Detective Acting Superintendent Kofi Mensah spoke.", "Kofi Mensah"),
        ("Ch. Supt. Kofi Mensah spoke.", "Kofi Mensah"),
        ("PC 4417 Lee Ito attended.", "Lee Ito"),
        ("Detective Inspector, Anna Berg, said so.", "Anna Berg"),
        ("Police and Crime Commissioner, Xanthra Quillfeather, said so.", "Xanthra Quillfeather"),
        ("detective constable Anna Berg said so.", "Anna Berg"),
        ("Special Agent in Charge Rosa Q. Delgado announced it.", "Rosa Q. Delgado"),
        ("U.S. Attorney Peter van der Meer announced it.", "Peter van der Meer"),
        ("His Honour Judge Okafor QC sentenced him.", "Okafor"),
        ("Commissioner Sir Hugh Bright wrote.", "Hugh Bright"),
        ("Cllr Nadia O’Dowd welcomed it.", "Nadia O’Dowd"),
        ("Garda Superintendent Aoife Ní Bhriain spoke.", "Aoife Ní Bhriain"),
        ("Colonnello Marco D'Angelo spoke.", "Marco D'Angelo"),
        ("Special Agent Robert Lund Jr. testified.", "Robert Lund Jr."),
    ],
)
def test_names_after_a_rank_are_of_officials(text: str, name: str) -> None:
    assert people_in(text) == [(name, "Official")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("PCs Anna Berg, Kofi Mensah and Lee Ito came.", ["Anna Berg", "Kofi Mensah", "Lee Ito"]),
        ("PC Anna Berg and Kofi Mensah came.", ["Anna Berg"]),
        ("Assistant U.S. Attorneys Anna Berg and Lee Ito prosecute.", ["Anna Berg", "Lee Ito"]),
    ],
)
def test_a_plural_title_is_of_all_in_its_list(text: str, names: list[str]) -> None:
    assert [n for n, type_ in people_in(text) if type_ == "Official"] == names


def test_polite_titles_make_persons() -> None:
    assert people_in("Mr Quillfeather wept. Ms. Dara Vance did not.") == [
        ("Quillfeather", "Person"),
        ("Dara Vance", "Person"),
    ]


def test_officers_counted_beside_others_are_no_names() -> None:
    assert (
        people_in("There are 40 officers, 12 Specials and 80 cadets. We train officers. I'm glad.")
        == []
    )


def test_codes_of_countries_are_no_names() -> None:
    assert people_in("Countries: CZ, FR, DE, IT") == []


def test_a_former_officer_in_the_dock_is_no_official() -> None:
    assert people_in("Former Detective Constable Ivo Marsh was jailed.") == [
        ("Ivo Marsh", "Person")
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Inspector Training starts on Monday.",
        "She joined as a DC DHEP student.",
        "A Chief Constable Commendation was given.",
        "The Major Crime Team came.",
        "Detectives said so on Tuesday.",
        "Judge for yourself, Officers said.",
    ],
)
def test_a_word_of_everyday_after_a_rank_is_no_name(text: str) -> None:
    assert people_in(text) == []


def test_a_headline_gives_the_name_alone() -> None:
    found = named_in("It was DI Anna Berg who spoke.", title="DI Anna Berg Announces New Patrols")
    assert found == ["Anna Berg", "Anna Berg"]


def test_titles_know_their_rank() -> None:
    words, titles = titled_words("then Temporary Assistant Chief Constable Anna Berg")
    (title,) = titles.values()
    assert (title.rank, words[title.first].text) == ("assistant-chief-constable", "then")


def test_whoever_is_accused_of_running_something_is_no_official() -> None:
    text = "The site's alleged creator and administrator, Lee Ito (32), was arrested."
    assert people_in(text) == [("Lee Ito", "Person")]
