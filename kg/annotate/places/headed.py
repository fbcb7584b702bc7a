"""Places known by a word of their names: streets, stations, prisons, airports."""

import re
from collections.abc import Iterator
from functools import cache

from kg.annotate.draft import Candidate
from kg.annotate.people.evidence import is_surely_aged
from kg.annotate.people.rules import given_names
from kg.annotate.places.evidence import is_locative
from kg.annotate.places.rules import any_of, heads, place_words
from kg.annotate.places.runs import WITHIN_UNKNOWN, Word

PATTERN = 80
DOUBTFUL = 66  # less than a person's name beside a rank or an age
MOST_WORDS = 4
KINDS = ("street", "building", "water", "doubtful")
GOES_ON = re.compile(r" (?!Road|Street|Lane)[A-Z][a-z]")
PLACED = re.compile(r" in (?:the )?[A-Z]")
ADDRESSED = re.compile(r"\b(?:of|from|off|along|and)(?: \d+[a-z]?,?)? \Z")
PUBS = frozenset(["Arms", "Hotel", "Inn", "Pub", "Public House", "Tavern", "pub", "public house"])
TRIED = re.compile(
    r"\b(?:appear\w*|sentenced|heard|trial|hearing|convicted|guilty|charged)\b[^.\n]{0,20}"
    r"(?:at|before|in) (?:the )?\Z"
)
HEARD = re.compile(r" (?:heard|was told|today|yesterday)\b")
SIDE_AFTER = re.compile(r" (?:North|South|East|West)\b(?! [A-Z])")
ABBREVIATED = frozenset(["Ave", "Dr", "Rd", "St"])


def find(text: str, words: list[Word]) -> Iterator[Candidate]:
    for index, word in enumerate(words):
        head = _head_at(text, words, index)
        if head is not None:
            yield from _closed(text, words, index, index, word.start + len(head), head)
        small = _small_head_after(text, word)
        if small is not None:
            yield from _closed(text, words, index + 1, index, word.end + 1 + len(small), small)
        if word.text in _first_words_of_openers():
            yield from _opened(text, word)


def _head_at(text: str, words: list[Word], index: int) -> str | None:
    """The longest head that starts at a word which follows another of its name."""
    if words[index].before not in WITHIN_UNKNOWN:
        return None
    for head in _by_first_word().get(words[index].text, ()):
        if text.startswith(head, words[index].start):
            end = words[index].start + len(head)
            if not _runs_on(text, end):
                return head
    return None


def _small_head_after(text: str, word: Word) -> str | None:
    if not text.startswith(_small_heads(), word.end):
        return None
    for head in _small_heads():
        if text.startswith(head, word.end) and not _runs_on(text, word.end + len(head)):
            return head[1:]
    return None


def _runs_on(text: str, end: int) -> bool:
    following = text[end : end + 1]
    return following.isalnum() or following in {"-", "_"}


def _closed(
    text: str, words: list[Word], index: int, last: int, end: int, head: str
) -> Iterator[Candidate]:
    """The name that a head closes: `index` is the head's word, `last` the last one before `end`."""
    first = _leftmost(words, index, head)
    kind = _kind(head)
    side = SIDE_AFTER.match(text, end) if kind == "street" else None  # "Princess Road East"
    end = side.end() if side else end
    if first == index or _is_no_place(text, words[first:index], end, head, kind):
        return
    if kind == "street" and _is_aged(text, words[first].start, end):
        return
    name = words[first].text.lower()
    personal = name in given_names() or name in place_words("titled")
    weight = DOUBTFUL if kind == "doubtful" or personal else PATTERN
    yield Candidate(words[first].start, end, "Place", f"places.{kind}", weight=weight)


def _leftmost(words: list[Word], index: int, head: str) -> int:
    """The first word of a name whose head is at `index`."""
    first = index
    while first > 0 and index - first < MOST_WORDS:
        joined = words[first].before if first < index else " "
        if joined not in WITHIN_UNKNOWN | {". "} and not (joined == " and " and head in PUBS):
            break
        previous = words[first - 1].text.lower()
        if previous in place_words("opener"):
            return first - 1 if previous == "the" and first == index else first
        stops = previous in place_words("stop") and previous not in place_words("side")
        if stops and first < index:
            break
        first -= 1
    return first


def _is_no_place(text: str, name: list[Word], end: int, head: str, kind: str) -> bool:
    plain = [word.text.lower() for word in name]
    if head in {"Court", "Courts"} and (
        set(plain) & place_words("court") or _tries(text, name[0].start, end)
    ):
        return True
    if head in ABBREVIATED and GOES_ON.match(text, end):  # "Bury St Edmunds" is a town
        return True
    sided = kind == "street" and plain[-1] in place_words("side")  # "West Street"
    if head in {"Avenue", "Crescent", "Road", "Street"}:  # "Crown Street", "Queen Street"
        return all(word in place_words("opener") for word in plain)
    if not sided and all(_says_nothing(word) for word in plain):
        return kind != "street" or plain != ["the"] or not is_locative(text, name[0].start)
    if kind != "street" and name[0].headline and len(name) > 1:
        return True
    return kind == "doubtful" and _is_doubtful(text, name, end)


def _is_aged(text: str, start: int, end: int) -> bool:
    """Whether an age follows, as people have it: "Lee Trail, aged 23"; but "of Lee Trail, aged"."""
    addressed = ADDRESSED.search(text, max(0, start - 15), start) or is_locative(text, start)
    return not addressed and text[max(0, start - 2) : start] != ", " and is_surely_aged(text, end)


def _says_nothing(word: str) -> bool:
    return word in place_words("stop") or word in place_words("opener")


def _tries(text: str, start: int, end: int) -> bool:
    """Whether a court of justice is meant: "appeared at Saltby Court"."""
    return bool(TRIED.search(text, max(0, start - 40), start) or HEARD.match(text, end))


def _is_doubtful(text: str, name: list[Word], end: int) -> bool:
    """Whether a name such as "Saltby Hill" may be a person's, or only part of a longer one."""
    if name[0].headline or GOES_ON.match(text, end):
        return True
    plain = name[0].text.lower()
    personal = plain in given_names() or plain in place_words("titled")
    start = name[0].start
    led = is_locative(text, start) or ADDRESSED.search(text, max(0, start - 20), start)
    return personal and not led and not PLACED.match(text, end)


def _opened(text: str, word: Word) -> Iterator[Candidate]:
    """Names that a head opens: "HMP Saltby", "Port of Saltby"."""
    match = _opened_pattern().match(text, word.start)
    if match is not None:
        second = match["second"]
        named = second is not None and not _is_other(second)
        end = match.end("second") if named else match.end("first")
        yield Candidate(match.start(), end, "Place", "places.early", weight=PATTERN)


def _is_other(word: str) -> bool:
    """Whether a word after the name is of something else: "HMP Saltby Governor"."""
    return word.lower() in place_words("stop") or word.lower() in place_words("titled")


@cache
def _kind(head: str) -> str:
    return next(kind for kind in KINDS if head in heads(kind))


@cache
def _by_first_word() -> dict[str, tuple[str, ...]]:
    """The capitalised heads by their first words, the longest first."""
    found: dict[str, list[str]] = {}
    for head in {head for kind in KINDS for head in heads(kind) if head[0].isupper()}:
        found.setdefault(head.partition(" ")[0], []).append(head)
    return {first: tuple(sorted(found[first], key=lambda h: (-len(h), h))) for first in found}


@cache
def _small_heads() -> tuple[str, ...]:
    """Heads in small letters, each with the space before it, the longest first."""
    small = {f" {head}" for kind in KINDS for head in heads(kind) if head[0].islower()}
    return tuple(sorted(small, key=lambda h: (-len(h), h)))


@cache
def _first_words_of_openers() -> frozenset[str]:
    return frozenset(re.split(r"[ /]", opener)[0] for opener in heads("early"))


@cache
def _opened_pattern() -> re.Pattern[str]:
    opened = any_of(heads("early"))
    return re.compile(
        rf"(?:{opened}) (?P<first>(?:The )?[A-Z][\w’'-]+)(?: (?P<second>[A-Z][\w’'-]+))?"
    )
