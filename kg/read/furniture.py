"""Lines that belong to the site and not to the report: share buttons, cookies, menus."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal

import msgspec

from kg.rules import load, rules_file

Kind = Literal["line", "menu", "start", "end"]


class Furniture(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of furniture.yml: a whole line of a page that is none of the report's."""

    pattern: str
    seen_on: str
    kind: Kind = "line"


LONGEST = 300  # characters of a line that may be furniture
# A menu is a run of labels of which at least so many, and such a share, are entries known by name.
FEWEST_ENTRIES = 3
ENTRY_SHARE = 1 / 8
LONG_MENU = 12  # lines
LABEL = re.compile(r"[^\d.!?;,:\"”’|]{1,60}\??")
# A sentence; the report has begun, or goes on, where there is at least so much of them.
PROSE = re.compile(r".{60,}[.!?\"”’]")
ENOUGH_PROSE = 300  # characters


def without_furniture(lines: Sequence[str], title: str) -> list[str]:
    """The lines that are the report's, blank ones kept; `title` is where it may begin again."""
    kept = [line for line in lines if not is_furniture(line)]
    kept = _up_to_end(_from_title(_from_start(kept), title))
    left_out = {*_menu_lines(kept), *_marks(kept)}
    return [line for number, line in enumerate(kept) if number not in left_out]


def is_furniture(line: str, kind: Kind = "line") -> bool:
    """Whether a whole line is furniture of that kind; a blank line is not."""
    return 0 < len(line) < LONGEST and _patterns(kind).fullmatch(line) is not None


def _from_start(lines: list[str]) -> list[str]:
    """The lines after the last mark of a beginning that has prose after it."""
    starts = [number for number, line in enumerate(lines) if is_furniture(line, "start")]
    for number in reversed(starts):
        if _prose(lines[number + 1 :]) >= ENOUGH_PROSE:
            return lines[number + 1 :]
    return lines


def _from_title(lines: list[str], title: str) -> list[str]:
    """The lines from the title on, where only a menu stands before it.

    A saved page may open with a title of its own: "Two sentenced | Anyshire Police".
    """
    opening = next(filter(None, lines), "").partition(" | ")[0]
    titles = {title.casefold(), opening.casefold()} - {""}
    for number in range(len(lines) - 1, 0, -1):
        if lines[number].casefold() in titles and _is_menu(lines[:number]):
            return lines[number:]
    return lines


def _is_menu(lines: Sequence[str]) -> bool:
    said = [line for line in lines if line]
    labels = sum(LABEL.fullmatch(line.removeprefix("- ")) is not None for line in said)
    return len(said) >= LONG_MENU and labels > len(said) / 2


def _up_to_end(lines: list[str]) -> list[str]:
    """The lines before the first mark of an end that has most of the prose before it."""
    for number, line in enumerate(lines):
        if is_furniture(line, "end"):
            before, after = _prose(lines[:number]), _prose(lines[number:])
            if before >= max(after, ENOUGH_PROSE):
                return lines[:number]
    return lines


def _marks(lines: Sequence[str]) -> Iterator[int]:
    """The numbers of marks of a beginning that were none; one of an end may head a chapter."""
    yield from (number for number, line in enumerate(lines) if is_furniture(line, "start"))


def _prose(lines: Sequence[str]) -> int:
    """How many characters stand in sentences."""
    return sum(len(line) for line in lines if PROSE.fullmatch(line))


def _menu_lines(lines: Sequence[str]) -> Iterator[int]:
    """The numbers of the lines of menus."""
    run: list[int] = []
    for number, line in enumerate([*lines, "The end."]):
        if LABEL.fullmatch(line.removeprefix("- ")):
            run.append(number)
        elif line:
            yield from _menu(lines, run)
            run = []


def _menu(lines: Sequence[str], run: Sequence[int]) -> Sequence[int]:
    """A run of labels from its first known entry to its last, or to the end of the page."""
    known = [n for n, at in enumerate(run) if is_furniture(lines[at].removeprefix("- "), "menu")]
    if len(known) < FEWEST_ENTRIES:
        return ()
    closes = len(run) >= LONG_MENU and not any(map(PROSE.fullmatch, lines[run[-1] + 1 :]))
    menu = run if closes else run[known[0] : known[-1] + 1]
    return menu if len(known) >= len(menu) * ENTRY_SHARE else ()


@cache
def _patterns(kind: Kind) -> re.Pattern[str]:
    rows = load(rules_file("furniture"), Furniture)
    patterns = [f"(?:{row.pattern})" for row in rows if row.kind == kind]
    return re.compile("|".join(patterns), re.IGNORECASE)
