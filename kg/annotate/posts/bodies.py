"""Which body a post is with: named right before the rank, right after the name, or in the post."""

import re
from collections.abc import Sequence

from kg.annotate.coreference.referents import referent
from kg.annotate.draft import Draft
from kg.model import Mention

BEFORE = re.compile(
    r"(?:['’]s?|\))? (?:(?!(?:and|or|with|by|for|from|as|to|said|when|where|of|in|at|on|the|after"
    r"|told|that|while|former)\b)[A-Z]?[a-z][\w-]* ){0,3}?(?:former )?"
)
# What may stand before a body's name: whose it is ("the force's"), and what of the name is not in
# the mention ("Hertfordshire, Bedfordshire and").
OWNER = (
    r"(?:the |our |that )?(?:(?:[\w.&-]+ ){0,3}?[\w.&-]+['’]s? )?"
    r"(?:[A-Z][\w&-]*,? (?:and |& )?){0,6}?(?:[a-z][\w-]* ){0,2}?"
)
AFTER = re.compile(
    r",?\s(?:\([^)]{2,12}\),? )?"
    r"(?:(?:who |which )?(?:is |are |was |works |work |worked )?(?:also )?"
    r"(?:based |working |serving |stationed )?(?:from|of|at|in|with|within|for|on)) " + OWNER
)
LED = re.compile(r",? (?:(?:which|that) )?(?:is |was )?(?:being )?(?:led|headed|run|overseen) by ")
APPOSED = re.compile(r", (?:the )?")
# "DCI Ito, Kent Police and Essex Police …" lists bodies; "DCI Ito, Kent Police's …" has a post.
ANOTHER = re.compile(r"['’]| and |, [A-Z]")
LEADS = re.compile(
    r",? (?:(?:the officer )?who (?:(?!said|added|told|says)[a-z][\w-]* ){0,6}?|(?:is )?)"
    r"(?:leads?|led|heads?|heading|oversees|manages|runs|leading|for|from|of|at|with|within)"
    r" " + OWNER
)
DESCRIBED = re.compile(
    r",? (?:who )?(?:(?:is|works?|was) )?(?:[a-z]+ ){0,3}?"
    r"(?:from|of|at|in|with|within|for|leads|heads|leading|heading|runs|manages) "
    r"(?P<body>(?:the|our|this|that) (?:[a-z-]+ ){0,4}?"
    r"(?i:team|unit|squad|branch|agency|force|department|division|command|group|office))\b(?!['’])"
)
OWNED = re.compile(r"\)?['’]s? (?:(?:[a-z][\w-]*|Police) ){0,2}")
BRACKET = re.compile(r"(?P<owns>['’]s)? \(")  # between a body and its acronym
OFFICE = re.compile(r"\)?(?:,| [-–])? ")  # between a body and a field office of it
REACH = 90


def before(draft: Draft, start: int) -> int | None:
    """The body whose name leads up to a title at `start`: "EMSOU DCI", "the Met's DI"."""
    line = draft.text.rfind("\n", 0, start) + 1
    near = draft.mentions_in(max(line, start - REACH), start, "Agency")
    if near and _leads_up(draft, near[-1], start):
        return near[-1].entity
    return None


def _leads_up(draft: Draft, body: Mention, start: int) -> bool:
    text = draft.text
    if BEFORE.fullmatch(text, body.end, start) or LED.fullmatch(text, body.end, start):
        return True
    opens = draft.sentences[body.sentence].start == body.start
    return opens and text[body.end : start] == ", "


def overlapping(draft: Draft, start: int, end: int) -> Mention | None:
    """The body whose name runs into a title: "Gotham City Police Commissioner"."""
    near = draft.mentions_in(max(0, start - REACH), end, "Agency")
    return near[-1] if near and start < near[-1].end < end else None


def after(draft: Draft, end: int) -> int | None:
    """The body that follows a name: "of the X", "from the X's Y", "who leads X"."""
    near = following(draft, end)
    if not near:
        return described(draft, end, end + REACH)
    if any(lead.fullmatch(draft.text, end, near[0].start) for lead in (AFTER, LEADS)):
        return innermost(draft, near).entity
    if APPOSED.fullmatch(draft.text, end, near[0].start) and not ANOTHER.match(
        draft.text, near[0].end
    ):
        return innermost(draft, near).entity
    return described(draft, end, near[0].start)


def unit_after(draft: Draft, end: int) -> int | None:
    """The unit that a name goes on to: "FBI Agent Lee Ito, of the Anytown Field Office"."""
    near = following(draft, end)
    if not near or not AFTER.fullmatch(draft.text, end, near[0].start):
        return None
    unit = innermost(draft, near).entity
    return unit if draft.entities[unit].subtype == "Team" else None


def described(draft: Draft, end: int, reach: int) -> int | None:
    """The body that a description stands for: "from the unit", "who leads the team"."""
    match = DESCRIBED.match(draft.text, end, reach)
    if match is None:
        return None
    return referent(draft, match.start("body"), match.end("body"), "Agency")


def named_publisher(draft: Draft) -> int | None:
    """The publisher, where the report names it: what "the force's lead" leads in."""
    publisher = draft.publisher_entity
    return publisher if any(m.entity == publisher for m in draft.mentions) else None


def court(draft: Draft, start: int) -> int | None:
    """The one court that the sentence of a judge names."""
    sentence = draft.sentences[draft.sentence_at(start)]
    courts = {
        mention.entity
        for mention in draft.mentions_in(sentence.start, sentence.end, "Agency")
        if draft.entities[mention.entity].subtype == "Court"
    }
    return courts.pop() if len(courts) == 1 else None


def following(draft: Draft, start: int) -> list[Mention]:
    """The bodies named in the rest of the sentence, near by."""
    sentence = draft.sentences[draft.sentence_at(start)]
    return draft.mentions_in(start, min(sentence.end, start + REACH * 2), "Agency")


def _is_beside(draft: Draft, body: Mention, between: str) -> bool:
    """Whether a unit stands right after its body's name: "Kent Police Fraud Team"."""
    own = draft.entities[body.entity].subtype not in ("Court", "PoliceForce")
    return between in (" ", ") ") and own


def innermost(draft: Draft, bodies: Sequence[Mention]) -> Mention:
    """Of bodies that stand together, the smallest: Y in "X's Y" and in "Y of the X"."""
    chosen, owns = bodies[0], False
    for body in bodies[1:]:
        between = draft.text[chosen.end : body.start]
        again = BRACKET.fullmatch(between) if body.entity == chosen.entity else None
        office = body.rule == "agencies.field-office" and OFFICE.fullmatch(between)
        within = between == ") " if owns else _is_beside(draft, body, between)
        if not again and not office and not within and not OWNED.fullmatch(between):
            break
        chosen, owns = body, again is not None and again["owns"] is not None
    return chosen
