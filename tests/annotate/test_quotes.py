"""Quotations and their speakers."""

import pytest

from kg.model import PostHolding, Stated
from tests.annotate.speech import entity_named, said, spoken


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('DI Sarah Ito said: "We found a lot of drugs."', "Sarah Ito"),
        ("DI Sarah Ito, of Kent Police, said: 'We found a lot of drugs.'", "Sarah Ito"),
        ("Sentencing Tom Reed, Judge Leo Bell said: “You did a great harm.”", "Leo Bell"),
        ("Judge Leo Bell told Tom Reed: “You did a great harm.”", "Leo Bell"),
        ('"We found a lot of drugs," said DI Sarah Ito.', "Sarah Ito"),
        ('"We found a lot of drugs," DI Sarah Ito said.', "Sarah Ito"),
        ('"We found a lot of drugs." DI Sarah Ito said yesterday.', "Sarah Ito"),
        ('Sarah Ito came. She said: "We found a lot of drugs."', "Sarah Ito"),
        ('Sarah Ito came.\n\nSaid the detective: "We found a lot of drugs."', "Sarah Ito"),
        ('Sarah Ito came. "We found a lot of drugs," added the detective.', "Sarah Ito"),
        ('Speaking after court, DI Sarah Ito said:\n\n"We found a lot of drugs."', "Sarah Ito"),
        ('DI Sarah Ito leads the unit.\n\n"We found a lot of drugs."', "Sarah Ito"),
        ('"We found a lot of drugs." - DI Sarah Ito', "Sarah Ito"),
        ('"We found a lot of drugs."\nDI Sarah Ito', "Sarah Ito"),
        ('DI Sarah Ito praised them all. "We found a lot of drugs."', "Sarah Ito"),
        ("Sarah Ito said the unit had found “a very large number of drugs”.", "Sarah Ito"),
        ('Ann Cole told the court: "He took it all away."', "Ann Cole"),
        ('A spokesman said: "We found a lot of drugs."', None),
        ('Sarah Ito came. The message read: "We found a lot of drugs."', None),
        ('DI Sarah Ito described a "cuckooing" case.', None),
        ("DI Sarah Ito said they had found a lot of drugs.", None),
        ('Police seized the "famous five bags" from Tom Reed.', None),
    ],
)  # fmt: skip
def test_who_speaks(text: str, expected: str | None) -> None:
    assert [speaker for speaker, _ in said(spoken(text))] == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('DI Sarah Ito said: "One and one is two.\n\n"Two and two is four."',
         ["One and one is two.\n\nTwo and two is four."]),
        ('DI Sarah Ito said: "One and one is two."\n\n"Two and two is four."',
         ["One and one is two.\n\nTwo and two is four."]),
        ('"One and one," said DI Sarah Ito, "is always and ever two."',
         ["One and one, is always and ever two."]),
        ('"One and one is two," said DI Sarah Ito. "Two and two is four."',
         ["One and one is two, Two and two is four."]),
        ('Sarah Ito said: "One and one is two."\n\nReed left.\n\nIto added: "Two and two is four."',
         ["One and one is two.", "Two and two is four."]),
    ],
)  # fmt: skip
def test_what_is_said_without_a_break_is_one(text: str, expected: list[str]) -> None:
    assert said(spoken(text)) == [("Sarah Ito", words) for words in expected]


def test_a_new_speaker_ends_a_quotation() -> None:
    text = (
        'Sarah Ito said: "One and one is two."\n\n"Two and two is four," said Leo Bell.\n\n'
        'A resident said: "Three and three is six."\n\n"Four and four is eight."'
    )
    assert said(spoken(text)) == [
        ("Sarah Ito", "One and one is two."),
        ("Leo Bell", "Two and two is four,"),
    ]


def test_a_pronoun_goes_on_with_whoever_spoke_last() -> None:
    text = (
        'Sarah Ito said: "One and one is two."\n\nShe said: "Two and two is four."\n\n'
        'A resident said: "Three and three is six."\n\nShe said: "Four and four is eight."'
    )
    assert said(spoken(text)) == [
        ("Sarah Ito", "One and one is two."),
        ("Sarah Ito", "Two and two is four."),
    ]


def test_a_quotation_is_stated_in_its_sentences_and_those_of_its_clause() -> None:
    draft = spoken('Sarah Ito spoke.\n\nShe said:\n\n"One is one. Two is two."')
    said(draft)
    assert draft.quotations[0].stated.sentences == (1, 2, 3)


def test_a_speaker_speaks_for_the_body_of_the_post() -> None:
    draft = spoken('DI Sarah Ito, of Kent Police, said: "We found a lot of drugs."')
    kent, ito = entity_named(draft, "Kent Police"), entity_named(draft, "Sarah Ito")
    draft.posts.append(PostHolding(Stated((0,), 0, 26, "test.post"), ito, "DI", kent))
    said(draft)
    assert [q.on_behalf_of for q in draft.quotations] == [kent]
