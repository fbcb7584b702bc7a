"""Where things are, as a report says: places in places, people, operations."""

from spacy.tokens import Doc

from kg.annotate.claims.whereabouts import containment, residence, scenes
from kg.annotate.draft import Draft


def find(draft: Draft, doc: Doc) -> None:
    """Add each claim once: the first sentence that states it."""
    seen = {(c.subject, c.predicate, c.object) for c in draft.claims}
    within, homes = list(containment.find(draft)), list(residence.find(draft))
    for claim in (*within, *homes, *scenes.find(draft, within, homes)):
        same = (claim.subject, claim.predicate, claim.object)
        if same not in seen and claim.subject != claim.object:
            seen.add(same)
            draft.claims.append(claim)
