"""Platforms by name, by pattern, and general services only where used for the crime."""

import pytest

from kg.annotate import platforms
from tests.annotate.bodies import found_by, names_of


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He sent it on Encrochat, then by Sky ECC.", ["Encrochat", "Sky ECC"]),
        ("The gang advertised the cars on Gumtree.", ["Gumtree"]),
        ("Follow our page on Snapchat.", []),
        ("It was sold by vendors on Otter Market, a dark web site.", ["Otter Market"]),
        ("He was seen in Otter Market with a bag.", []),
        ("They spread the OtterLock ransomware.", ["OtterLock"]),
        ("The new malware spread.", []),
        ("Police took down the Otter and Heron dark web marketplaces.", ["Otter", "Heron"]),
        ("It was a hacking forum known as Otterode.", ["Otterode"]),
        ("This forum was known as a place for hackers.", []),
        ("It sold malware such as OtterLock, which spread.", ["OtterLock"]),
        ("It hit malware including Otterbot and Kitebot, police said.", ["Otterbot", "Kitebot"]),
        (
            "It sold malware such as OtterLock, heronrat and Kite.",
            ["OtterLock", "heronrat", "Kite"],
        ),
        ("The domain otter-cash.com was seized.", ["otter-cash.com"]),
        ("Write to otter-cash.com for help.", []),
        ("He used an Online Darknet Marketplace.", []),
        ("He ran the darknet marketplace Otterbay. Otterbay closed.", ["Otterbay", "Otterbay"]),
        ("Otterfog was a bitcoin mixer.", ["Otterfog"]),
        ("Otterbay, one of the largest criminal marketplaces, a criminal marketplace.", []),
        ("They took Otterbay, the largest criminal marketplace, down.", ["Otterbay"]),
        ("As the owner of the botnet, Heron was paid.", []),
        ("Heron is a serial ransomware criminal.", []),
        ("A Remote Access Trojan was sold.", []),
    ],
)
def test_platforms_are_found(text: str, names: list[str]) -> None:
    assert names_of(found_by(platforms.find, text=text)) == names


def test_platforms_not_used_are_rejected_with_a_reason() -> None:
    draft = found_by(platforms.find, text="Follow our page on Snapchat.")
    assert [r.reason for r in draft.rejections] == ["not said to have been used for the crime"]
