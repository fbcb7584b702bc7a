"""Parts of counties by a side of them in small letters: "west Suffolk", "south-east Cornwall"."""

import re
from collections.abc import Iterator
from functools import cache

from kg.annotate.draft import Candidate
from kg.gazetteer import listed

WEIGHT = 62  # above the county alone


def find(text: str) -> Iterator[Candidate]:
    for match in _pattern().finditer(text):
        if match.group().title() not in _counties():  # "west Sussex" is the county of that name
            yield Candidate(*match.span(), "Place", "places.side", weight=WEIGHT)


@cache
def _pattern() -> re.Pattern[str]:
    """A side and a county; a name that goes on, as "west Kent CID" does, is of something else."""
    names = "|".join(sorted(map(re.escape, _counties()), key=lambda name: (-len(name), name)))
    return re.compile(
        r"(?<![\w-])(?:(?:north|south)(?:[ -](?:east|west))?|east|west|mid)[ -]"
        rf"(?:{names})(?![\w-])(?!(?:['’]s)? [A-Z])"
    )


@cache
def _counties() -> frozenset[str]:
    return frozenset(p.name for p in listed() if p.kind == "county" and p.country == "GB")
