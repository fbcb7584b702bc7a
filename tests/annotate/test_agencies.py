"""Bodies by name, by pattern, and by the short forms that a report introduces."""

import pytest

from kg.annotate import agencies, arbitrate, coreference
from kg.annotate.agencies.shortened import abbreviates
from tests.annotate.bodies import found_by, names_of


def found(text: str, title: str = "") -> list[str]:
    return names_of(found_by(agencies.find, text=text, title=title))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Officers from Dorset Police and the NCA went in.", ["Dorset Police", "NCA"]),
        ("The Met’s officers drove on.", ["Met"]),
        ("She had met them at the Met Office.", []),
        ("Kent Police and Crime Commissioner Ada Finch agreed.", []),
        ("Kent Police, Fire and Crime Commissioner Ada Finch agreed.", []),
        ("He met agents of fedpol and AFRIPOL.", ["fedpol", "AFRIPOL"]),
        ("It was sold on ice at the ICE rink by HSI agents.", ["ICE", "HSI"]),
        ("A cup with ICE on it.", []),
        ("Homeland agents of U.S. Immigration and Customs Enforcement; ICE led.",
         ["U.S. Immigration and Customs Enforcement", "ICE"]),
        ("An Garda Síochána and the Guardia Civil met.", ["An Garda Síochána", "Guardia Civil"]),
        ("Essex Policeman of the year", []),
        ("Follow @kent_police for more.", ["@kent_police"]),
    ],
)  # fmt: skip
def test_listed_bodies_are_found(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He appeared at Anytown Crown Court today.", ["Anytown Crown Court"]),
        ("On Monday, Anytown Magistrates’ Court heard it.", ["Anytown Magistrates’ Court"]),
        ("At Anytown Magistrates Court he wept.", ["Anytown Magistrates Court"]),
        ("At Anytown crown court the crown court sat.", ["Anytown crown court"]),
        ("At Anytown Crown court he wept.", ["Anytown Crown court"]),
        ("The Leader of Anytown City Council spoke.", ["Anytown City Council"]),
        ("The St. Olave Police Department knocked.", ["St. Olave Police Department"]),
        ("The Essex Police Headquarters and Anytown Police stations", ["Essex Police"]),
        ("The Police Service of Northern Ireland and Youth Justice Agency",
         ["Police Service of Northern Ireland", "Youth Justice Agency"]),
        ("The Mayor met Ada Ito of Anytown Council.", ["Anytown Council"]),
        ("It is paid by the Office of the Police, Fire and Crime Commissioner.",
         ["Office of the Police, Fire and Crime Commissioner"]),
        ("The US Attorney’s Office for the Eastern District of Anystate charged him.",
         ["US Attorney’s Office for the Eastern District of Anystate"]),
        ("The court heard him.", []),
        ("He sat in Marlow & District Magistrates Court and Anytown and Saltby Magistrates’ Court",
         ["Marlow & District Magistrates Court", "Anytown and Saltby Magistrates’ Court"]),
        ("Jailed at Anytown High Court for Directing Crime, he wept.", ["Anytown High Court"]),
        ("The Cantonal Police of St. Gallen met the Anyshire Resilience Forum.",
         ["Cantonal Police of St. Gallen", "Anyshire Resilience Forum"]),
        ("Led by U.S. Attorneys’ Offices, it was joined by Dutch law enforcement agencies.", []),
        ("In the UK law enforcement response other Canadian police agencies joined.", []),
        ("Two people were referred to the National Referral Mechanism (NRM).",
         ["National Referral Mechanism", "NRM"]),
        ("He sat in Isle of Wight Crown Court, then in Anytown Law Courts.",
         ["Isle of Wight Crown Court", "Anytown Law Courts"]),
        ("The Public Prosecutor’s Office Verden and the Prosecutor’s Office agreed.",
         ["Public Prosecutor’s Office Verden", "Prosecutor’s Office"]),
        ("U.S. Attorneys’ Offices for the Eastern District of Anystate and Southern District",
         ["U.S. Attorneys’ Offices for the Eastern District of Anystate"]),
        ("The Dutch, Thai and Irish police met.", ["Dutch", "Thai", "Irish police"]),
        ("The National Police (Valsts Vidra) and the Tax Agency (a new one) met.",
         ["National Police", "Valsts Vidra", "Tax Agency"]),
        ("Ada Ito and Federal Bureau of Investigation Special Agent Bo Lind",
         ["Federal Bureau of Investigation"]),
        ("He went to Crown Court.", []),
        ("A hearing at the High Court in Anytown.", ["High Court in Anytown"]),
        ("The U.S. District Court for the Northern District of Anystate sat.",
         ["U.S. District Court for the Northern District of Anystate"]),
        ("Anytown Borough Council and Trading Standards helped.",
         ["Anytown Borough Council", "Trading Standards"]),
        ("The Rockville Police Department and Marlow County Sheriff’s Office came.",
         ["Rockville Police Department", "Marlow County Sheriff’s Office"]),
        ("They sat in Anytown Police Station.", []),
        ("The Office of the Police and Crime Commissioner for Anyshire paid.",
         ["Office of the Police and Crime Commissioner for Anyshire"]),
        ("Kent police met U.S. law enforcement; no other U.S. law enforcement agency came.",
         ["Kent police", "U.S. law enforcement"]),
        ("Zurich City Police (Stadtpolizei Zürich) and the Secretariat of the Navy came.",
         ["Zurich City Police", "Stadtpolizei Zürich", "Secretariat of the Navy"]),
        ("The Bavarian State Criminal Police Office asked Investigating Court 2.",
         ["Bavarian State Criminal Police Office", "Investigating Court"]),
        ("Police Headquarters Chemnitz (Polizeidirektion Chemnitz), Judicial Court of Marseille",
         ["Police Headquarters Chemnitz", "Polizeidirektion Chemnitz",
          "Judicial Court of Marseille"]),
        ("The man faced Anytown Local Court.", ["Anytown Local Court"]),
        ("Thames and Chiltern Crown Prosecution Service brought the case.",
         ["Thames and Chiltern Crown Prosecution Service"]),
        ("Dutch police and French authorities met police in Norway.",
         ["Dutch police", "French authorities", "police in Norway"]),
        ("The Italian Ministry of Health was told.", ["Italian Ministry of Health"]),
    ],
)  # fmt: skip
def test_bodies_are_found_by_the_words_of_their_names(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("PC Ito, of the Anytown Neighbourhood Policing Team, said",
         ["Anytown Neighbourhood Policing Team"]),
        ("Anyshire's Falcon team struck again.", ["Falcon team"]),
        ("Our northern exploitation team called.", ["northern exploitation team"]),
        ("The regional organised crime unit helped.", ["regional organised crime unit"]),
        ("The dog unit and the property team were there.", []),
        ("A Dog Unit came with the Search Team.", []),
        ("Regional Organised Crime Units are a network.", []),
        ("The Operation Falcon team knocked.", []),
        ("GMP's North Anytown division and the Asset Forfeiture Section met.",
         ["GMP", "North Anytown division", "Asset Forfeiture Section"]),
        ("A Global Fraud Network fell to Task Force Officer Lee Ito.", []),
        ("Proactive Policing teams were out.", []),
        ("Detective Inspector Economic Crime Unit", ["Economic Crime Unit"]),
        ("The award for Biometrics Team of the Year", []),
        ("Ruritania's cybercrime unit shared it.", ["Ruritania's cybercrime unit"]),
        ("The Child Exploitation (CE) Team and Fraud (FBI) Unit met.",
         ["Child Exploitation (CE) Team", "FBI"]),
        ("The Bedfordshire, Cambridgeshire and Hertfordshire Dog Crime Unit called.",
         ["Bedfordshire, Cambridgeshire and Hertfordshire Dog Crime Unit"]),
        ("A National IT Crime Unit and the Anytown Community Safety Hub opened.",
         ["National IT Crime Unit", "Anytown Community Safety Hub"]),
        ("Alongside Harbour Crime Team, the road safety team drove.",
         ["Harbour Crime Team", "road safety team"]),
        ("The Roads Policing Group and its Tactical Support Group stopped him.",
         ["Roads Policing Group", "Tactical Support Group"]),
        ("Officers of the Beds, Cambs and Herts Major Crime Unit came.",
         ["Beds, Cambs and Herts Major Crime Unit"]),
        ("Lee Ito of the Narcotics, Money Laundering and Racketeering Section spoke.",
         ["Narcotics, Money Laundering and Racketeering Section"]),
        ("GMP's City of Anytown District helped DC Lee Ito of the Saltby District, who said",
         ["GMP", "City of Anytown District"]),
        ("Detective Constable Lee Ito of the Saltby District said he was of the Lake District.",
         ["Saltby District"]),
        ("He met the Anytown (Maine) Police Department.", ["Anytown (Maine) Police Department"]),
        ("Roads Policing, Firearms and Dog Crime Teams came.", ["Firearms and Dog Crime Teams"]),
        ("Directors (AUSA Lee Ito) and Strike Force lawyers met.", []),
        ("A second proactive policing team works with another County Lines disruption team.",
         ["County Lines disruption team"]),
        ("The Safer Saltby Partnership met the Child Safety Working Group on Fraud.",
         ["Safer Saltby Partnership", "Child Safety Working Group on Fraud"]),
        ("Saltby's Disruption Team (South) and the Fraud Crime Drugs sub group met.",
         ["Disruption Team (South)", "Fraud Crime Drugs sub group"]),
        ("The Diving Patrol Unit (URB) met the Forum of Fraud Response Teams (FIRST). URB left.",
         ["Diving Patrol Unit", "URB", "Fraud Response Teams", "URB"]),
        ("HSI Arizona met the Crimes against Children unit and a specialist guns and gangs unit.",
         ["HSI Arizona", "Crimes against Children unit", "guns and gangs unit"]),
        ("The Saltby Redwing team of Operation Redwing met the Otter team.", ["Otter team"]),
        ("He ran a money laundering service and a Cybercrime Malware Service.", []),
        ("Lee Ito, of the Attorney's Office for the District of Anyland and Trial Attorney Bell",
         ["Attorney's Office for the District of Anyland"]),
    ],
)  # fmt: skip
def test_teams_are_bodies_where_their_names_tell_them_apart(text: str, names: list[str]) -> None:
    assert found(text) == names


def test_elliptical_forces_are_each_their_own() -> None:
    draft = found_by(
        agencies.find, text="Norfolk and Suffolk constabularies, Durham and Cleveland Police"
    )
    assert [(draft.surface(c), c.name, c.key) for c in draft.candidates] == [
        ("Norfolk", "Norfolk Constabulary", "agency:norfolk-constabulary"),
        ("Suffolk", "Suffolk Constabulary", "agency:suffolk-constabulary"),
        ("Durham", "Durham Constabulary", "agency:durham-constabulary"),
        ("Cleveland Police", None, "agency:cleveland-police"),
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The three police forces of Northumbria, Durham and Cleveland met.",
         ["Northumbria", "Durham", "Cleveland"]),
        ("Six other forces, including: Kent Police, West Mercia and Dorset met.",
         ["Kent Police", "West Mercia", "Dorset"]),
        ("Kent Police, West Mercia and Dorset met.", ["Kent Police", "West Mercia", "Dorset"]),
        ("We work with Kent, Scotland and the British Transport Police.",
         ["Kent", "Scotland", "British Transport Police"]),
        ("Trains in Kent, Essex and the British Transport Police offices",
         ["British Transport Police"]),
        ("Officers of Kent Police, Essex Road and Dorset Police", ["Kent Police", "Dorset Police"]),
        ("Forces in Kent, Essex and Surrey met other forces of Kent.", []),
    ],
)  # fmt: skip
def test_areas_are_forces_in_lists_of_forces(text: str, names: list[str]) -> None:
    assert found(text) == names


def test_unit_is_named_with_the_force_before_it() -> None:
    text = "The Kent Police Fraud Crime Team came. Later the Fraud Crime Team left."
    draft = found_by(agencies.find, text=text)
    assert [c.name for c in draft.candidates if c.subtype == "Team"] == [
        "Kent Police Fraud Crime Team",
        "Kent Police Fraud Crime Team",
    ]


def test_unit_of_two_forces_is_not_named_with_one() -> None:
    draft = found_by(agencies.find, text="Essex Police and Kent Police Joint Operations Unit")
    assert [c.name for c in draft.candidates if c.subtype == "Team"] == ["Joint Operations Unit"]


@pytest.mark.parametrize(
    "text",
    [
        "Anyland's Judicial Police (Polícia Judiciária) and more",
        "The Anytown Police Department came; Anytown Police stayed.",
        "U.S. Attorney's Office, District of Anyland\n\nSo the U.S. Attorney's Office said.",
        "The U.S. Attorney's Office in the District of Ny, United States Attorney’s Office",
        "The Miami Division helped the Miami Field Division.",
        "DEA Seattle\n\nIt was led by the DEA Seattle field office.",
        "Anytown Trading Standards called. Trading Standards want to hear more.",
        "At Anytown Magistrates he wept; Anytown Magistrates’ Court sat again.",
        "ANYTOWN'S Regional Crime Unit and Anytown's Regional Crime Unit are one.",
    ],
)
def test_two_names_of_one_body_make_one(text: str) -> None:
    draft = found_by(agencies.find, arbitrate.settle, coreference.resolve, text=text)
    assert len(draft.mentions) > 1
    assert len(draft.entities) == 1


def test_introduced_acronyms_carry_the_name_of_the_body() -> None:
    draft = found_by(
        agencies.find, text="The Joint Fraud Command Team (JFCT) came. Later the JFCT left."
    )
    assert [draft.surface(c) for c in draft.candidates] == [
        "Joint Fraud Command Team",
        "JFCT",
        "JFCT",
    ]
    assert {c.name for c in draft.candidates} == {"Joint Fraud Command Team"}


def test_headline_capitals_make_no_body_but_the_site_does() -> None:
    title = "Witness Appeal Anytown Police | Kent Police"
    assert found("A man was seen.", title) == ["Kent Police"]


@pytest.mark.parametrize(
    ("title", "names"),
    [
        ("Organised Crime Unit charge seven people with drug offences | Kent Police",
         ["Organised Crime Unit", "Kent Police"]),
        ("Saltby team make arrests over the damage to buses", []),
        ("Fraud Crime Team Makes Many Arrests Over Damage", []),
    ],
)  # fmt: skip
def test_unit_of_a_headline_is_one_where_small_letters_follow(title: str, names: list[str]) -> None:
    assert found("A man was seen.", title) == names


@pytest.mark.parametrize(
    ("short", "name", "expected"),
    [
        ("SEROCU", "South East Regional Organised Crime Unit", True),
        ("SE ROCU", "South East Regional Organised Crime Unit", True),
        ("UK", "Regional Crime Unit", False),
        ("Unit", "Regional Crime Unit", False),
    ],
)
def test_abbreviates_wants_letters_in_order(short: str, name: str, expected: bool) -> None:
    assert abbreviates(short, name) is expected
