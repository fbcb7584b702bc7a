"""Helplines, charities, companies and banks."""

import pytest

from kg.annotate import organisations
from tests.annotate.bodies import found_by, names_of


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Call Crimestoppers or the Modern Slavery Helpline.",
         ["Crimestoppers", "Modern Slavery Helpline"]),
        ("He ran Otter Freight Ltd. and owned Heron Holdings.",
         ["Otter Freight Ltd.", "Heron Holdings"]),
        ("The Anytown Football Club fan", ["Anytown Football Club"]),
        ("A £5,000 Heron Holdings loan", ["Heron Holdings"]),
        ("They live in Bank Street.", []),
        ("Ada Ito, Chief Executive of the Otter Trust, met Heron Homes, Otter Fruit, Inc.",
         ["Otter Trust", "Heron Homes", "Otter Fruit, Inc."]),
        ("Alongside Otter Homes and the Heron Foundation we work.",
         ["Otter Homes", "Heron Foundation"]),
        ("Man Jailed For Part In Bank Fraud", []),
        ("The charity Otterhope spoke of the Gadgetland store and a Post branch.",
         ["Otterhope", "Gadgetland"]),
    ],
)  # fmt: skip
def test_organisations_are_found(text: str, names: list[str]) -> None:
    assert names_of(found_by(organisations.find, text=text)) == names
