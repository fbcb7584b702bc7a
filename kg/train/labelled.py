"""A text with labelled spans, as training takes it: from people's marking or from the rules."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.model import EntityType

Source = Literal["marked", "silver"]

# What the pipeline calls each type of entity.
LABELS: dict[EntityType, str] = {
    "Agency": "AGENCY",
    "CriminalGroup": "GROUP",
    "Official": "OFFICIAL",
    "Operation": "OPERATION",
    "Organisation": "ORGANISATION",
    "Person": "PERSON",
    "Place": "PLACE",
    "Platform": "PLATFORM",
}


class Labelled(NamedTuple):
    """A span of characters, half open, and its label."""

    start: int
    end: int
    label: str


@dataclass(frozen=True, slots=True)
class Example:
    """A text and its spans, none overlapping; `doubtful` spans teach nothing either way."""

    text: str
    spans: tuple[Labelled, ...]
    source: Source
    doubtful: tuple[tuple[int, int], ...] = ()


def docs_of(examples: Iterable[Example], nlp: Language) -> Iterator[Doc]:
    """The examples as `Doc`s with entities; a span that parts a token is narrowed to whole ones."""
    for example in examples:
        doc = nlp.make_doc(example.text)
        missing = [_span(doc, start, end, "") for start, end in example.doubtful]
        named = [_span(doc, *labelled) for labelled in example.spans]
        entities = [span for span in named if span is not None]
        held = {token.i for span in entities for token in span}
        doc.set_ents(
            entities,
            missing=[s for s in missing if s is not None and held.isdisjoint(t.i for t in s)],
            default="outside",
        )
        yield doc


def _span(doc: Doc, start: int, end: int, label: str) -> Span | None:
    return doc.char_span(start, end, label=label, alignment_mode="contract")
