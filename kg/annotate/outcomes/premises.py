"""The nouns of premises.yml as patterns."""

import re
from functools import cache

import msgspec

from kg.rules import load, rules_file


class NounPairs(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of premises.yml; the file's header says what its fields mean."""

    id: str
    words: tuple[tuple[str, str], ...]


@cache
def _pairs(kind: str) -> tuple[tuple[str, str], ...]:
    return {row.id: row for row in load(rules_file("premises"), NounPairs)}[kind].words


@cache
def one_of(kind: str) -> str:
    """A pattern of the singulars of a kind, the longest first."""
    return _any({one for one, _many in _pairs(kind)})


@cache
def some_of(kind: str) -> str:
    """A pattern of the plurals of a kind, the longest first."""
    return _any({many for _one, many in _pairs(kind)})


def _any(words: set[str]) -> str:
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(map(re.escape, ordered))})"
