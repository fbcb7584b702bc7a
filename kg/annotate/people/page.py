"""A report's text as words, with the runs of words that may be somebody's name."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from spacy.tokens import Doc

from kg.annotate.draft import Candidate, Draft
from kg.annotate.labels import named
from kg.annotate.people.rules import given_names, person_words
from kg.annotate.people.titles import Title, titled_words
from kg.annotate.places.known import bearers
from kg.annotate.wording import Word

DIGIT = re.compile(r"\d")
PREFIXED = re.compile(r"(?:al|el|bin|ben|abu|d|o|de)[-'’][A-ZÀ-Þ]")
SPACE = frozenset([" ", "\xa0"])
NICKNAME = re.compile(r"[ \xa0][\"“'‘(](?=\w)")
NICKNAME_END = re.compile(r"[\"”'’)][ \xa0]")
SUFFIX_GAP = frozenset([", ", ",", " "])
TITLE_GAP = re.compile(r"\.?\)?[ \xa0]|[,:][ \xa0]")
OF = frozenset(["of", "for", "in", "and"])
FULL = 2  # words of a full name, at least
MOST_PARTICLES = 3  # "van der", "de la"
SHORTEST_CAPITALS = 4  # letters of a surname in capitals: "Lee MENSAH", but "Kent CID"
BODY, PLACE, OTHER, COURT = 1, 2, 3, 4


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
    taken: bytes  # what has been found at each character: BODY, COURT, PLACE, OTHER or 0

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
        """The word that a space parts from a piece, or "" where it is "QC" or the like."""
        if piece.last + 1 >= len(self.words):
            return ""
        following = self.words[piece.last + 1]
        if following.text.lower() in person_words("honour"):
            return ""
        return following.text if self.text[self.end(piece) : following.start] in SPACE else ""

    def in_title(self, piece: Piece) -> bool:
        return self.start(piece) < self.draft.report.body_start

    def is_given(self, piece: Piece) -> bool:
        return self.words[piece.first].text.lower().partition("-")[0] in given_names()

    def is_common(self, index: int) -> bool:
        """Whether the word at `index` is one of everyday."""
        return self.words[index].text.lower() in person_words("common")

    def is_suffix(self, word: str) -> bool:
        """Whether a word only closes a name: "Jr.", "M.D."."""
        return "." in word or word.lower() in person_words("suffix")

    def is_modelled(self, piece: Piece) -> bool:
        """Whether the model sees a person in a piece."""
        start, end = self.start(piece), self.end(piece)
        return any(a < end and start < b for a, b in self.modelled)

    def without_place(self, piece: Piece) -> Piece:
        """A piece less the place that closes a post before it: "sheriff of Avon Anna Berg"."""
        if piece.size <= FULL or self.is_given(piece) or self.word_before(piece) not in OF:
            return piece
        for first in range(piece.first + 1, piece.last):
            before = self.text[self.start(piece) : self.words[first - 1].end]
            if self.is_given(replace(piece, first=first)) or bearers(before):
                return replace(piece, first=first)
        return piece

    def is_place(self, piece: Piece) -> bool:
        """Whether a place has been found over all of a piece."""
        return set(self.taken[self.start(piece) : self.end(piece)]) == {PLACE}

    def follows_place(self, piece: Piece) -> bool:
        """Whether a comma parts a piece from a place, as in "High Street, Anytown"."""
        before = self.start(piece) - len(self.gap_before(piece)) - 1
        return self.gap_before(piece) == ", " and self.taken[before] == PLACE

    def has_body(self, start: int, end: int) -> bool:
        """Whether a body is named within a span."""
        return BODY in self.taken[start:end]


def ends_a_sentence(text: str, word: Word) -> bool:
    """Whether the stop after a word is no abbreviation's: "new officers. Anna came"."""
    return word.text[0].islower() and text.startswith(".", word.end)


def page_of(draft: Draft, doc: Doc) -> Page:
    text = draft.text
    words, offices = titled_words(text)
    taken = _taken(draft)
    barred = {i for title in offices.values() for i in range(title.first, title.last + 1)}
    pieces = _pieces(text, words, barred, taken)
    persons = tuple((n.start, n.end) for n in named(doc, "Person", "Official"))
    return Page(draft, text, words, pieces, offices, persons, bytes(taken))


def _taken(draft: Draft) -> bytearray:
    taken = bytearray(len(draft.text))
    for candidate in sorted(draft.candidates, key=lambda c: c.type != "Place"):
        length = candidate.end - candidate.start
        taken[candidate.start : candidate.end] = bytes([_mark(candidate)]) * length
    return taken


def _mark(candidate: Candidate) -> int:
    if candidate.type == "Agency":
        return COURT if candidate.subtype == "Court" else BODY
    return PLACE if candidate.type == "Place" else OTHER


def _pieces(text: str, words: list[Word], barred: set[int], taken: bytearray) -> list[Piece]:
    never, particles = person_words("never"), person_words("particle")

    def may_name(index: int) -> bool:
        word = words[index]
        return bool(
            _opens_as_a_name(word.text)
            and index not in barred
            and (_is_initial_at(text, word) or not _holds_any(never, word.text.lower()))
            and taken[word.start] in (0, PLACE)
        )

    pieces: list[Piece] = []
    done = 0
    for index in [i for i, word in enumerate(words) if _opens_as_a_name(word.text)]:
        if index < done or not may_name(index):
            continue
        last = index
        while (following := _next(text, words, last, may_name, particles)) is not None:
            last = following
        pieces.append(Piece(index, last))
        done = last + 1
    return pieces


def _next(
    text: str,
    words: list[Word],
    last: int,
    may_name: Callable[[int], bool],
    particles: frozenset[str],
) -> int | None:
    """The index of the word that goes on with a name after word `last`, or None."""
    index = last + 1
    while index < len(words) and index - last <= MOST_PARTICLES and words[index].text in particles:
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


@lru_cache(maxsize=50_000)
def _opens_as_a_name(word: str) -> bool:
    """Whether a word has a capital where names have one, and no digit."""
    opens = word[0].isupper() or PREFIXED.match(word) is not None
    return opens and DIGIT.search(word) is None


def _holds_any(words: frozenset[str], word: str) -> bool:
    """Whether a word, or a part of it between hyphens, is one of some words."""
    return word in words or any(part in words for part in word.split("-") if len(part) > 1)


def _is_initial_at(text: str, word: Word) -> bool:
    return len(word.text) == 1 and text.startswith(".", word.end)


def _is_initial(word: str) -> bool:
    return len(word) == 1 or word.endswith(".")


def _same_case(before: str, word: str) -> bool:
    """Whether two words go together: "KAI WEST", "Ito III", "Dahl HANSEN", but not "GMP Ito"."""
    if min(len(before), len(word)) <= 1 or before.islower() or word in ("II", "III", "IV", "JR"):
        return True
    if before.endswith(".") or before.isupper() == word.isupper():
        return True
    return word.isupper() and before.lower() in given_names() and len(word) >= SHORTEST_CAPITALS
