"""When a found thing is the marked one: names by normal form, figures by number, unit and item."""

import re
from collections.abc import Callable, Sequence
from typing import TypeVar

Marked = TypeVar("Marked")
Found = TypeVar("Found")

PLURAL = 3  # a final s is dropped from words longer than this


def normal(text: str) -> str:
    """A name as compared: no case, first article, possessive, punctuation or doubled space.

    >>> normal("The Sheffield’s  Magistrates' Court")
    'sheffield magistrates court'
    """
    text = text.casefold().replace("’", "'").replace("‘", "'")
    text = re.sub(r"'s\b", "", text)
    text = re.sub(r"[^\w& ]+", " ", text)
    return re.sub(r"^the ", "", re.sub(r"\s+", " ", text).strip())


def words(text: str | None) -> tuple[str, ...]:
    """The words of a normal form, without a plural's s."""
    found = normal(text or "").split()
    return tuple(w[:-1] if len(w) > PLURAL and w.endswith("s") else w for w in found)


def same_words(one: str | None, other: str | None) -> bool:
    """Whether two wordings share a word."""
    return not set(words(one)).isdisjoint(words(other))


def same_opening(quote: str | None, text: str | None) -> bool:
    """Whether a quotation opens with the first four words of a marked one."""
    return normal(text or "").split()[:4] == normal(quote or "").split()[:4]


def same_number(one: float | None, other: float | None) -> bool:
    if one is None or other is None:
        return one is other
    return round(one, 4) == round(other, 4)


def pair(
    marked: Sequence[Marked], found: Sequence[Found], same: Callable[[Marked, Found], bool]
) -> list[tuple[int, int]]:
    """Match one to one, first come first served, as (marked index, found index)."""
    free = dict.fromkeys(range(len(found)))
    pairs: list[tuple[int, int]] = []
    for m, want in enumerate(marked):
        hit = next((f for f in free if same(want, found[f])), None)
        if hit is not None:
            del free[hit]
            pairs.append((m, hit))
    return pairs
