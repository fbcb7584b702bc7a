from spacy.tokens import Doc

from kg.annotate.draft import Draft


def find(draft: Draft, doc: Doc) -> None:
    return
