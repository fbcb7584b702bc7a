"""Whom an official works for, where no title is stated: "Anna Berg from Europol said"."""

from collections.abc import Iterator

from kg.annotate.draft import Draft
from kg.annotate.posts import bodies
from kg.model import Claim, Mention, Stated


def find(draft: Draft, mention: Mention) -> Iterator[Claim]:
    """The claim that an official works for the body right after the name."""
    agency = bodies.after(draft, mention.end)
    if agency is None or draft.entities[agency].subtype == "Court":
        return
    named = (m.end for m in bodies.following(draft, mention.end) if m.entity == agency)
    end = next(named, mention.end)  # "the force" after the name is no name of the body
    span = (mention.start, end)
    stated = Stated(draft.sentences_of(*span), *span, "posts.untitled", 0.8)
    yield Claim(stated, mention.entity, "worksFor", agency)
