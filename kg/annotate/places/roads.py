"""Places known by a number or a fixed form: "A12", "East 72nd Street", "District of Ohio"."""

import re
from collections.abc import Iterator

from kg.annotate.draft import Candidate
from kg.annotate.wording import CuedPattern

PATTERN = 80
DISTRICT_WEIGHT = 66
# The letter comes first, so that the search skips to it; what may not stand before is tried next.
ROAD = re.compile(
    r"[ABM](?<![\w£$€@#./-].)(?:(?<=A)\d{1,4}(?:\(M\)|M)?|(?<=B)\d{3,4}|(?<=M)\d{1,2})"
    r"(?![\w/]|[.,]\d|-\w)"
)
HIGHWAY = re.compile(
    r"[HIRSU](?<![\w-].)(?:(?<=I)(?:-|nterstate )|(?:(?<=U)(?:S|\.S\.) |(?<=S)tate )"
    r"(?:Highway|Route) |(?<=H)ighway |(?<=R)oute )\d{1,3}(?!\w|[.,]\d)"
)
NUMBERED = re.compile(
    r"\d{1,3}(?:st|nd|rd|th) (?:Street|Avenue|Road|Place|Ave\.?|St\.?)(?: [NSEW]{1,2}\b)?"
)
SIDE = re.compile(r"(?:East|West|North|South|[NSEW]\.?|[NS][EW]) \Z")
# "M16 rifle", "A4 paper", "Audi A3": not roads.
NOT_ROAD = re.compile(r"[ -](?:rifle|carbine|assault|paper|sheet|size|envelope|grade|style|type)")
CAR = re.compile(r"\b(?:Audi|BMW) \Z")
# Where something happened; not whose attorney or court it is.
DISTRICT = CuedPattern(
    re.compile(
        r"\b(?:in|within|from|across|throughout) the (?P<district>(?:(?:Eastern|Western|Northern"
        r"|Southern|Middle|Central) )?District of [A-Z]\w+(?: [A-Z]\w+)?)"
    ),
    ("District of ",),
)


def find(text: str) -> Iterator[Candidate]:
    for match in ROAD.finditer(text):
        car = CAR.search(text, max(0, match.start() - 6), match.start())
        if not car and not NOT_ROAD.match(text, match.end()):
            yield _candidate(match.start(), match.end(), "road")
    for match in HIGHWAY.finditer(text):
        yield _candidate(match.start(), match.end(), "road")
    for match in NUMBERED.finditer(text):
        side = SIDE.search(text, max(0, match.start() - 6), match.start())
        yield _candidate(side.start() if side else match.start(), match.end(), "numbered")
    for match in DISTRICT.finditer(text):
        start = match.start("district")
        yield Candidate(start, match.end(), "Place", "places.district", weight=DISTRICT_WEIGHT)


def _candidate(start: int, end: int, how: str) -> Candidate:
    return Candidate(start, end, "Place", f"places.{how}", weight=PATTERN)
