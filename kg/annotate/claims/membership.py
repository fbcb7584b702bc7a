"""Who a report says belongs to a criminal group, or to a company or charity."""

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.annotate.claims.stating import by_sentence, claim, of_type
from kg.annotate.draft import Draft
from kg.model import Claim, Mention

# Said in a sentence that names a person and a group, these make the person one of it.
BELONGING = re.compile(
    r"\b(?:members?|leader(?:s|ship)?|head(?:ed|s)? (?:of|up)|led|leading|boss(?:es)?|kingpin|ran"
    r"|run|running|operat(?:ed|ing|or)|controll(?:ed|ing|er)|part of|involved (?:in|with)|behind"
    r"|found(?:er|ed)|associates?|belong\w*|work(?:ed|ing)? for|role in|affiliat\w+|runners?"
    r"|dealers? for|(?:part|involvement|involved) in|responsible for)\b"
)
TITLES = (
    r"(?i:director|manager|founder|owner|chair|chairman|chairwoman|president|CEO|chief executive"
    r"|head|employee|spokes\w+|co-?ordinator|member|worker|officer|partner|trustee|secretary"
    r"|accountant|administrator|adviser|advisor|analyst|assistant|coach|consultant|developer|editor|engineer|executive|lead"
    r"|lecturer|official|player|principal|professor|representative|researcher|solicitor|supervisor"
    r"|teacher|volunteer)"
)
OWNED = re.compile(rf"(?:['’]s)?,? (?:[\w&-]+ ){{0,4}}?{TITLES}(?: [\w&-]+){{0,4}},? ")
POSITION = re.compile(
    r"(?:['’]s? employment (?:at|with|by)"
    r"|,?(?: \d\d?,)? (?:who (?:works|worked) (?:for|at)"
    r"|(?:who )?(?:was|had been) employed (?:by|at)"
    r"|(?:who (?:is|was) )?(?:an? |the )?(?:former )?(?:[\w&-]+ ){0,4}?"
    rf"{TITLES} (?:[\w&-]+ ){{0,5}}?"
    r"(?:of|at|for|from|with)|of|from)) (?:the )?(?:charity |firm |company )?"
)
# "Head of Housing at Hopeful Homes, Ann Bell, said": the post leads up to the body.
LEADING = re.compile(rf"\b{TITLES}(?: [\w&-]+){{0,5}} (?:of|at|for|from|with) (?:the )?\Z")
THEN = re.compile(r",? ")
REACH = 70

NEAR = 3  # sentences in which "the gang" is the one named last
DEALERS = frozenset(["groups.line", "groups.nickname"])  # rules that find those of one case
# How a report that names one group speaks of it again.
THE_GROUP = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]heir) (?:[\w-]+ ){0,3}?"
    r"(?:gang|group|OCG|organisation|organization|network|line|crew|cartel|syndicate|clan|club|collective)\b"
)


def find(draft: Draft) -> Iterator[Claim]:
    alone = {m.entity: m for m in of_type(draft, draft.mentions, "CriminalGroup")}
    main = next(iter(alone.values()), None)
    if main is not None and len(alone) == 1 and main.rule in DEALERS:
        yield from _of_the_case(draft, main)
    last: Mention | None = None
    for ordinal, mentions in sorted(by_sentence(draft).items()):
        groups = of_type(draft, mentions, "CriminalGroup")
        people = of_type(draft, mentions, "Person")
        if groups and people:
            yield from _of_groups(draft, people, groups)
        elif people and len(alone) == 1:
            yield from _of_the_group(draft, people, *alone)
        elif people and last is not None and ordinal - last.sentence <= NEAR:
            yield from _of_the_group(draft, people, last.entity)
        if groups:
            last = groups[-1] if len({m.entity for m in groups}) == 1 else None
        yield from _of_organisations(draft, mentions)


def _of_groups(draft: Draft, people: list[Mention], groups: list[Mention]) -> Iterator[Claim]:
    for person in people:
        group = min(groups, key=lambda g: abs(g.start - person.start))
        sentence = draft.sentences[person.sentence]
        if not BELONGING.search(draft.surface(sentence)):
            continue
        span = (min(person.start, group.start), max(person.end, group.end))
        yield claim(
            draft,
            person.entity,
            "memberOf",
            group.entity,
            span,
            "claims.member",
            confidence=0.7,
            modality="alleged",
        )


def _of_the_group(draft: Draft, people: list[Mention], group: int) -> Iterator[Claim]:
    """The people of a sentence that speaks of the one group of the report without its name."""
    sentence = draft.sentences[people[0].sentence]
    wording = draft.surface(sentence)
    if not BELONGING.search(wording) or not THE_GROUP.search(wording):
        return
    for person in people:
        span = (person.start, person.end)
        yield claim(
            draft,
            person.entity,
            "memberOf",
            group,
            span,
            "claims.member-of-the-group",
            confidence=0.5,
            modality="alleged",
        )


def _leads(draft: Draft, body: Mention, person: Mention) -> bool:
    """Whether a post in a body, and the body, stand right before a name."""
    return bool(
        THEN.fullmatch(draft.text, body.end, person.start)
        and LEADING.search(draft.text, max(0, body.start - REACH), body.start)
    )


def _of_the_case(draft: Draft, group: Mention) -> Iterator[Claim]:
    """The people on trial in a report whose one group they are said to have worked in.

    Those with an age or home, as defendants have; never more than alleged.
    """
    seen: set[int] = set()
    for mention in of_type(draft, draft.mentions, "Person"):
        entity = draft.entities[mention.entity]
        if entity.age is not None and mention.entity not in seen:
            seen.add(mention.entity)
            span = (mention.start, mention.end)
            yield claim(
                draft,
                mention.entity,
                "memberOf",
                group.entity,
                span,
                "claims.member-on-trial",
                confidence=0.4,
                modality="alleged",
            )


def _of_organisations(draft: Draft, mentions: list[Mention]) -> Iterator[Claim]:
    for first, second in pairwise(mentions):
        kinds = (draft.entities[first.entity].type, draft.entities[second.entity].type)
        if kinds == ("Organisation", "Person") and (
            OWNED.fullmatch(draft.text, first.end, second.start) or _leads(draft, first, second)
        ):
            span = (first.start, second.end)
            yield claim(draft, second.entity, "memberOf", first.entity, span, "claims.position")
        if kinds == ("Person", "Organisation") and POSITION.fullmatch(
            draft.text, first.end, second.start
        ):
            span = (first.start, second.end)
            yield claim(draft, first.entity, "memberOf", second.entity, span, "claims.position")
