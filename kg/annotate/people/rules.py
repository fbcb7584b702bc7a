"""The rules about people's names, ready to look up: given names, words that are no name, ranks."""

from functools import cache

import msgspec

from kg.annotate.wording import words_of
from kg.rules import load, rules_file


class GivenNames(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of given_names.yml."""

    id: str
    names: str


class Namesakes(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of namesakes.yml."""

    id: str
    names: tuple[str, ...]


class PersonWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of person_words.yml."""

    id: str
    words: str


class Rank(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of ranks.yml."""

    id: str
    forms: tuple[str, ...] = ()
    abbreviations: tuple[str, ...] = ()


class TitleForm(msgspec.Struct, frozen=True):
    """One way to write a rank, as words; in small letters unless it is an abbreviation."""

    words: tuple[str, ...]
    rank: str
    as_written: bool


@cache
def given_names() -> frozenset[str]:
    """Given names in small letters."""
    rows = load(rules_file("given_names"), GivenNames)
    return frozenset(name.lower() for row in rows for name in row.names.split())


@cache
def namesakes() -> frozenset[str]:
    """Names of things that look like those of people, in small letters."""
    rows = load(rules_file("namesakes"), Namesakes)
    return frozenset(name.lower() for row in rows for name in row.names)


@cache
def person_words(kind: str) -> frozenset[str]:
    """The words of one row of person_words.yml."""
    rows = {row.id: row for row in load(rules_file("person_words"), PersonWords)}
    return frozenset(rows[kind].words.split())


@cache
def titles_by_last_word() -> dict[str, tuple[TitleForm, ...]]:
    """The forms of ranks by their last word in small letters, the longest first."""
    found: dict[str, list[TitleForm]] = {}
    for rank in load(rules_file("ranks"), Rank):
        for form in rank.forms:
            words = tuple(word.text.lower() for word in words_of(form))
            found.setdefault(words[-1], []).append(TitleForm(words, rank.id, as_written=False))
        for form in rank.abbreviations:
            words = tuple(word.text for word in words_of(form))
            found.setdefault(words[-1].lower(), []).append(
                TitleForm(words, rank.id, as_written=True)
            )
    return {last: tuple(sorted(rows, key=_longest)) for last, rows in found.items()}


def _longest(form: TitleForm) -> tuple[int, tuple[str, ...]]:
    return (-len(form.words), form.words)
