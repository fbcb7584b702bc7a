"""Who was arrested: "seven men were arrested", "arresting 746 suspects", "12 arrests"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from kg.annotate.outcomes.numerals import NUMBER, value_of
from kg.annotate.outcomes.offences import offence_after
from kg.annotate.outcomes.passages import Passage, Told
from kg.annotate.outcomes.subjects import Subject

CUE = re.compile(
    r"\b(?:(?:re-?)?arrest(?:ed|ing|s)?\b(?![- ]?(?:warrants?|operation|phase|team|rate))"
    r"|detained\b(?:(?= (?:(?!and\b)\w+ ){0,6}?on suspicion of\b)"
    r"|(?<=(?:were|been) detained)(?! (?:under|for (?:a|the)|indefinite"
    r"|in (?:a|hospital|custody))))"
    r"|apprehended\b|taken (?:in)?to (?:police )?custody\b|under arrest\b"
    # Held rather than arrested: an arrest only where the report tells of none.
    r"|(?P<held>detain(?:ed|ing)|(?:took|taking)(?=[^.;:]{3,60}? into custody)|detention(?= of ))\b"
    r"|(?P<custody>(?<!remanded )in (?:police )?custody\b))",
    re.IGNORECASE,
)
COUNT = re.compile(
    rf"(?<![\w£$€.,])(?!(?:19|20)\d\d\b){NUMBER} (?:(?!and\b|\d)\w[\w-]* ){{0,3}}?arrests\Z",
    re.IGNORECASE,
)
TOTAL = re.compile(rf"(?:(?!\d)\w+ ){{0,6}}?to {NUMBER}\b(?! \w+ing\b)", re.IGNORECASE)
TOTAL_OF = re.compile(r"\b(?:total|overall) (?:number of |tally of )?arrests? ?\Z", re.IGNORECASE)
MADE = re.compile(
    r"\b(?:mak|made)\w* (?:an|one) arrest\b|\b(?:an|one) arrest (?:was|has been)\b", re.IGNORECASE
)
OF = re.compile(
    r"(?: and (?:charge|prosecution))?(?: in (?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+)?)? of (?=\S)"
)
# "A man arrested in June has been released": who was arrested is told as known.
KNOWN = re.compile(
    r"(?:(?!\b(?:after|when|following|while|who|which|where|that|but|because)\b)[^.;:]){0,80}?,?"
    r" (?:has|have|was|were|remains?|is|are|will)\b",
    re.IGNORECASE,
)
BY_PLACE = re.compile(
    r"(?:\(|,(?: and)? |; | and |,? as well as |,? including )"
    rf"(?!(?:19|20)\d\d\b){NUMBER} (?:\w+ )?in (?:the )?(?=[A-Z])",
    re.IGNORECASE,
)
# What makes a deed of a plain "arrest": "police arrest two men", "managed to arrest".
DONE = re.compile(
    r"(?:\b(?:able|managed|enabled|helped|worked|acted|reacted|moved)\b[^.;:]{0,40}? to"
    r"|\bsaw (?:\w+ ){0,2}\w+|\b(?:police|officers|detectives|authorities|agents|cops|teams?|units?"
    r"|forces?|squads?|taskforce)) \Z",
    re.IGNORECASE,
)
STAYING = re.compile(r"\b(?:is|are) (?:\w+ ){0,2}\Z|\bhave (?:\w+ ){1,4}\Z", re.IGNORECASE)
TO_SEARCH = re.compile(r" (?:\([^)]*\) )?for (?:an? )?(?:\w+ (?:and )?)?search")
HELD = "arrests.held"
POSSESSOR = re.compile(
    r"(?<!for )\b(?:his|her|their|(?:['’]s|s['’])) (?:\w+ )?arrests?\Z", re.IGNORECASE
)


def arrests(passage: Passage) -> Iterator[Told]:
    """What each word of arresting in the sentence tells."""
    for cue in CUE.finditer(passage.draft.text, passage.start, passage.end):
        word = cue.group().lower().removeprefix("re").lstrip("-")
        if cue["held"] or cue["custody"]:
            yield from _held(passage, cue)
        elif word in ("arrest", "arrests"):
            yield from _noun(passage, cue)
        elif word == "arresting":
            yield from _told(passage, cue, passage.object_at(cue.end()), is_active=True)
        elif passage.is_told(cue.start()):
            yield from _verb(passage, cue)


def _verb(passage: Passage, cue: re.Match[str]) -> Iterator[Told]:
    after = None if passage.is_passive(cue.start()) else passage.object_at(cue.end())
    subject = after or passage.subject_of(cue.start())
    is_known = after is None and _is_told_as_known(passage, cue)
    for told in _told(passage, cue, subject, is_active=after is not None):
        yield replace(told, is_weak=is_known)
        yield from _by_place(passage, told)


def _held(passage: Passage, cue: re.Match[str]) -> Iterator[Told]:
    """Read "detaining 103 people", "two men are in custody": people who are counted.

    They count where the report tells of no arrest: see `arrested_or_held`.
    """
    subject = _who_is_held(passage, cue) if passage.is_told(cue.start()) else None
    if subject is None or subject.persons or subject.is_back:
        return
    if not TO_SEARCH.match(passage.draft.text, subject.end):
        for told in _told(passage, cue, subject, is_active=cue["held"] is not None):
            yield replace(told, rule=HELD)


def _who_is_held(passage: Passage, cue: re.Match[str]) -> Subject | None:
    if cue["custody"]:
        stays = STAYING.search(passage.before(cue.start()))
        return passage.subject_of(cue.start()) if stays else None
    if passage.is_passive(cue.start()):
        return None
    of = OF.match(passage.draft.text, cue.end())
    return passage.object_at(of.end() if of else cue.end())


def arrested_or_held(told: list[Told]) -> list[Told]:
    """Those told to be arrested; where nobody is, those held."""
    return [t for t in told if t.rule != HELD] or told


def _is_told_as_known(passage: Passage, cue: re.Match[str]) -> bool:
    if passage.is_passive(cue.start()):
        return False
    return KNOWN.match(passage.draft.text, cue.end(), passage.end) is not None


def _noun(passage: Passage, cue: re.Match[str]) -> Iterator[Told]:
    """Read "12 arrests", "the arrest of two men", "police arrest ten"; "his arrest" is weak."""
    text = passage.draft.text
    lead = max(passage.start, cue.start() - 60)
    of = OF.match(text, cue.end())
    whom = passage.object_at(of.end()) if of else None
    counted = COUNT.search(text, lead, cue.end())
    if whom is not None:
        yield from _told(passage, cue, whom, is_active=True)
    elif total := _total(passage, cue):
        yield from _told(passage, cue, total, is_active=True)
    elif counted:
        for told in _told(passage, cue, _anonymous(counted, value_of(counted)), is_active=True):
            yield told
            yield from _by_place(passage, told)
    elif made := MADE.search(text, lead, min(cue.end() + 9, passage.end)):
        yield from _told(passage, cue, _anonymous(made, Decimal(1)), is_active=True)
    elif (whom := _object_of_base(passage, cue)) is not None:
        yield from _told(passage, cue, whom, is_active=True)
    elif POSSESSOR.search(text, lead, cue.end()):
        for told in _told(passage, cue, _possessor(passage, cue.start())):
            yield replace(told, is_weak=True)


def _total(passage: Passage, cue: re.Match[str]) -> Subject | None:
    """How many there are now: "this brings the total number of arrests to nine"."""
    text = passage.draft.text
    if not TOTAL_OF.search(text, passage.start, cue.end()):
        return None
    total = TOTAL.match(text, cue.end() + 1, passage.end)
    return _anonymous(total, value_of(total)) if total else None


def _object_of_base(passage: Passage, cue: re.Match[str]) -> Subject | None:
    """Whom police "arrest", where they did: in headlines, after "managed to"."""
    is_verb = cue.group().lower() == "arrests" or DONE.search(passage.before(cue.start()))
    return passage.object_at(cue.end()) if is_verb else None


def _anonymous(match: re.Match[str], count: Decimal) -> Subject:
    return Subject(match.start(), match.end(), count)


def _possessor(passage: Passage, noun: int) -> Subject | None:
    """Whose arrest: "his", which is no subject by itself, or a name with its mark."""
    named = [s for s in passage.subjects if s.end <= noun]
    if named and noun - named[-1].end <= len("'s subsequent "):
        return passage.group(named[-1])
    word = re.search(r"\b(his|her)\b[^.]{0,14}\Z", passage.before(noun), re.IGNORECASE)
    if word is None:
        return None
    gender = "male" if word[1].lower() == "his" else "female"
    pronoun = Subject(noun, noun, Decimal(1), gender=gender, is_back=True, is_pronoun=True)
    return passage.cast.resolved(passage.sentence, pronoun)


def _told(
    passage: Passage, cue: re.Match[str], subject: Subject | None, *, is_active: bool = False
) -> Iterator[Told]:
    if subject is None or subject.count == 0:
        return
    offence = offence_after(passage.draft.text, cue.end(), passage.end, kind="arrest")
    yield Told(
        "Arrest",
        "arrests.verb" if cue.group().lower().endswith(("ed", "ing")) else "arrests.noun",
        passage.sentence,
        cue.start(),
        cue.end(),
        subject,
        subject.count,
        offence=offence,
        is_active=is_active,
    )


def _by_place(passage: Passage, told: Told) -> Iterator[Told]:
    """The further places of "38 were arrested in Australia, 11 in Ireland and one in Italy"."""
    text = passage.draft.text
    for match in BY_PLACE.finditer(text, told.end, passage.end):
        place = next(iter(passage.draft.mentions_in(match.end(), passage.end, "Place")), None)
        if place is not None and place.start == match.end():
            yield replace(
                told,
                rule="arrests.by_place",
                start=match.start(),
                end=match.end(),
                subject=_anonymous(match, value_of(match)),
                quantity=value_of(match),
                place=place.entity,
            )
