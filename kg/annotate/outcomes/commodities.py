"""The nouns of things that are seized, looked up by the last words of a phrase."""

from functools import cache
from typing import NamedTuple

import msgspec

from kg.rules import load, rules_file

LONGEST = 4  # words of a noun
VOWELS = "aeiou"


class CommodityRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of commodities.yml; the file's header says what its fields mean."""

    id: str
    found: bool
    family: str | None = None
    counted: tuple[str, ...] = ()
    bulk: tuple[str, ...] = ()


class SeizureWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of seizure_words.yml."""

    id: str
    words: str


class Noun(NamedTuple):
    """A noun of a commodity, as a phrase ends in it."""

    row: CommodityRow
    number: str  # "singular", "plural" or "bulk"
    text: str  # the noun itself


@cache
def seizure_words(kind: str) -> frozenset[str]:
    rows = {row.id: row for row in load(rules_file("seizure_words"), SeizureWords)}
    return frozenset(rows[kind].words.split())


@cache
def nouns() -> dict[str, Noun]:
    """Every form of every noun, in small letters, with hyphens as spaces."""
    found: dict[str, Noun] = {}
    for row in load(rules_file("commodities"), CommodityRow):
        for noun in row.counted:
            found[_plain(noun)] = Noun(row, "singular", noun)
            found[_plain(plural(noun))] = Noun(row, "plural", plural(noun))
    for row in load(rules_file("commodities"), CommodityRow):
        for noun in row.bulk:
            found[_plain(noun)] = Noun(row, "bulk", noun)
    return found


def _plain(noun: str) -> str:
    """How nouns are compared: with hyphens as spaces."""
    return noun.replace("-", " ")


def plural(noun: str) -> str:
    """The plural of a noun, of its head where it has an "of".

    >>> [plural(noun) for noun in ("knife", "watch", "round of ammunition", "lorry")]
    ['knives', 'watches', 'rounds of ammunition', 'lorries']
    """
    head, of, rest = noun.partition(" of ")
    if head.endswith("fe"):
        head = head[:-2] + "ves"
    elif head.endswith(("s", "x", "ch", "sh")):
        head += "es"
    elif head.endswith("y") and head[-2] not in VOWELS:
        head = head[:-1] + "ies"
    else:
        head += "s"
    return head + of + rest


def noun_at_end(words: list[str]) -> Noun | None:
    """The longest known noun that a phrase ends in."""
    parts = " ".join(words[-LONGEST:]).replace("-", " ").split()
    for length in range(min(LONGEST, len(parts)), 0, -1):
        if found := nouns().get(" ".join(parts[-length:])):
            return found
    return None
