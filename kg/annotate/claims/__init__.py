"""Direct relations between entities: between bodies, operations and people; and of place."""

from spacy.tokens import Doc

from kg.annotate.claims import bodies, whereabouts
from kg.annotate.draft import Draft


def find(draft: Draft, doc: Doc) -> None:
    bodies.find(draft, doc)
    whereabouts.find(draft, doc)
