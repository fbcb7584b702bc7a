"""Names by what they are made of and what is said of them: an age, a verb, a given name, the model."""

from collections.abc import Iterator
from dataclasses import replace

from kg.annotate.draft import Candidate
from kg.annotate.people import evidence
from kg.annotate.people.aliases import CALLED
from kg.annotate.people.offices import office_after, office_before
from kg.annotate.people.page import Page, Piece
from kg.annotate.people.rules import given_names, person_words
from kg.model import EntityType

AGED, STATED, GIVEN, MODEL = 74, 70, 66, 64
LONGEST, FULL = 5, 2


def find(page: Page) -> Iterator[Candidate]:
    for piece in page.pieces:
        if (candidate := _candidate(page, piece)) is not None:
            yield candidate


def _candidate(page: Page, piece: Piece) -> Candidate | None:
    aged = _aged(page, piece)
    if aged is not None:
        return aged
    if page.in_title(piece) or page.is_place(piece):
        return None
    if _is_full(page, piece):
        return _told(page, piece)
    for part in _parts(page, piece):
        if (candidate := _told(page, part)) is not None:
            return candidate
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
    if page.is_place(piece) and not _is_given(page, piece):
        return None
    return Candidate(start, end, "Person", "people.age", AGED, age=age)


def _is_full(page: Page, piece: Piece) -> bool:
    """Whether a given name and a word of everyday are somebody's name: "Anna Senior said"."""
    if piece.size != FULL or not _is_given(page, piece) or not _is_common(page, piece.last):
        return False
    end = page.end(piece)
    return bool(
        evidence.PLEA.match(page.text, end)
        or evidence.SPEECH_VERB.match(page.text, end)
        or CALLED.match(page.text, end)
        or office_after(page.text, end)
    )


def _parts(page: Page, piece: Piece) -> Iterator[Piece]:
    """A piece cut at words of everyday: what is left may be a name of two words or more."""
    first = piece.first
    for index in range(piece.first, piece.last + 2):
        if index <= piece.last and not _is_common(page, index):
            continue
        if index - first > 1:
            yield replace(piece, first=first, last=index - 1)
        first = index + 1


def _told(page: Page, piece: Piece) -> Candidate | None:
    """The candidate that a piece makes by what stands beside it, or by its own words."""
    if page.word_after(piece)[:1].isupper() or piece.size > LONGEST:
        return None
    start, end = page.start(piece), page.end(piece)
    type_ = _by_office(page, start, end)
    if type_ is not None:
        return Candidate(start, end, type_, "people.office", STATED)
    for rule, weight in _by_words(page, piece, start, end):
        return Candidate(start, end, "Person", rule, weight)
    return None


def _by_words(page: Page, piece: Piece, start: int, end: int) -> Iterator[tuple[str, int]]:
    """The rules that take a piece for a name, the best first."""
    text, given = page.text, _is_given(page, piece)
    modelled = any(a <= start < b or start <= a < end for a, b in page.modelled)
    if evidence.PLEA.match(text, end) and not page.spelled(piece)[-1].isupper():
        yield "people.plea", STATED
    if (given or modelled) and evidence.COURT_VERB.match(text, end):
        yield "people.court-verb", STATED
    if (given or modelled) and (
        evidence.SPEECH_VERB.match(text, end) or evidence.SAID.search(text, max(0, start - 20), start)
    ):
        yield "people.speech-verb", STATED
    if evidence.WHEREABOUTS.search(text, max(0, start - 12), start):
        return
    if given:
        yield "people.given-name", GIVEN
    if modelled:
        yield "people.model", MODEL


def _by_office(page: Page, start: int, end: int) -> EntityType | None:
    """Whether a post beside a span makes it an official or another person; None without a post."""
    for office in (office_after(page.text, end), office_before(page.text, start)):
        if office is None:
            continue
        if office.kind == "public" or (
            office.kind == "either" and page.has_body(office.start, office.end)
        ):
            return "Official"
        return "Person"
    return None


def _is_given(page: Page, piece: Piece) -> bool:
    return page.words[piece.first].text.lower().partition("-")[0] in given_names()


def _is_common(page: Page, index: int) -> bool:
    return page.words[index].text.lower() in person_words("common")
