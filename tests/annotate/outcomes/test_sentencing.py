"""Sentences: total months, one a person; no maxima, bans, or terms to come."""

import pytest

from tests.annotate.outcomes.people import figures, of_kind, told

PEOPLE = ("Ada Finch", "Bram Cole", "Cleo Dorn")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Bram Cole, 40, of Hull, was jailed for eight years and five months.", [(101, "Cole")]),
        ("Bram Cole was sentenced on Monday in Hull to 120 months in prison.", [(120, "Cole")]),
        ("Ada Finch received 18 months' imprisonment, suspended for two years.", [(18, "Finch")]),
        ("Ada Finch was jailed for another four years.", [(48, "Finch")]),
        ("Ada Finch, previously jailed for two years, was jailed for four years.",
         [(48, "Finch")]),
        ("Ada Finch was given a 12 month referral order.", []),
        ("Ada Finch was held while still serving a sentence of five years.", []),
        ("Ada Finch was jailed for 32 weeks.", [(7.4, "Finch")]),
        ("Ada Finch was given a five-year sentence.", [(60, "Finch")]),
        ("Bram Cole was jailed for life with a minimum of 17 years.", [(None, "Cole")]),
        ("A judge sentenced Finch to 24 years, Cole to 19 years and Dorn to two years.",
         [(288, "Finch"), (228, "Cole"), (24, "Dorn")]),
        ("Finch was jailed for 44 months; Cole 40 months; Dorn nine months.",
         [(44, "Finch"), (40, "Cole"), (9, "Dorn")]),
        ("Finch and Cole were each jailed for two years.", [(24, "Finch"), (24, "Cole")]),
        ("Three men were jailed for a total of 60 years.", [(720, "")]),
        ("Cole was jailed for five years for theft and two years for fraud.", [(60, "Cole")]),
        ("Cole was jailed for two years and banned from driving for five years.", [(24, "Cole")]),
        ("Finch, 31, and Cole, 40, were sentenced to 80 months and 45 months, respectively.",
         [(80, "Finch"), (45, "Cole")]),
        ("Finch and Cole were sentenced to 36 and 22 months' imprisonment, respectively.",
         [(36, "Finch"), (22, "Cole")]),
        ("Finch and two men were jailed for five and four years, respectively.",
         [(60, ""), (48, "")]),
        ("Cole was jailed for 6 ½ years.", [(78, "Cole")]),
        ("Cole was jailed for a year and four months.", [(16, "Cole")]),
        ("Cole was sentenced to serve a year and a day in prison.", [(12, "Cole")]),
        ("The sentencing of Ada Finch, 41, to six years in prison ends it.", [(72, "Finch")]),
        ("A man who beat Ada Finch at her home in Hull has been jailed for two years.", [(24, "")]),
        ("Bram Cole, 41, from Hull, who ran after a man, was jailed for two years.",
         [(24, "Cole")]),
        ("Cole is starting a two year prison sentence.", [(24, "Cole")]),
        ("Cole will spend two years and six months in prison.", [(30, "Cole")]),
        ("Cole will spend five years on an extended licence.", []),
        ("Cole started a two year project.", []),
        ("Finch and Cole were jailed for life with a minimum of 16 and 18 years respectively.",
         [(None, "Finch"), (None, "Cole")]),
        ("Ada Finch, 31, of Hull;\n\nThree years' prison\n\nBram Cole\n\nTen months' prison",
         [(36, "Finch"), (10, "Cole")]),
        ("Cole was jailed for more than four years. Cole got four years and nine months.",
         [(57, "Cole")]),
        ("Cole, who earned £900 a year, was jailed.", []),
        ("Finch and Cole both came to court and were sentenced to a total of five years.",
         [(60, "")]),
        ("Finch and Cole were both jailed for a total of five years.",
         [(60, "Finch"), (60, "Cole")]),
        ("Cole faces five years in prison for theft; and ten years in prison for arson.", []),
        ("A prevention order was imposed on Cole for five years.", []),
        ("Finch received life-changing injuries.", []),
        ("Cole has given five years to helping others.", []),
        ("Cole spent 12 days in prison.", []),
        ("Cole was given 17 months in prison and ten years on the Sex Offenders Register.",
         [(17, "Cole")]),
        ("Cole was given a life sentence for Finch's murder.", [(None, "Cole")]),
        ("The charge adds an additional five years in prison.", []),
        ("The four men were sentenced over three days.", []),
        ("Cole, 35 years, of Hill Lane, Hull, was jailed for 24 years.", [(288, "Cole")]),
        ("Cole was sentenced on January 12 to 43 months in prison.", [(43, "Cole")]),
        ("Cole was sentenced to life and told to serve at least 32 years.", [(None, "Cole")]),
        ("Two men were each jailed for 22 months. Finch and Cole were jailed for 22 months.",
         [(22, "Finch"), (22, "Cole")]),
        ("Cole was jailed for eight and half years.", [(102, "Cole")]),
        ("Cole was sentenced to 3 years 4months in prison.", [(40, "Cole")]),
        ("Cole was jailed for two years for theft, plus a further six months for assault.",
         [(30, "Cole")]),
        ("Cole was jailed for two years, and a further year to run concurrently.", [(24, "Cole")]),
        ("Cole got a total of two years, which included a further six months for assault.",
         [(24, "Cole")]),
        ("Cole was given a further six months. Cole was sentenced to nine years.",
         [(6, "Cole"), (108, "Cole")]),
        ("Cole has a month to pay the sum, or he will receive seven months in prison.", []),
        ("Cole may have to serve an extra seven days in prison in lieu of payment.", []),
        ("Finch was sentenced alongside Cole to three years.", [(36, "Finch")]),
        ("There were jail terms for Finch (five years for theft) and Cole (two years).",
         [(60, "Finch"), (24, "Cole")]),
        ("Finch and Cole were jailed for four years two months and two years.",
         [(50, "Finch"), (24, "Cole")]),
        ("The work led to the jailing of Finch and Cole to a total of 15 years.", [(180, "")]),
        ("Cole was given a 12-month community order.", []),
        ("Cole faces a maximum sentence of 20 years in prison.", []),
        ("Cole could be jailed for five years.", []),
        ("Cole, who is 34 years old, was jailed.", []),
        ("Cole is due to be sentenced in two months.", []),
    ],
)  # fmt: skip
def test_sentences_are_months_a_person(text: str, found: list[tuple[float, str]]) -> None:
    assert figures(told(text, people=PEOPLE), "Sentencing") == found


def test_sentences_are_read_from_a_list() -> None:
    text = (
        "They were sentenced as follows:\n\n- Ada Finch (31) – three years\n- Bram Cole – 9 months"
    )
    assert figures(told(text, people=PEOPLE), "Sentencing") == [(36, "Finch"), (9, "Cole")]


def test_rounded_sentence_gives_way_to_the_exact_one() -> None:
    text = (
        "A man was jailed for almost six years.\n\nBram Cole was jailed for 5 years and 11 months."
    )
    assert figures(told(text, people=PEOPLE), "Sentencing") == [(71, "Cole")]


def test_life_is_a_unit_of_its_own() -> None:
    draft = told("Bram Cole was sentenced to life imprisonment.", people=PEOPLE)
    assert [o.unit for o in of_kind(draft, "Sentencing")] == ["life"]


def test_sentence_is_of_the_only_court_of_the_report() -> None:
    text = "Cole appeared at Hull Crown Court in May. He was later jailed for two years."
    draft = told(text, people=("Bram Cole",), courts=("Hull Crown Court",))
    (sentence,) = of_kind(draft, "Sentencing")
    assert sentence.agency is not None
    assert draft.entities[sentence.agency].name == "Hull Crown Court"


def test_sentence_is_of_the_one_court_that_the_report_names() -> None:
    text = "Cole was sentenced at Marsh Crown Court.\n\nHe was jailed for two years."
    draft = told(text, people=PEOPLE, courts=("Marsh Crown Court",))
    (sentence,) = of_kind(draft, "Sentencing")
    assert sentence.agency is not None
    assert draft.entities[sentence.agency].name == "Marsh Crown Court"
