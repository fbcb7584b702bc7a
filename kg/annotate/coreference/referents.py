"""Find whom or what a pronoun or a description stands for: "he", "the detective", "the force".

The nearest sentence before that names somebody or something which agrees in type, gender, age or
post gives it; in that sentence what comes first, as its subject most often does. Words in quotation
marks lend nothing to the words around them. Not done: "they", "it" and other plurals; what is named
only after ("cataphora"); two people of one gender in one sentence are told apart by order alone.
"""

import re
from collections.abc import Callable, Iterator
from functools import cache

import msgspec

from kg.annotate.draft import Draft
from kg.annotate.marks import is_quoted, segments
from kg.model import EntityType, Mention
from kg.rules import load, rules_file

HE = frozenset(["he", "him", "his", "himself"])
SHE = frozenset(["she", "her", "hers", "herself"])
WE = frozenset(["we", "us", "our", "ours"])
AGED = re.compile(r"\b(\d{1,3})[- ]year[- ]old\b")
HEAD = re.compile(r"(?:the|this|that|our)\s+(?:[\w-]+\s+){0,4}?([\w-]+)(?:\s+(?:in|of|for)\b.*)?\Z")
MALE_TITLE = re.compile(r"\b(?:Mr|Sir|Lord)\.? \Z|\b(?:Mr|His Hono[u]?r)\b[^.]{0,12}\Z")
FEMALE_TITLE = re.compile(r"\b(?:Mrs|Ms|Miss|Mx|Dame|Lady)\.? \Z|\bHer Hono[u]?r\b[^.]{0,12}\Z")
POSSESSIVE = ("'s ", "’s ", "' ", "’ ")
FURTHEST = 14  # sentences

Agrees = Callable[[int], bool]


class Description(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of descriptions.yml; the file's header says what its fields mean."""

    id: str
    nouns: str
    type: EntityType
    subtypes: tuple[str, ...] = ()
    gender: str | None = None
    post: bool = False


class NameGenders(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of name_genders.yml."""

    id: str
    names: str


def referent(draft: Draft, start: int, end: int, *types: EntityType) -> int | None:
    """The entity, of one of the types, that the words stand for; None where nothing agrees."""
    words = draft.text[start:end].casefold().strip()
    if words in HE or words in SHE:
        gender = "male" if words in HE else "female"
        people: tuple[EntityType, ...] = types or ("Person", "Official")
        return _nearest(draft, start, people, lambda e: gender_of(draft, e) in (gender, None))
    if words in WE:
        return _own_body(draft, start)
    if aged := AGED.search(words):
        age = int(aged[1])
        return _nearest(draft, start, ("Person",), lambda e: draft.entities[e].age == age)
    head = HEAD.match(words)
    rows = descriptions().get(head[1], ()) if head else ()
    for row in rows:
        if not types or row.type in types:
            return _described(draft, start, row, head[1] if head else "")
    return None


def _own_body(draft: Draft, start: int) -> int | None:
    """Whom "we" stands for: the publisher, but in another body's words that body.

    A unit's officer who is quoted speaks for the force that publishes.
    """
    for said in draft.quotations:
        if said.stated.start <= start < said.stated.end and said.on_behalf_of is not None:
            body = draft.entities[said.on_behalf_of]
            quoted = is_quoted(segments(draft.text, draft.report.body_start), start)
            if quoted and body.subtype != "Team":
                return said.on_behalf_of
    return draft.publisher_entity


def gender_of(draft: Draft, entity: int) -> str | None:
    """What the given name, or a title before one of the names, tells of a person's gender."""
    first = draft.entities[entity].name.split()[0]
    if first in genders():
        return genders()[first]
    for mention in draft.mentions:
        if mention.entity == entity:
            if MALE_TITLE.search(draft.text, max(0, mention.start - 20), mention.start):
                return "male"
            if FEMALE_TITLE.search(draft.text, max(0, mention.start - 20), mention.start):
                return "female"
    return None


def _described(draft: Draft, start: int, row: Description, noun: str) -> int | None:
    """What "the" and a noun of the row stand for."""
    if row.id == "force" and draft.publisher_entity is not None:
        publisher = draft.entities[draft.publisher_entity]
        if publisher.subtype in row.subtypes:
            return draft.publisher_entity

    def agrees(entity: int) -> bool:
        if row.subtypes and draft.entities[entity].subtype not in row.subtypes:
            return False
        if row.gender and gender_of(draft, entity) not in (row.gender, None):
            return False
        return not row.post or _holds(draft, entity, noun)

    return _nearest(draft, start, (row.type,), agrees)


def _holds(draft: Draft, entity: int, noun: str) -> bool:
    return any(noun in p.title.casefold() for p in draft.posts if p.official == entity)


def _nearest(draft: Draft, start: int, types: tuple[EntityType, ...], agrees: Agrees) -> int | None:
    """The first that agrees in the nearest sentence before; one not in the possessive first."""
    sentence = -1
    found: list[Mention] = []
    for mention in _before(draft, start, types):
        if found and mention.sentence != sentence:
            break
        sentence = mention.sentence
        if agrees(mention.entity):
            found.append(mention)
    subjects = [m for m in found if not draft.text.startswith(POSSESSIVE, m.end)]
    return next((mention.entity for mention in reversed(subjects or found)), None)


def _before(draft: Draft, start: int, types: tuple[EntityType, ...]) -> Iterator[Mention]:
    """The mentions before, from the nearest on; of those in quotation marks none, but for words
    that stand in them too.
    """
    quoted = segments(draft.text, draft.report.body_start)
    inside = is_quoted(quoted, start)
    lowest = draft.sentence_at(start) - FURTHEST
    for mention in reversed(draft.mentions_in(0, start)):
        if mention.sentence < lowest:
            return
        if draft.entities[mention.entity].type in types and (
            inside or not is_quoted(quoted, mention.start)
        ):
            yield mention


@cache
def descriptions() -> dict[str, tuple[Description, ...]]:
    """The rows by each of their nouns."""
    found: dict[str, tuple[Description, ...]] = {}
    for row in load(rules_file("descriptions"), Description):
        for noun in row.nouns.split():
            found[noun] = (*found.get(noun, ()), row)
    return found


@cache
def genders() -> dict[str, str]:
    """The gender that each given name tells."""
    rows = load(rules_file("name_genders"), NameGenders)
    return {name: row.id for row in rows for name in row.names.split()}
