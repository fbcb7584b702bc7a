"""Make a claim from what stands between two mentions; and walk the pairs of a sentence."""

from collections.abc import Iterator
from itertools import pairwise

from kg.annotate.draft import Draft
from kg.model import Claim, ClaimPredicate, EntityType, Mention, Modality, Stated


def neighbours(draft: Draft) -> Iterator[tuple[Mention, Mention, str]]:
    """Mentions that follow each other in one sentence, and the words between them."""
    for first, second in pairwise(draft.mentions):
        if first.sentence == second.sentence:
            yield first, second, draft.text[first.end : second.start]


def by_sentence(draft: Draft) -> dict[int, list[Mention]]:
    found: dict[int, list[Mention]] = {}
    for mention in draft.mentions:
        found.setdefault(mention.sentence, []).append(mention)
    return found


def of_type(draft: Draft, mentions: list[Mention], *types: EntityType) -> list[Mention]:
    return [m for m in mentions if draft.entities[m.entity].type in types]


def claim(
    draft: Draft,
    subject: int,
    predicate: ClaimPredicate,
    object_: int,
    span: tuple[int, int],
    rule: str,
    *,
    confidence: float = 0.9,
    modality: Modality = "stated",
) -> Claim:
    stated = Stated(draft.sentences_of(*span), *span, rule, confidence)
    return Claim(stated, subject, predicate, object_, modality)
