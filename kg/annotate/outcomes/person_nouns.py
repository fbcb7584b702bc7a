"""The nouns by which reports count and describe people, from person_nouns.yml."""

from functools import cache

import msgspec

from kg.rules import load, rules_file


class PersonNoun(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of person_nouns.yml; the file's header says what its fields mean."""

    id: str
    plural: str | None = None
    gender: str | None = None
    together: int = 1

    @property
    def plurals(self) -> tuple[str, ...]:
        return (f"{self.id}s",) if self.plural is None else tuple(self.plural.split())


@cache
def person_nouns() -> dict[str, PersonNoun]:
    """Every row by its singular and its plurals."""
    rows = load(rules_file("person_nouns"), PersonNoun)
    return {word: row for row in rows for word in (row.id, *row.plurals)}


@cache
def singular() -> str:
    """A pattern of the nouns for one person, or for some who are named as one: "pair"."""
    return _any([row.id for row in person_nouns().values()])


@cache
def plural() -> str:
    return _any([word for row in person_nouns().values() for word in row.plurals])


def _any(words: list[str]) -> str:
    return "|".join(sorted(set(words), key=lambda word: (-len(word), word)))
