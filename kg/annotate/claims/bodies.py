"""Claims between bodies, and of bodies and people about operations, groups and platforms."""

from spacy.tokens import Doc

from kg.annotate.claims import membership, parts, taking_part, working
from kg.annotate.draft import Draft


def find(draft: Draft, doc: Doc) -> None:
    """Add each claim once a sentence that states it."""
    stated = [
        *parts.find(draft),
        *taking_part.find(draft),
        *membership.find(draft),
        *working.find(draft),
    ]
    seen = {(c.subject, c.predicate, c.object, c.stated.sentences) for c in draft.claims}
    for claim in stated:
        same = (claim.subject, claim.predicate, claim.object, claim.stated.sentences)
        if claim.subject != claim.object and same not in seen:
            seen.add(same)
            draft.claims.append(claim)
