"""The words of a text with their offsets, and names looked up among them.

Recognisers by name walk capitalised words and ask a dictionary: the cost stays the same however
long the list of names grows.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

Named = TypeVar("Named")

# "U.S." keeps its stops; "Sheriff's" is the word "Sheriff" with a possessive mark after it.
# The first letter comes first, so that the search skips to it; what it may open is tried next.
WORD = re.compile(
    r"[@\w](?:(?<=[A-Z])\.(?:[A-Z]\.)+|(?<=[A-Z])\.[A-Z]\b"
    r"|(?<!\w['’].)(?:(?<!@)|(?=\w))\w*(?:[-/]\w+|['’](?![sS]\b)\w+)*)"
)
CAPITAL = re.compile(r"(?<![\w@.])(?:[@A-ZÀ-ÖØ-Þ]|[a-z](?=[A-Z]))\w*")
FIRST = re.compile(r"@?\w+")
# How the dictionary and the text are compared: one kind of apostrophe, dash and space.
ALIKE = str.maketrans({"’": "'", "‘": "'", "–": "-", "\xa0": " "})


class Word(NamedTuple):
    start: int
    end: int
    text: str


class Found(NamedTuple, Generic[Named]):
    start: int
    end: int
    row: Named


@lru_cache(maxsize=2)  # several finders ask for the words of one report
def words_of(text: str) -> list[Word]:
    """The words in order; marks between them, possessives included, are left out.

    >>> [word.text for word in words_of("Leeds Magistrates' Court; the U.S. Marshals")]
    ['Leeds', 'Magistrates', 'Court', 'the', 'U.S.', 'Marshals']
    """
    return [Word(*match.span(), match[0]) for match in WORD.finditer(text)]


class Lexicon(Generic[Named]):
    """Names in words, found whatever their case where the first letter is a capital."""

    def __init__(self, names: Mapping[str, Named]) -> None:
        self._by_first: dict[str, list[tuple[str, Named]]] = {}
        for name in sorted(names, key=lambda n: (-len(n), n)):
            plain = name.translate(ALIKE).lower()
            first = FIRST.match(plain)
            self._by_first.setdefault(first.group() if first else plain, []).append(
                (plain, names[name])
            )

    def find(self, text: str) -> Iterator[Found[Named]]:
        """The longest name at each capital, none overlapping the one before."""
        plain, openers = _as_compared(text)
        done = 0
        for start, first in openers:
            if start < done:
                continue
            for name, row in self._by_first.get(first, ()):
                end = start + len(name)
                if plain.startswith(name, start) and not _goes_on(plain, end):
                    yield Found(start, end, row)
                    done = end
                    break


@lru_cache(maxsize=2)  # every list of names is looked up in one report
def _as_compared(text: str) -> tuple[str, tuple[tuple[int, str], ...]]:
    """A text as names are compared, and where each capitalised word starts in it."""
    plain = in_small_letters(text.translate(ALIKE))
    return plain, tuple((m.start(), plain[m.start() : m.end()]) for m in CAPITAL.finditer(text))


@lru_cache(maxsize=2)
def in_small_letters(text: str) -> str:
    """A text in small letters, each where it stood: a letter whose small form is two stays."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _goes_on(text: str, end: int) -> bool:
    """Whether a word runs on past `end`: "Essex Police" is not in "Essex Policeman"."""
    return end < len(text) and (text[end].isalnum() or text[end] == "_") and text[end - 1].isalnum()


@dataclass(frozen=True, slots=True)
class CuedPattern:
    """A pattern that is tried only where one of the words it cannot do without stands."""

    pattern: re.Pattern[str]
    cues: tuple[str, ...]

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        return self.pattern.finditer(text) if any(cue in text for cue in self.cues) else iter(())


def first_letters_first(words: Iterable[str], *, not_after: str) -> str:
    """A pattern of words in their order, to whose first letters a search can skip.

    `not_after` is the set of characters that may not stand before them.
    """
    rests: dict[str, list[str]] = {}
    for word in words:
        rests.setdefault(word[0], []).append(re.escape(word[1:]))
    openers = sorted(rests)
    each = "|".join(f"(?<={first})(?:{'|'.join(rests[first])})" for first in openers)
    return f"[{''.join(openers)}](?<![{not_after}].)(?:{each})"
