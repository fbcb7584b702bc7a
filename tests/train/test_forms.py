import random

import pytest
import spacy
from spacy.training import Example as Training

from kg.train.forms import WAYS, Names, Way, create_forms_augmenter
from kg.train.labelled import Example, Labelled, docs_of

BLANK = spacy.blank("en")
TEXT = "Quill’s flat raided\n\n“It is a start,” said Ada Quill - of Saltby."
OTHER = "Bram van der Ito was there."
SPANS = (Labelled(0, 5, "PERSON"), Labelled(43, 52, "PERSON"), Labelled(58, 64, "PLACE"))


def training(text: str = TEXT, spans: tuple[Labelled, ...] = SPANS) -> Training:
    (doc,) = docs_of([Example(text, spans, "marked")], BLANK)
    return Training(BLANK.make_doc(text), doc)


@pytest.mark.parametrize("way", WAYS)
def test_words_outside_names_are_as_many_as_before(way: Way) -> None:
    doc, names = training().reference, Names()
    names.meet(doc)
    varied = way(doc, names, random.Random(1))  # noqa: S311  not for secrets
    assert sum(not word.kind for word in varied) == sum(not token.ent_type for token in doc)


def test_names_stay_names_and_text_stays_text() -> None:
    augment = create_forms_augmenter(1.0, 3)
    list(augment(BLANK, training(OTHER, (Labelled(0, 16, "PERSON"),))))
    seen = set()
    for _ in range(40):
        (varied,) = augment(BLANK, training())
        assert varied.predicted.text == varied.reference.text
        assert [ent.label_ for ent in varied.reference.ents] == ["PERSON", "PERSON", "PLACE"]
        assert "raided" in varied.reference.text.casefold()
        seen |= {ent.text.casefold() for ent in varied.reference.ents}
    assert seen == {"quill", "ada quill", "bram van der ito", "saltby"}


def test_no_example_varies_at_level_zero() -> None:
    example = training()
    assert list(create_forms_augmenter(0.0, 1)(BLANK, example)) == [example]


def test_doubtful_words_are_neither_name_nor_none() -> None:
    (doc,) = docs_of([Example("Meet Saltby Ito", (), "silver", ((5, 11),))], BLANK)
    assert [token.ent_iob_ for token in doc] == ["O", "", "O"]
    (varied,) = create_forms_augmenter(1.0, 1)(BLANK, Training(BLANK.make_doc(doc.text), doc))
    assert [token.ent_iob_ for token in varied.reference] == ["O", "", "O"]
