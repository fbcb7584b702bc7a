"""Firms and charities named by those who speak for them: "Ann Bell, manager at Homely Homes"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.annotate.agencies.patterns import team_words
from kg.annotate.draft import Candidate, Draft
from kg.annotate.naming import stop_words

WEIGHT = 50
NAME = (
    r"(?P<name>(?:The )?[A-Z][\w'’&-]*(?: (?:(?:&|and|of|the|to) )?[A-Z][\w'’&-]*){0,5}"
    r"(?: (?:housing association|trust|charity|foundation|group))?)"
)
WORDS = r"(?:[\w&-]+ ){0,5}?"
LEADER = r"(?i:CEO|CTO|chief executive(?: officer)?|(?:co-)?founder|(?:co-)?owner|spokes(?:wo)?man)"
HEAD = r"(?i:director|chair(?:man|woman|person)?|manager|president)"
# Whoever works "at" a body is of it; "of" and "for" say so of those who lead one. What a director
# is "of" may be a part of it: one word alone is no name then.
EMPLOYED = re.compile(
    rf",? (?:who is )?(?:the |an? )?{WORDS}(?:[\w&-]+ at|{LEADER} (?:of|for|from)"
    rf"|{HEAD} (?:of|for|from)(?= (?:the )?(?:The )?[A-Z][\w'’-]* (?:& |and )?[A-Z]))"
    rf" (?:the )?(?:charity |firm |company )?{NAME}(?=,| said| added|\.|$)"
)
AT_KNOWN = re.compile(
    rf",? (?:who is )?(?:the |an? )?{WORDS}[\w&-]+ (?:at|of|for|from|with) (?:the )?(?=[A-Z])"
)
LED = re.compile(rf"(?<![\w-]){NAME} (?:CEO|CTO|Chief Executive|Managing Director|spokes\w+),? \Z")
POST = re.compile(r"(?:['’]s)? (?:[\w-]+ ){1,3}")  # "Evil Corp administrator Lee Ito"
REACH = 90
NO_EMPLOYER = re.compile(r"\b(?:Police|Court|Road|Street|Station|HMP|Division|Team|Unit|Council)\b")


def find(draft: Draft) -> Iterator[Candidate]:
    """The bodies that a post beside a person's name is of, where no finder has named them."""
    taken = [c for c in draft.candidates if c.type in ("Agency", "Organisation", "Place")]
    for person in draft.candidates:
        if person.rule != "people.office" or person.type != "Person":
            continue
        match = _match(draft, person)
        if match is None or _is_no_name(match["name"]):
            continue
        start, end = match.span("name")
        if not any(c.overlaps(start, end) for c in taken):
            yield Candidate(start, end, "Organisation", "organisations.employer", weight=WEIGHT)


def employees(draft: Draft) -> list[Candidate]:
    """The candidates, each official whose post is in a firm, charity or gang as another person."""
    starts = {c.start for c in draft.candidates if c.type == "Organisation"}
    ends = [c.end for c in draft.candidates if c.type in ("CriminalGroup", "Platform")]
    return [_retyped(draft, c, starts, ends) for c in draft.candidates]


def _retyped(draft: Draft, person: Candidate, starts: set[int], ends: list[int]) -> Candidate:
    if person.rule != "people.office" or person.type != "Official":
        return person
    match = AT_KNOWN.match(draft.text, person.end)
    if (match and match.end() in starts) or any(
        POST.fullmatch(draft.text, end, person.start) for end in ends
    ):
        return replace(person, type="Person")
    return person


def _match(draft: Draft, person: Candidate) -> re.Match[str] | None:
    return EMPLOYED.match(draft.text, person.end) or LED.search(
        draft.text, max(0, person.start - REACH), person.start
    )


def _is_no_name(name: str) -> bool:
    first = name.split(maxsplit=1)[0].lower()
    if NO_EMPLOYER.search(name) or (first != "the" and first in team_words("opener")):
        return True
    return first in stop_words("company") and " " not in name
