"""Who was convicted, and of what: "pleaded guilty to", "admitted", "was found guilty of"."""

import re
from collections.abc import Iterator
from decimal import Decimal

from kg.annotate.outcomes.numerals import NUMBER, value_of
from kg.annotate.outcomes.offences import offence_after, offence_at
from kg.annotate.outcomes.passages import ADJECTIVE, Passage, Told
from kg.annotate.outcomes.subjects import Subject
from kg.annotate.wording import in_small_letters

CUE = re.compile(
    r"\b(?:(?P<plea>(?:pleaded|pled|plead|pleads|pleading) (?:pleaded )?(?:guilty|to (?=suppl"
    r"|possess"
    r"|be|conspir|deal|the))|entered (?:a )?guilty pleas?|enter(?:ing)? (?:a )?guilty pleas?"
    r"|chang(?:ed|ing) (?:his|her|their) pleas? to guilty)"
    r"|(?P<admitted>admitted|admitting|admits|confessed to|pleaded to)"
    r"|(?P<guilty>(?:found|finding) (?:[^.;]{1,60}? )??guilty)"
    r"|(?P<convicted>convicted(?! (?:of any|\w+(?:er|or|ist|ant|al|als|ers|ors|ists"
    r"|felons?)\b))))\b",
    re.IGNORECASE,
)
NOT_GUILTY = re.compile(r"\bnot guilty\b", re.IGNORECASE)
TO = " to"
EARLIER = re.compile(r"\b(?:previously|prior|once|twice|formerly) \Z", re.IGNORECASE)
COUNT = re.compile(  # in small letters
    rf"(?<![\w£$€.,])(?!(?:19|20)\d\d\b){NUMBER} (?:\w+ ){{0,2}}?convictions?\b"
)
PREVIOUS = re.compile(r"\b(?:previous|prior|past|earlier)\b", re.IGNORECASE)
# One admits to the police what a court has yet to hear.
TO_POLICE = re.compile(
    r"\b(?:interview(?:ed|s)?|questioned|questioning|told (?:the )?(?:police|officers|detectives)"
    r"|immediately|in custody)\b",
    re.IGNORECASE,
)
IN_COURT = re.compile(r"court|magistrate|sentenc|jailed|judge|convict|plea|guilty", re.IGNORECASE)
THE_OFFENCES = re.compile(
    r" (?:to )?(?:(?:all|both|the|these|those|his|her|their|of|two|three|four|five|six|\d+) )+"
    r"(?:offences?|charges?|counts?|crimes?|guilt|involvement|parts?|roles?|wrongdoing)\b",
    re.IGNORECASE,
)


def convictions(passage: Passage) -> Iterator[Told]:
    """What each plea and verdict in the sentence tells."""
    text = passage.draft.text
    for cue in CUE.finditer(text, passage.start, passage.end):
        if _is_aside(passage, cue):
            continue
        if passage.is_told(cue.start()) and (not cue["admitted"] or _admits(passage, cue)):
            yield from _told(passage, cue, _who(passage, cue))
    lower = in_small_letters(text)
    if lower.find("conviction", passage.start, passage.end) < 0:
        return
    for cue in COUNT.finditer(lower, passage.start, passage.end):
        if not PREVIOUS.search(cue.group()):
            yield _verdict(passage, cue, Subject(cue.start(), cue.end(), value_of(cue)), None)


def _is_aside(passage: Passage, cue: re.Match[str]) -> bool:
    """Whether it tells of an earlier case, or describes: "his convicted accomplice"."""
    before = passage.before(cue.start())
    if cue["plea"]:
        return False
    if cue["guilty"] and NOT_GUILTY.search(cue.group()):
        return True
    if cue["admitted"]:  # "had previously admitted": at an earlier hearing of the same case
        return ADJECTIVE.search(before) is not None
    return bool(EARLIER.search(before) or ADJECTIVE.search(before))


WHICH = re.compile(
    r"\bcharged\b[^.;]{0,60}, (?:all of |both of )?which (?:he|she|they)(?: \w+)? \Z"
)


def _admits(passage: Passage, cue: re.Match[str]) -> bool:
    """Whether what follows is an offence: one admits a speech, an error, or to hospital too."""
    text = passage.draft.text
    if TO_POLICE.search(text, passage.start, cue.start()) and not IN_COURT.search(
        text, passage.start, passage.end
    ):
        return False
    if WHICH.search(text, passage.start, cue.start()):
        return True
    pointed = THE_OFFENCES.match(passage.draft.text, cue.end(), passage.end)
    return pointed is not None or _admitted(passage, cue) is not None


def _admitted(passage: Passage, cue: re.Match[str]) -> str | None:
    text = passage.draft.text
    if text.startswith(
        (" that", " he ", " she ", " they ", " it", " to hospital", " to police"), cue.end()
    ):
        return None
    start = cue.end() + len(TO) if text.startswith(TO, cue.end()) else cue.end()
    found = offence_at(text, start, passage.end)
    return found if found and _is_crime(found) else None


CRIME = re.compile(
    r"(?:(?:to|his|her|their|a|an|the|all|both|also|further|being|in|any|of|these|those|other|\w+"
    r"|more than|\d+) ){0,4}?(?:offences?|charges?|counts?|conspir\w+|attempt\w*|suppl\w+"
    r"|possess\w*"
    r"|(?:money )?launder\w*|thefts?|steal\w*|frauds?|robber\w+|burglar\w+|assault\w*|murder"
    r"|manslaughter|wounding|rape|kidnap\w*|arson|(?:human )?trafficking|cultivat\w+|produc\w+"
    r"|handling|dealing|selling|smuggling|causing|assisting|sale|drug|drugs|being concerned"
    r"|concerned|driving|dangerous driving|import\w*"
    r"|blackmail|affray|violent disorder|harassment|breach\w*|(?:actual|grievous) bodily|criminal"
    r"|crimes|carrying|sexual|firearms?|perverting|controlling|facilitating|fraudulent\w*|role)\b",
    re.IGNORECASE,
)


def _is_crime(wording: str) -> bool:
    return CRIME.match(wording) is not None


def _who(passage: Passage, cue: re.Match[str]) -> Subject | None:
    """The subject; of "found him guilty" and "convicted Smith of" the object."""
    if cue["guilty"]:
        inside = [s for s in passage.subjects if cue.start() < s.start and s.end <= cue.end()]
        if inside:
            return passage.group(inside[0])
    if cue["convicted"] and not passage.is_passive(cue.start()):
        after = passage.object_at(cue.end())
        if after is not None:
            return after
    return passage.subject_of(cue.start())


def _told(passage: Passage, cue: re.Match[str], subject: Subject | None) -> Iterator[Told]:
    if subject is None or subject.count == 0:
        return
    if cue["admitted"]:
        offence = _admitted(passage, cue)
    else:
        start = max(cue.end(), subject.end)
        offence = offence_after(passage.draft.text, start, passage.end, kind="conviction")
    yield _verdict(passage, cue, subject, offence)


def _verdict(passage: Passage, cue: re.Match[str], subject: Subject, offence: str | None) -> Told:
    return Told(
        "Conviction",
        "convictions.verb",
        passage.sentence,
        cue.start(),
        cue.end(),
        subject,
        subject.count or Decimal(1),
        offence=offence,
    )
