"""Which body a report says another is part of: "PSNI's Organised Crime Unit", "X, part of Y"."""

import re
from collections.abc import Iterator

from kg.annotate.claims.stating import claim, neighbours
from kg.annotate.draft import Draft
from kg.model import Claim, Mention
from kg.registry import agencies

OWNER = re.compile(
    r"\)?(?: ['’]s|['’][sS]?|['’]s own|['’]s (?:[a-z][\w-]* ){1,3}?"
    r"| ?['’]s (?:[A-Z][\w-]*(?:['’]s)? (?:of )?){1,2}) ?"
)
PART = re.compile(
    r"\)?,? (?:which |who )?(?:(?:is|are|forms?|was|were) )?(?:a )?"
    r"(?:part of|within|under|based (?:at|in|within)"
    r"|(?:set up|established|created|formed|hosted|housed) (?:at|by|within|in)"
    r"|(?:[\w-]+ ){0,4}(?:unit|team|branch|section|division|department|arm) (?:of|at|within|in))"
    r" (?:the )?"
)
OFFICE = re.compile(r"\)?,? (?:[–-] )?|\)?['’]s? |\)?[—–]")
# "National Guard – Cyber Unit", "National Police (Cyber Unit".
BESIDE = re.compile(r"\)? [–—-] | \(")
LINE = re.compile(r"\)? [–—] ")
IN_BRACKETS = ") "  # after the acronym in "the Revenue Office's (ROA) Fraud Team"
OWNED = re.compile(r"['’][sS]? \(\Z")
POST = re.compile(r"(?:['’]s)? (?!and )(?:(?:[A-Z][\w-]*|in|of|and) ){1,8}")
AND = re.compile(r",? (?:and|&) (?:its )?|, ")
OF = re.compile(r"\)?,? (?:of|at|in|from|within|for) (?:the )?")
WITHIN = re.compile(r"\)?,? (?:of|within|at) (?:the )?")
GOES_ON = re.compile(r" (?:of|for|in) ")
ITS = re.compile(r"\b(?:its|their)(?: [a-z][\w-]*){0,3} \Z")
POSSESSIVE = re.compile(r"['’][sS]? ")
OURS = re.compile(
    r"\b(?:our|[Tt]he (?:force|constabulary|service|agency)['’]s)(?: [a-z][\w-]*){0,2}\s*\Z",
    re.IGNORECASE,
)


def find(draft: Draft) -> Iterator[Claim]:
    yield from _between_neighbours(draft)
    yield from _led(draft)
    yield from _named_after(draft)
    yield from _of_the_publisher(draft)
    yield from _of_the_last(draft)


def _between_neighbours(draft: Draft) -> Iterator[Claim]:
    owned: tuple[Mention, Mention] | None = None
    for first, second, between in neighbours(draft):
        if not _are_bodies(draft, first, second):
            continue
        span = (first.start, second.end)
        if owned and owned[0] is first and AND.fullmatch(between) and _is_bare(draft, second):
            owned = (second, owned[1])
            span = (owned[1].start, second.end)
            yield _part(draft, second, owned[1], span, "claims.owner-of-list")
        elif OWNER.fullmatch(between) and _is_part(draft, second):
            owned = (second, first) if _is_team(draft, second) else None
            yield _part(draft, second, first, span, "claims.owner")
        elif rule := _beside(draft, first, second, between):
            yield _part(draft, second, first, span, rule)
        elif PART.fullmatch(between) or _is_of(draft, first, between):
            whole = _innermost(draft, second)
            yield _part(draft, first, whole, (first.start, whole.end), "claims.part")


def _beside(draft: Draft, first: Mention, second: Mention, between: str) -> str | None:
    """The rule by which what stands right after a body is a part of it, if one does."""
    unit = _is_team(draft, second) and not _is_team(draft, first)
    if unit and between == " ":
        return "claims.beside-owner"
    if between == IN_BRACKETS and _owns(draft, first, second):
        return "claims.acronym-of-owner"
    if unit and BESIDE.fullmatch(between):
        return "claims.unit-beside"
    if LINE.fullmatch(between) and _may_be_part(draft, first, second):
        return "claims.after-dash"
    if OFFICE.fullmatch(between) and _is_office(draft, first, second):
        return "claims.office"
    return None


def _innermost(draft: Draft, whole: Mention) -> Mention:
    """The unit that a body named first has: the Y in "X of the FBI's Y"."""
    sentence = draft.sentences[whole.sentence]
    following = draft.mentions_in(whole.end, sentence.end, "Agency")[:1]
    for unit in following:
        if POSSESSIVE.fullmatch(draft.text, whole.end, unit.start) and _is_part(draft, unit):
            return unit
    return whole


def _led(draft: Draft) -> Iterator[Claim]:
    """A field office led by an official of a body: "FBI Agent Lee Ito of the X Field Office"."""
    for body, official, office in zip(
        draft.mentions, draft.mentions[1:], draft.mentions[2:], strict=False
    ):
        if body.sentence != office.sentence or office.rule != "agencies.field-office":
            continue
        if draft.entities[official.entity].type != "Official" or not _are_bodies(draft, body):
            continue
        if not _is_bare(draft, office):
            continue
        if POST.fullmatch(draft.text, body.end, official.start) and OF.fullmatch(
            draft.text, official.end, office.start
        ):
            yield _part(draft, office, body, (body.start, office.end), "claims.led-office")


def _is_of(draft: Draft, first: Mention, between: str) -> bool:
    if _is_team(draft, first):
        return OF.fullmatch(between) is not None
    return _is_part(draft, first) and WITHIN.fullmatch(between) is not None


def _is_office(draft: Draft, first: Mention, second: Mention) -> bool:
    """Whether a field office stands beside the agency whose it is: "FBI, Anytown Field Office"."""
    return second.rule == "agencies.field-office" and draft.entities[first.entity].key is not None


def _may_be_part(draft: Draft, first: Mention, second: Mention) -> bool:
    """Whether the list says that a body is part of another, or has the whole alone."""
    whole, part = draft.entities[first.entity].key, draft.entities[second.entity].key
    if whole is None or part is None:
        return whole is not None and _is_part(draft, second)
    return _is_listed_part(draft, first, second)


def _owns(draft: Draft, first: Mention, second: Mention) -> bool:
    """Whether what follows an acronym in brackets is a part of that body: by the list, or a unit
    after a possessive.
    """
    possessive = OWNED.search(draft.text, max(0, first.start - 5), first.start)
    return (possessive is not None and _is_part(draft, second)) or _is_listed_part(
        draft, first, second
    )


def _is_listed_part(draft: Draft, first: Mention, second: Mention) -> bool:
    whole, part = draft.entities[first.entity].key, draft.entities[second.entity].key
    row = agencies().get(part.partition(":")[2]) if part else None
    return row is not None and whole == f"agency:{row.part_of}"


def _named_after(draft: Draft) -> Iterator[Claim]:
    """A unit whose name opens with that of a body: "FBI San Diego Field Office"."""
    bodies: dict[str, int] = {}
    listed: dict[str, int] = {}
    for mention in draft.mentions:
        key = draft.entities[mention.entity].key
        if _are_bodies(draft, mention) and key and mention.rule != "agencies.ellipsis":
            bodies[draft.surface(mention)] = mention.entity
            listed |= dict.fromkeys(_names(key), mention.entity)
    for mention in draft.mentions:
        if not _are_bodies(draft, mention) or not _is_part(draft, mention):
            continue
        surface, span = draft.surface(mention), (mention.start, mention.end)
        known = listed | bodies if _is_team(draft, mention) else bodies
        for name, entity in known.items():
            if entity != mention.entity and _opens_with(surface, name):
                yield claim(
                    draft, mention.entity, "subOrganizationOf", entity, span, "claims.named-after"
                )


def _names(key: str) -> tuple[str, ...]:
    """All that the list calls a body; nothing of one that a registry of the user's knows."""
    row = agencies().get(key.partition(":")[2])
    if row is None:
        return ()
    return (row.name, *row.aliases, *row.acronyms, *row.acronyms_once_named)


def _opens_with(surface: str, name: str) -> bool:
    """Whether a unit's name is a body's and more: not "Ministry of Justice of Anyland"."""
    return surface.startswith(name + " ") and not GOES_ON.match(surface, len(name))


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


def _of_the_last(draft: Draft) -> Iterator[Claim]:
    """What is said to be of the body before it: "Anytown Council and its licensing team"."""
    last: Mention | None = None
    for mention in draft.mentions:
        if not _are_bodies(draft, mention):
            continue
        near = last is not None and last.sentence == mention.sentence
        its = ITS.search(draft.text, max(0, mention.start - 50), mention.start)
        if last is not None and near and its and _is_team(draft, mention):
            yield _part(draft, mention, last, (last.start, mention.end), "claims.its")
        last = mention


def _part(draft: Draft, part: Mention, whole: Mention, span: tuple[int, int], rule: str) -> Claim:
    return claim(draft, part.entity, "subOrganizationOf", whole.entity, span, rule)


def _are_bodies(draft: Draft, *mentions: Mention) -> bool:
    return all(draft.entities[m.entity].type == "Agency" for m in mentions)


def _is_team(draft: Draft, mention: Mention) -> bool:
    return draft.entities[mention.entity].subtype == "Team"


def _is_bare(draft: Draft, mention: Mention) -> bool:
    """Whether a unit's name does not open with another body's: "IRS Cyber Unit" is not bare."""
    return _is_team(draft, mention) and not draft.surface(mention).split()[0].isupper()


def _is_part(draft: Draft, mention: Mention) -> bool:
    return draft.entities[mention.entity].subtype not in ("Court", "PoliceForce")
