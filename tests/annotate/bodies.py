"""Drafts for the tests of finders: a text read by one component after another, without a model."""

from collections.abc import Callable

import spacy
from spacy.tokens import Doc

from kg.annotate import agencies, arbitrate, coreference, groups, operations, platforms, sentences
from kg.annotate.draft import Draft
from kg.model import Report

BLANK = spacy.blank("en")
Find = Callable[[Draft, Doc], None]


def found_by(*finders: Find, text: str, title: str = "") -> Draft:
    """The draft of a report after its sentences and the given finders."""
    whole = f"{title}\n\n{text}" if title else text
    report = Report("0" * 64, title, whole, len(whole) - len(text))
    draft, doc = Draft(report), BLANK(whole)
    for find in (sentences.split, *finders):
        find(draft, doc)
    return draft


def resolved(text: str, *, publisher: str | None = None) -> Draft:
    """The draft with bodies, operations, platforms and groups as entities."""
    draft = found_by(
        agencies.find,
        operations.find,
        platforms.find,
        groups.find,
        arbitrate.settle,
        coreference.resolve,
        text=text,
    )
    names = [entity.name for entity in draft.entities]
    draft.publisher_entity = names.index(publisher) if publisher else None
    return draft


def names_of(draft: Draft) -> list[str]:
    """The surfaces of the candidates, in text order."""
    return [draft.surface(c) for c in sorted(draft.candidates, key=lambda c: c.start)]
