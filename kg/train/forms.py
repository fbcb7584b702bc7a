"""Vary the form of examples: headlines in capitals, straight and curly marks, other names.

Other publishers set the same words in another form, and other reports tell the same of others: a
model that has seen one form and a few names alone reads the rest badly.
"""

import random
from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example as Training
from spacy.util import registry

STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-"})
CURLY = str.maketrans({"'": "’", '"': "”", "-": "–"})
SHOUTED = 0.3  # of the lines that a varied example's headline is: the rest keep their case
RENAMED = 0.5  # of the names of a renamed example
# Kinds whose names are without number: what stands around one has to tell it.
OPEN = frozenset(["GROUP", "OFFICIAL", "OPERATION", "ORGANISATION", "PERSON", "PLATFORM"])

Augmenter = Callable[[Language, Training], Iterator[Training]]


class Word(NamedTuple):
    """A token as it is copied from text to text."""

    text: str
    space: bool  # whether one follows
    part: int  # of a name, as `token.ent_iob` has it; 0 where nothing is known
    kind: int  # of name, as `token.ent_type` has it


Way = Callable[[Doc, "Names", random.Random], list[Word]]


class Names:
    """The names of open kinds met so far, each once: the common ones are no likelier."""

    def __init__(self) -> None:
        self._met: set[tuple[str, str]] = set()
        self._names: dict[str, list[list[Word]]] = {kind: [] for kind in OPEN}

    def meet(self, doc: Doc) -> None:
        for ent in doc.ents:
            if ent.label_ in OPEN and (ent.label_, ent.text) not in self._met:
                self._met.add((ent.label_, ent.text))
                self._names[ent.label_].append(_words(ent))

    def draw(self, kind: str, chance: random.Random) -> list[Word]:
        return chance.choice(self._names[kind])


@registry.augmenters("kg.forms.v2")  # type: ignore[untyped-decorator]
def create_forms_augmenter(level: float, seed: int) -> Augmenter:
    """Vary the share `level` of the examples, each in one way drawn by a generator of its own."""
    chance = random.Random(seed)  # noqa: S311  not for secrets
    names = Names()

    def augment(nlp: Language, example: Training) -> Iterator[Training]:
        names.meet(example.reference)
        if chance.random() < level:
            way = chance.choice(WAYS)
            example = _training(nlp, way(example.reference, names, chance))
        yield example

    return augment


def _training(nlp: Language, words: list[Word]) -> Training:
    doc = Doc(nlp.vocab, words=[w.text for w in words], spaces=[w.space for w in words])
    parts = np.array([(w.part, w.kind) for w in words], dtype="uint64")
    doc.from_array(["ENT_IOB", "ENT_TYPE"], parts)  # type: ignore[arg-type]
    return Training(nlp.make_doc(doc.text), doc)


def _words(tokens: Doc | Span) -> list[Word]:
    return [Word(t.text, bool(t.whitespace_), t.ent_iob, t.ent_type) for t in tokens]


def _straight(doc: Doc, _: Names, __: random.Random) -> list[Word]:
    return [word._replace(text=word.text.translate(STRAIGHT)) for word in _words(doc)]


def _curly(doc: Doc, _: Names, __: random.Random) -> list[Word]:
    return [word._replace(text=word.text.translate(CURLY)) for word in _words(doc)]


def _shouted(doc: Doc, _: Names, chance: random.Random) -> list[Word]:
    """Some lines in capitals; a headline usually is the first."""
    shout, varied = True, []
    for word in _words(doc):
        if "\n" in word.text:
            shout = chance.random() < SHOUTED
        loud = word.text.upper()
        varied.append(word._replace(text=loud) if shout and len(loud) == len(word.text) else word)
    return varied


def _renamed(doc: Doc, names: Names, chance: random.Random) -> list[Word]:
    """Some names of open kinds replaced by others of their kind."""
    words, varied, copied = _words(doc), [], 0
    for ent in doc.ents:
        if ent.label_ in OPEN and chance.random() < RENAMED:
            drawn = names.draw(ent.label_, chance)
            varied += words[copied : ent.start] + drawn[:-1]
            varied.append(drawn[-1]._replace(space=words[ent.end - 1].space))
            copied = ent.end
    return varied + words[copied:]


WAYS: tuple[Way, ...] = (_straight, _curly, _shouted, _renamed, _renamed)
