"""Settle overlaps among bodies: the longer name wins, whoever found it."""

from kg.annotate.draft import Candidate

LISTED = 90
PATTERN = 80


def settle(candidates: list[Candidate]) -> list[Candidate]:
    """Candidates that do not overlap: the longest first, then the heaviest, then the earliest."""
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=_precedence):
        if not any(candidate.start < k.end and k.start < candidate.end for k in kept):
            kept.append(candidate)
    return sorted(kept, key=lambda c: c.start)


def _precedence(candidate: Candidate) -> tuple[int, int, int, str]:
    return (candidate.start - candidate.end, -candidate.weight, candidate.start, candidate.rule)
