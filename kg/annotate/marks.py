"""Find what stands in quotation marks, line by line, whatever the marks.

A line is a paragraph or a list item. A quotation that a line leaves open runs on if the next line
opens one again, or if a later line closes one that it never opened.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

LINE = re.compile(r"[^\n]+")
DOUBLE = re.compile(r"[\"“”„]+|''|``")
MARKS = frozenset("\"“”„'‘’`")
INCHES = re.compile(r"(?:['’]|\bft) ?\d{1,2}\Z")
OPENING_SPACE = frozenset(" \t\xa0([-–—:‘'/")
CLOSING_SPACE = frozenset(" \t\xa0)].,;:!?-–—’'")
# Single marks are apostrophes too: they open a line, or follow a colon, a comma, a full stop.
SINGLE_OPENING = re.compile(
    r"(?:\A|(?<=[:,.!?] )|(?<=[.!?]['’] ))['‘](?=\w|[£$€…\"“])|(?<=\s)‘(?=\w)"
)
SINGLE_FIRST = re.compile(r"(?:\A|[^\"“”]*: )['‘](?=\w|[£$€…\"“])")
SINGLE_CLOSING = re.compile(r"(?<=[.,!?…])['’](?=[\s)]|\Z)|(?<=\w)['’](?=\.?\Z)|(?<=[^\Ws])’(?!\w)")
SINGLE_AT_END = re.compile(r"[.!?…]['’]\Z")
FURTHEST = 8  # lines without a mark that a quotation may run over
LONGEST_MARK = 2


@dataclass(frozen=True, slots=True)
class Line:
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Segment:
    """Words between two marks, or from a mark to the end of its line."""

    start: int  # of the words, after the mark
    end: int
    line: int  # ordinal of its line among those that are not blank
    opens_line: bool
    closed: bool
    runs_on: bool = False  # from the segment before it


@lru_cache(maxsize=2)
def lines_of(text: str, start: int) -> tuple[Line, ...]:
    """The lines that are not blank from `start` on, less the mark of a list item."""
    found = []
    for match in LINE.finditer(text, start):
        offset = 2 if match[0].startswith("- ") else 0
        found.append(Line(match.start() + offset, match.end()))
    return tuple(found)


@lru_cache(maxsize=2)
def segments(text: str, start: int) -> tuple[Segment, ...]:
    """Everything in quotation marks from `start` on, in order."""
    lines = lines_of(text, start)
    found: list[Segment] = []
    open_at: int | None = None  # the line that a quotation was left open at
    for number, line in enumerate(lines):
        spans = _spans(text, line)
        if open_at is not None and spans and spans[0][0] == line.start and number > open_at + 1:
            found += [_whole(lines[n], n) for n in range(open_at + 1, number)]
        for first, end, closed in spans:
            opens = first <= line.start + LONGEST_MARK
            runs_on = (
                opens and open_at is not None and (first == line.start or number == open_at + 1)
            )
            if first > line.start or runs_on:
                found.append(Segment(first, end, number, opens, closed, runs_on))
        if spans:
            open_at = None if spans[-1][2] else number
        elif open_at is not None and number - open_at >= FURTHEST:
            open_at = None
    return tuple(found)


def _whole(line: Line, number: int) -> Segment:
    return Segment(line.start, line.end, number, opens_line=True, closed=False, runs_on=True)


def _spans(text: str, line: Line) -> list[tuple[int, int, bool]]:
    """The words in marks of a line, and whether a mark closes them.

    Where the first mark closes, the words before it are a span that starts with the line.
    """
    piece = text[line.start : line.end]
    if MARKS.isdisjoint(piece):
        return []
    if SINGLE_FIRST.match(piece) or not DOUBLE.search(piece):
        spans = _single(piece)
    else:
        spans = _double(piece)
    return [(line.start + start, line.start + end, closed) for start, end, closed in spans]


def _double(piece: str) -> Iterator[tuple[int, int, bool]]:
    depth, start, seen = 0, 0, False
    for match in DOUBLE.finditer(piece):
        at = match.start()
        if match[0] == '"' and at and piece[at - 1].isdigit() and INCHES.search(piece, 0, at):
            continue
        if _opens(piece, match, is_open=depth > 0):
            depth += 1
            start = match.end() if depth == 1 else start
        elif depth == 1 or not seen:
            depth = 0
            yield start, at, True
        else:
            depth = max(depth - 1, 0)
        seen = True
    if depth:
        yield start, len(piece), False


def _opens(piece: str, match: re.Match[str], *, is_open: bool) -> bool:
    """Whether a mark opens: by what stands beside it, then by its shape, then by what is open."""
    mark, (at, end) = match[0][0], match.span()
    before = at == 0 or piece[at - 1] in OPENING_SPACE
    after = end == len(piece) or piece[end] in CLOSING_SPACE
    shaped = (mark == "”" and is_open) or (mark == "“" and not after)
    if before != after and not shaped:
        return before
    return mark in "“„`" or (mark in "\"'" and not is_open and not after)


def _single(piece: str) -> Iterator[tuple[int, int, bool]]:
    end = 0
    if SINGLE_AT_END.search(piece, len(piece) - 2) and not SINGLE_OPENING.search(piece):
        yield 0, len(piece) - 1, True
        return
    while opening := SINGLE_OPENING.search(piece, end):
        start = opening.end()
        closing = SINGLE_CLOSING.search(piece, start)
        if closing is not None:
            yield start, closing.start(), True
        elif opening.start() == 0 or piece[opening.start() - 2] == ":":
            yield start, len(piece), False
        end = closing.end() if closing else len(piece)


def is_quoted(spans: Sequence[Segment], offset: int) -> bool:
    """Whether `offset` lies in quotation marks."""
    low, high = 0, len(spans)
    while low < high:
        middle = (low + high) // 2
        if spans[middle].end <= offset:
            low = middle + 1
        else:
            high = middle
    return low < len(spans) and spans[low].start <= offset
