"""Field offices called by their town alone: "FBI Chicago", "HSI New York"."""

import re
from dataclasses import replace

from kg.annotate.agencies.spans import PATTERN
from kg.annotate.draft import Candidate
from kg.gazetteer import towns

# The American bodies whose field offices are called so.
BODIES = ("atf", "dea", "fbi", "hsi", "ice", "irs-ci")
WITH_OFFICES = frozenset(f"agency:{id_}" for id_ in BODIES)
TOWN = re.compile(r" (?P<town>[A-Z][a-z]+(?: [A-Z][a-z]+)?)(?! [A-Z])")
OFFICIAL = re.compile(
    r" (?P<town>[A-Z][a-z]+(?: [A-Z][a-z]+)??)(?= (?:Acting |Assistant )?Special Agent)"
)
LARGE = 100_000  # people: no smaller town has a field office of its own
ELSEWHERE = frozenset(["New England", "New York", "Washington"])  # of no town's name, or a state's


def find(text: str, found: list[Candidate]) -> list[Candidate]:
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


def _is_seat(name: str) -> bool:
    return name in ELSEWHERE or any(
        town.country == "US" and town.population > LARGE for town in towns(name.lower())
    )
