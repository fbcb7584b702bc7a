"""Which body a report says another is part of: "PSNI's Organised Crime Unit", "X, part of Y"."""

import re
from collections.abc import Iterator

from kg.annotate.claims.stating import claim, neighbours
from kg.annotate.draft import Draft
from kg.model import Claim, Mention

OWNER = re.compile(r"(?:['’]s?|['’]s own|['’]s (?:[a-z][\w-]* ){1,3}?) ?")
PART = re.compile(
    r"\)?,? (?:which |who )?(?:(?:is|are|forms?|was|were) )?(?:a )?"
    r"(?:part of|within|based (?:at|in|within)"
    r"|(?:[\w-]+ ){0,4}(?:unit|team|branch|section|division|department|arm) (?:of|at|within|in))"
    r" (?:the )?"
)
OF = re.compile(r"\)?,? (?:of|at|in|from|within|for) (?:the )?")
OURS = re.compile(
    r"\b(?:our|[Tt]he (?:force|constabulary|service|agency)['’]s)(?: [a-z][\w-]*){0,2}\s*\Z",
    re.IGNORECASE,
)


def find(draft: Draft) -> Iterator[Claim]:
    yield from _between_neighbours(draft)
    yield from _named_after(draft)
    yield from _of_the_publisher(draft)


def _between_neighbours(draft: Draft) -> Iterator[Claim]:
    for first, second, between in neighbours(draft):
        if not _are_bodies(draft, first, second):
            continue
        span = (first.start, second.end)
        if OWNER.fullmatch(between) and _is_part(draft, second):
            yield claim(
                draft, second.entity, "subOrganizationOf", first.entity, span, "claims.owner"
            )
        elif PART.fullmatch(between) or (OF.fullmatch(between) and _is_team(draft, first)):
            yield claim(
                draft, first.entity, "subOrganizationOf", second.entity, span, "claims.part"
            )


def _named_after(draft: Draft) -> Iterator[Claim]:
    """A unit whose name opens with that of a body: "FBI San Diego Field Office"."""
    bodies = {
        draft.surface(m): m.entity
        for m in draft.mentions
        if draft.entities[m.entity].type == "Agency" and draft.entities[m.entity].key
    }
    for mention in draft.mentions:
        if not _is_team(draft, mention):
            continue
        surface = draft.surface(mention)
        for name, entity in bodies.items():
            if surface.startswith(name + " ") and entity != mention.entity:
                span = (mention.start, mention.end)
                yield claim(
                    draft, mention.entity, "subOrganizationOf", entity, span, "claims.named-after"
                )


def _of_the_publisher(draft: Draft) -> Iterator[Claim]:
    """What the publisher calls its own: "our Economic Crime Unit", "the force's …"."""
    publisher = draft.publisher_entity
    if publisher is None:
        return
    for mention in draft.mentions:
        match = OURS.search(draft.text, max(0, mention.start - 50), mention.start)
        if match and _is_team(draft, mention):
            span = (match.start(), mention.end)
            yield claim(draft, mention.entity, "subOrganizationOf", publisher, span, "claims.ours")


def _are_bodies(draft: Draft, *mentions: Mention) -> bool:
    return all(draft.entities[m.entity].type == "Agency" for m in mentions)


def _is_team(draft: Draft, mention: Mention) -> bool:
    return draft.entities[mention.entity].subtype == "Team"


def _is_part(draft: Draft, mention: Mention) -> bool:
    return draft.entities[mention.entity].subtype not in ("Court", "PoliceForce")
