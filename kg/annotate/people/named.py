"""Names by what they are made of, and by what is said of them: an age, a verb, a post."""

from collections.abc import Iterator
from dataclasses import replace

from kg.annotate.draft import Candidate
from kg.annotate.people import evidence
from kg.annotate.people.aliases import CALLED
from kg.annotate.people.offices import holds_office, office_after
from kg.annotate.people.page import Page, Piece
from kg.annotate.people.rules import namesakes

AGED, STATED, GIVEN, MODEL = 74, 70, 66, 64
LONGEST, FULL = 5, 2
REACH = 20


def find(page: Page) -> Iterator[Candidate]:
    """A candidate for each piece that is a name by itself or by what stands beside it."""
    for piece in page.pieces:
        whole = page.without_place(piece)
        candidate = _aged(page, whole)
        if candidate is None and not page.in_title(whole) and not page.is_place(whole):
            candidate = _told(page, whole)
        if candidate is not None:
            yield candidate


def _aged(page: Page, piece: Piece) -> Candidate | None:
    text, start, end = page.text, page.start(piece), page.end(piece)
    age = evidence.age_after(text, end)
    if age is None:
        age = evidence.age_before(text, start)
    if age is None or page.is_common(piece.first) or piece.size > LONGEST:
        return None
    if not page.is_given(piece) and not _is_surely_aged(page, piece, end):
        return None
    return Candidate(start, end, "Person", "people.age", AGED, age=age)


def _is_surely_aged(page: Page, piece: Piece, end: int) -> bool:
    """Whether the age leaves no doubt of a name that no list has, or that is a place's too."""
    word = page.words[piece.last].text
    if piece.size == 1 and (page.is_place(piece) or page.is_suffix(word)):
        return False
    if piece.size > 1 and not page.is_place(piece):
        return True
    return evidence.is_surely_aged(page.text, end)


def _told(page: Page, piece: Piece) -> Candidate | None:
    """The candidate that a piece, or a part of it, makes."""
    parts = [piece] if _is_full(page, piece) else _parts(page, piece)
    for part in parts:
        if page.word_after(part)[:1].isupper() or part.size > LONGEST or _is_thing(page, part):
            continue
        start, end = page.start(part), page.end(part)
        if evidence.ISSUED.search(page.text, max(0, start - REACH), start):
            return Candidate(start, end, "Official", "people.issued-by", STATED)
        type_ = holds_office(page, start, end)
        if type_ is not None:
            return Candidate(start, end, type_, "people.office", STATED)
        for rule, weight in _by_words(page, part, start, end):
            return Candidate(start, end, "Person", rule, weight)
    return None


def _is_full(page: Page, piece: Piece) -> bool:
    """Whether a given name and a word of everyday are somebody's name: "Anna Senior said"."""
    if piece.size != FULL or not page.is_given(piece) or not page.is_common(piece.last):
        return False
    end = page.end(piece)
    return bool(
        evidence.court_verb().match(page.text, end)
        or evidence.speech_verb().match(page.text, end)
        or evidence.lives(page.text, end)
        or CALLED.match(page.text, end)
        or office_after(page.text, end)
    )


def _parts(page: Page, piece: Piece) -> Iterator[Piece]:
    """A piece cut at words of everyday: what is left may be a name of two words or more."""
    first = piece.first
    for index in range(piece.first, piece.last + 2):
        if index <= piece.last and not page.is_common(index):
            continue
        if index - first > 1:
            yield replace(piece, first=first, last=index - 1)
        first = index + 1


def _is_thing(page: Page, piece: Piece) -> bool:
    return " ".join(page.spelled(piece)).lower() in namesakes()


def _by_words(page: Page, piece: Piece, start: int, end: int) -> Iterator[tuple[str, int]]:
    """The rules that take a piece for a name, the best first."""
    text, given = page.text, page.is_given(piece)
    modelled = page.is_modelled(piece) and page.draft.report.language == "en"
    mixed = not page.spelled(piece)[-1].isupper()
    if CALLED.match(text, end) and (mixed or piece.size == FULL):
        yield "people.also-called", STATED
    if evidence.lives(text, end) and mixed:
        yield "people.address", STATED
    if evidence.plea().match(text, end) and mixed and not evidence.ends_address(text, start):
        yield "people.plea", STATED
    if (given or modelled) and evidence.court_verb().match(text, end):
        yield "people.court-verb", STATED
    if (given or modelled) and evidence.speaks(text, start, end):
        yield "people.speech-verb", STATED
    if evidence.WHEREABOUTS.search(text, max(0, start - 12), start) and not (given and modelled):
        return
    if given:
        yield "people.given-name", GIVEN
    if modelled and mixed and not page.follows_place(piece):
        yield "people.model", MODEL
