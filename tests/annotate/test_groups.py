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
    ],
)
def test_groups_are_found(text: str, names: list[str]) -> None:
    assert names_of(found_by(groups.find, text=text)) == names
