from itertools import pairwise

import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.training import Example

from kg.annotate.recogniser import NAME, Recogniser

LABELS = ("O", "B-PLACE", "I-PLACE", "L-PLACE", "U-PLACE", "B-AGENCY", "I-AGENCY", "L-AGENCY")
BLANK = spacy.blank("en")
CONFIG = {
    "model": {
        "@architectures": "spacy.Tagger.v2",
        "tok2vec": {
            "@architectures": "spacy.HashEmbedCNN.v2",
            "pretrained_vectors": None,
            "width": 8,
            "depth": 1,
            "embed_size": 50,
            "window_size": 1,
            "maxout_pieces": 2,
            "subword_features": True,
        },
    }
}


@pytest.fixture(scope="module")
def recogniser() -> Recogniser:
    made = spacy.blank("en").add_pipe(NAME, config=CONFIG)
    assert isinstance(made, Recogniser)
    for label in LABELS:
        made.add_label(label)
    return made


def named(recogniser: Recogniser, best: str, *, second: str = "") -> list[tuple[str, str]]:
    """The names where each word of `best` is a token's best tag, those of `second` its second."""
    tags, others = best.split(), second.split() or best.split()
    scores = np.zeros((len(tags), len(LABELS)))
    for row, (tag, other) in enumerate(zip(tags, others, strict=True)):
        scores[row, LABELS.index(other)] = 4
        scores[row, LABELS.index(tag)] = 5
    doc = Doc(BLANK.vocab, words=[f"w{n}" for n in range(len(tags))])
    recogniser.set_annotations([doc], recogniser._scores2guesses([scores]))
    return [(ent.text, ent.label_) for ent in doc.ents]


@pytest.mark.parametrize(
    ("best", "expected"),
    [
        ("O O O", []),
        ("O U-PLACE O", [("w1", "PLACE")]),
        ("B-AGENCY I-AGENCY L-AGENCY", [("w0 w1 w2", "AGENCY")]),
        ("U-PLACE U-PLACE", [("w0", "PLACE"), ("w1", "PLACE")]),
        ("B-PLACE L-PLACE B-AGENCY L-AGENCY", [("w0 w1", "PLACE"), ("w2 w3", "AGENCY")]),
    ],
)
def test_whole_names_stand(
    recogniser: Recogniser, best: str, expected: list[tuple[str, str]]
) -> None:
    assert named(recogniser, best) == expected


@pytest.mark.parametrize(
    ("best", "second", "expected"),
    [
        ("O B-PLACE O", "O U-PLACE O", [("w1", "PLACE")]),
        ("B-AGENCY L-PLACE", "B-AGENCY L-AGENCY", [("w0 w1", "AGENCY")]),
        ("O L-PLACE U-PLACE", "O U-PLACE U-PLACE", [("w1", "PLACE"), ("w2", "PLACE")]),
        ("I-AGENCY L-AGENCY O B-PLACE", "B-AGENCY L-AGENCY O U-PLACE",
         [("w0 w1", "AGENCY"), ("w3", "PLACE")]),
    ],
)  # fmt: skip
def test_broken_names_are_mended_by_the_next_best(
    recogniser: Recogniser, best: str, second: str, expected: list[tuple[str, str]]
) -> None:
    assert named(recogniser, best, second=second) == expected


@given(st.lists(st.sampled_from(LABELS), min_size=1, max_size=12))
def test_any_tags_make_whole_names(recogniser: Recogniser, tags: list[str]) -> None:
    scores = np.eye(len(LABELS))[[LABELS.index(tag) for tag in tags]]
    (ids,) = recogniser._scores2guesses([scores])
    bounded = ["O", *(LABELS[i] for i in ids), "O"]
    for before, after in pairwise(bounded):
        goes_on = after[0] in "IL"
        assert goes_on == (before[0] in "BI")
        assert not goes_on or before[2:] == after[2:]


def test_learns_the_kinds_of_names_of_its_examples() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe(NAME, config=CONFIG)
    doc = nlp.make_doc("Seen in Saltby")
    nlp.initialize(lambda: [Example.from_dict(doc, {"entities": [(8, 14, "PLACE")]})])
    recogniser = nlp.get_pipe(NAME)
    assert isinstance(recogniser, Recogniser)
    assert recogniser.labels == ("O", "B-PLACE", "I-PLACE", "L-PLACE", "U-PLACE")
    assert list(nlp("").ents) == []
