"""What the words around a name say for or against its being a place."""

import re
from collections.abc import Set
from functools import cache

from kg.annotate.places.rules import any_of, place_words

REACH = 40  # characters before a name that its evidence may take
LIST = frozenset([", ", " and ", ", and ", " & ", " or ", "/", "; "])
LEADS = (", ", " in ", " (", ", in ", " and into ")
SIDE = (
    r"(?:(?:the|nearby|central|downtown|mainland|rural|wider|neighbouring|north|south|east|west"
    r"|northern|southern|eastern|western|north-west|north-east|south-west|south-east|upstate"
    r"|inner-city|outer|greater) ){0,2}"
)
LOCATIVE = re.compile(
    r"\b(?:[Ii]n|[Nn]ear|[Nn]ear to|[Aa]t|[Aa]round|[Aa]cross|[Tt]hroughout|[Oo]utside|[Ww]ithin"
    rf"|[Ii]nside|[Ff]rom|[Tt]owards?|[Uu]nder|[Ii]nto|[Vv]ia) {SIDE}\Z"
)
PART_OF = re.compile(
    r"\b(?:town|towns|city|cities|village|county|borough|region|area|areas|district|suburb|estate"
    r"|part|parts|north|south|east|west|centre|center|outskirts|port|capital|people|streets"
    r"|residents|roads|coast|border|borders|island|isle|republic|state|province|side|corner|heart"
    r"|end|community|communities|mayor|bishop|countries|municipality) of (?:the )?\Z"
)
LOOSE = re.compile(
    r"(?:\b(?:of|to|through|and|between|for|over|or|including|covering|off|with|by|leaving|left"
    rf"|visit|visiting|[Bb]oth|like|than|reach(?:ed|ing)?) {SIDE}|[,;(/&–-] ?)\Z"
)
LED_TO = re.compile(r"\b(?:for|in|of|from|at) (?:the )?\Z")
BASED = re.compile(r"(?:-| )based\b|[-–](?:born|wide|bound)\b")
CALLED = re.compile(
    r",? (?:and [A-Z]\w+ )?(?:areas?|estates?|district|neighbou?rhood|suburb|village|ward)\b"
)
COURT_DISTRICT = re.compile(r"\bDistrict of \Z")
DATELINE = re.compile(r"(?:, ?[A-Z][\w.]*(?: [A-Z][\w.]*)?)? ?(?:[–—]|--?|\() ?(?=[A-Z\d])")
# "Saltby and Wexley Police": the first is a force too.
ELLIPTICAL = re.compile(
    r"(?:, [A-Z][\w-]+(?: [A-Z][\w-]+)?)*,? (?:and|&) (?:[A-Z][\w-]+ ){1,3}"
    r"(?:[Pp]olice\b|[Cc]onstabular|Sheriff|[Ff]orces|Crown Court|Magistrates|Councils?\b)"
)


def is_locative(text: str, start: int) -> bool:
    """Whether a preposition of place stands before: "in", "near", "across the"."""
    return bool(LOCATIVE.search(text, max(0, start - REACH), start))


def is_part_of(text: str, start: int) -> bool:
    """Whether a kind of place is said to be of it: "the town of", "the outskirts of"."""
    return bool(PART_OF.search(text, max(0, start - REACH), start))


def is_loose(text: str, start: int) -> bool:
    """Whether it stands where places do, among other things: after "to", "and", a comma."""
    return bool(LOOSE.search(text, max(0, start - REACH), start))


def is_led_to(text: str, start: int) -> bool:
    """Whether a preposition binds it to what stands before: "commissioner for"."""
    return bool(LED_TO.search(text, max(0, start - REACH), start))


def is_attributed(text: str, end: int) -> bool:
    """Whether it says of what place a person or thing is: "a Saltby man", "Saltby-based"."""
    return bool(_attributed().match(text, end) or BASED.match(text, end))


def is_area(text: str, end: int) -> bool:
    """Whether it is said to be an area, a town or the like: "the Saltby area"."""
    return bool(_area().match(text, end))


def is_court_district(text: str, start: int) -> bool:
    """Whether it says which court or prosecutor: "Eastern District of Saltby"."""
    return bool(COURT_DISTRICT.search(text, max(0, start - REACH), start))


def is_called_an_area(text: str, start: int, end: int) -> bool:
    """Whether it is an area by what it is called alone: "the Saltby estate"."""
    return bool(CALLED.match(text, end)) and text.endswith(("the ", "and ", ", "), 0, start)


def follows(text: str, start: int, ends: Set[int]) -> bool:
    """Whether it follows a street or a building: "Saltby Road, ", "Saltby Road in "."""
    return any(start - len(gap) in ends and text.endswith(gap, 0, start) for gap in LEADS)


def leads_to(text: str, end: int, starts: Set[int]) -> bool:
    """Whether a county, state or country follows that it lies in: ", Kent"."""
    return any(end + len(gap) in starts and text.startswith(gap, end) for gap in LEADS)


def is_dateline(text: str, start: int, end: int) -> bool:
    """Whether it opens a paragraph, in capitals, as the place a report is sent from."""
    opens = start == 0 or text[start - 1] == "\n"
    return opens and text[start:end].isupper() and bool(DATELINE.match(text, end))


def is_elliptical(text: str, end: int) -> bool:
    """Whether it stands for a body, of which only the last is named in full."""
    return bool(ELLIPTICAL.match(text, end))


@cache
def _attributed() -> re.Pattern[str]:
    """Also in capitals: "Saltby Man Jailed"."""
    return re.compile(rf" (?:{any_of(place_words('attributed'))})\b", re.IGNORECASE)


@cache
def _area() -> re.Pattern[str]:
    words = any_of(place_words("area"))
    return re.compile(rf"['’]?s? (?:(?:city|town) (?:centre|center)|{words})\b")
