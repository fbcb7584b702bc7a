"""Names by what they are made of and what is said of them: an age, a verb, a given name, the model."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.annotate.draft import Candidate
from kg.annotate.people import evidence
from kg.annotate.people.page import Page, Piece
from kg.annotate.people.rules import given_names, person_words

AGED, STATED, GIVEN, MODEL = 74, 70, 66, 64
ALONE = re.compile(r"[\s(\"“‘'\[]")


def find(page: Page) -> Iterator[Candidate]:
    for piece in page.pieces:
        if page.is_taken(piece) != 1 and (candidate := _candidate(page, piece)) is not None:
            yield candidate


def _candidate(page: Page, piece: Piece) -> Candidate | None:
    aged = _aged(page, piece)
    if aged is not None:
        return aged
    if page.in_title(piece) or page.is_taken(piece) == 2:
        return None
    for part in _parts(page, piece):
        rule, weight = _told(page, part)
        if rule:
            return Candidate(page.start(part), page.end(part), "Person", rule, weight)
    return None


def _aged(page: Page, piece: Piece) -> Candidate | None:
    text, start, end = page.text, page.start(piece), page.end(piece)
    age = evidence.age_after(text, end)
    if age is None:
        age = evidence.age_before(text, start)
    elif piece.size == 1 and not _is_given(page, piece):
        return None
    if age is None or _is_common(page, piece.first):
        return None
    if page.is_taken(piece) == 2 and not _is_given(page, piece):
        return None
    return Candidate(start, end, "Person", "people.age", AGED, age=age)


def _parts(page: Page, piece: Piece) -> Iterator[Piece]:
    """A piece cut at words of everyday: what is left may be a name of two words or more."""
    first = piece.first
    for index in range(piece.first, piece.last + 2):
        if index <= piece.last and not _is_common(page, index):
            continue
        if index - first > 1:
            yield replace(piece, first=first, last=index - 1)
        first = index + 1


def _told(page: Page, piece: Piece) -> tuple[str, int]:
    """The rule that takes a piece for a name, with its weight; "" where none does."""
    if page.word_after(piece)[:1].isupper() or piece.size > LONGEST:
        return "", 0
    text, start, end = page.text, page.start(piece), page.end(piece)
    given = _is_given(page, piece)
    modelled = any(a <= start < b or start <= a < end for a, b in page.modelled)
    if (given or modelled) and evidence.COURT_VERB.match(text, end):
        return "people.court-verb", STATED
    if (given or modelled) and (evidence.SPEECH_VERB.match(text, end) or evidence.SAID.search(text, max(0, start - 20), start)):
        return "people.speech-verb", STATED
    if given:
        return "people.given-name", GIVEN
    if modelled:
        return "people.model", MODEL
    return "", 0


LONGEST = 5


def _is_given(page: Page, piece: Piece) -> bool:
    return page.words[piece.first].text.lower().partition("-")[0] in given_names()


def _is_common(page: Page, index: int) -> bool:
    return page.words[index].text.lower() in person_words("common")
