"""Places known by a word of their names: streets, roads, stations, prisons, airports."""

import re
from collections.abc import Iterator
from functools import cache

from kg.annotate.draft import Candidate
from kg.annotate.people.rules import given_names
from kg.annotate.places.evidence import is_locative
from kg.annotate.places.rules import any_of, heads, place_words
from kg.annotate.places.runs import WITHIN_UNKNOWN, Word

PATTERN = 80
DOUBTFUL = 66  # less than a person's name beside a rank or an age
MOST_WORDS = 4
ROAD = re.compile(
    r"(?<![\w£$€@#./-])(?:A\d{1,4}(?:\(M\)|M)?|B\d{3,4}|M\d{1,2}|I-\d{1,3}|Interstate \d{1,3}"
    r"|(?:US |U\.S\. |State )?(?:Highway|Route) \d{1,3})(?![\w/]|[.,]\d|-\w)"
)
# "M16 rifle", "A4 paper": not roads.
NOT_ROAD = re.compile(r"[ -](?:rifle|carbine|assault|paper|sheet|size|envelope|grade|style|type)")
GOES_ON = re.compile(r" (?!Road|Street|Lane)[A-Z][a-z]")
PLACED = re.compile(r"(?: in|,) (?:the )?[A-Z]")
CAR = re.compile(r"\b(?:Audi|BMW) \Z")
# Where something happened; not whose attorney or court it is.
DISTRICT = re.compile(
    r"\b(?:in|within|from|across|throughout) the (?P<district>(?:(?:Eastern|Western|Northern|Southern"
    r"|Middle|Central) )?District of [A-Z]\w+(?: [A-Z]\w+)?)"
)
NUMBERED = re.compile(
    r"(?:(?:East|West|North|South|[NSEW]\.?) )?\d{1,3}(?:st|nd|rd|th) (?:Street|Avenue|Road)\b"
)
COURTS = frozenset(
    [
        "appeal",
        "appeals",
        "circuit",
        "civil",
        "combined",
        "county",
        "criminal",
        "crown",
        "district",
        "european",
        "family",
        "federal",
        "high",
        "juvenile",
        "magistrates",
        "magistrate's",
        "sheriff",
        "special",
        "state",
        "superior",
        "supreme",
        "youth",
        "the",
        "central",
    ]
)


def find(text: str, words: list[Word]) -> Iterator[Candidate]:
    yield from _roads(text)
    for match in DISTRICT.finditer(text):
        start = match.start("district")
        yield Candidate(start, match.end(), "Place", "places.district", weight=DOUBTFUL)
    yield from _closed(text, words)
    yield from _opened(text, words)


def _roads(text: str) -> Iterator[Candidate]:
    for match in ROAD.finditer(text):
        car = CAR.search(text, max(0, match.start() - 6), match.start())
        if not car and not NOT_ROAD.match(text, match.end()):
            yield Candidate(match.start(), match.end(), "Place", "places.road", weight=PATTERN)
    for match in NUMBERED.finditer(text):
        yield Candidate(match.start(), match.end(), "Place", "places.numbered", weight=PATTERN)


def _closed(text: str, words: list[Word]) -> Iterator[Candidate]:
    """Names that a head closes: "Saltby Road", "Saltby Police Station"."""
    starts = {word.start: index for index, word in enumerate(words)}
    ends = {word.end: index for index, word in enumerate(words)}
    for match in _head_pattern().finditer(text):
        kind = _kind(match.group())
        index = starts.get(match.start())
        if index is None:  # a head in small letters
            index = ends.get(match.start() - 1, -1) + 1
            if index == 0:
                continue
        elif words[index].before not in WITHIN_UNKNOWN:
            continue
        first = _leftmost(words, index)
        if first == index:
            continue
        candidate = _named(text, words, first, index, match, kind)
        if candidate is not None:
            yield candidate


def _leftmost(words: list[Word], index: int) -> int:
    """The first word of a name whose head is at `index`."""
    first = index
    while first > 0 and index - first < MOST_WORDS:
        if first < index and words[first].before not in WITHIN_UNKNOWN | {". "}:
            break
        previous = words[first - 1]
        if previous.text.lower() in place_words("opener") or (
            previous.text.lower() in place_words("stop") and first < index
        ):
            if previous.text == "The" and first == index:
                first -= 1
            break
        first -= 1
    return first


def _named(
    text: str, words: list[Word], first: int, index: int, match: re.Match[str], kind: str
) -> Candidate | None:
    name = [word.text.lower() for word in words[first:index]]
    if match.group() in {"Court", "Courts"} and set(name) & COURTS:
        return None
    if all(word in place_words("stop") or word in place_words("opener") for word in name):
        if kind != "street" or name != ["the"] or not is_locative(text, words[first].start):
            return None
    personal = name[0] in given_names() or name[0] in place_words("titled")
    placed = is_locative(text, words[first].start) or PLACED.match(text, match.end())
    if kind == "doubtful" and (
        words[first].headline or (personal and not placed) or GOES_ON.match(text, match.end())
    ):
        return None
    if kind != "street" and words[first].headline and len(name) > 1:
        return None
    weight = DOUBTFUL if kind == "doubtful" or personal else PATTERN
    return Candidate(words[first].start, match.end(), "Place", f"places.{kind}", weight=weight)


def _opened(text: str, words: list[Word]) -> Iterator[Candidate]:
    """Names that a head opens: "HMP Saltby", "Port of Saltby"."""
    for match in _early_pattern().finditer(text):
        end = match.end("second") if _names(match["second"]) else match.end("first")
        yield Candidate(match.start(), end, "Place", "places.early", weight=PATTERN)


def _names(second: str | None) -> bool:
    """Whether a second word is of the name: "HMP Saltby Hill", not "HMP Saltby Governor"."""
    return second is not None and second.lower() not in place_words("stop") | place_words("titled")


def _kind(head: str) -> str:
    return next(kind for kind in ("street", "building", "water", "doubtful") if head in heads(kind))


@cache
def _head_pattern() -> re.Pattern[str]:
    every = {head for kind in ("street", "building", "water", "doubtful") for head in heads(kind)}
    return re.compile(rf"(?<=[\w.’'] )(?:{any_of(frozenset(every))})(?![\w-])(?!['’]s [A-Z])")


@cache
def _early_pattern() -> re.Pattern[str]:
    opened = any_of(heads("early"))
    return re.compile(
        rf"\b(?:{opened}) (?P<first>(?:The )?[A-Z][\w’'-]+)(?: (?P<second>[A-Z][\w’'-]+))?"
    )
