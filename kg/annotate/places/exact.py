"""Names written one way only: acronyms ("UK"), abbreviations ("Calif."), small openers."""

import re
from collections.abc import Iterator
from functools import cache

from kg.annotate.draft import Candidate
from kg.annotate.places.known import ACRONYM, exact_pattern, written_exactly
from kg.gazetteer import Place, listed

GAZETTEER = 60
GOES_ON = re.compile(r" (?!Member )[A-Z][a-z]")  # not "EU Member States"
# The capital comes first, so that the search skips to it.
CODE = re.compile(r"[A-Z](?<=[a-z], .)[A-Z]\b(?!\.?\w)")
AFTER_TOWN = re.compile(r"[A-Za-z]{2}, ?\Z")


def find(text: str) -> Iterator[Candidate]:
    for match in exact_pattern().finditer(text):
        name = match.group()
        place = written_exactly()[name]
        if place.kind == "state" and name.endswith(".") and not _follows_a_town(text, match):
            continue
        if ACRONYM.fullmatch(name) and GOES_ON.match(text, match.end()):
            continue
        yield _candidate(match, place, "exact")
    for match in CODE.finditer(text):
        state = _by_code().get(match.group())
        if state is not None:
            yield _candidate(match, state, "postal")


def _candidate(match: re.Match[str], place: Place, how: str) -> Candidate:
    return Candidate(
        match.start(), match.end(), "Place", f"places.{how}", weight=GAZETTEER, key=place.key
    )


def _follows_a_town(text: str, match: re.Match[str]) -> bool:
    return bool(AFTER_TOWN.search(text, max(0, match.start() - 5), match.start()))


@cache
def _by_code() -> dict[str, Place]:
    """The states of the US by their postal codes."""
    return {
        place.region: place
        for place in listed()
        if place.kind == "state" and place.country == "US" and place.region
    }
