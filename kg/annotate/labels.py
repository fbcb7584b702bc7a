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
    trusted: bool = False


class Named(NamedTuple):
    """A span of characters that the model takes for a name."""

    start: int
    end: int
    type: EntityType
    label: str


def named(doc: Doc, *types: EntityType) -> Iterator[Named]:
    """The model's names of these types, in text order; of all types when none is given."""
    for ent in doc.ents:
        kind = type_of(ent.label_)
        if kind is not None and (not types or kind in types):
            yield Named(ent.start_char, ent.end_char, kind, ent.label_)


def type_of(label: str) -> EntityType | None:
    """What a label of the model means, None where no row says."""
    row = _rows().get(label)
    return None if row is None else row.type


@cache
def trusted() -> frozenset[str]:
    """The labels whose names stand even where no rule has found one."""
    return frozenset(row.id for row in _rows().values() if row.trusted)


@cache
def _rows() -> Mapping[str, LabelRow]:
    return {row.id: row for row in load(rules_file("labels"), LabelRow)}
