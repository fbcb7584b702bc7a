"""Names of platforms, groups and organisations by rules files, and the words about them."""

import re
from functools import cache

import msgspec

from kg.annotate.draft import Candidate
from kg.annotate.wording import Found, Lexicon
from kg.model import EntityType
from kg.rules import load, rules_file


class NameRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of groups, operations, organisations or platforms.yml; see their headers."""

    id: str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    once_used: bool = False


class StopWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of name_stops.yml."""

    id: str
    words: str


class NameHeads(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of name_heads.yml."""

    id: str
    heads: tuple[str, ...]


@cache
def rows(file: str) -> tuple[NameRow, ...]:
    return load(rules_file(file), NameRow)


@cache
def lexicon(file: str) -> Lexicon[NameRow]:
    """The names and aliases of a rules file."""
    return Lexicon({name: row for row in rows(file) for name in (row.name, *row.aliases)})


def listed(hit: Found[NameRow], file: str, type_: EntityType, weight: int) -> Candidate:
    """The candidate for a name of a rules file; its key has the file's name in the singular."""
    return Candidate(
        hit.start,
        hit.end,
        type_,
        f"{file}.{hit.row.kind}",
        weight=weight,
        key=f"{file.removesuffix('s')}:{hit.row.id}",
    )


@cache
def stop_words(kind: str) -> frozenset[str]:
    """Words, in small letters, that make no name of a kind of thing."""
    listed = {row.id: row for row in load(rules_file("name_stops"), StopWords)}
    return frozenset(listed[kind].words.split())


@cache
def heads(kind: str) -> tuple[str, ...]:
    """The words that close names of a kind, the longest first."""
    listed = {row.id: row for row in load(rules_file("name_heads"), NameHeads)}
    return tuple(sorted(listed[kind].heads, key=lambda head: (-len(head), head)))


def any_head(kind: str) -> str:
    """A pattern of the words that close names of a kind."""
    return "|".join(map(re.escape, heads(kind)))
