"""Names that only the model sees: of the labels that labels.yml trusts, where no rule has one."""

from spacy.tokens import Doc

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
            draft.candidates.append(Candidate(name.start, name.end, name.type, rule, weight=MODEL))
