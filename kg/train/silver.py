"""Label reports by the rules: examples without people's marking ("silver").

The rules and the model they stand on see each name in their own way. Where both name the same
words, or where a rule that is exact names them, the label stands. What the model alone calls a
person, place or body is doubtful: it is taken for neither a name nor for no name.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc

from kg.annotate.draft import draft_of
from kg.annotate.nlp import docs
from kg.model import Report
from kg.train.labelled import LABELS, Example, Labelled

FEWEST_LABELS = 3  # a report with fewer kinds of names teaches little and is often not one
LONGEST = 6000  # characters: the opening of a law or a study teaches enough of its names


def silver_examples(reports: Iterable[Report], nlp: Language) -> Iterator[Example]:
    """The reports in English that hold several kinds of names, labelled by the rules."""
    english = (_opening(report) for report in reports if report.language == "en")
    for doc in docs(english, nlp):
        example = _example(doc)
        if len({span.label for span in example.spans}) >= FEWEST_LABELS:
            yield example


def _opening(report: Report) -> Report:
    """The report, cut after the last whole line within the limit."""
    if len(report.text) <= LONGEST:
        return report
    opening = report.text[:LONGEST]
    return replace(report, text=opening.rpartition("\n")[0] or opening)


def _example(doc: Doc) -> Example:
    draft = draft_of(doc)
    named = bytearray(len(draft.text))
    spans = []
    for mention in draft.mentions:
        named[mention.start : mention.end] = b"\1" * (mention.end - mention.start)
        label = LABELS[draft.entities[mention.entity].type]
        spans.append(Labelled(mention.start, mention.end, label))
    doubtful = [
        (ent.start_char, ent.end_char)
        for ent in doc.ents
        if ent.label_ in NAMES and not any(named[ent.start_char : ent.end_char])
    ]
    return Example(draft.text, tuple(sorted(spans)), "silver", tuple(doubtful))


# What general models call names of the kinds that we label.
NAMES = frozenset(["PERSON", "GPE", "LOC", "FAC", "ORG", "PRODUCT", *LABELS.values()])
