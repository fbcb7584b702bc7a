import random

import pytest
import spacy
from spacy.training import Example as Training

from kg.train.forms import WAYS, create_forms_augmenter
from kg.train.labelled import Example, Labelled, docs_of

BLANK = spacy.blank("en")
CHANCE = random.Random(1)  # noqa: S311  not for secrets
TEXT = "Quill’s flat raided\n\n“It is a start,” said Ada Quill - of Saltby."


def training() -> Training:
    spans = (Labelled(0, 5, "PERSON"), Labelled(43, 52, "PERSON"))
    (doc,) = docs_of([Example(TEXT, spans, "marked")], BLANK)
    return Training(BLANK.make_doc(TEXT), doc)


@pytest.mark.parametrize("way", WAYS)
def test_varied_words_are_as_many_as_before(way: object) -> None:
    words = [token.text for token in BLANK(TEXT)]
    assert len(way(words, CHANCE)) == len(words)  # type: ignore[operator]


def test_entities_stay_where_they_were() -> None:
    augment = create_forms_augmenter(1.0, 3)
    for _ in range(12):
        (varied,) = augment(BLANK, training())
        assert [e.text.casefold() for e in varied.reference.ents] == ["quill", "ada quill"]
        assert varied.predicted.text == varied.reference.text


def test_no_example_varies_at_level_zero() -> None:
    example = training()
    assert list(create_forms_augmenter(0.0, 1)(BLANK, example)) == [example]


def test_doubtful_words_are_neither_name_nor_none() -> None:
    (doc,) = docs_of([Example("Meet Saltby Ito", (), "silver", ((5, 11),))], BLANK)
    assert [token.ent_iob_ for token in doc] == ["O", "", "O"]
