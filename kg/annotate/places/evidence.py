"""What the words around a name say for or against its being a place."""

import re
from functools import cache

from kg.annotate.places.rules import any_of, place_words

REACH = 40  # characters before a name that its evidence may take
SIDE = (
    r"(?:(?:the|nearby|central|downtown|mainland|rural|wider|neighbouring|north|south|east|west"
    r"|northern|southern|eastern|western|north-west|north-east|south-west|south-east|upstate"
    r"|inner-city|outer|greater) ){0,2}"
)
LOCATIVE = re.compile(
    rf"\b(?:[Ii]n|[Nn]ear|[Nn]ear to|[Aa]t|[Aa]round|[Aa]cross|[Tt]hroughout|[Oo]utside|[Ww]ithin|[Ii]nside"
    rf"|[Ff]rom|[Tt]owards?|[Uu]nder|[Ii]nto|[Vv]ia) {SIDE}\Z"
)
PART_OF = re.compile(
    r"\b(?:town|towns|city|cities|village|county|borough|region|area|areas|district|suburb|estate|part|parts"
    r"|north|south|east|west|centre|center|outskirts|port|capital|people|streets|residents|roads"
    r"|coast|border|borders|island|isle|republic|state|province|side|corner|heart|end|community"
    r"|communities|mayor|bishop|countries|municipality) of (?:the )?\Z"
)
LOOSE = re.compile(
    rf"(?:\b(?:of|to|through|and|between|for|over|or|including|covering|off|with|by|leaving|left|visit"
    rf"|visiting|[Bb]oth|like|than|reach(?:ed|ing)?) {SIDE}|[,;(/&–-] ?)\Z"
)
AFTER_AREA = r"[ -](?:{area})\b"
BASED = re.compile(r"(?:-| )based\b|[-–](?:born|wide|bound)\b")


def is_locative(text: str, start: int) -> bool:
    """Whether a preposition of place stands before: "in", "near", "across the"."""
    return bool(LOCATIVE.search(text, max(0, start - REACH), start))


def is_part_of(text: str, start: int) -> bool:
    """Whether a kind of place is said to be of it: "the town of", "the outskirts of"."""
    return bool(PART_OF.search(text, max(0, start - REACH), start))


def is_loose(text: str, start: int) -> bool:
    """Whether it stands where places do, among other things: after "to", "and", a comma."""
    return bool(LOOSE.search(text, max(0, start - REACH), start))


def is_attributed(text: str, end: int) -> bool:
    """Whether it says of what place a person or thing is: "a Saltby man", "Saltby-based"."""
    return bool(_attributed().match(text, end) or BASED.match(text, end))


def is_area(text: str, end: int) -> bool:
    """Whether it is said to be an area, a town or the like: "the Saltby area"."""
    return bool(_area().match(text, end))


@cache
def _attributed() -> re.Pattern[str]:
    """Also in capitals: "Saltby Man Jailed"."""
    return re.compile(rf"['’]?s? (?:{any_of(place_words('attributed'))})\b", re.IGNORECASE)


@cache
def _area() -> re.Pattern[str]:
    words = any_of(place_words("area"))
    return re.compile(rf"['’]?s? (?:(?:city|town) (?:centre|center)|{words})\b")
