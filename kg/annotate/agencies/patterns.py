"""The rules of agency_patterns.yml and team_words.yml, ready to look up."""

from functools import cache

import msgspec

from kg.annotate.wording import words_of
from kg.registry import AgencyType
from kg.rules import load, rules_file


class AgencyPattern(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of agency_patterns.yml; the file's header says what its fields mean."""

    id: str
    heads: tuple[str, ...]
    subtype: AgencyType
    least: int
    most: int
    joins: tuple[str, ...] = ()
    onward: tuple[str, ...] = ()
    must_go_on: bool = False
    small: bool = False
    needs_function: bool = False


class TeamWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of team_words.yml."""

    id: str
    words: str


class Head(msgspec.Struct, frozen=True):
    """The words of one head, and the pattern that it belongs to."""

    words: tuple[str, ...]
    pattern: AgencyPattern


@cache
def heads_by_last_word() -> dict[str, tuple[Head, ...]]:
    """The heads that end in each word, the longest first; in small letters where those count."""
    found: dict[str, list[Head]] = {}
    for pattern in load(rules_file("agency_patterns"), AgencyPattern):
        for name in pattern.heads:
            words = tuple(word.text for word in words_of(name))
            found.setdefault(words[-1], []).append(Head(words, pattern))
            if pattern.small:
                small = tuple(word.lower() for word in words)
                for cased in {small, (*words[:-1], small[-1])}:
                    found.setdefault(small[-1], []).append(Head(cased, pattern))
    return {last: tuple(sorted(rows, key=lambda h: -len(h.words))) for last, rows in found.items()}


@cache
def team_words(kind: str) -> frozenset[str]:
    """The words of one row of team_words.yml."""
    rows = {row.id: row for row in load(rules_file("team_words"), TeamWords)}
    return frozenset(rows[kind].words.split())
