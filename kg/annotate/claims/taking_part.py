"""Which bodies a report says ran, supported or took part in a named operation."""

import re
from collections.abc import Iterator

from kg.annotate.claims.stating import by_sentence, claim, of_type
from kg.annotate.draft import Draft
from kg.model import Claim, Mention

# Bodies that try, charge or only get named beside an operation.
BYSTANDERS = frozenset(["Court", "ProsecutionService"])
OWNS = re.compile(r"['’]s? (?:[a-z][\w-]* ){0,2}")


def find(draft: Draft) -> Iterator[Claim]:
    credited: set[int] = set()
    for mentions in by_sentence(draft).values():
        operations = of_type(draft, mentions, "Operation")
        if operations:
            bodies = [m for m in of_type(draft, mentions, "Agency") if _acts(draft, m)]
            for body, operation in _together(draft, bodies, operations):
                credited.add(operation.entity)
                yield _claim(draft, body.entity, operation, body, "claims.beside-operation", 0.8)
    yield from _of_the_publisher(draft, credited)


def _together(
    draft: Draft, bodies: list[Mention], operations: list[Mention]
) -> Iterator[tuple[Mention, Mention]]:
    """Each body with each operation of a sentence; but whose an operation is, has it alone."""
    owned = {
        body.start: operation.start
        for body in bodies
        for operation in operations
        if OWNS.fullmatch(draft.text, body.end, operation.start)
    }
    others = set(owned.values())
    for body in bodies:
        for operation in operations:
            alone = owned.get(body.start)
            if alone == operation.start or (alone is None and operation.start not in others):
                yield body, operation


def _of_the_publisher(draft: Draft, credited: set[int]) -> Iterator[Claim]:
    """What a force says of an operation is of its own, unless a sentence gives it to others."""
    publisher = draft.publisher_entity
    for mention in of_type(draft, draft.mentions, "Operation"):
        if publisher is not None and mention.entity not in credited:
            credited.add(mention.entity)
            yield _claim(draft, publisher, mention, mention, "claims.our-operation", 0.6)


def _claim(
    draft: Draft, body: int, operation: Mention, beside: Mention, rule: str, confidence: float
) -> Claim:
    span = (min(beside.start, operation.start), max(beside.end, operation.end))
    return claim(draft, body, "tookPartIn", operation.entity, span, rule, confidence=confidence)


def _acts(draft: Draft, mention: Mention) -> bool:
    return draft.entities[mention.entity].subtype not in BYSTANDERS
