"""Outcomes: what was seized, searched, who was safeguarded, arrested, charged, sentenced."""

from spacy.tokens import Doc

from kg.annotate.draft import Draft
from kg.annotate.outcomes import cases, safeguarding, searches, seizures

# Seizures come after searches: things are seized where it was searched.
FAMILIES = (searches.find, seizures.find, safeguarding.find, cases.find)


def find(draft: Draft, doc: Doc) -> None:
    """Let each family of outcomes add its own to the draft."""
    for find_family in FAMILIES:
        find_family(draft)
