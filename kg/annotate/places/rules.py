"""The rules about names of places, ready to look up: heads of names, and words about them."""

import re
from functools import cache

import msgspec

from kg.rules import load, rules_file


class PlaceHeads(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of place_heads.yml."""

    id: str
    heads: tuple[str, ...]


class PlaceWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of place_words.yml."""

    id: str
    words: str


@cache
def heads(kind: str) -> tuple[str, ...]:
    """The heads of a kind, the longest first."""
    listed = {row.id: row.heads for row in load(rules_file("place_heads"), PlaceHeads)}
    return tuple(sorted(listed[kind], key=lambda head: (-len(head), head)))


@cache
def place_words(kind: str) -> frozenset[str]:
    """The words of one row of place_words.yml, in small letters."""
    listed = {row.id: row.words for row in load(rules_file("place_words"), PlaceWords)}
    return frozenset(listed[kind].split())


def any_of(words: tuple[str, ...] | frozenset[str]) -> str:
    """A pattern of any of these, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))
