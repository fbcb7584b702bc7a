"""Claims between bodies, and of bodies about operations."""

import pytest

from kg.annotate.claims import bodies
from kg.annotate.draft import Draft
from tests.annotate.bodies import BLANK, resolved

LISTED = (
    "Operation Otter ended.\n\nThe following authorities took part:\n\n"
    "- Anyland: Kent Police (KP), Essex Police\n\n- Ruritania: Europol\n\n"
    "Interpol was told of the arrests made."
)


def claimed(draft: Draft) -> list[tuple[str, str, str]]:
    bodies.find(draft, BLANK(draft.text))
    names = [entity.name for entity in draft.entities]
    return [(names[c.subject], c.predicate, names[c.object]) for c in draft.claims]


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("Kent Police's Rural Crime Team came.", "Rural Crime Team", "Kent Police"),
        ("The Rural Crime Team, part of Kent Police, came.", "Rural Crime Team", "Kent Police"),
        ("The Rural Crime Team at Kent Police came.", "Rural Crime Team", "Kent Police"),
        ("Kent Police and its specialist Rural Crime Team came.", "Rural Crime Team",
         "Kent Police"),
        ("The FBI, Anytown Field Office, came.", "Anytown Field Office", "FBI"),
        ("The FBI went. The FBI Anytown Field Office stayed.",
         "FBI Anytown Field Office", "Federal Bureau of Investigation"),
        ("Ada of Kent Police Fraud Crime Team met.", "Kent Police Fraud Crime Team",
         "Kent Police"),
        ("Kent Police's Chief Constable's Crime Squad met.", "Crime Squad", "Kent Police"),
        ("An Operational Taskforce was set up at Europol.", "Operational Taskforce", "Europol"),
        ("- Kent Police – Rural Crime Team", "Rural Crime Team", "Kent Police"),
        ("Kent Police (Rural Crime Team and others) came.", "Rural Crime Team", "Kent Police"),
        ("The FBI went. HSI stayed with FBI Chicago.", "FBI Chicago",
         "Federal Bureau of Investigation"),
        ("The Rural Crime Team under Kent Police came.", "Rural Crime Team", "Kent Police"),
        ("The FBI—Anytown Field Office came.", "Anytown Field Office", "FBI"),
        ("Europol’s General Secretariat came.", "General Secretariat", "Europol"),
        ("Came: Europol — Fraud Intelligence Bureau", "Fraud Intelligence Bureau", "Europol"),
        ("It fell to the Drug Enforcement Administration's (DEA) Anytown Field Division.",
         "Anytown Field Division", "Drug Enforcement Administration"),
        ("U.S. Immigration and Customs Enforcement (ICE) Homeland Security Investigations led.",
         "Homeland Security Investigations", "U.S. Immigration and Customs Enforcement"),
        ("The U.S. Secret Service and United States Secret Service Anytown Field Office led.",
         "United States Secret Service Anytown Field Office", "U.S. Secret Service"),
        ("Kent Police 's Rural Crime Team came.", "Rural Crime Team", "Kent Police"),
        ("EUROPOL'S Fraud Crime Unit came.", "Fraud Crime Unit", "Europol"),
    ],
)  # fmt: skip
def test_parts_are_claimed(text: str, part: str, whole: str) -> None:
    draft = resolved(text)
    found = {(s, p) for s, p, _ in claimed(draft)}
    wholes = {draft.entities[c.object].key for c in draft.claims}
    assert found == {(part, "subOrganizationOf")}
    assert wholes <= {
        f"agency:{id_}" for id_ in ("dea", "europol", "fbi", "ice", "kent-police", "usss")
    }
    assert whole


def test_part_of_a_bodys_unit_is_of_the_unit() -> None:
    draft = resolved("The Anyville Resident Agency of the FBI's Anytown Field Office came.")
    assert set(claimed(draft)) == {
        ("Anyville Resident Agency", "subOrganizationOf", "Anytown Field Office"),
        ("Anytown Field Office", "subOrganizationOf", "FBI"),
    }


def test_fuller_name_is_no_part() -> None:
    assert claimed(resolved("Europol. Europol of Anyland. The Europol Fraud Unit.")) == [
        ("Europol Fraud Unit", "subOrganizationOf", "Europol")
    ]


def test_operation_that_a_body_leads_is_its_alone() -> None:
    draft = resolved("The NCA said that it fell to the FBI-led Operation Otter.")
    assert claimed(draft) == [("FBI", "tookPartIn", "Operation Otter")]


def test_what_stands_far_from_a_standing_programme_is_no_part_of_it() -> None:
    draft = resolved(
        "The case is part of Project Otter, a nationwide initiative. Kent Police led the work."
    )
    assert claimed(draft) == []


def test_each_unit_of_a_list_is_of_its_owner() -> None:
    draft = resolved("Kent Police's Rural Crime Team and Fraud Crime Team met the FBI Fraud Team.")
    assert claimed(draft) == [
        ("Rural Crime Team", "subOrganizationOf", "Kent Police"),
        ("Fraud Crime Team", "subOrganizationOf", "Kent Police"),
    ]


def test_parts_of_the_publisher_are_claimed() -> None:
    draft = resolved("Kent Police acted. Our Rural Crime Team came.", publisher="Kent Police")
    assert claimed(draft) == [("Rural Crime Team", "subOrganizationOf", "Kent Police")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kent Police ran Operation Otter.", [("Kent Police", "Operation Otter")]),
        ("Kent Police's Operation Otter met Essex Police's Operation Heron.",
         [("Kent Police", "Operation Otter"), ("Essex Police", "Operation Heron")]),
        ("Operation Otter was heard at Anytown Crown Court.", []),
        ("Operation Otter began. It was led by Kent Police.", [("Kent Police", "Operation Otter")]),
        ("Operation Otter began. A resident rang Kent Police.", []),
        ("Operation Otter began. Anyone who knows more can call Kent Police, who led it.", []),
        ("Kent Police held a joint day with Essex Police. The operation, named Op Otter, ended.",
         [("Kent Police", "Operation Otter"), ("Essex Police", "Operation Otter")]),
        ("Kent Police met Essex Police. Operation Otter ended.", []),
        (LISTED, [("Kent Police", "Operation Otter"), ("Essex Police", "Operation Otter"),
                  ("Europol", "Operation Otter")]),
        ("Operation Otter, led by Kent Police, followed Essex Police's Operation Heron.",
         [("Kent Police", "Operation Otter"), ("Essex Police", "Operation Heron")]),
    ],
)  # fmt: skip
def test_bodies_of_an_operation_are_claimed(text: str, expected: list[tuple[str, str]]) -> None:
    found = claimed(resolved(text))
    assert [(s, o) for s, p, o in found if p == "tookPartIn"] == expected


@pytest.mark.parametrize(
    "text",
    [
        "Kent Police spoke. Raids followed as part of Operation Otter.",
        "Kent Police spoke. It was the force’s Operation Otter.",
        "Kent Police spoke. Operation Otter ended. Operation Otter went well.",
        "Kent Police spoke. Kent Police came. Operation Otter ended. Kent Police left.",
    ],
)
def test_an_operation_without_bodies_is_the_publishers(text: str) -> None:
    draft = resolved(text, publisher="Kent Police")
    assert claimed(draft) == [("Kent Police", "tookPartIn", "Operation Otter")]


@pytest.mark.parametrize(
    "text",
    [
        "Kent Police spoke. The Operation Otter team came, joined by Essex Police.",
        "Kent Police spoke. Essex Police saw all that the Force did through Operation Otter.",
    ],
)
def test_an_operation_with_a_team_of_the_publishers_is_its_too(text: str) -> None:
    draft = resolved(text, publisher="Kent Police")
    assert set(claimed(draft)) >= {
        ("Kent Police", "tookPartIn", "Operation Otter"),
        ("Essex Police", "tookPartIn", "Operation Otter"),
    }


def test_a_team_of_another_body_is_not_the_publishers() -> None:
    draft = resolved(
        "Kent Police met Essex Police’s Operation Otter team.", publisher="Kent Police"
    )
    assert ("Kent Police", "tookPartIn", "Operation Otter") not in claimed(draft)


@pytest.mark.parametrize(
    "text",
    [
        "Kent Police got Home Office funding and ran Operation Otter.",
        "Kent Police ran Operation Otter. The unit is made up of officers from Essex Police.",
    ],
)
def test_who_pays_or_lends_officers_to_a_unit_takes_no_part(text: str) -> None:
    assert claimed(resolved(text)) == [("Kent Police", "tookPartIn", "Operation Otter")]


def test_an_operation_named_in_passing_is_nobodys() -> None:
    draft = resolved("Kent Police spoke. It recalled Operation Otter.", publisher="Kent Police")
    assert claimed(draft) == []


def test_a_link_beside_a_report_is_no_operation_of_the_publishers() -> None:
    draft = resolved("Kent Police spoke.\n\nOperation Otter", publisher="Kent Police")
    assert claimed(draft) == []


def test_bodies_that_work_together_are_claimed() -> None:
    found = claimed(resolved("Kent Police worked closely with Essex Police."))
    assert found == [("Kent Police", "workedWith", "Essex Police")]


def test_claims_name_the_sentence_and_a_rule() -> None:
    draft = resolved("It rained. Kent Police ran Operation Otter.")
    claimed(draft)
    assert [(c.stated.sentences, c.stated.rule) for c in draft.claims] == [
        ((1,), "claims.beside-operation")
    ]
