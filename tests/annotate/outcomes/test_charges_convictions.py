"""Charges and convictions: with their people, and the offence as written."""

import pytest

from tests.annotate.outcomes.people import figures, of_kind, told

PEOPLE = ("Ada Finch", "Bram Cole")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bram Cole, 40, of Hull, was charged with burglary.", [(1, "Cole")]),
        ("A jury indicted Bram Cole on fraud counts.", [(1, "Cole")]),
        ("An indictment charging Ada Finch with fraud was opened.", [(1, "Finch")]),
        ("Eleven people have been charged so far.", [(11, "")]),
        ("Ada Finch and Bram Cole were both charged with theft.", [(2, "Finch Cole")]),
        ("Ada Finch was arrested. She was later charged with theft.", [(1, "Finch")]),
        ("Those charged are: Ada Finch, 30, from Hull; and Bram Cole, 41.", [(2, "Finch Cole")]),
        ("The indictment charges Ada Finch, 30, with fraud.", [(1, "Finch")]),
        ("Charges were filed against Bram Cole.", [(1, "Cole")]),
        ("The jury returned an indictment against Bram Cole today.", [(1, "Cole")]),
        ("Ada Finch was held on an indictment charging her with fraud.", [(1, "Finch")]),
        ("Bram Cole, a baker and a former cook, was charged with theft.", [(1, "Cole")]),
        ("Bram Cole, 41, a child carer of Hull, was charged with theft.", [(1, "Cole")]),
        ("Bram Cole, a man and a woman were charged with theft.", [(3, "Cole")]),
        ("Six men were held, two of whom were later charged with theft.", [(2, "")]),
        ("Two men were held. One of them was charged with theft.", [(1, "")]),
        ("Five of those arrested have been charged with theft.", [(5, "")]),
        ("One of those arrested was Bram Cole. He was charged with theft.", [(1, "Cole")]),
        ("A Hull man and woman were charged with theft.", [(2, "")]),
        ("Bram Cole, who was an addict at the time, was charged with theft.", [(1, "Cole")]),
        ("The unit has arrested 43 people and charged 11 over the past month.", [(11, "")]),
        ("The unit has charged 12 people with theft.", [(12, "")]),
        ("Detectives have charged 40 per cent more.", []),
        ("The raid led to the arrest and charge of two men for theft.", [(2, "")]),
        ("A total of 87 county lines lineholders have been charged.", [(87, "")]),
        ("Two men were held. Both men went on to be charged with theft.", [(2, "")]),
        (
            "Ada Finch, 19, and Bram Cole, 25 – both of Lion Street, Hull – were charged.",
            [(2, "Finch Cole")],
        ),
        (
            "Ada Finch and Bram Cole – both 19 and of Lion Street, Hull – were charged.",
            [(2, "Finch Cole")],
        ),
        (
            "Six men were held. Charges have been brought against the members of a gang.",
            [],
        ),
        ("Charges against Bram Cole were dropped.", []),
        ("Two men died before being charged with theft.", []),
        ("They charged clients £200 a day.", []),
        ("The unit is charged with tackling gangs.", []),
        ("Bram Cole was released without charge.", []),
    ],
)
def test_charges_have_their_people(text: str, found: list[tuple[float, str]]) -> None:
    assert figures(told(text, people=PEOPLE), "Charge") == found


@pytest.mark.parametrize(
    ("lead", "end", "found"),
    [
        (
            "A man and a woman have been charged.",
            "",
            [(2, "Finch Cole"), (1, "Finch"), (1, "Cole")],
        ),
        ("Hull is quiet.", "“We have charged two people.”", [(1, "Finch"), (1, "Cole")]),
    ],
)
def test_charge_of_several_is_told_beside_that_of_each(
    lead: str, end: str, found: list[tuple[float, str]]
) -> None:
    each = "Ada Finch, 31, is charged with arson. Bram Cole, 40, is charged with theft."
    assert figures(told(f"{lead} {each} {end}", people=PEOPLE), "Charge") == found


def test_charges_are_read_from_a_list_of_people() -> None:
    text = (
        "These men were charged with affray:\n\n- Ada Finch, 30, of Hull\n- Bram Cole, 41, of York"
    )
    draft = told(text, people=PEOPLE)
    assert [names for _, names in figures(draft, "Charge") if names] == ["Finch", "Cole"]


def test_charge_with_another_offence_is_another() -> None:
    text = (
        "Ada Finch and Bram Cole were charged with conspiracy to supply Class A drugs. "
        "Cole was also charged with possession of Class A drugs with intent to supply."
    )
    found = figures(told(text, people=PEOPLE), "Charge")
    assert found == [(2, "Finch Cole"), (1, "Cole")]


def test_what_each_pleaded_to_is_not_told_again_of_all() -> None:
    text = (
        "Ada Finch pleaded guilty to theft. Bram Cole pleaded guilty to arson. "
        "They pleaded guilty in relation to a long campaign against shops."
    )
    found = figures(told(text, people=PEOPLE), "Conviction")
    assert found == [(1, "Finch"), (1, "Cole")]


def test_people_listed_as_sentenced_are_not_charged_by_the_list() -> None:
    text = (
        "In all 25 people have been charged, two of whom have been sentenced:\n\n"
        "- Ada Finch, 30, of Hull - four years' imprisonment\n- Bram Cole, 41 - two years in jail"
    )
    draft = told(text, people=PEOPLE)
    assert figures(draft, "Charge") == [(25, "")]
    assert figures(draft, "Sentencing") == [(48, "Finch"), (24, "Cole")]


def test_list_of_those_charged_ends_where_a_line_tells_of_its_own() -> None:
    text = (
        "Three people were charged. Two people are to appear in court charged with arson.\n\n"
        "They are:\nAda Finch, 30, of High Lane, Hull\nBram Cole, 41, of Hill Lane, Hull\n\n"
        "Cy Dunn, 27, of Hull, was also charged with arson."
    )
    draft = told(text, people=(*PEOPLE, "Cy Dunn"))
    assert (2, "Finch Cole") in figures(draft, "Charge")


@pytest.mark.parametrize(
    ("lead", "kind"),
    [
        ("Two people were charged with affray:", "Charge"),
        ("Two people were charged with affray. Those defendants are:", "Charge"),
        ("A man and a woman pleaded guilty to affray and were jailed:", "Conviction"),
    ],
)
def test_people_listed_are_those_counted_where_they_are_as_many(lead: str, kind: str) -> None:
    text = f"{lead}\n\n- Ada Finch, 30, of Hull\n- Bram Cole, 41, of York\n\nCole ran the shop."
    assert figures(told(text, people=PEOPLE), kind) == [(2, "Finch Cole")]


def test_items_that_tell_their_own_charge_are_not_charged_twice() -> None:
    text = (
        "These men were charged with affray:\n\n- Ada Finch, 30, of Hull\n"
        "- Bram Cole, 41, of York - charged with theft"
    )
    draft = told(text, people=PEOPLE)
    offences = [o.offence_wording for o in of_kind(draft, "Charge") if o.concerns]
    assert sorted(offence or "" for offence in offences) == ["affray", "theft"]


@pytest.mark.parametrize(
    ("text", "offence"),
    [
        ("Bram Cole, 40, was charged with running a gang.", "running a gang"),
        ("The indictment charges Bram Cole, 40, of Hull, with leading a gang.", "leading a gang"),
        ("Police charged Bram Cole after a search of a house with a value of £9m.", None),
        ("Bram Cole pleaded guilty to arson before District Judge Ada Finch.", "arson"),
        ("Bram Cole pleaded guilty to four charges before the trial started.", None),
        ("Bram Cole admitted both offences, and was jailed.", None),
        ("To see Bram Cole convicted is of great comfort.", None),
        ("Since Cole was convicted, an officer has told of the number of people.", None),
    ],
)
def test_offence_is_what_the_verb_leads_to(text: str, offence: str | None) -> None:
    (outcome,) = told(text, people=("Bram Cole",)).outcomes
    assert outcome.offence_wording == offence


def test_charge_reads_its_offences_from_a_list() -> None:
    draft = told("Bram Cole was charged with:\n\n- Burglary\n- Affray", people=PEOPLE)
    assert [o.offence_wording for o in of_kind(draft, "Charge")] == ["Burglary; Affray"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bram Cole pleaded guilty to theft.", [(1, "Cole")]),
        ("Ada Finch admitted supplying cannabis.", [(1, "Finch")]),
        ("A jury found Bram Cole (41) guilty of theft.", [(1, "Cole")]),
        ("Ada Finch and Bram Cole were convicted of fraud. Both denied it.", [(2, "Finch Cole")]),
        ("He was jailed after six convictions were secured.", [(6, "")]),
        ("Bram Cole changed his plea to guilty.", [(1, "Cole")]),
        ("Four pleaded guilty to theft.", [(4, "")]),
        ("He has a record dating back to 1991 with convictions for theft.", []),
        ("Bram Cole admitted that he was late.", []),
        ("Bram Cole pleaded not guilty to theft.", []),
        ("If convicted, Bram Cole faces five years.", []),
        ("Bram Cole had been previously convicted of theft.", []),
        ("Bram Cole had previously admitted theft.", [(1, "Cole")]),
        ("Bram Cole admitted all the offences.", [(1, "Cole")]),
        ("Bram Cole admitted his crimes in court.", [(1, "Cole")]),
        ("Ada Finch was charged with theft, which she later admitted.", [(1, "Finch")]),
        (
            "A man has been convicted of holding guns.\n\nBram Cole was found guilty of theft.",
            [(1, "Cole")],
        ),
        ("Bram Cole was found not guilty of theft.", []),
        ("A man admitted theft. Bram Cole, 31, later admitted theft.", [(1, "Cole")]),
        ("Bram Cole, a convicted burglar, was seen.", []),
    ],
)
def test_convictions_have_their_people(text: str, found: list[tuple[float, str]]) -> None:
    assert figures(told(text, people=PEOPLE), "Conviction") == found


def test_conviction_of_something_else_is_another() -> None:
    text = "Bram Cole pleaded guilty to theft. Cole also admitted dangerous driving."
    draft = told(text, people=PEOPLE)
    found = [o.offence_wording for o in of_kind(draft, "Conviction")]
    assert found == ["theft", "dangerous driving"]


def test_man_of_the_first_sentence_is_whom_the_next_names() -> None:
    text = "A man has admitted money laundering.\n\nBram Cole, 41, of Hull, hid the cash."
    assert figures(told(text, people=PEOPLE), "Conviction") == [(1, "Cole")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("When interviewed, Bram Cole admitted theft.", []),
        ("When interviewed, Bram Cole admitted theft, and did so in court.", [(1, "Cole")]),
        ("Bram Cole admitted theft. He was jailed.", [(1, "Cole")]),
    ],
)
def test_what_is_admitted_to_the_police_is_no_plea(
    text: str, found: list[tuple[float, str]]
) -> None:
    assert figures(told(text, people=("Bram Cole",)), "Conviction") == found
