"""Ranks and titles of office among the words of a text: "Det Ch Insp", "Postal Inspector"."""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from kg.annotate.people.rules import TitleForm, person_words, titles_by_last_word
from kg.annotate.wording import Word, words_of

WITHIN = re.compile(r"(?:\.|['’]s)?[ \xa0]|, | & |-")
ACTING = re.compile(r"[AT]/(?=\w)")
JOINS = frozenset([" ", "-", "\xa0", ". ", "/"])


@dataclass(frozen=True, slots=True)
class Title:
    """A rank or title, from word `first` to word `last`."""

    first: int
    last: int
    rank: str
    plural: bool
    former: bool = False


class Closing(NamedTuple):
    """A word in the singular, whether it was in the plural, and the titles that it closes."""

    word: str
    plural: bool
    forms: tuple[TitleForm, ...]


@lru_cache(maxsize=2)
def titled_words(text: str) -> tuple[list[Word], dict[int, Title]]:
    """The words of a text, and the titles by the index of their last word; none overlap."""
    words = words_of(text)
    found: dict[int, Title] = {}
    index = len(words) - 1
    while index >= 0:
        title = _ending_at(text, words, index) if _closed_by(words[index].text).forms else None
        if title is None:
            index -= 1
            continue
        found[title.last] = _with_modifiers(text, words, title)
        index = found[title.last].first - 1
    return words, found


def rank_in(text: str, start: int, end: int) -> str | None:
    """The rank of the title that closes a span, if one does."""
    words, found = titled_words(text)
    last = bisect_left(words, end, key=lambda word: word.end)
    title = found.get(last)
    return title.rank if title and words[title.first].start >= start else None


def _ending_at(text: str, words: list[Word], index: int) -> Title | None:
    last, plural, forms = _closed_by(words[index].text)
    for form in forms:
        first = index - len(form.words) + 1
        if first >= 0 and _is_form(text, words[first : index + 1], form, last):
            return Title(first, index, form.rank, plural)
    return None


@lru_cache(maxsize=50_000)
def _closed_by(word: str) -> Closing:
    last, plural = _singular(word)
    return Closing(last, plural, titles_by_last_word().get(last.lower(), ()))


def _without_acting(word: str) -> str:
    return ACTING.sub("", word) if "/" in word else word


def _singular(word: str) -> tuple[str, bool]:
    """A word without "T/" before it and without the "s" of a plural."""
    word = _without_acting(word)
    plural = word[-1:] == "s" and word.lower() not in titles_by_last_word()
    return (word[:-1], word[0].isupper()) if plural else (word, False)


def _is_form(text: str, there: list[Word], form: TitleForm, last: str) -> bool:
    spelled = [*(_without_acting(word.text) for word in there[:-1]), last]
    if not form.as_written:
        spelled = [word.lower() for word in spelled]
    return tuple(spelled) == form.words and all(
        WITHIN.fullmatch(text, a.end, b.start) for a, b in pairwise(there)
    )


def _with_modifiers(text: str, words: list[Word], title: Title) -> Title:
    """The title with "Acting", "former" and the like, and "Detective" set apart by one of them."""
    first, former = title.first, False
    while first > 0 and text[words[first - 1].end : words[first].start] in JOINS:
        before = words[first - 1].text.lower()
        past = before in person_words("former")
        if not past and before not in person_words("acting") and before != "detective":
            break
        former = former or past
        first -= 1
    return replace(title, first=first, former=former)
