"""Criminal groups with a name, and drug lines."""

import pytest

from kg.annotate import groups
from tests.annotate.bodies import found_by, names_of


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The ’Ndrangheta and Hells Angels met.", ["Ndrangheta", "Hells Angels"]),
        ("They ran the Otis line, selling heroin.", ["Otis"]),
        ("A drug line known as ‘Otis’ was shut.", ["Otis"]),
        ("The 'Otis' county drugs line was shut.", ["Otis"]),
        ("The Otterman organised crime group fell.", ["Otterman organised crime group"]),
        ("An organised crime group fell with a County Line.", []),
        ("The OtterCrypt ransomware gang fell.", ["OtterCrypt ransomware gang"]),
        ("The court made an Interim Gang Injunction.", []),
        ("The organisation paid. The OCG fell to Anyshire Police’s Serious Crime Group.", []),
        ("An Albanian gang, a Greek-national crime group and the Otter gang met.", ["Otter gang"]),
        ("The Bedford drugs gang and the Kent organised crime group fell.", []),
        (
            "The Otterman prison gang fell to a gang calling themselves ‘Heron’.",
            ["Otterman prison gang", "Heron"],
        ),
        ("The front line, the Jubilee line and drugs.", []),
        ("An outlaw motorcycle gang, the Night Otters, fell.", ["Night Otters"]),
        ("Night Otters, a violent street gang, fell.", ["Night Otters"]),
        ("The ransomware group Ferrolock fell. It was Ferrolock.", ["Ferrolock", "Ferrolock"]),
        ("Since 2013, the cybercrime gang has changed.", []),
        ("Operation Otter, an inquiry into a crime gang, ended.", []),
        ("The Heron-led crime group fell.", []),
        ("Three lines, 'Ash', 'Kez' and 'Rio', sold heroin.", ["Ash", "Kez", "Rio"]),
        ("The Ash and Kez lines sold heroin.", ["Ash", "Kez"]),
        ("A gang known locally as the Otters fell.", ["Otters"]),
    ],
)
def test_groups_are_found(text: str, names: list[str]) -> None:
    assert names_of(found_by(groups.find, text=text)) == names


def test_group_under_two_heads_is_one() -> None:
    draft = found_by(groups.find, text="The Otter organised crime group; the Otter gang.")
    assert [c.name for c in draft.candidates] == [None, "Otter organised crime group"]
