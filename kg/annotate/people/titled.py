"""Names after a rank, a title of office or "Mr": "DCI Anna Berg", "PCs Ito and Berg"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from kg.annotate.draft import Candidate
from kg.annotate.people.evidence import age_after, court_verb, speech_verb
from kg.annotate.people.page import FULL, TITLE_GAP, Page, Piece, ends_a_sentence
from kg.annotate.people.rules import person_words
from kg.annotate.people.titles import Title

RANK, HONORIFIC = 85, 72
LISTED = re.compile(r", (?:and )?| and | & ")
NUMBER = re.compile(r"\d{1,6}[A-Z]?|[A-Z]{1,2}\d{1,5}")
# "The site's alleged administrator, Lee Ito": who is accused of running it holds no office.
ACCUSED = re.compile(r"\b(?:alleged|suspected|accused) (?:[a-z]+ (?:and )?){0,2}\Z")
REACH = 40
MOST_NAMES = 8
LONGEST_NAME = 4
CODE = 2  # letters


def find(page: Page) -> Iterator[Candidate]:
    for position, piece in enumerate(page.pieces):
        before, polite = _without_honorific(page, piece.first - 1)
        title = _title(page, before, piece, direct=not polite)
        if title is not None and not _is_accused(page, title) and _may_follow(page, piece, title):
            named = _trimmed(page, piece)
            yield _candidate(page, named, title)
            if title.plural:
                yield from _listed(page, position, title)
        elif polite and not _is_word(page, piece) and not _is_code(page, piece):
            named = _trimmed(page, piece)
            yield Candidate(
                page.start(named), page.end(named), "Person", "people.honorific", HONORIFIC,
                age=age_after(page.text, page.end(named)),
            )  # fmt: skip


def _without_honorific(page: Page, index: int) -> tuple[int, bool]:
    """The index of the word before "Sir" or "Mr", and whether one stands there."""
    polite = False
    while index >= 0 and page.words[index].text.lower() in person_words("honorific"):
        if not TITLE_GAP.fullmatch(page.text, page.words[index].end, page.words[index + 1].start):
            break
        if page.words[index].text[0].islower():
            break
        index, polite = index - 1, True
    return index, polite


def _title(page: Page, index: int, piece: Piece, *, direct: bool) -> Title | None:
    """The title that ends at word `index`, or before a collar number there."""
    if index < 0:
        return None
    following = piece.first if direct else index + 1
    numbered = NUMBER.fullmatch(page.words[index].text) and index - 1 in page.titles
    if numbered and page.words[index - 1].text[0].isupper():
        index, following = index - 1, index
    title = page.titles.get(index)
    if title is None:
        return None
    gap = page.text[page.words[index].end : page.words[following].start]
    ends = ends_a_sentence(page.text, page.words[index])
    return title if TITLE_GAP.fullmatch(gap) and not ends else None


def _is_accused(page: Page, title: Title) -> bool:
    start = page.words[title.first].start
    return ACCUSED.search(page.text, max(0, start - REACH), start) is not None


def _may_follow(page: Page, piece: Piece, title: Title) -> bool:
    gap = page.gap_before(piece)
    if gap[0] in ",:":
        return piece.size > 1 and (page.is_given(piece) or _speaks(page, piece))
    if title.plural and page.words[title.last].text[0].islower():
        # "officers Lee Ito and Anna Berg", but "he told officers Lee Ito had left"
        return piece.size > 1 and bool(LISTED.match(page.text, page.end(piece)))
    if page.is_place(piece) and piece.size == 1 and not _speaks(page, piece):
        return False
    if page.in_title(piece) and not _is_said_again(page, piece):
        return False
    if piece.size == 1 and _is_acronym(page, piece) and page.words[title.last].text[0].islower():
        return False
    return not _is_word(page, piece)


def _is_said_again(page: Page, piece: Piece) -> bool:
    """Whether a headline's capitals after a title are a name: by given name, or in the body too."""
    if page.is_given(piece):
        return True
    body = page.draft.report.body_start
    return page.text.find(page.text[page.start(piece) : page.end(piece)], body) >= 0


def _is_acronym(page: Page, piece: Piece) -> bool:
    return page.words[piece.first].text.isupper()


def _is_code(page: Page, piece: Piece) -> bool:
    """Whether it stands for a country, as in a list of them: "FR, DE, IT"."""
    return piece.size == 1 and _is_acronym(page, piece) and len(page.spelled(piece)[0]) <= CODE


def _is_word(page: Page, piece: Piece) -> bool:
    """Whether what follows is a word of everyday, as in "Inspector Training"."""
    first = page.words[piece.first].text
    if len(first) == 1 and piece.size == 1:
        return True
    if first.lower() in person_words("common"):
        return page.in_title(piece) or not speech_verb().match(page.text, page.end(piece))
    return piece.size == 1 and page.word_after(piece)[:1].isupper() and not page.in_title(piece)


def _speaks(page: Page, piece: Piece) -> bool:
    end = page.end(piece)
    return bool(speech_verb().match(page.text, end) or court_verb().match(page.text, end))


def _trimmed(page: Page, piece: Piece) -> Piece:
    """At most five words; in a title, what the body says again, or a name of two words."""
    last = min(piece.last, piece.first + LONGEST_NAME)
    if not page.in_title(piece) or piece.size <= FULL:
        return replace(piece, last=last)
    body = page.draft.report.body_start
    for end in range(last, piece.first, -1):
        if page.text.find(page.text[page.start(piece) : page.words[end].end], body) >= 0:
            return replace(piece, last=end)
    middle = len(page.words[piece.first + 1].text) == 1
    return replace(piece, last=min(piece.first + 1 + middle, last))


def _candidate(page: Page, piece: Piece, title: Title) -> Candidate:
    start, end = page.start(piece), page.end(piece)
    fallen = title.former and (court_verb().match(page.text, end) or age_after(page.text, end))
    return Candidate(
        start,
        end,
        "Person" if fallen else "Official",
        "people.rank",
        RANK,
        age=age_after(page.text, end),
    )


def _listed(page: Page, position: int, title: Title) -> Iterator[Candidate]:
    """The further names of "PCs Anna Berg, Kofi Mensah and Lee Ito"."""
    pieces = page.pieces[position : position + MOST_NAMES]
    for before, piece in pairwise(pieces):
        if not LISTED.fullmatch(page.text, page.end(before), page.start(piece)):
            return
        yield _candidate(page, _trimmed(page, piece), title)
