"""Who a report says is of a criminal group, by its name or by what the report calls it again."""

import pytest

from kg.annotate import arbitrate, coreference, groups
from kg.annotate.claims import membership
from kg.annotate.claims.membership import POSITION
from kg.annotate.draft import Candidate, Draft
from tests.annotate.bodies import found_by


def resolved(text: str, *people: str) -> Draft:
    """The draft with groups, and with the people as though a finder had them."""
    draft = found_by(groups.find, text=text)
    for name in people:
        start = text.index(name)
        draft.candidates.append(Candidate(start, start + len(name), "Person", "people.age"))
    for find in (arbitrate.settle, coreference.resolve):
        find(draft, None)  # type: ignore[arg-type]
    return draft


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("Ada Ito led the Otter gang.", ["Ada Ito"]),
        ("The Otter gang fell. Ada Ito was a member of the gang.", ["Ada Ito"]),
        ("The Otter gang fell. Ada Ito had a part in the drugs line.", ["Ada Ito"]),
        ("The Otter gang and the Heron gang fell. Ada Ito led the gang.", []),
        ("The Otter gang fell. Ada Ito watched the gang.", []),
        ("The Heron gang fled. The Otter gang fell. Ada Ito led the gang.", ["Ada Ito"]),
    ],
)
def test_members_are_claimed(text: str, members: list[str]) -> None:
    draft = resolved(text, "Ada Ito")
    found = [draft.entities[c.subject].name for c in membership.find(draft)]
    assert found == members


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("The Otter drugs line sold heroin. Ada Ito, 30, was jailed for heroin.", ["Ada Ito"]),
        ("The Otter line and Heron line sold drugs. Ada Ito, 30, was jailed.", []),
        ("The Otterman crime group fell. Ada Ito, 30, was jailed.", []),
    ],
)
def test_defendants_of_the_one_drug_line_of_a_report_are_alleged_to_be_of_it(
    text: str, members: list[str]
) -> None:
    draft = found_by(groups.find, text=text)
    start = text.index("Ada Ito")
    draft.candidates.append(Candidate(start, start + 7, "Person", "people.age", age=30))
    for find in (arbitrate.settle, coreference.resolve):
        find(draft, None)  # type: ignore[arg-type]
    claims = list(membership.find(draft))
    assert [draft.entities[c.subject].name for c in claims] == members
    assert {c.modality for c in claims} <= {"alleged"}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("’s employment at ", True),
        (" was employed by the firm ", True),
        (", a former official at ", True),
        (" was held at ", False),
        (" used his account with ", False),
    ],
)
def test_words_between_a_person_and_a_firm_tell_a_position(words: str, expected: bool) -> None:
    assert (POSITION.fullmatch(words) is not None) is expected
