"""Who holds which post, in which body."""

import pytest

from kg.annotate import posts
from tests.annotate.bodies import BLANK
from tests.annotate.people.persons import report_of

Post = tuple[str, str, str | None]


def posts_in(text: str) -> list[Post]:
    draft = report_of(text)
    posts.find(draft, BLANK(text))
    return [
        (
            draft.entities[post.official].name,
            post.title,
            None if post.agency is None else draft.entities[post.agency].name,
        )
        for post in draft.posts
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("DI Anna Berg said so.", [("Anna Berg", "DI", None)]),
        ("DI Anna Berg, from Kent Police, said so.", [("Anna Berg", "DI", "Kent Police")]),
        ("Kent Police DI Anna Berg said so.", [("Anna Berg", "DI", "Kent Police")]),
        ("Border Force (BF) Commander Lee Ito spoke.", [("Lee Ito", "Commander", "Border Force")]),
        ("Kent Police's Acting DI Anna Berg spoke.", [("Anna Berg", "Acting DI", "Kent Police")]),
        ("FBI Special Agent Anna Berg, of the Anytown Field Office, said so.",
         [("Anna Berg", "Special Agent", "Anytown Field Office")]),
        ("NCA Deputy Director Anna Berg, who is head of the Fraud Crime Team, said so.",
         [("Anna Berg", "Deputy Director", "NCA"), ("Anna Berg", "head", "Fraud Crime Team")]),
        ("It went to the Chief of Police for the Anytown Police Department, Lee Ito, on Monday.",
         [("Lee Ito", "Chief of Police", "Anytown Police Department")]),
        ("Lee Ito QPM, Chief Constable of Kent Police, said so.",
         [("Lee Ito", "Chief Constable", "Kent Police")]),
        ("DI Anna Berg, the officer who leads Kent Police's Fraud Team, said so.",
         [("Anna Berg", "DI", "Fraud Team")]),
        ("Europol came. It is over, said Anna Berg, the agency's executive director.",
         [("Anna Berg", "executive director", "Europol")]),
        ("It was by Lee Ito, Special Agent in Charge of the FBI, Anytown Field Office; and more.",
         [("Lee Ito", "Special Agent in Charge", "Anytown Field Office")]),
        ("DS Anna Berg, who has been a police officer for 23 years, said so.",
         [("Anna Berg", "DS", None)]),
        ("It trains new officers. Lee has left. DC Lee Ito spoke.", [("Lee Ito", "DC", None)]),
        ("DC Anna Berg of Kent Police's Police Protection Directorate said so.",
         [("Anna Berg", "DC", "Protection Directorate")]),
        ("Special Agent Lee Ito of Kent Police’s (KP) Fraud Unit (FU) Anytown Field Office spoke.",
         [("Lee Ito", "Special Agent", "Anytown Field Office")]),
        ("Special Agent in Charge Anna Berg of the FBI, Anytown Field Office, said so.",
         [("Anna Berg", "Special Agent in Charge", "Anytown Field Office")]),
        ("Special Agent Anna Berg, FBI (FBI), Anytown Field Office, said so.",
         [("Anna Berg", "Special Agent", "Anytown Field Office")]),
        ("Commander Anna Berg of the Home Office (HO) Border Force (BF) said so.",
         [("Anna Berg", "Commander", "Border Force")]),
        ("DI Anna Berg, Kent Police, said so.", [("Anna Berg", "DI", "Kent Police")]),
        ("DI Anna Berg, who leads the Rural Crime Team, said so.",
         [("Anna Berg", "DI", "Rural Crime Team")]),
        ("DI Anna Berg, of Kent Police's Rural Crime Team, said so.",
         [("Anna Berg", "DI", "Rural Crime Team")]),
        ("DI Anna Berg, from the force's Rural Crime Team, said so.",
         [("Anna Berg", "DI", "Rural Crime Team")]),
        ("DI Anna Berg, who led the case on behalf of Kent Police, said so.",
         [("Anna Berg", "DI", "Kent Police")]),
        ("The Rural Crime Team, led by DI Anna Berg, came.",
         [("Anna Berg", "DI", "Rural Crime Team")]),
        ("The Rural Crime Team came.\n\nDI Anna Berg, from the unit, said so.",
         [("Anna Berg", "DI", "Rural Crime Team")]),
        ("Kent Police, DI Anna Berg said: so.", [("Anna Berg", "DI", "Kent Police")]),
        ("Kent Police's Head of Fraud and Theft DI Anna Berg spoke.",
         [("Anna Berg", "DI", "Kent Police"),
          ("Anna Berg", "Head of Fraud and Theft", "Kent Police")]),
        ("Chief Constable Lee Ito, Deputy Chief Constable Paul Reed, DI Anna Berg and others came.",
         [("Lee Ito", "Chief Constable", None), ("Paul Reed", "Deputy Chief Constable", None),
          ("Anna Berg", "DI", None)]),
        ("DI Anna Berg, Deputy Lieutenant of Kent Paul Reed and others came.",
         [("Anna Berg", "DI", None)]),
        ("Recorder Anna Berg sat at Luton Crown Court.",
         [("Anna Berg", "Recorder", "Luton Crown Court")]),
        ("Sheriff Lee Ito and Europol director Anna Berg spoke.",
         [("Lee Ito", "Sheriff", None), ("Anna Berg", "director", "Europol")]),
        ("Anna Berg, head of fraud at Europol, said so.",
         [("Anna Berg", "head of fraud", "Europol")]),
        ("Anna Berg, Europol's head of fraud, said so.",
         [("Anna Berg", "head of fraud", "Europol")]),
        ("Anna Berg, Assistant Director, Europol, said so.",
         [("Anna Berg", "Assistant Director", "Europol")]),
        ("Europol director Anna Berg said so.", [("Anna Berg", "director", "Europol")]),
        ("NCA regional head of investigations Anna Berg said so.",
         [("Anna Berg", "regional head of investigations", "NCA")]),
        ("Anna Berg is Kent's Police and Crime Commissioner.",
         [("Anna Berg", "Police and Crime Commissioner", None)]),
        ("Home Secretary Anna Berg said so.", [("Anna Berg", "Home Secretary", None)]),
        ("Investigating officer DC Anna Berg said so.", [("Anna Berg", "DC", None)]),
        ("Gold Commander Chief Superintendent Anna Berg said so.",
         [("Anna Berg", "Gold Commander", None), ("Anna Berg", "Chief Superintendent", None)]),
        ("It was found by the security manager for Anna Berg pubs.", []),
    ],
)  # fmt: skip
def test_posts_have_title_and_body(text: str, expected: list[Post]) -> None:
    assert posts_in(text) == expected


def test_a_rank_and_a_post_are_two_with_one_body() -> None:
    assert posts_in("Chief Inspector Anna Berg, Head of the Rural Crime Team, said so.") == [
        ("Anna Berg", "Chief Inspector", "Rural Crime Team"),
        ("Anna Berg", "Head", "Rural Crime Team"),
    ]


def test_two_posts_have_their_own_bodies() -> None:
    text = "Anna Berg is director of Europol and chair of the National Crime Agency."
    assert posts_in(text) == [
        ("Anna Berg", "director", "Europol"),
        ("Anna Berg", "chair", "National Crime Agency"),
    ]


def test_a_plural_rank_is_a_post_of_each() -> None:
    assert posts_in("PCs Anna Berg and Lee Ito came.") == [
        ("Anna Berg", "PCs", None),
        ("Lee Ito", "PCs", None),
    ]


def test_a_body_after_a_list_is_of_each() -> None:
    assert posts_in("PCs Anna Berg and Lee Ito, of Kent Police, came.") == [
        ("Anna Berg", "PCs", "Kent Police"),
        ("Lee Ito", "PCs", "Kent Police"),
    ]


def test_a_body_beside_the_next_name_is_not_shared() -> None:
    text = "Kent Police thanked Europol and DI Anna Berg. Europol DS Lee Ito spoke."
    assert posts_in(text) == [("Anna Berg", "DI", None), ("Lee Ito", "DS", "Europol")]


def test_a_post_said_twice_is_one_with_the_body_that_either_names() -> None:
    text = "DI Anna Berg spoke.\n\nDetective Inspector Berg, of Kent Police, spoke again."
    assert posts_in(text) == [("Anna Berg", "Detective Inspector", "Kent Police")]


def test_posts_name_their_rank_and_rule() -> None:
    draft = report_of("T/DI Anna Berg said so.")
    posts.find(draft, BLANK(draft.text))
    (post,) = draft.posts
    assert (post.title, post.rank, post.stated.rule) == (
        "T/DI",
        "detective-inspector",
        "posts.rank",
    )


def test_an_official_without_a_title_works_for_the_body_that_follows() -> None:
    draft = report_of("Anna Berg from Europol said so.")
    posts.find(draft, BLANK(draft.text))
    assert draft.posts == []
    (claim,) = draft.claims
    assert (claim.predicate, draft.entities[claim.object].name) == ("worksFor", "Europol")
