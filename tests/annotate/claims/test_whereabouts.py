import pytest
from spacy.tokens import Doc

from kg.annotate import agencies, arbitrate, coreference, operations, places, sentences
from kg.annotate.claims import whereabouts
from kg.annotate.draft import Candidate, Draft
from kg.model import Report
from tests.annotate.bodies import BLANK


def claims_of(text: str, predicate: str, *people: str, title: str = "") -> set[tuple[str, str]]:
    """The pairs that a claim joins; `people` are taken for persons wherever they are named."""

    def name_people(draft: Draft, doc: Doc) -> None:
        for person in people:
            start = draft.text.find(person)
            while start >= 0:
                end = start + len(person)
                draft.candidates.append(Candidate(start, end, "Person", "people.test", weight=70))
                start = draft.text.find(person, end)

    whole = f"{title}\n\n{text}" if title else text
    report = Report("0" * 64, title, whole, len(whole) - len(text), publisher="kent-police")
    draft, doc = Draft(report), BLANK(whole)
    for find in (
        sentences.split,
        agencies.find,
        operations.find,
        places.find,
        name_people,
        arbitrate.settle,
        coreference.resolve,
        whereabouts.find,
    ):
        find(draft, doc)
    return {
        (draft.entities[c.subject].name, draft.entities[c.object].name)
        for c in draft.claims
        if c.predicate == predicate
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He was held in Wickford, Essex.", {("Wickford", "Essex")}),
        ("It was in Orchid Road in Bromley.", {("Orchid Road", "Bromley")}),
        ("He lived in the Braunstone area of Leicester.", {("Braunstone", "Leicester")}),
        (
            "Ann Bell, 50, of Orchid Close, Gedling, Nottingham, was jailed.",
            {("Orchid Close", "Gedling"), ("Gedling", "Nottingham")},
        ),
        (
            "Homes in Upper Marl Lane, Aspen Close and Orchid Road in Dover were searched.",
            {("Upper Marl Lane", "Dover"), ("Aspen Close", "Dover"), ("Orchid Road", "Dover")},
        ),
        (
            "Raids took place in Orchid Road and Marl Street in Dover.",
            {("Orchid Road", "Dover"), ("Marl Street", "Dover")},
        ),
        (
            "Warrants were carried out across Essex, including Witham, Grays and Epping.",
            {("Witham", "Essex"), ("Grays", "Essex"), ("Epping", "Essex")},
        ),
        (
            "Shops in Bedford were raided, in Orchid Road and Marl Street.",
            {("Orchid Road", "Bedford"), ("Marl Street", "Bedford")},
        ),
        ("He was held in Kassel, central Germany.", {("Kassel", "Germany")}),
        ("It was in Orchid Road in Marl Hill.", {("Orchid Road", "Marl Hill")}),
        ("Drug dealing in Widnes or elsewhere in Cheshire must end.", {("Widnes", "Cheshire")}),
        ("He lives in Walton, a suburb of Liverpool.", {("Walton", "Liverpool")}),
        ("A home on Orchid Avenue, Marl Park, was searched.", {("Orchid Avenue", "Marl Park")}),
        ("They met at the Half Otter Pub in Orchid Street.", {("Half Otter Pub", "Orchid Street")}),
        ("The van was stopped on the A12 at Brentwood.", {("A12", "Brentwood")}),
        ("Orchid Lane, Marl Street and Aspen Road were closed.", set()),
        (
            "Ann Bell, 30, of Orchid Terrace, Fazeley, Tamworth, and Lee Ito were jailed.",
            {("Orchid Terrace", "Fazeley"), ("Fazeley", "Tamworth")},
        ),
        ("It was left in the Leicester suburb of Oadby.", {("Oadby", "Leicester")}),
        (
            "Four homes in Kent (Margate, Deal and Ramsgate) were searched.",
            {("Margate", "Kent"), ("Deal", "Kent"), ("Ramsgate", "Kent")},
        ),
        ("Raids took place in Dover; Deal and Oldham (Lancashire).", {("Oldham", "Lancashire")}),
        (
            "In Dover, more than £900 in cash was recovered from a house in Marl Street.",
            {("Marl Street", "Dover")},
        ),
        ("A man was held in Dover after a woman was robbed in Marl Street.", set()),
        ("A car was followed in Dover and stopped on the A20.", set()),
    ],
)
def test_place_in_place(text: str, expected: set[tuple[str, str]]) -> None:
    assert claims_of(text, "within") == expected


@pytest.mark.parametrize(
    "text",
    [
        "It ran along the border with Cleveland, Durham, Lancashire and Cumbria.",
        "Arrests followed in Kent, Essex and Suffolk.",
        "Warrants took place in Luton, Bedford and Dunstable.",
        "He moved drugs from Liverpool to Cumbria.",
        "Dealers came to Stafford, Cambridgeshire and Lincolnshire.",
        "Teams from Wakefield, Kirklees, Leeds and Bradford joined.",
    ],
)
def test_places_of_a_list_do_not_lie_in_each_other(text: str) -> None:
    assert claims_of(text, "within") == set()


@pytest.mark.parametrize(
    ("text", "people", "expected"),
    [
        (
            "Ann Bell, 50, of Orchid Road, Bromley, was jailed.",
            ("Ann Bell",),
            {("Ann Bell", "Orchid Road")},
        ),
        (
            "Ann Bell, aged 47 years, from Dover, was jailed.",
            ("Ann Bell",),
            {("Ann Bell", "Dover")},
        ),
        ("Ann Bell (01/02/1980), from Dover, was jailed.", ("Ann Bell",), {("Ann Bell", "Dover")}),
        (
            "Ann Bell, 40 (01.02.80), from Dover, was jailed.",
            ("Ann Bell",),
            {("Ann Bell", "Dover")},
        ),
        (
            "Ann Bell, 40, a cleaner, of Orchid Road, was fined.",
            ("Ann Bell",),
            {("Ann Bell", "Orchid Road")},
        ),
        ("Joe Kerr, aka “Jay,” 30, of Dover, was jailed.", ("Jay",), {("Jay", "Dover")}),
        ("Dover man Joe Bell was jailed.", ("Joe Bell",), {("Joe Bell", "Dover")}),
        (
            "Ann Bell, 30, and Joe Kerr, 31, both of Dover, were jailed.",
            ("Ann Bell", "Joe Kerr"),
            {("Ann Bell", "Dover"), ("Joe Kerr", "Dover")},
        ),
        ("Joe Kerr, formerly of Dover, was jailed.", ("Joe Kerr",), {("Joe Kerr", "Dover")}),
        ("- Joe Kerr, 31, Orchid Road, Dover", ("Joe Kerr",), {("Joe Kerr", "Orchid Road")}),
        ("Ann Bell, 41(03.12.79) of Dover, was fined.", ("Ann Bell",), {("Ann Bell", "Dover")}),
        ("Ann Bell, also aged 41, from Dover, ran.", ("Ann Bell",), {("Ann Bell", "Dover")}),
        ("Ann Bell ,19 from Dover admitted it.", ("Ann Bell",), {("Ann Bell", "Dover")}),
        ("- Ann Bell (03/12/79) Orchid Road", ("Ann Bell",), {("Ann Bell", "Orchid Road")}),
        ("Ann Bell - a 24-year-old woman of Dover - ran.", ("Ann Bell",), {("Ann Bell", "Dover")}),
        (
            "Ann Bell, who is 57 years old and from Dover, lied.",
            ("Ann Bell",),
            {("Ann Bell", "Dover")},
        ),
        (
            "Ann Bell and Joe Kerr – both 19 and of Dover – were jailed.",
            ("Ann Bell", "Joe Kerr"),
            {("Ann Bell", "Dover"), ("Joe Kerr", "Dover")},
        ),
        (
            "Ann Bell, 29, a labourer, and Joe Kerr, 21, a clerk, both of Dover, were held.",
            ("Ann Bell", "Joe Kerr"),
            {("Ann Bell", "Dover"), ("Joe Kerr", "Dover")},
        ),
        (
            "Ann Bell, 30, and Joe Kerr, 31, both based in Dover, ran it.",
            ("Ann Bell", "Joe Kerr"),
            {("Ann Bell", "Dover"), ("Joe Kerr", "Dover")},
        ),
        (
            "Joe Kerr, 31, of no fixed abode but from Dover, was held.",
            ("Joe Kerr",),
            {("Joe Kerr", "Dover")},
        ),
        (
            "Ann Bell, 24, Auburn, WA; Joe Kerr, 25, Tacoma, WA took part.",
            ("Ann Bell", "Joe Kerr"),
            {("Ann Bell", "Auburn"), ("Joe Kerr", "Tacoma")},
        ),
        ("Ann Bell, who was a nurse in the state of Ohio, spoke.", ("Ann Bell",), set()),
        ("Joe Kerr, 31, of no fixed address, was held in Dover.", ("Joe Kerr",), set()),
        ("Joe Kerr was arrested in Dover.", ("Joe Kerr",), set()),
    ],
)
def test_person_lives_in_the_most_specific_place(
    text: str, people: tuple[str, ...], expected: set[tuple[str, str]]
) -> None:
    assert claims_of(text, "livesIn", *people) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lee Ito was held at his home in Orchid Road.", {("Lee Ito", "Orchid Road")}),
        ("Lee Ito was held. It was at his flat on Orchid Road.", {("Lee Ito", "Orchid Road")}),
        ("They searched Ann Bell’s home address in Dover.", {("Ann Bell", "Dover")}),
        ("They went to Ann Bell's address in Dover.", {("Ann Bell", "Dover")}),
        ("Lee Ito met Ann Bell at her home in Dover.", set()),
        ("David Ito lured the girl from her home in Dover.", set()),
    ],
)
def test_home_is_told_by_what_happened_there(text: str, expected: set[tuple[str, str]]) -> None:
    assert claims_of(text, "livesIn", "Lee Ito", "Ann Bell", "David Ito") == expected


def test_same_address_is_the_home_of_the_person_before() -> None:
    text = "Ann Bell, 50, of Orchid Road, was jailed.\n\nLee Ito, 30, of the same address, was too."
    assert claims_of(text, "livesIn", "Ann Bell", "Lee Ito") == {
        ("Ann Bell", "Orchid Road"),
        ("Lee Ito", "Orchid Road"),
    }


def test_home_in_a_headline_is_the_town_and_not_its_state() -> None:
    text = "Auburn, Washington, man jailed\n\nLee Ito sold pills."
    assert claims_of(text, "livesIn", "Lee Ito") == {("Lee Ito", "Auburn")}


def test_only_person_of_a_report_is_the_man_of_its_headline() -> None:
    found = claims_of("Joe Kerr was jailed.", "livesIn", "Joe Kerr", title="Dover man jailed")
    assert found == {("Joe Kerr", "Dover")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Warrants were executed in Dover and Deal Road as part of Operation Saltby.",
            {("Operation Saltby", "Dover"), ("Operation Saltby", "Deal Road")},
        ),
        (
            "Drugs were seized in raids in Dover. The arrests were part of Operation Saltby.",
            {("Operation Saltby", "Dover")},
        ),
        (
            "Under Operation Saltby a house in Marl Road in Dover, Kent, was searched.",
            {("Operation Saltby", "Marl Road"), ("Operation Saltby", "Dover")},
        ),
        (
            "Raids followed. In Dover, a gun was seized under Operation Saltby.",
            {("Operation Saltby", "Dover")},
        ),
        (
            "Operation Saltby ended. Ann Bell was jailed for selling drugs in Dover.",
            set(),
        ),
        (
            "Operation Saltby ended. Nine men were arrested in France and Spain.",
            {("Operation Saltby", "France"), ("Operation Saltby", "Spain")},
        ),
        ("Operation Saltby hit drugs lines from London into Kent.", set()),
        ("Operation Saltby ended. “We will fight drugs in Dover.”", set()),
        ("A man from Dover was charged under Operation Saltby.", set()),
        ("Operation Saltby targets crime across the UK.", set()),
    ],
)
def test_operation_took_place_where_its_searches_were(
    text: str, expected: set[tuple[str, str]]
) -> None:
    assert claims_of(text, "tookPlaceIn") == expected


def test_all_of_a_report_whose_title_names_an_operation_is_of_it() -> None:
    text = "It rained. " * 12 + "A house in Marl Road was searched."
    found = claims_of(text, "tookPlaceIn", title="Ten held in Operation Saltby")
    assert found == {("Operation Saltby", "Marl Road")}
    assert not claims_of("Operation Saltby began. " + text, "tookPlaceIn", title="Ten held")
