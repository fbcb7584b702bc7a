"""The words of a text with their offsets, and names looked up among them.

Recognisers by name walk capitalised words and ask a dictionary: the cost stays the same however
long the list of names grows.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Generic, NamedTuple, TypeVar

Named = TypeVar("Named")

# "U.S." keeps its stops; "Sheriff's" is the word "Sheriff" with a possessive mark after it.
WORD = re.compile(r"(?:[A-Z]\.){2,}|[A-Z]\.[A-Z]\b|(?<!\w['’])@?\w+(?:[-/]\w+|['’](?!s\b)\w+)*")
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


def words_of(text: str) -> list[Word]:
    """The words in order; marks between them, possessives included, are left out.

    >>> [word.text for word in words_of("Leeds Magistrates' Court; the U.S. Marshals")]
    ['Leeds', 'Magistrates', 'Court', 'the', 'U.S.', 'Marshals']
    """
    return [Word(match.start(), match.end(), match.group()) for match in WORD.finditer(text)]


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
        plain = text.translate(ALIKE).lower()
        if len(plain) != len(text):  # a letter whose small form is two: compare letter by letter
            plain = "".join(c.lower() if len(c.lower()) == 1 else c for c in text.translate(ALIKE))
        done = 0
        for match in CAPITAL.finditer(text):
            if match.start() < done:
                continue
            for name, row in self._by_first.get(plain[match.start() : match.end()], ()):
                end = match.start() + len(name)
                if plain.startswith(name, match.start()) and not _goes_on(plain, end):
                    yield Found(match.start(), end, row)
                    done = end
                    break


def _goes_on(text: str, end: int) -> bool:
    """Whether a word runs on past `end`: "Essex Police" is not in "Essex Policeman"."""
    return end < len(text) and (text[end].isalnum() or text[end] == "_") and text[end - 1].isalnum()
