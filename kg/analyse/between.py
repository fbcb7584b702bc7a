"""Find the shortest ways between two entities: outward from both ends, until they meet.

Of a hundred thousand entities most are never looked at. The side that stands in fewer statements
goes on first, so that a big force or city is read only where there is no other way.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass

Pair = tuple[str, str]  # IRIs, sorted
Tied = Callable[[Collection[str]], Iterable[tuple[Pair, Collection[str]]]]
"""Gives all pairs that hold one of some entities, with what ties them."""

LeftOut = Callable[[Collection[str]], Iterable[str]]


@dataclass(slots=True)
class _Side:
    reached: set[str]
    border: set[str]  # what was reached last


def ways_between(
    start: str,
    end: str,
    *,
    tied: Tied,
    size: Callable[[Collection[str]], int],
    left_out: LeftOut,
) -> dict[Pair, set[str]]:
    """The pairs looked at until the ends met, with what ties them; none where they do not meet.

    All shortest ways are among them. `left_out` says which of some entities no way may lead
    through; the ends may be of these.
    """
    found: dict[Pair, set[str]] = {}
    sides = [_Side({end}, {end}) for end in (start, end)]
    while all(side.border for side in sides):
        sides.sort(key=lambda side: size(side.border))
        near, far = sides
        _go_on(near, found, tied, left_out, {start, end})
        if near.reached & far.reached:
            reached = near.reached | far.reached
            return {pair: by for pair, by in found.items() if reached.issuperset(pair)}
    return {}


def _go_on(
    side: _Side,
    found: dict[Pair, set[str]],
    tied: Tied,
    left_out: LeftOut,
    ends: set[str],
) -> None:
    """Reach what is tied to the border, which is the new border."""
    beyond: set[str] = set()
    for pair, by in tied(side.border):
        if by:
            found.setdefault(pair, set()).update(by)
            beyond.update(pair)
    beyond -= side.reached
    beyond.difference_update(list(left_out(beyond - ends)))
    side.reached |= beyond
    side.border = beyond
