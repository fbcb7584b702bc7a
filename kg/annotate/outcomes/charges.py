"""Who was charged, and with what: "was charged with", "charging NAME with", "indicted on"."""

import re
from collections.abc import Iterator

from kg.annotate.outcomes.offences import offence_after
from kg.annotate.outcomes.passages import ADJECTIVE, Passage, Told
from kg.annotate.outcomes.subjects import Subject

CUE = re.compile(r"\b(?:re-?)?(?:charged|charging|indicted|indicting)\b", re.IGNORECASE)
LAID = r"(?:filed|brought|laid|announced|unsealed|returned|issued|approved|authori[sz]ed)"
AGAINST = re.compile(
    r"\b(?:charges|an? (?:[\w-]+ ){0,3}?(?:indictment|complaint|information|charge))"
    rf" (?:(?:have been|has been|were|was|are) )?(?:also )?(?P<laid>{LAID} )?"
    r"(?:(?:today|yesterday|earlier|this week|last week) )?against (?=\S)",
    re.IGNORECASE,
)
ARREST_AND = re.compile(r"\barrests?(?: and|,) (?:subsequent )?charge of (?=\S)", re.IGNORECASE)
LAYING = re.compile(rf"\b{LAID}(?: \w+){{0,3}} \Z", re.IGNORECASE)
# "The indictment charges …": what says of whom it speaks.
CHARGES = re.compile(r"\bcharges\b(?! (?:of|against|for|were|was|are|and)\b)", re.IGNORECASE)
PAPER = re.compile(
    r"\b(?:indictment|complaint|information|it|which|that|prosecutors?)\b[^.;]{0,60}\Z",
    re.IGNORECASE,
)
NO_CRIME = re.compile(
    r" (?:[£$€]|\d[\d,.]*(?:p\b|%| ?per ?cent| times)|up to [£$€]"
    r"|with (?:the )?(?:protect|tackl|investigat|ensur|keep|lead|oversee"
    r"|enforc"
    r"|prevent|responsib|task|respon|manag|deliver|stopping|the task)\w*|clients|customers|victims"
    r"|interest|a fee|double|fees?\b|cable|point)",
    re.IGNORECASE,
)


def charges(passage: Passage) -> Iterator[Told]:
    """What each word of charging in the sentence tells."""
    text = passage.draft.text
    for cue in CUE.finditer(text, passage.start, passage.end):
        if NO_CRIME.match(text, cue.end()) or ADJECTIVE.search(passage.before(cue.start())):
            continue
        if cue.group().lower().endswith("ing"):
            yield from _told(passage, cue, passage.object_at(cue.end()), is_active=True)
        elif passage.is_told(cue.start()):
            yield from _verb(passage, cue)
    yield from _on_paper(passage)


def _on_paper(passage: Passage) -> Iterator[Told]:
    """What papers tell: "charges were filed against NAME", "the indictment charges NAME with"."""
    text = passage.draft.text
    for cue in AGAINST.finditer(text, passage.start, passage.end):
        if cue["laid"] or LAYING.search(passage.before(cue.start())):
            yield from _told(passage, cue, passage.object_at(cue.end()))
    for cue in ARREST_AND.finditer(text, passage.start, passage.end):
        yield from _told(passage, cue, passage.object_at(cue.end()), is_active=True)
    for cue in CHARGES.finditer(text, passage.start, passage.end):
        if PAPER.search(passage.before(cue.start())):
            yield from _told(passage, cue, passage.object_at(cue.end()), is_active=True)


def _verb(passage: Passage, cue: re.Match[str]) -> Iterator[Told]:
    after = None if passage.is_passive(cue.start()) else passage.object_at(cue.end())
    subject = after or passage.subject_of(cue.start())
    yield from _told(passage, cue, subject, is_active=after is not None)


def _told(
    passage: Passage, cue: re.Match[str], subject: Subject | None, *, is_active: bool = False
) -> Iterator[Told]:
    if subject is None or subject.count == 0:
        return
    start = max(cue.end(), subject.end) if is_active else cue.end()
    offence = offence_after(passage.draft.text, start, passage.end, kind="charge")
    yield Told(
        "Charge",
        "charges.verb",
        passage.sentence,
        cue.start(),
        cue.end(),
        subject,
        subject.count,
        offence=offence,
        is_active=is_active,
    )
