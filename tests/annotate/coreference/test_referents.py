"""What pronouns and descriptions stand for."""

import pytest

from kg.annotate import quotes
from kg.annotate.coreference.referents import gender_of, referent
from kg.model import EntityType, PostHolding, Stated
from tests.annotate.bodies import BLANK
from tests.annotate.speech import entity_named, spoken


@pytest.mark.parametrize(
    ("text", "words", "types", "expected"),
    [
        ("Tom Reed ran. He fell.", "He", (), "Tom Reed"),
        ("Sarah Ito met Tom Reed. He fell.", "He", (), "Tom Reed"),
        ("Ann Cole met Tom Reed. She fell.", "She", (), "Ann Cole"),
        ("Tom Reed met Leo Bell. He fell.", "He", ("Official",), "Leo Bell"),
        ('Sarah Ito said: "I met Ann Cole." She fell.', "She", (), "Sarah Ito"),
        ("Tom Reed ran. They fell.", "They", (), None),
        ("Tom Reed ran. She fell.", "She", (), None),
        ("Sarah Ito met Tom Reed. The officer fell.", "The officer", (), "Sarah Ito"),
        ("Sarah Ito met Tom Reed. The man fell.", "The man", (), "Tom Reed"),
        ("Sarah Ito and Leo Bell met. The judge left.", "The judge", (), "Leo Bell"),
        ("Sarah Ito and Tom Reed met. The judge left.", "The judge", (), None),
        ("The FBI and Kent Police met. The agency left.", "The agency", (), "FBI"),
        ("The FBI met Kent Police. The force left.", "The force", (), "Kent Police"),
        ("Operation Otter began. The operation ended.", "The operation", (), "Operation Otter"),
        ("Operation Otter began. The operation ended.", "The operation", ("Person",), None),
        ("Operation Otter began. The moon rose.", "The moon", (), None),
    ],
)  # fmt: skip
def test_what_words_stand_for(
    text: str, words: str, types: tuple[EntityType, ...], expected: str | None
) -> None:
    draft = spoken(text, posts={"Leo Bell": "Judge"} if "Leo Bell" in text else None)
    start = text.rindex(words)
    found = referent(draft, start, start + len(words), *types)
    assert (None if found is None else draft.entities[found].name) == expected


@pytest.mark.parametrize("words", ["We", "our", "the force"])
def test_the_publisher_speaks_of_itself(words: str) -> None:
    text = f"Kent Police came. Essex Police left. Now {words} stayed."
    draft = spoken(text, publisher="Kent Police")
    start = text.index(words)
    assert referent(draft, start, start + len(words)) == entity_named(draft, "Kent Police")


@pytest.mark.parametrize(
    ("body", "expected"), [("Border Force", "Border Force"), ("Margate Task Force", "Kent Police")]
)
def test_we_in_quoted_words_is_the_body_of_the_speaker(body: str, expected: str) -> None:
    text = f'Kent Police came. Sarah Ito of {body} said: "We seized it."'
    draft = spoken(text, publisher="Kent Police")
    speaker, agency = entity_named(draft, "Sarah Ito"), entity_named(draft, body)
    draft.posts.append(PostHolding(Stated((1,), 18, 27, "test"), speaker, "Officer", agency))
    quotes.find(draft, BLANK(text))
    start = text.index("We")
    assert referent(draft, start, start + 2, "Agency") == entity_named(draft, expected)


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("Tom Reed left.", "Tom Reed", "male"),
        ("Mr Okoro left.", "Okoro", "male"),
        ("Ms Okoro left.", "Okoro", "female"),
        ("Okoro left.", "Okoro", None),
    ],
)
def test_a_given_name_or_a_title_tells_the_gender(
    text: str, name: str, expected: str | None
) -> None:
    draft = spoken(text)
    assert gender_of(draft, entity_named(draft, name)) == expected
