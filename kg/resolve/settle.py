"""Settle which sides of one name are one, strongest evidence first, within what people decided.

A pair is joined only if no member of the one side's set is held apart from one of the other's: by a
contradiction, or by people. What the order of reports was is of no consequence.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations, product
from typing import Literal, NamedTuple

from kg.resolve.evidence import DOUBTFUL, SAME, Weighed, weigh
from kg.resolve.profile import Profile

Pair = tuple[str, str]  # of sides, sorted
Verdict = Literal["same", "doubtful", "distinct"]
NAMESAKES = 0.15  # what the evidence on a name loses where people certainly share it
MOST = 400  # sides of one name that are compared with each other


class Settled(NamedTuple):
    """What became of a pair."""

    sides: Pair
    score: float
    reasons: tuple[str, ...]
    verdict: Verdict


def settle(
    kind: str,
    name: str,
    sides: Mapping[str, Profile],
    *,
    stated: Iterable[Pair] = (),
    apart: frozenset[Pair] = frozenset(),
) -> Iterator[Settled]:
    """Settle the pairs of sides that one name has.

    `stated` are pairs that one report itself joins; `apart` what people hold apart. A name of more
    than `MOST` sides says too little for any two of them to be compared.
    """
    weighed = {pair: Weighed(1.0, ("one report names both",)) for pair in stated}
    if len(sides) <= MOST:
        for pair in combinations(sorted(sides), 2):
            if pair not in weighed:
                weighed[pair] = weigh(kind, name, sides[pair[0]], sides[pair[1]])
    contradicted = {pair for pair, found in weighed.items() if found.contradicted}
    if contradicted and kind == "Person":
        weighed = {pair: _borne_by_others(found) for pair, found in weighed.items()}
    yield from _joined(weighed, apart | contradicted, apart)


def _borne_by_others(found: Weighed) -> Weighed:
    """The evidence on a pair of a name that certainly more than one person bears."""
    reasons = (*found.reasons, "others bear the name too")
    return Weighed(round(max(0.0, found.score - NAMESAKES), 2), reasons, found.contradicted)


def _joined(
    weighed: Mapping[Pair, Weighed], held: frozenset[Pair], apart: frozenset[Pair]
) -> Iterator[Settled]:
    sets = {side: frozenset([side]) for pair in weighed for side in pair}
    for pair in sorted(weighed, key=lambda pair: (-weighed[pair].score, pair)):
        found = weighed[pair]
        one, other = (sets[side] for side in pair)
        if found.score < DOUBTFUL or one is other:
            continue
        if pair in apart:
            yield Settled(pair, found.score, found.reasons, "distinct")
            continue
        conflict = any(tuple(sorted(two)) in held for two in product(one, other))
        if conflict:
            continue
        if found.score < SAME:
            yield Settled(pair, found.score, found.reasons, "doubtful")
            continue
        both = one | other
        sets.update(dict.fromkeys(both, both))
        yield Settled(pair, found.score, found.reasons, "same")
