"""Which bodies a report says ran, supported or took part in a named operation."""

import re
from collections import Counter
from collections.abc import Iterator

from kg.annotate.claims import rosters
from kg.annotate.claims.joining import joined
from kg.annotate.claims.programmes import standing
from kg.annotate.claims.stating import by_sentence, claim, of_type
from kg.annotate.draft import Draft
from kg.model import Claim, Mention

# Bodies that try, charge or only get named beside an operation.
BYSTANDERS = frozenset(["Court", "ProsecutionService"])
OWNS = re.compile(r"(?:['’]s?|[- ](?:led|run|coordinated|co-ordinated)) (?:[a-z][\w-]* ){0,2}")
TOGETHER = re.compile(r"(?:,? (?:and|&) |, | or )(?:the )?")
# A sentence that tells readers whom to call says nothing of who took part.
CONTACT = re.compile(
    r"\b(?:anyone|(?:please |can |to |by )(?:contact|call|calling|report|visit)|contact us"
    r"|get in touch|if you (?:have|know|suspect|see|are)|follow us|website|more information"
    r"|for information)\b"
    r"|\b(?:on|dial|call|calling) 101\b",
    re.IGNORECASE,
)
# What is named once, in none of these words, is named in passing.
IN_FORCE = re.compile(
    r"\b(?:part of|under|dubbed|code-?named|known as|called|led by|during|force['’]s)\b"
)
# "The Operation Otter team", "what the force does through Operation Otter".
TEAM = re.compile(r" (?i:teams?|officers|unit|squad|detectives)\b")
OURS = re.compile(r"\b[Tt]he (?:[Ff]orce|[Cc]onstabulary)\b(?!['’])[^.;]{0,80}\Z")
# Who pays for the work does not take part by it: "after they received Home Office funding".
PAYS = re.compile(r"(?:['’]s)? (?:fund(?:ing|ed)|grants?|money)\b")
PAID = re.compile(r"\bfund(?:ed|ing) (?:by|from) (?:the )?\Z")
# "… a joint operation with Essex Police. The operation, named Operation Otter, began …".
JOINT = re.compile(r"\b(?:[Jj]oint|joined forces|[Mm]ulti-agency)\b")
OPENS = re.compile(
    r"[“\"'‘]?(?:The (?:joint )?(?:operation|investigation|activity),? (?:which (?:is|was) )?"
    r"(?:named|called|dubbed|code-?named|known as) )?[“\"'‘]?"
)
OFTEN = 3  # mentions of a publisher in a report of its own work
NEAR = 2  # sentences after one that names an operation
FAR = 6  # the same, in a report that names no other
MARKS = 2  # characters that a line may have besides the name that it consists of


def find(draft: Draft) -> Iterator[Claim]:
    sentences = by_sentence(draft)
    beside = list(_beside(draft, sentences))
    yield from beside
    yield from _after(draft, sentences)
    yield from _just_before(draft, sentences)
    yield from _listed(draft)
    yield from _of_the_publisher(draft, {claim.object for claim in beside})
    yield from _by_its_own_team(draft, sentences)


def _beside(draft: Draft, sentences: dict[int, list[Mention]]) -> Iterator[Claim]:
    """Bodies in the sentence that names the operation."""
    for ordinal, mentions in sentences.items():
        operations = of_type(draft, mentions, "Operation")
        if not operations or _is_contact(draft, ordinal):
            continue
        for body, operation in _together(draft, _acting(draft, mentions), operations):
            yield _claim(draft, body.entity, operation, body, "claims.beside-operation", 0.8)


def _after(draft: Draft, sentences: dict[int, list[Mention]]) -> Iterator[Claim]:
    """Bodies said to have led or joined the work, just after an operation is named.

    In a report that names only one, all that follows is about it.
    """
    alone = len({m.entity for m in of_type(draft, draft.mentions, "Operation")}) == 1
    programmes = standing(draft)
    named: Mention | None = None
    for ordinal, mentions in sorted(sentences.items()):
        operations = of_type(draft, mentions, "Operation")
        if operations and not _is_contact(draft, ordinal):
            named = operations[-1]
        elif (
            named is not None
            and named.entity not in programmes
            and ordinal - named.sentence <= (FAR if alone else NEAR)
            and not _is_contact(draft, ordinal)
        ):
            for body in joined(draft, _acting(draft, mentions)):
                yield _claim(draft, body.entity, named, body, "claims.after-operation", 0.5)


def _just_before(draft: Draft, sentences: dict[int, list[Mention]]) -> Iterator[Claim]:
    """Bodies of the joint work of which the next sentence opens with the name."""
    named: set[int] = set()
    for operation in of_type(draft, draft.mentions, "Operation"):
        start = draft.sentences[operation.sentence].start
        first = operation.entity not in named
        named.add(operation.entity)
        if not first or not OPENS.fullmatch(draft.text, start, operation.start):
            continue
        before = sentences.get(operation.sentence - 1, [])
        if before and JOINT.search(draft.surface(draft.sentences[operation.sentence - 1])):
            for body in _acting(draft, before):
                yield _claim(draft, body.entity, operation, body, "claims.before-operation", 0.6)


def _listed(draft: Draft) -> Iterator[Claim]:
    """Bodies of a list of those who took part, in the operation that the report names most."""
    mentions = of_type(draft, draft.mentions, "Operation")
    if not mentions:
        return
    counts = Counter(mention.entity for mention in mentions)
    main = min(mentions, key=lambda m: (-counts[m.entity], m.start))
    for body in rosters.listed(draft):
        if draft.entities[body.entity].subtype != "Court":
            yield _claim(draft, body.entity, main, body, "claims.listed", 0.7)


def _is_contact(draft: Draft, ordinal: int) -> bool:
    sentence = draft.sentences[ordinal]
    return CONTACT.search(draft.text, sentence.start, sentence.end) is not None


def _acting(draft: Draft, mentions: list[Mention]) -> list[Mention]:
    """The agencies among mentions that can take part in an operation."""
    agencies = of_type(draft, mentions, "Agency")
    return [
        m
        for m in agencies
        if draft.entities[m.entity].subtype not in BYSTANDERS and not _pays(draft, m)
    ]


def _pays(draft: Draft, body: Mention) -> bool:
    """Whether a body is named for the money that it gave."""
    before = PAID.search(draft.text, max(0, body.start - 30), body.start)
    return before is not None or PAYS.match(draft.text, body.end) is not None


def _together(
    draft: Draft, bodies: list[Mention], operations: list[Mention]
) -> Iterator[tuple[Mention, Mention]]:
    """Each body with each operation of a sentence; but whose an operation is, has it alone."""
    owned = {
        body.start: operation.start
        for body in bodies
        for operation in operations
        if OWNS.fullmatch(draft.text, body.end, operation.start)
    }
    others = set(owned.values())
    for body in bodies:
        for operation in _nearest(draft, body, operations):
            alone = owned.get(body.start)
            if alone == operation.start or (alone is None and operation.start not in others):
                yield body, operation


def _nearest(draft: Draft, body: Mention, operations: list[Mention]) -> list[Mention]:
    """The operation nearest to a body, with those that commas and "and" join to it."""
    runs: list[list[Mention]] = []
    for operation in operations:
        if runs and TOGETHER.fullmatch(draft.text, runs[-1][-1].end, operation.start):
            runs[-1].append(operation)
        else:
            runs.append([operation])
    return min(runs, key=lambda run: _distance(body, run), default=[])


def _distance(body: Mention, run: list[Mention]) -> int:
    return min(abs(body.start - run[-1].end), abs(run[0].start - body.end))


def _of_the_publisher(draft: Draft, credited: set[int]) -> Iterator[Claim]:
    """What a body says of an operation is of its own, unless a sentence gives it to others."""
    publisher = draft.publisher_entity
    counts = Counter(mention.entity for mention in draft.mentions)
    if publisher is None or not counts[publisher]:
        return
    for mention in of_type(draft, draft.mentions, "Operation"):
        if mention.entity in credited or _stands_alone(draft, mention):
            continue
        if counts[mention.entity] > 1 or counts[publisher] >= OFTEN or _is_in_force(draft, mention):
            credited.add(mention.entity)
            yield _claim(draft, publisher, mention, mention, "claims.our-operation", 0.6)


def _by_its_own_team(draft: Draft, sentences: dict[int, list[Mention]]) -> Iterator[Claim]:
    """Operations for which the publisher has a team, or of which it says that they are its own."""
    publisher = draft.publisher_entity
    if publisher is None or all(m.entity != publisher for m in draft.mentions):
        return
    for mention in of_type(draft, draft.mentions, "Operation"):
        sentence = draft.sentences[mention.sentence]
        owned = any(
            OWNS.fullmatch(draft.text, body.end, mention.start)
            for body in of_type(draft, sentences[mention.sentence], "Agency")
        )
        ours = OURS.search(draft.text, sentence.start, mention.start)
        if not owned and (ours or TEAM.match(draft.text, mention.end)):
            yield _claim(draft, publisher, mention, mention, "claims.own-team", 0.6)


def _is_in_force(draft: Draft, mention: Mention) -> bool:
    """Whether the words about an operation say what was done in it: "as part of Operation X"."""
    sentence = draft.sentences[mention.sentence]
    return IN_FORCE.search(draft.text, sentence.start, sentence.end) is not None


def _stands_alone(draft: Draft, mention: Mention) -> bool:
    """Whether the name is all that its line says, as in a list of links beside the report."""
    sentence = draft.sentences[mention.sentence]
    return sentence.end - sentence.start <= mention.end - mention.start + MARKS


def _claim(
    draft: Draft, body: int, operation: Mention, beside: Mention, rule: str, confidence: float
) -> Claim:
    span = (beside.start, beside.end)
    if beside.sentence == operation.sentence:
        span = (min(beside.start, operation.start), max(beside.end, operation.end))
    return claim(draft, body, "tookPartIn", operation.entity, span, rule, confidence=confidence)
