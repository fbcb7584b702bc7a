"""Every later mention of a name that a report has told: the name again, the surname, in any case."""

from collections.abc import Iterator, Sequence

from kg.annotate.draft import Candidate
from kg.annotate.people.evidence import age_after
from kg.annotate.people.page import Page, Piece
from kg.annotate.people.rules import given_names, person_words

AGAIN, SURNAME, GIVEN = 70, 66, 64
PREPOSITIONS = frozenset("in at on from near to of around across outside through over towards the via since".split())
ALIKE = str.maketrans({"’": "'", "‘": "'", "\xa0": " ", "–": "-"})


def find(page: Page, told: Sequence[Candidate]) -> Iterator[Candidate]:
    """Mentions of the names of `told` where none of them stands."""
    full: dict[tuple[str, ...], Candidate] = {}
    surnames: dict[str, Candidate] = {}
    givens: dict[str, Candidate] = {}
    for candidate in told:
        words = tuple(plain(w) for w in page.text[candidate.start : candidate.end].split())
        full.setdefault(words, candidate)
        if len(words) > 1 or candidate.rule in ("people.rank", "people.honorific"):
            surnames.setdefault(_surname(words), candidate)
        if len(words) > 1 and words[0] in given_names():
            givens.setdefault(words[0], candidate)
    done = [False] * len(page.text)
    for candidate in told:
        done[candidate.start : candidate.end] = [True] * (candidate.end - candidate.start)
    for piece in page.pieces:
        for found in _again(page, piece, full, surnames, givens):
            if not any(done[found.start : found.end]):
                yield found


def _again(page: Page, piece: Piece, full, surnames, givens) -> Iterator[Candidate]:  # type: ignore[no-untyped-def]
    index = piece.first
    spelled = [plain(word) for word in page.spelled(piece)]
    while index <= piece.last:
        for last in range(piece.last, index, -1):
            words = tuple(spelled[index - piece.first : last - piece.first + 1])
            if words in full:
                known = full[words]
                part = Piece(index, last)
                yield _mention(page, part, known, "people.again", AGAIN)
                index = last
                break
        else:
            word = spelled[index - piece.first]
            part = Piece(index, index)
            if word in surnames and _stands_alone(page, piece, index, surnames):
                yield _mention(page, part, surnames[word], "people.surname", SURNAME)
            elif word in givens and piece.size == 1 and not page.in_title(piece) and _stands_alone(page, piece, index, givens):
                yield _mention(page, part, givens[word], "people.given-alone", GIVEN)
        index += 1


def _mention(page: Page, part: Piece, known: Candidate, rule: str, weight: int) -> Candidate:
    return Candidate(
        page.start(part), page.end(part), "Person", rule, weight, age=age_after(page.text, page.end(part))
    )


def _stands_alone(page: Page, piece: Piece, index: int, names: dict[str, Candidate]) -> bool:
    """Whether a word is a name by itself, and not part of a street's or of somebody else's."""
    around = [
        word.text.lower()
        for word in page.words[piece.first : piece.last + 1]
        if word is not page.words[index]
    ]
    if not all(word in names or word in person_words("common") for word in around):
        return False
    if page.word_after(piece)[:1].isupper() and not page.in_title(piece):
        return False
    part = Piece(index, index)
    if page.is_place(part) or page.words[index].text.lower() in _dubious():
        return page.word_before(part).lower() not in PREPOSITIONS and page.gap_before(part) != ", "
    return True


def _dubious() -> frozenset[str]:
    return frozenset("may march april june august".split()) | person_words("common")


def plain(word: str) -> str:
    """A word of a name as compared: no case, one kind of apostrophe, no stop."""
    return word.translate(ALIKE).casefold().strip(".,\"“”'‘()")


def _surname(words: tuple[str, ...]) -> str:
    while len(words) > 1 and words[-1] in ("jr", "sr", "ii", "iii", "iv"):
        words = words[:-1]
    return words[-1]
