"""Seizures: what a clause says was taken, how much of it, and what it does not say."""

import pytest

from kg.annotate.outcomes import seizures
from kg.model import Quotation, Stated
from tests.annotate.bodies import found_by
from tests.annotate.outcomes.things import outcomes, outcomes_with_bodies, told


@pytest.mark.parametrize(
    ("text", "things"),
    [
        (
            "More than 30 kilos of Class A drugs, two guns and over £9,000 in cash was seized.",
            ["30 kg: Class A drugs", "2 items: guns", "9000 GBP: cash"],
        ),
        (
            "Officers seized a car, two phones and £80.",
            ["1 items: car", "2 items: phones", "80 GBP: cash"],
        ),
        ("Twelve bags of the Class B drug were found.", ["12 items: bags of Class B drug"]),
        ("They found class B cannabis.", ["some: class B cannabis"]),
        ("They found two more phones.", ["2 items: phones"]),
        ("We seized half a million pounds of cannabis.", ["some: cannabis, worth 500000 GBP"]),
        ("They seized 12 pounds of cannabis.", ["5.44 kg: cannabis"]),
        (
            "Cannabis worth over a hundred thousand pounds was seized.",
            ["some: Cannabis, worth 100000 GBP"],
        ),
        ("Drugs were seized and six arrests made.", ["some: Drugs"]),
        ("They seized six cars and gave six licence points.", ["6 items: cars"]),
        ("During the search £525 in cash was found.", ["525 GBP: cash"]),
        ("They seized a quarter of a million pounds.", ["250000 GBP: cash"]),
        ("Two guns, which were not loaded, were seized.", ["2 items: guns"]),
        (
            "They seized about £4,000 in cash as well as jewellery worth more than £9,000.",
            ["4000 GBP: cash", "some: jewellery, worth 9000 GBP"],
        ),
        (
            "After a search of the car a sum of cash totaling £750 was seized.",
            ["750 GBP: cash"],
        ),
        (
            "A man was charged with money laundering after being caught with £800.",
            ["800 GBP: cash"],
        ),
        ("A large sum of money was recovered.", ["some: money"]),
        ("Phones and money were seized.", ["some: Phones", "some: money"]),
        (
            "On searching a house in Anytown, phones and cash were seized.",
            ["some: phones", "some: cash"],
        ),
        (
            "Police found 20 plants, growing equipment and mixing agents.",
            ["20 items: plants", "some: growing equipment", "some: mixing agents"],
        ),
        (
            "Police found axes, hunting knives and an amount of cash.",
            ["some: axes", "some: hunting knives", "some: cash"],
        ),
        (
            "They seized £9,000 ($12,000) in cryptocurrency and £500 worth of bitcoin.",
            ["9000 GBP: cryptocurrency", "some: bitcoin, worth 500 GBP"],
        ),
        (
            "They seized 8kg of heroin, cocaine and MDMA, and two cars.",
            ["8 kg: heroin, cocaine and MDMA", "2 items: cars"],
        ),
        (
            "Police seized £700 worth of crack and heroin, and a bag of heroin at his flat.",
            ["some: crack and heroin, worth 700 GBP", "1 items: bag of heroin"],
        ),
        (
            "Police found a number of wraps of heroin and cocaine.",
            ["some: wraps of heroin and cocaine"],
        ),
        ("Police seized heroin and other drugs.", ["some: heroin", "some: drugs"]),
        (
            "40 grams of what is believed to be amphetamine was found.",
            ["0.04 kg: amphetamine"],
        ),
        (
            "Police also found component parts of a gun, an air rifle and 20 cartridges.",
            ["1 items: air rifle", "20 items: cartridges"],
        ),
        (
            "Among other things officers recovered a car, a £900 bicycle and £60 in cash.",
            ["1 items: car", "some: bicycle, worth 900 GBP", "60 GBP: cash"],
        ),
        ("A sword and balaclava were seized.", ["1 items: sword", "1 items: balaclava"]),
        ("They seized a car and dealt with offences.", ["1 items: car"]),
        ("Knives and cricket stumps were seized.", ["some: Knives", "some: cricket stumps"]),
        ("Cash, drugs and other items were seized.", ["some: Cash", "some: drugs", "some: items"]),
        (
            "They seized cash and other items including phones.",
            ["some: cash", "some: phones"],
        ),
        (
            "Police seized £900 worth of goods, including cars.",
            ["some: goods, worth 900 GBP", "some: cars"],
        ),
        ("Also found in the loft was cannabis and a gun.", ["some: cannabis", "1 items: gun"]),
        ("It was a great success with drugs being seized.", ["some: drugs"]),
        ("Smith's tablets and phones were seized.", ["some: tablets", "some: phones"]),
        (
            "After a gun was recovered in Anytown and a gun seized in Otherton he was held.",
            ["1 items: gun", "1 items: gun"],
        ),
        (
            "They seized 2kg of heroin and 3kg of cocaine.",
            ["2 kg: heroin", "3 kg: cocaine"],
        ),
        (
            "Weapons were recovered - nine swords; two air pistols; and a crossbow.",
            ["some: Weapons", "9 items: swords", "2 items: air pistols", "1 items: crossbow"],
        ),
        (
            "Heroin was seized during the raid alongside £4,000 in cash.",
            ["some: Heroin", "4000 GBP: cash"],
        ),
        ("Officers found him with 40 wraps of heroin.", ["40 items: wraps of heroin"]),
        ("A man who had hidden 50 wraps of heroin was jailed.", ["50 items: wraps of heroin"]),
        ("Also found in the car were two kilos of heroin.", ["2 kg: heroin"]),
        ("What they discovered was 15 cannabis plants.", ["15 items: cannabis plants"]),
        ("A bag was seized and found to contain 38 wraps.", ["38 items: wraps"]),
        ("The pots contained 20 wraps of heroin.", ["20 items: wraps of heroin"]),
        (
            "A cannabis farm consisting of a total of 60 plants was located.",
            ["60 items: plants"],
        ),
        (
            "They found a cannabis factory over two floors, containing 35 plants.",
            ["35 items: plants"],
        ),
        ("They have taken seven weapons off the streets.", ["7 items: weapons"]),
        ("A farm was found in Anytown, housing 200 plants.", ["200 items: plants"]),
        ("A farm was found at a flat with more than 90 plants.", ["90 items: plants"]),
        (
            "They found 34-year-old Bram Ezra Cole (on the left) in possession of £300 in cash.",
            ["300 GBP: cash"],
        ),
        ("He was caught by police with 50 wraps of heroin.", ["50 items: wraps of heroin"]),
        ("He also had in his possession £900 in cash.", ["900 GBP: cash"]),
        ("Some 2,000 plants of varying size were located.", ["2000 items: plants"]),
        (
            "Among items seized were £9,000 of cannabis and two phones.",
            ["some: cannabis, worth 9000 GBP", "2 items: phones"],
        ),
        (
            "They found 900 pills that contained fentanyl, eight kilos of heroin and a gun.",
            ["900 items: pills", "8 kg: heroin", "1 items: gun"],
        ),
        (
            "They seized a press used for making pills, three kilos of heroin and a gun.",
            ["1 items: press", "3 kg: heroin", "1 items: gun"],
        ),
        ("They recovered a cannabis grow of around 60 plants.", ["60 items: plants"]),
        ("A busy day, resulting in 15 cars seized for offences.", ["15 items: cars"]),
        ("We found 23 offensive weapons last week.", ["23 items: offensive weapons"]),
        (
            "They found a gun beneath and a knife underneath a car.",
            ["1 items: gun", "1 items: knife"],
        ),
        ("They seized £9,000 cannabis.", ["some: cannabis, worth 9000 GBP"]),
        ("They seized a quantity of cash – just under £800.", ["800 GBP: cash"]),
        ("They found a phone later linked to him and a gun.", ["1 items: phone", "1 items: gun"]),
        ("They found a loaded Glock 27 pistol.", ["1 items: loaded Glock"]),
        ("The number of plants seized shows that they grew them.", ["some: plants"]),
        ("Nine knives have been taken off our streets.", ["9 items: knives"]),
        ("Nearly 80 plants were later removed for destruction.", ["80 items: plants"]),
        ("They seized 10 to 15 kilos of heroin.", ["10 kg: heroin"]),
        ("They seized between five and six kilos of heroin.", ["5 kg: heroin"]),
        ("A search of the flat yielded two kilos of heroin.", ["2 kg: heroin"]),
        (
            "He was taken into custody with a knife and cocaine.",
            ["1 items: knife", "some: cocaine"],
        ),
        ("They found a bag of 66 wraps of heroin.", ["66 items: wraps of heroin"]),
        (
            "They found a knife, phone and gun.",
            ["1 items: knife", "1 items: phone", "1 items: gun"],
        ),
        ("They seized 90 tablets containing fentanyl.", ["90 items: tablets"]),
        ("They seized wraps of class A drugs (heroin).", ["some: wraps of class A drugs"]),
        ("They seized a bag containing a knife.", ["1 items: knife"]),
        ("The weapon - an air pistol - was seized.", ["1 items: air pistol"]),
        ("Seizures included two guns and 900+ phones.", ["2 items: guns", "900 items: phones"]),
        (
            "Seizures during the raid\n\n- 3 phones\n\n- 2 guns",
            ["3 items: phones", "2 items: guns"],
        ),
        (
            "Items seized in all countries\n\n- 34 phones\n\n- 25 guns",
            ["34 items: phones", "25 items: guns"],
        ),
        ("They made 37 vehicle seizures and 90 drug seizures.", ["37 items: vehicle"]),
        (
            "They seized a large sum of cash initially estimated to be £9,000.",
            ["9000 GBP: cash"],
        ),
        ("They seized what they believe to be heroin.", ["some: heroin"]),
        ("They seized two domains, among them example.test.", ["2 items: domains"]),
        ("They have seized another £90,000.", ["90000 GBP: cash"]),
        ("They seized 10g of a substance that tested positive for heroin.", ["0.01 kg: heroin"]),
        ("They found a four-figure sum of cash.", ["some: cash"]),
        ("They found wraps of what was later confirmed to be heroin.", ["some: heroin"]),
        (
            "Forty wraps of heroin were seized, and over 2kg of cannabis.",
            ["40 items: wraps of heroin", "2 kg: cannabis"],
        ),
        (
            "Forty wraps of heroin were seized, and two guns were examined.",
            ["40 items: wraps of heroin"],
        ),
        ("Items seized in the raid: two guns, cocaine.", ["2 items: guns", "some: cocaine"]),
        ("Officers seized £40,000 suspected drugs.", ["some: drugs, worth 40000 GBP"]),
        ("Agents seized a Marsh & Fenwick 9mm pistol.", ["1 items: Marsh Fenwick 9mm pistol"]),
        ("They seized 2 x 5kg blocks of cocaine.", ["10 kg: blocks of cocaine"]),
        ("They seized two phones and 3kg of cocaine.", ["2 items: phones", "3 kg: cocaine"]),
        ("They seized a quantity of what is believed to be heroin.", ["some: heroin"]),
        (
            "They found a large amount (around 2kg) of class A drugs.",
            ["2 kg: class A drugs"],
        ),
        ("The bag contained 20 wraps and £190.", ["20 items: wraps", "190 GBP: cash"]),
        ("The letter contained a gun.", []),
        ("Inside were two guns.", ["2 items: guns"]),
        ("Also seized were two cars.", ["2 items: cars"]),
        ("Almost 40 guns were handed in.", ["40 items: guns"]),
        ("Cocaine was found in his blood.", []),
        ("It was reported that a man was found in possession of a gun.", []),
        ("No drugs or cash were found.", []),
        (
            "A silver revolver; a black revolver; and two knives were found.",
            ["1 items: silver revolver", "1 items: black revolver", "2 items: knives"],
        ),
        ("They found a kilo of cocaine.", ["1 kg: cocaine"]),
        (
            "A knife and 12 wraps of heroin were recovered.",
            ["1 items: knife", "12 items: wraps of heroin"],
        ),
        ("Drugs and cash were seized.", ["some: Drugs", "some: cash"]),
        ("£80,000 worth of cocaine was seized.", ["some: cocaine, worth 80000 GBP"]),
        ("They seized £40,000 of jewellery.", ["some: jewellery, worth 40000 GBP"]),
        (
            "Around 110 cannabis plants with a street value of £90,000 were seized.",
            ["110 items: cannabis plants, worth 90000 GBP"],
        ),
        (
            "A total of 59 bags of cannabis weighing 1.5kg were seized.",
            ["1.5 kg: bags of cannabis"],
        ),
        ("Cash totalling £450 was recovered.", ["450 GBP: Cash"]),
        ("€406 000 euros seized in cash", ["406000 EUR: cash"]),
        ("It led to the seizure of 20 servers.", ["20 items: servers"]),
        ("This resulted in four guns being seized.", ["4 items: guns"]),
        ("Officers seized a substance believed to be heroin.", ["some: heroin"]),
        ("They found bags loaded with 3 kilos of heroin.", ["3 kg: heroin"]),
        (
            "A kilo of heroin was found, and a further 3kg was found later.",
            ["1 kg: heroin", "3 kg: heroin"],
        ),
        ("He was found in possession of nine wraps of crack.", ["9 items: wraps of crack"]),
        ("His phone was seized.", ["1 items: phone"]),
        ("Police seized ladders and a cement mixer.", ["some: ladders", "1 items: cement mixer"]),
        (
            "Officers seized 200 wraps of suspected class B drugs.",
            ["200 items: wraps of suspected class B drugs"],
        ),
        (
            "The team seized:\n\n- Over £50,000 in cash\n- three grenades, and 90 bullets",
            ["50000 GBP: cash", "3 items: grenades", "90 items: bullets"],
        ),
        ("Police seized a lot. This included €900.", ["900 EUR: cash"]),
    ],
)
def test_what_was_seized_is_found(text: str, things: list[str]) -> None:
    assert [told(o) for o in outcomes(seizures.find, text)] == things


@pytest.mark.parametrize(
    "text",
    [
        "No drugs were found.",
        "Vehicles will be seized.",
        "Anyone found in possession of a knife faces arrest.",
        "He was found guilty of conspiracy to supply 50kg of cocaine.",
        "He admitted supplying two kilos of heroin.",
        "He was charged with being in possession of cannabis.",
        "The seized phones are being examined.",
        "We are committed to seizing drugs.",
        "It helps police recover stolen property.",
        "Officers found a stolen car.",
        "Two men and a dog handler were found.",
        "The drugs line was found to be busy.",
        "They are taking drugs off the streets.",
        "An item was found between his knees.",
        "They found bags stuffed with the drug.",
        "They were called to reports of men carrying knives.",
        "They found a cannabis farm worth £1m.",
        "They found a strong smell of cannabis.",
    ],
)
def test_plans_denials_and_offences_are_no_seizures(text: str) -> None:
    assert outcomes(seizures.find, text) == []


def test_what_is_said_again_in_general_is_told_once() -> None:
    text = 'They seized two kilos of heroin. "We have seized drugs," she said.'
    draft = found_by(text=text)
    said = Stated((1,), text.index('"'), len(text), "test")
    draft.quotations.append(Quotation(said, 0, "We have seized drugs,"))
    seizures.find(draft)
    assert [told(o) for o in draft.outcomes] == ["2 kg: heroin"]


def test_a_figure_of_the_title_is_told_once() -> None:
    found = outcomes(
        seizures.find,
        "Officers raided a flat in Anytown. They seized two kilos of heroin.",
        title="Heroin seized in Anytown",
    )
    assert [told(o) for o in found] == ["2 kg: heroin"]


def test_a_rounding_in_the_lead_is_told_once() -> None:
    text = (
        "Over £7m in cash has been seized. Officers are pleased. "
        "A total of £7,202,000 in cash was seized and more than £1m in cash restrained."
    )
    found = outcomes(seizures.find, text)
    assert [told(o) for o in found] == ["7202000 GBP: cash", "1000000 GBP: cash"]


def test_more_than_a_figure_is_not_more_of_it() -> None:
    text = "Police seized more than 70 plants. They were pleased. We seized more than 70 plants."
    assert [told(o) for o in outcomes(seizures.find, text)] == ["70 items: plants"]


def test_a_worth_told_again_without_the_weight_is_told_once() -> None:
    text = (
        "Police seized 5kg of cannabis worth £50,000. It took a long time to do so. "
        "It led to the recovery of cannabis worth £50,000."
    )
    found = outcomes(seizures.find, text)
    assert [told(o) for o in found] == ["5 kg: cannabis, worth 50000 GBP"]


def test_one_more_of_the_same_is_not_a_repeat() -> None:
    found = outcomes(seizures.find, "Police seized a handgun. They also seized another handgun.")
    assert [told(o) for o in found] == ["1 items: handgun", "1 items: handgun"]


def test_a_seizure_keeps_wording_comparator_commodity_and_doubt() -> None:
    (found,) = outcomes(seizures.find, "Police seized almost 40 wraps of suspected heroin.")
    assert found.wording == "almost 40 wraps of suspected heroin"
    assert (found.comparator, found.commodity, found.modality) == ("about", "heroin", "suspected")


@pytest.mark.parametrize(
    ("text", "agency"),
    [
        ("Kent Police seized a handgun.", "Kent Police"),
        ("A handgun was seized by Kent Police.", "Kent Police"),
        ("Officers seized a handgun.", None),
    ],
)
def test_a_seizure_names_who_made_it_where_its_sentence_does(text: str, agency: str | None) -> None:
    draft, (found,) = outcomes_with_bodies(seizures.find, text)
    assert (draft.entities[found.agency].name if found.agency is not None else None) == agency


@pytest.mark.parametrize(
    ("text", "things"),
    [
        (
            "Officers seized 3kg of cocaine and a phone. The drugs had a street value of £90,000.",
            ["3 kg: cocaine, worth 90000 GBP", "1 items: phone"],
        ),
        (
            "Police seized 2kg of heroin and 1kg of cocaine. The drugs were worth £90,000.",
            ["2 kg: heroin", "1 kg: cocaine"],
        ),
    ],
)
def test_a_worth_told_later_goes_to_the_one_thing_it_can_be_of(
    text: str, things: list[str]
) -> None:
    assert [told(o) for o in outcomes(seizures.find, text)] == things
