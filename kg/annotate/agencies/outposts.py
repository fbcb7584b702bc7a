"""Parts of bodies called by their place alone: "FBI Chicago", "GMP's Salford District"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from kg.annotate.agencies.spans import PATTERN
from kg.annotate.draft import Candidate
from kg.gazetteer import listed, towns

# The American bodies whose field offices are called so.
BODIES = ("atf", "dea", "fbi", "hsi", "ice", "irs-ci")
WITH_OFFICES = frozenset(f"agency:{id_}" for id_ in BODIES)
TOWN = re.compile(r" (?P<town>[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?! [A-Z])")
OFFICIAL = re.compile(
    r" (?P<town>[A-Z][a-z]+(?: [A-Z][a-z]+)??)(?= (?:Acting |Assistant )?Special Agent)"
)
LARGE = 100_000  # people: no smaller town has a field office of its own
ELSEWHERE = frozenset(["New England", "New York", "Washington"])  # of no town's name, or a state's
NAMED = r"(?P<name>(?:City of )?[A-Z][a-z]+(?: [A-Z][a-z]+)? (?:Borough|District))"
STANDS = r"\b(?! (?:Area|Council|Court|Commander|Judge|Attorney|Hospital|General|Line))"
OWNED_DISTRICT = re.compile(rf"['’]s {NAMED}{STANDS}")
OFFICERS_DISTRICT = re.compile(
    r"(?:Inspector|Constable|Sergeant|Superintendent)(?: [A-Z][\w'’-]+){1,3},? (?:of|from) "
    rf"(?:the )?{NAMED}{STANDS}(?=,? (?:said|added|told|explained)\b)"
)


def find(text: str, found: list[Candidate]) -> list[Candidate]:
    """A candidate for each place that calls a part of a body, beside it or its officer."""
    return [*_offices(text, found), *_districts(text, found)]


def _districts(text: str, found: list[Candidate]) -> Iterator[Candidate]:
    """Districts of a force: "Anytown Police's Saltby District", "DC Lee Ito of Saltby District"."""
    forces = [c for c in found if c.subtype == "PoliceForce"]
    matches = [OWNED_DISTRICT.match(text, force.end) for force in forces]
    if " District" in text or " Borough" in text:
        matches += OFFICERS_DISTRICT.finditer(text)
    for start, end in {match.span("name") for match in matches if match}:
        yield Candidate(start, end, "Agency", "agencies.district", weight=PATTERN, subtype="Team")


def _offices(text: str, found: list[Candidate]) -> list[Candidate]:
    """A candidate for each body that the name of an American city follows at once."""
    offices = []
    for body in found:
        if body.key in WITH_OFFICES and text[body.start : body.end].isupper():
            match = OFFICIAL.match(text, body.end) or TOWN.match(text, body.end)
            if match and _is_seat(match["town"]):
                offices.append(
                    replace(
                        body,
                        end=match.end("town"),
                        rule="agencies.outpost",
                        weight=PATTERN,
                        key=None,
                        subtype="Team",
                    )
                )
    return offices


@cache
def _states() -> frozenset[str]:
    return frozenset(p.name for p in listed() if p.kind == "state" and p.country == "US")


def _is_seat(name: str) -> bool:
    return name in ELSEWHERE | _states() or any(
        town.country == "US" and town.population > LARGE for town in towns(name.lower())
    )
