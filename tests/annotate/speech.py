"""Drafts of reports in which people speak, the people given by hand."""

import re

from kg.annotate import agencies, arbitrate, coreference, operations, quotes, sentences
from kg.annotate.draft import Candidate, Draft
from kg.model import EntityType, PostHolding, Report, Stated
from tests.annotate.bodies import BLANK

PEOPLE: dict[str, EntityType] = {
    "Sarah Ito": "Official",
    "Ito": "Official",
    "Leo Bell": "Official",
    "Bell": "Official",
    "Tom Reed": "Person",
    "Reed": "Person",
    "Ann Cole": "Person",
    "Okoro": "Person",
}


def spoken(
    text: str, *, publisher: str | None = None, posts: dict[str, str] | None = None
) -> Draft:
    """The draft of a report with its bodies and the people above; `posts` are titles by name."""
    report = Report("0" * 64, "", text)
    draft, doc = Draft(report), BLANK(text)
    for find in (sentences.split, agencies.find, operations.find):
        find(draft, doc)
    for name, type_ in PEOPLE.items():
        for match in re.finditer(rf"\b{name}\b", text):
            draft.candidates.append(
                Candidate(match.start(), match.end(), type_, "test.person", weight=95)
            )
    arbitrate.settle(draft, doc)
    coreference.resolve(draft, doc)
    draft.publisher_entity = entity_named(draft, publisher) if publisher else None
    for name, title in (posts or {}).items():
        stated = Stated((0,), 0, 1, "test.post")
        draft.posts.append(PostHolding(stated, entity_named(draft, name), title))
    return draft


def entity_named(draft: Draft, name: str) -> int:
    return [entity.name for entity in draft.entities].index(name)


def said(draft: Draft) -> list[tuple[str, str]]:
    """Each quotation's speaker and words."""
    quotes.find(draft, BLANK(draft.text))
    return [(draft.entities[q.speaker].name, q.text) for q in draft.quotations]
