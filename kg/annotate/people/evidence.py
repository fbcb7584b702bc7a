"""What stands beside a name and says that it is one: an age, a verb of speech or of the courts."""

import re
from functools import cache

from kg.annotate.people.rules import person_words
from kg.annotate.quotes import verbs

AGE = r"(?P<age>[1-9]\d)"
AFTER = re.compile(
    r"(?:\s?\((?:(?:aged?|now|then) )?|,? (?:who (?:is|was) |is |was |and )?(?:now |then )?aged? "
    r"|[,:;] ?[-–]? ?|\s[-–] (?:aged? )?)"
    + AGE
    + r"(?:[- ]?years?(?:[- ]olds?)?|yrs?)?(?=[,;:.)\]]|\s?[-–(]"
    r"|\s+(?:and|of|from|formerly|previously|was|who|both|in|at|with|has)\b|\s*$)",
    re.MULTILINE,
)
DESCRIBED = re.compile(r",? \(?(?:who (?:is|was) )?(?:is |was )?an? " + AGE + r"[- ]years?[- ]old")
BEFORE = re.compile(
    AGE + r"[- ](?:years?|yr)[- ]olds?,? (?:(?!(?:from|of|in|at|on|is|was|and|were|who|by|to|with"
    r"|near|has|had|said|called|named)\b)[\w'’-]+,? ){0,4}(?:(?:called|named) )?\Z"
)
FILLER = (
    r"(?:(?:and|who|also|later|then|has|have|had|was|were|is|are|will|would|be|been|being|both|all"
    r"|each|today|yesterday|previously|now|already|since|subsequently|initially|recently|first|again"
    r"|did|not|\w+ly)\b\W{1,2}){0,5}"
)
# What only a person's age is followed by, or said with.
SURELY = re.compile(
    r",? \(?(?:aged? [1-9]\d\b"
    r"|[1-9]\d\)?,? (?:(?:and|both|formerly|previously) )*(?:of|from) "
    r"|[1-9]\d, (?:who )?(?:was|has|had|pleaded|admitted|denied|appeared|received) )"
)
BORN = re.compile(r",? \((?:DOB:? |born |d\.o\.b\.? )?\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\)")
LIVES = re.compile(
    r",? (?:(?:formerly|previously|originally|and|both|all) )?of (?:no fixed (?:abode|address)"
    r"|(?:\d+\w?,? )?(?:[A-Z][\w'’-]+ ){1,3}(?:Road|Street|Avenue|Close|Lane|Drive|Way|Court"
    r"|Crescent|Gardens|Place|Terrace|Walk|Grove|Square|View|House|Hill|Mews|Row|Drove|Parade|Rise"
    r"|Garth|Boulevard|Quay|Croft|Fold|Mead)\b)"
)
ISSUED = re.compile(r"\n(?:Issued|Posted|Published)(?: by)?:? \Z")
ACCORDING = re.compile(r"\baccording to \Z")
WHEREABOUTS = re.compile(r"\b(?:in|at|near|outside|around|into|towards) \Z")
ADDRESS = re.compile(r"\b(?:of|from)(?: \d+\w?)?(?: [A-Z][\w'’-]+){1,4}, \Z")
REACH = 90
LONGEST_VERB = 20


def age_after(text: str, end: int) -> int | None:
    """The age stated right after a name that closes at `end`: "Lee Ito, 34, of …"."""
    match = AFTER.match(text, end) or DESCRIBED.match(text, end)
    return int(match["age"]) if match else None


def is_surely_aged(text: str, end: int) -> bool:
    """Whether an age that no number of a road could be follows a name: "aged 34", ", 34, of"."""
    return SURELY.match(text, end) is not None


def age_before(text: str, start: int) -> int | None:
    """The age stated right before a name that opens at `start`: "34-year-old Lee Ito"."""
    match = BEFORE.search(text, max(0, start - REACH), start)
    return int(match["age"]) if match else None


def lives(text: str, end: int) -> bool:
    """Whether an address or a date of birth follows a name."""
    return bool(LIVES.match(text, end) or BORN.match(text, end))


def ends_address(text: str, start: int) -> bool:
    """Whether a span goes on where a street is named: "of Toll Lane, Saltby, denied"."""
    return bool(ADDRESS.search(text, max(0, start - REACH), start))


def speaks(text: str, start: int, end: int) -> bool:
    """Whether a span is the subject of a verb of speech, before it or after."""
    near = max(0, start - LONGEST_VERB)
    return bool(
        speech_verb().match(text, end)
        or said().search(text, near, start)
        or ACCORDING.search(text, near, start)
    )


@cache
def court_verb() -> re.Pattern[str]:
    """A verb of what befalls a suspect or victim, after a name."""
    return _after_name("court", "found guilty|locked up")


@cache
def plea() -> re.Pattern[str]:
    """A verb that has a defendant alone for its subject, after a name."""
    return _after_name("plea", "found guilty")


@cache
def speech_verb() -> re.Pattern[str]:
    return re.compile(rf",?\s{FILLER}{verbs.verb().pattern}")


@cache
def said() -> re.Pattern[str]:
    return re.compile(rf"{verbs.verb().pattern}(?: by)? \Z")


def _after_name(kind: str, phrases: str) -> re.Pattern[str]:
    forms = "|".join(sorted(person_words(kind), reverse=True))
    return re.compile(rf"[,)]?\s{FILLER}(?:{forms}|{phrases})\b")
