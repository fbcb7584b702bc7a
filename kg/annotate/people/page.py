"""A report's text as words, with the runs of words that may be somebody's name."""

import re
from dataclasses import dataclass

from spacy.tokens import Doc

from kg.annotate.draft import Draft
from kg.annotate.people.rules import given_names, person_words
from kg.annotate.people.titles import Title, titles
from kg.annotate.wording import Word, words_of

NAME_START = re.compile(r"[^\W\d_a-zß-öø-ÿ]|(?:al|el|bin|ben|abu|d|o|de)[-'’][A-ZÀ-Þ]")
SPACE = frozenset([" ", "\xa0"])
NICKNAME = re.compile(r"[ \xa0][\"“'‘(](?=\w)")
NICKNAME_END = re.compile(r"[\"”'’)][ \xa0]")
SUFFIX_GAP = frozenset([", ", ",", " "])
TITLE_GAP = re.compile(r"\.?\)?[ \xa0]|[,:][ \xa0]")
MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class Piece:
    """Words `first` to `last` that stand together and may be a name."""

    first: int
    last: int

    @property
    def size(self) -> int:
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class Page:
    """What the finders of people read."""

    draft: Draft
    text: str
    words: list[Word]
    pieces: list[Piece]
    titles: dict[int, Title]
    modelled: tuple[tuple[int, int], ...]  # where the model sees persons
    taken: bytes  # 1 where a body, an operation or a platform is named, 2 where a place is

    def start(self, piece: Piece) -> int:
        return self.words[piece.first].start

    def end(self, piece: Piece) -> int:
        """The end of a piece, with the stop of "Jr."."""
        end = self.words[piece.last].end
        closes = self.words[piece.last].text in ("Jr", "Sr") and self.text[end : end + 1] == "."
        return end + closes

    def spelled(self, piece: Piece) -> list[str]:
        return [word.text for word in self.words[piece.first : piece.last + 1]]

    def gap_before(self, piece: Piece) -> str:
        """What parts a piece from the word before it."""
        if piece.first == 0:
            return "\n"
        return self.text[self.words[piece.first - 1].end : self.start(piece)]

    def word_before(self, piece: Piece) -> str:
        """The word that a space parts from a piece, or ""."""
        joined = piece.first > 0 and self.gap_before(piece) in (" ", "\xa0", ". ")
        return self.words[piece.first - 1].text if joined else ""

    def word_after(self, piece: Piece) -> str:
        """The word that a space parts from a piece, or ""."""
        if piece.last + 1 >= len(self.words):
            return ""
        following = self.words[piece.last + 1]
        return following.text if self.text[self.end(piece) : following.start] in SPACE else ""

    def in_title(self, piece: Piece) -> bool:
        return self.start(piece) < self.draft.report.body_start

    def is_taken(self, piece: Piece) -> int:
        """2 where a place has been found over all of a piece, 1 where another thing in it, else 0."""
        span = self.taken[self.start(piece) : self.end(piece)]
        return 1 if 1 in span else 2 if span and all(span) else 0


def page_of(draft: Draft, doc: Doc) -> Page:
    text = draft.text
    words = words_of(text)
    offices = titles(text, words)
    taken = _taken(draft)
    barred = {i for title in offices.values() for i in range(title.first, title.last + 1)}
    pieces = _pieces(text, words, barred, taken)
    persons = tuple((e.start_char, e.end_char) for e in doc.ents if e.label_ == "PERSON")
    return Page(draft, text, words, pieces, offices, persons, bytes(taken))


def _taken(draft: Draft) -> bytearray:
    taken = bytearray(len(draft.text))
    for candidate in draft.candidates:
        mark = 2 if candidate.type == "Place" else 1
        for at in range(candidate.start, candidate.end):
            taken[at] = mark if taken[at] != 1 else 1
    return taken


def _pieces(text: str, words: list[Word], barred: set[int], taken: bytearray) -> list[Piece]:
    never, particles = person_words("never"), person_words("particle")

    def may_name(index: int) -> bool:
        word = words[index]
        return bool(
            index not in barred
            and NAME_START.match(word.text)
            and word.text.lower() not in never
            and taken[word.start] != 1
        )

    pieces, index = [], 0
    while index < len(words):
        if not may_name(index):
            index += 1
            continue
        last = index
        while (following := _next(text, words, last, may_name, particles)) is not None:
            last = following
        pieces.append(Piece(index, last))
        index = last + 1
    return pieces


def _next(text, words, last, may_name, particles):  # type: ignore[no-untyped-def]
    """The index of the word that goes on with a name after word `last`, or None."""
    index = last + 1
    while index < len(words) and index - last <= 3 and words[index].text in particles:
        if text[words[index - 1].end : words[index].start] not in SPACE:
            return None
        index += 1
    if index >= len(words) or not may_name(index):
        return None
    before, word = words[index - 1], words[index]
    gap = text[before.end : word.start]
    if gap in SPACE or (gap in (". ", ".") and _is_initial(before.text)):
        return index if _same_case(before.text, word.text) else None
    if gap in SUFFIX_GAP and word.text.lower() in person_words("suffix"):
        return index
    return None


def _is_initial(word: str) -> bool:
    return len(word) == 1 or word.endswith(".")


def _same_case(before: str, word: str) -> bool:
    """Whether two words go together: "KAI WEST", "Ito III", "Dahl HANSEN", but not "GMP Ito"."""
    if min(len(before), len(word)) <= 1 or before.islower() or word in ("II", "III", "IV", "JR"):
        return True
    if before.endswith(".") or before.isupper() == word.isupper():
        return True
    return word.isupper() and before.lower() in given_names() and len(word) > 3
