"""Every later mention of a name that a report has told: the name again, or the surname."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kg.annotate.draft import Candidate
from kg.annotate.people.evidence import age_after
from kg.annotate.people.page import PLACE, Page, Piece
from kg.annotate.people.rules import given_names, person_words
from kg.annotate.people.spelling import is_misspelt, plain, words_of_name
from kg.annotate.places.known import bearers

AGAIN, SURNAME, GIVEN = 70, 66, 64
PREPOSITIONS = frozenset(
    ["in", "at", "on", "from", "near", "to", "of", "around", "across", "outside", "through", "over",
     "towards", "the", "via", "since"]
)  # fmt: skip
HOME = (", of ", ", from ")
MONTHS = frozenset(["may", "march", "april", "june", "august"])


@dataclass(frozen=True, slots=True)
class Names:
    """The names told so far, each with the surface under which it was told."""

    full: dict[tuple[str, ...], str] = field(default_factory=dict)
    surnames: dict[str, str] = field(default_factory=dict)
    givens: dict[str, str] = field(default_factory=dict)


def find(page: Page, told: Sequence[Candidate]) -> Iterator[Candidate]:
    """Mentions of the names of `told` where none of them stands."""
    names = _names(page, told)
    done = bytearray(len(page.text))
    for candidate in told:
        done[candidate.start : candidate.end] = b"\1" * (candidate.end - candidate.start)
    for piece in page.pieces:
        for found in _again(page, piece, names):
            if not any(done[found.start : found.end]):
                yield found


def _names(page: Page, told: Sequence[Candidate]) -> Names:
    names = Names()
    for candidate in told:
        surface = page.text[candidate.start : candidate.end]
        words = words_of_name(surface)
        if not words or candidate.rule == "people.alias":
            continue
        names.full.setdefault(words, surface)
        if len(words) > 1 or candidate.rule in ("people.rank", "people.honorific"):
            names.surnames.setdefault(words[-1], surface)
        if len(words) > 1:
            names.givens.setdefault(words[0], surface)
    return names


def _again(page: Page, piece: Piece, names: Names) -> Iterator[Candidate]:
    spelled = [plain(word) for word in page.spelled(piece)]
    index = piece.first
    while index <= piece.last:
        last = _last_of_full(spelled, index - piece.first, names) + piece.first
        if last > index:
            yield _mention(page, Piece(index, last), "people.again", AGAIN)
            index = last + 1
            continue
        part, word = Piece(index, index), spelled[index - piece.first]
        if word in names.surnames and _stands_alone(page, piece, part, names.surnames):
            yield _mention(page, part, "people.surname", SURNAME)
        elif piece.size == 1 and _stands_alone(page, piece, part, names.givens):
            yield from _alone(page, part, word, names)
        index += 1


def _last_of_full(spelled: list[str], first: int, names: Names) -> int:
    """The index of the last word of a full name that opens at `first`, or `first` without one."""
    for last in range(len(spelled) - 1, first, -1):
        if tuple(spelled[first : last + 1]) in names.full:
            return last
    return first


def _alone(page: Page, part: Piece, word: str, names: Names) -> Iterator[Candidate]:
    """A given name by itself, or a surname that is misspelt, of somebody told before."""
    if page.in_title(part):
        return
    if word in names.givens:
        if word in given_names() or page.is_modelled(part):
            yield _mention(page, part, "people.given-alone", GIVEN)
    elif (word,) in names.full:
        yield _mention(page, part, "people.again", AGAIN)
    elif page.is_modelled(part):
        near = next((name for name in names.surnames if is_misspelt(word, name)), None)
        if near is not None:
            yield _mention(page, part, "people.misspelt", GIVEN, name=names.surnames[near])


def _mention(
    page: Page, part: Piece, rule: str, weight: int, *, name: str | None = None
) -> Candidate:
    start, end = page.start(part), page.end(part)
    age = age_after(page.text, end)
    return Candidate(start, end, "Person", rule, weight, name=name, age=age)


def _stands_alone(page: Page, piece: Piece, part: Piece, names: dict[str, str]) -> bool:
    """Whether a word is a name by itself, and not part of a street's or of somebody else's."""
    around = (plain(w.text) for w in page.words[piece.first : piece.last + 1])
    own = plain(page.words[part.first].text)
    if not all(w == own or w in names or w in person_words("common") for w in around):
        return False
    if page.word_after(part)[:1].isupper() and not page.in_title(piece):
        return False
    if own in MONTHS or own in person_words("common") or bearers(page.words[part.first].text):
        if page.gap_before(part) == ", ":
            return _opens_anew(page, part)
        return page.word_before(part).lower() not in PREPOSITIONS
    return True


def _opens_anew(page: Page, part: Piece) -> bool:
    """Whether a surname that places bear too is somebody's after a comma too.

    So it is with an age ("on Monday, Selby, 41, was"), and before a verb where no place stands
    before the comma: "in June, Selby pleaded" but not "of Toll Lane, Selby was".
    """
    end = page.end(part)
    if age_after(page.text, end) is not None:
        return True
    told = page.word_after(part).islower() or page.text.startswith(HOME, end)
    return told and page.taken[page.start(part) - 3] != PLACE
