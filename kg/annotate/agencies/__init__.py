"""Bodies of police, prosecution, government and justice, and their units.

By name (agencies.yml), by the words their names are made of (agency_patterns.yml), and by the
short forms that the report itself introduces.
"""

from spacy.tokens import Doc

from kg.annotate.agencies import ellipsis, heads, listed, nations, shortened
from kg.annotate.agencies.spans import settle
from kg.annotate.draft import Draft
from kg.annotate.wording import words_of


def find(draft: Draft, doc: Doc) -> None:
    words = words_of(draft.text)
    found = listed.find(draft.text)
    found += ellipsis.find(draft.text, found)
    found += nations.find(draft.text)
    found += heads.find(draft.text, words, found)
    found = settle(found)
    found = settle(found + shortened.find(draft.text, found))
    draft.candidates += shortened.unite(draft.text, found)
