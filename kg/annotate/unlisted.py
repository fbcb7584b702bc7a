"""Names that only the model sees: of the labels that labels.yml trusts, where no rule has one."""

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc

from kg.annotate import operations
from kg.annotate.draft import Candidate, Draft
from kg.annotate.labels import named, trusted

MODEL = 40


def find(draft: Draft, doc: Doc) -> None:
    taken = bytearray(len(draft.text))
    for candidate in draft.candidates:
        taken[candidate.start : candidate.end] = b"\1" * (candidate.end - candidate.start)
    for name in named(doc):
        if name.label in trusted() and not any(taken[name.start : name.end]):
            rule = f"model.{name.label.lower()}"
            candidate = Candidate(name.start, name.end, name.type, rule, weight=MODEL)
            draft.candidates += _standing(draft, candidate)


def _standing(draft: Draft, candidate: Candidate) -> Iterator[Candidate]:
    """The candidate, an operation under its full name; none where its rules know it is no name."""
    surface = draft.surface(candidate)
    if candidate.type != "Operation":
        yield candidate
    elif operations.may_name(surface):
        yield replace(candidate, name=operations.named_in_full(draft.text, surface))
    else:
        draft.reject(candidate, "no name of an operation")
