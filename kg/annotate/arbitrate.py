"""Settle overlaps between candidates: the heavier stays, then the longer, then the earlier.

Weights, as the finders give them (a documented order of precedence):
90 an exact row of a registry · 80 a pattern with its own head word ("Operation X", "X Crown Court")
70 rank or age beside a name · 60 gazetteer · 50 a pattern on capitals alone · 40 the model
"""

from spacy.tokens import Doc

from kg.annotate.draft import Candidate, Draft


def settle(draft: Draft, doc: Doc) -> None:
    """Fill `draft.kept` with candidates that do not overlap, in text order."""
    taken = bytearray(len(draft.text))
    kept: list[Candidate] = []
    for candidate in sorted(draft.candidates, key=_precedence):
        if len(draft.sentences_of(candidate.start, candidate.end)) > 1:
            draft.reject(candidate, "reaches into the next sentence")
            continue
        if any(taken[candidate.start : candidate.end]):
            draft.reject(candidate, "overlaps a mention of more weight")
            continue
        taken[candidate.start : candidate.end] = b"\1" * (candidate.end - candidate.start)
        kept.append(candidate)
    draft.kept = sorted(kept, key=lambda c: c.start)


def _precedence(candidate: Candidate) -> tuple[int, int, int, str]:
    length = candidate.end - candidate.start
    return (-candidate.weight, -length, candidate.start, candidate.rule)
