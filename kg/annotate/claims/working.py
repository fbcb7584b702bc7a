"""Who worked with whom, and who used which platform, where one clause says so."""

import re
from collections.abc import Iterator

from kg.annotate.claims.stating import by_sentence, claim, neighbours, of_type
from kg.annotate.draft import Draft
from kg.model import Claim

WITH = re.compile(
    r"\b(?:work(?:ed|ing|s)? (?:\w+ ){0,2}(?:with|alongside)|alongside|together with|jointly with"
    r"|in (?:partnership|conjunction|co-?operation|collaboration) with|joined by"
    r"|(?:supported|assisted|helped|aided|backed) by"
    r"|with (?:the )?(?:support|help|assistance) (?:of|from))\b"
)
USED = re.compile(r"\b(?:us(?:ed|ing)|via|through|over|communicat\w+|messag\w+)\b")
LONGEST_CLAUSE = 90


def find(draft: Draft) -> Iterator[Claim]:
    for first, second, between in neighbours(draft):
        kinds = {draft.entities[first.entity].type, draft.entities[second.entity].type}
        if kinds == {"Agency"} and len(between) < LONGEST_CLAUSE and WITH.search(between):
            span = (first.start, second.end)
            yield claim(draft, first.entity, "workedWith", second.entity, span, "claims.with")
    yield from _used(draft)


def _used(draft: Draft) -> Iterator[Claim]:
    for mentions in by_sentence(draft).values():
        platforms = of_type(draft, mentions, "Platform")
        users = of_type(draft, mentions, "Person", "CriminalGroup")
        for platform in platforms:
            before = [user for user in users if user.end <= platform.start]
            if before and USED.search(draft.text, before[-1].end, platform.start):
                span = (before[-1].start, platform.end)
                yield claim(
                    draft,
                    before[-1].entity,
                    "used",
                    platform.entity,
                    span,
                    "claims.used",
                    modality="alleged",
                )
