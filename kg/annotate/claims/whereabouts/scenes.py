"""Where a report says that a named operation took place."""

import re
from collections.abc import Iterator

from kg.annotate.claims.stating import by_sentence, claim, of_type
from kg.annotate.draft import Draft
from kg.model import Claim, Mention

PLACED = re.compile(
    r"\b(?:in|across|around|throughout|at|near|within|and|targeting|targeted|over|of|into|from|to) "
    r"(?:(?:the|both|central|north|south|east|west) )*\Z|, \Z"
)


def find(draft: Draft, containers: set[tuple[int, int]]) -> Iterator[Claim]:
    """Places in a sentence that names an operation, less those that only say where a place is."""
    wholes = {whole for _, whole in containers}
    homes = {c.object for c in draft.claims if c.predicate == "livesIn"}
    for mentions in by_sentence(draft).values():
        operations = of_type(draft, mentions, "Operation")
        if not operations:
            continue
        for place in of_type(draft, mentions, "Place"):
            if place.entity in wholes or place.entity in homes:
                continue
            if not PLACED.search(draft.text, max(0, place.start - 30), place.start):
                continue
            for operation in operations:
                yield _claim(draft, operation, place)


def _claim(draft: Draft, operation: Mention, place: Mention) -> Claim:
    span = (min(operation.start, place.start), max(operation.end, place.end))
    return claim(
        draft,
        operation.entity,
        "tookPlaceIn",
        place.entity,
        span,
        "operations.place",
        confidence=0.7,
    )
