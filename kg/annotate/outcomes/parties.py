"""Which agency, place and operation an outcome has, by the sentence that tells it."""

import re

from kg.annotate.coreference.referents import referent
from kg.annotate.draft import Draft
from kg.annotate.outcomes.passages import Told
from kg.annotate.outcomes.wheres import is_of_several
from kg.model import Mention, Sentence

BY = re.compile(
    r"\s*(?:[\w-]+ ){0,3}?by (?:(?:the|our|specialist|armed|undercover|\w+) ){0,3}?"
    r"(?:(?:officers|detectives|agents|investigators|police|colleagues|members"
    r"|special agents) (?:from|of|at|with) )?(?:the )?",
    re.IGNORECASE,
)
OWN = (
    r"(?P<ours>we|our (?:\w+ )?(?:officers|team|detectives)|the (?:\w+ )?(?:force|unit|team"
    r"|agency|squad|service|task force))\b"
)
GAP = (
    r"(?:(?!\b(?:said|told|where(?! they\b)|who|which|when|officers|police|detectives|that|after"
    r"|was|were)\b)[^.:\"“”])"
)
OURS = re.compile(rf"\b{OWN}{GAP}{{0,140}}\Z", re.IGNORECASE)
BY_OURS = re.compile(rf"[^.;:,]{{0,30}}? by {OWN}", re.IGNORECASE)
JOINED = re.compile(
    r"(?: \([^)]{1,40}\))?['’]?s?,? (?:and|&|with|alongside|together with|supported by"
    r"|in (?:partnership|conjunction) with) (?:the )?\Z|, (?:the )?\Z"
)
SUBJECT_GAP = re.compile(rf"{GAP}{{0,200}}\Z", re.IGNORECASE)
NOT_SUBJECT = re.compile(
    r"\b(?:was|were|at|by|before|to|in|against|for|told|said|under|thank|between|with"
    r"|alongside)(?: the)? \Z",
    re.IGNORECASE,
)
AT = re.compile(
    r"\b(?:in|at|on|near|near to|(?<=arrested )from|across|throughout|around|outside|inside|off)"
    r"(?: (?:the|and around|north|south|east|west|central|nearby|\w+ area of|\w+ of))* \Z",
    re.IGNORECASE,
)
SENTENCING = re.compile(r"\b(?:sentenc\w+|jailed|imprison\w*)\b", re.IGNORECASE)
# What sends people to prison for long, and is not the name of many.
HIGHER = re.compile(r"\w (?:Crown|High|Sheriff) Court\b|\bHigh Court (?:in|at)\b|\bOld Bailey\b")
APART = re.compile(
    r"\b(?:after|following|when|who|while|which|where|as|by|for|from|suspicion|connection"
    r"|relation)\b",
    re.IGNORECASE,
)
POLICE_WORK = re.compile(
    r"\b(?:warrants?|search\w*|raid\w*|stopped|attend\w*|patrol\w*|spotted|chas\w+|pursu\w+"
    r"|(?:an?|the|his|her|their) (?:\w+ ){0,2}(?:address|property|premises|house|home|flat|car|van"
    r"|vehicle))\b",
    re.IGNORECASE,
)
FROM = re.compile(r"\b(?:from|of) (?:(?-i:[A-Z])[\w'’-]+,? ){1,4}in (?:\w+ )?\Z")
CONFIRMS = re.compile(r"(?: \([^)]{1,20}\))? (?:can|has|have) confirm(?:ed)?\b")
DURING = 3


def agency_of(draft: Draft, told: Told) -> int | None:
    """Who did it: "arrested by X"; of an active verb the body before it, "we" the publisher."""
    sentence = draft.sentences[told.sentence]
    if told.kind == "Sentencing":
        return _court(draft, sentence)
    by = BY.match(draft.text, told.end, sentence.end)
    if by_ours := BY_OURS.match(draft.text, told.end, sentence.end):
        return _own(draft, by_ours)
    if by is not None:
        return _alone(draft, sentence, _at(draft, by.end(), sentence.end))
    return _doer(draft, sentence, told) if told.is_active else _confirming(draft, sentence, told)


def places_of(draft: Draft, told: Told) -> tuple[int, ...]:
    """Where it was done: after "in", "at", "on" and the like, else in the sentence before.

    Several where they are joined: what was done "in Bath and Bristol" was done in neither alone.
    """
    if told.place is not None:
        return (told.place,)
    if told.kind != "Arrest":
        return ()
    return _here(draft, told) or _just_before(draft, told)


def _here(draft: Draft, told: Told) -> tuple[int, ...]:
    sentence = draft.sentences[told.sentence]
    places = _stated(draft, sentence.start, sentence.end)
    after = [m for m in places if m.start >= told.end]
    near = [m for m in after if not APART.search(draft.text, told.end, m.start)]
    before = [m for m in places if m.end <= told.start and not _is_home(draft, m)]
    return _joined(draft, near or before or after, sentence.end)


def _just_before(draft: Draft, told: Told) -> tuple[int, ...]:
    """Where the sentence before, in the same paragraph, says that the police were."""
    sentence, before = draft.sentences[told.sentence], draft.sentences[told.sentence - 1]
    if told.sentence == 0 or "\n" in draft.text[before.end : sentence.start]:
        return ()
    if not POLICE_WORK.search(draft.text, before.start, before.end):
        return ()
    places = _stated(draft, before.start, before.end)
    return _joined(draft, [m for m in places if not _is_home(draft, m)], before.end)


def _stated(draft: Draft, start: int, end: int) -> list[Mention]:
    return [
        m
        for m in draft.mentions_in(start, end, "Place")
        if AT.search(draft.text, max(start, m.start - 40), m.start)
    ]


def _joined(draft: Draft, places: list[Mention], end: int) -> tuple[int, ...]:
    """The first of the places, with those after it where "and" joins them to it."""
    if not places:
        return ()
    if not is_of_several(draft, places[0], end):
        return (places[0].entity,)
    following = draft.mentions_in(places[0].start, end, "Place")
    return tuple(dict.fromkeys(m.entity for m in following))


def _is_home(draft: Draft, place: Mention) -> bool:
    """Whether somebody is from there: "from Selby in North Yorkshire"."""
    return FROM.search(draft.text, max(0, place.start - 60), place.start) is not None


def operation_of(draft: Draft, told: Told) -> int | None:
    sentence = draft.sentences[told.sentence]
    found = draft.mentions_in(sentence.start, sentence.end, "Operation")
    return found[0].entity if found else None


def _court(draft: Draft, sentence: Sentence) -> int | None:
    """The court that the sentence names, else the one that sentences, or the one of the report."""
    here = _courts(draft, sentence.start, sentence.end)
    if here:
        return here[0]
    told = [
        court
        for s in draft.sentences
        for court in _courts(draft, s.start, s.end)
        if SENTENCING.search(draft.text, s.start, s.end)
    ]
    if told:
        return told[0] if len(set(told)) == 1 else None
    named = set(_courts(draft, draft.report.body_start, len(draft.text)))
    only = min(named) if len(named) == 1 else None
    return only if only is not None and HIGHER.search(draft.entities[only].name) else None


def _courts(draft: Draft, start: int, end: int) -> list[int]:
    found = draft.mentions_in(start, end, "Agency")
    return [m.entity for m in found if draft.entities[m.entity].subtype == "Court"]


def _at(draft: Draft, start: int, end: int) -> Mention | None:
    found = draft.mentions_in(start, end, "Agency")
    return found[0] if found and found[0].start - start <= DURING else None


def _alone(draft: Draft, sentence: Sentence, mention: Mention | None) -> int | None:
    """The body, unless another stands joined to it: what two did together neither did alone."""
    if mention is None:
        return None
    for other in draft.mentions_in(sentence.start, sentence.end, "Agency"):
        first, second = sorted((mention, other), key=lambda m: m.start)
        if other.entity != mention.entity and JOINED.match(draft.text, first.end, second.start):
            return None
    return mention.entity


def _doer(draft: Draft, sentence: Sentence, told: Told) -> int | None:
    """The subject of an active verb: the last body before it that nothing else governs."""
    for mention in reversed(draft.mentions_in(sentence.start, told.start, "Agency")):
        if draft.entities[mention.entity].subtype == "Court":
            continue
        before = draft.text[max(sentence.start, mention.start - 20) : mention.start]
        if SUBJECT_GAP.match(draft.text, mention.end, told.start) and not NOT_SUBJECT.search(
            before
        ):
            return _alone(draft, sentence, mention)
    ours = OURS.search(draft.text, sentence.start, told.start)
    return None if ours is None else _own(draft, ours)


def _confirming(draft: Draft, sentence: Sentence, told: Told) -> int | None:
    """The body that confirms what was done: "Saltby Police can confirm that two men were"."""
    for mention in draft.mentions_in(sentence.start, told.start, "Agency")[:1]:
        if CONFIRMS.match(draft.text, mention.end):
            return mention.entity
    return None


def _own(draft: Draft, ours: re.Match[str]) -> int | None:
    """Whom "we" or "the unit" means."""
    if ours["ours"].lower().startswith(("we", "our")):
        return draft.publisher_entity
    return referent(draft, ours.start("ours"), ours.end("ours"), "Agency")
