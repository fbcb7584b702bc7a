"""Vary the form of examples: headlines in capitals, straight and curly marks, missing full stops.

Other publishers set the same words in another form; a model that has seen one form alone reads
the others badly.
"""

import random
from collections.abc import Callable, Iterator

from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example as Training
from spacy.util import registry

STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-"})
CURLY = str.maketrans({"'": "’", '"': "”", "-": "–"})
ENTITIES = ["ENT_IOB", "ENT_TYPE"]
SHOUTED = 0.3  # of the lines that a varied example's headline is: the rest keep their case

Augmenter = Callable[[Language, Training], Iterator[Training]]


@registry.augmenters("kg.forms.v1")  # type: ignore[untyped-decorator]
def create_forms_augmenter(level: float, seed: int) -> Augmenter:
    """Vary the share `level` of the examples, each in one way drawn by a generator of its own."""
    chance = random.Random(seed)  # noqa: S311  not for secrets

    def augment(nlp: Language, example: Training) -> Iterator[Training]:
        if chance.random() >= level:
            yield example
            return
        yield _varied(nlp, example, chance.choice(WAYS), chance)

    return augment


def _varied(nlp: Language, example: Training, way: "Way", chance: random.Random) -> Training:
    reference = example.reference
    words = way([token.text for token in reference], chance)
    spaces = [bool(token.whitespace_) for token in reference]
    varied = Doc(reference.vocab, words=words, spaces=spaces)
    varied.from_array(ENTITIES, reference.to_array(ENTITIES))  # type: ignore[arg-type]
    return Training(nlp.make_doc(varied.text), varied)


Way = Callable[[list[str], random.Random], list[str]]


def _straight(words: list[str], _: random.Random) -> list[str]:
    return [word.translate(STRAIGHT) for word in words]


def _curly(words: list[str], _: random.Random) -> list[str]:
    return [word.translate(CURLY) for word in words]


def _shouted(words: list[str], chance: random.Random) -> list[str]:
    """Some lines in capitals; a headline usually is the first."""
    shout, varied = True, []
    for word in words:
        if "\n" in word:
            shout = chance.random() < SHOUTED
        varied.append(word.upper() if shout and len(word.upper()) == len(word) else word)
    return varied


WAYS: tuple[Way, ...] = (_straight, _curly, _shouted)
