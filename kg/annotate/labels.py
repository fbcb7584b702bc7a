"""What the model names, in our types: whatever pipeline it is, by the map in labels.yml."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

import msgspec
from spacy.tokens import Doc

from kg.model import EntityType
from kg.rules import load, rules_file


class LabelRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of labels.yml."""

    id: str
    type: EntityType


class Named(NamedTuple):
    """A span of characters that the model takes for a name."""

    start: int
    end: int
    text: str
    type: EntityType


def named(doc: Doc, *types: EntityType) -> Iterator[Named]:
    """The model's names of these types, in text order; of all types when none is given."""
    for ent in doc.ents:
        type_ = _types().get(ent.label_)
        if type_ is not None and (not types or type_ in types):
            yield Named(ent.start_char, ent.end_char, ent.text, type_)


@cache
def _types() -> Mapping[str, EntityType]:
    return {row.id: row.type for row in load(rules_file("labels"), LabelRow)}
