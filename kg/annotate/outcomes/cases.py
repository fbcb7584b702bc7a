"""What became of people: arrests, charges, convictions and sentences, sentence by sentence."""

import re
from collections.abc import Callable, Iterator

from kg.annotate.draft import Draft
from kg.annotate.outcomes.arrests import arrests
from kg.annotate.outcomes.cast import Cast
from kg.annotate.outcomes.charges import charges
from kg.annotate.outcomes.convictions import convictions
from kg.annotate.outcomes.offences import offence_of
from kg.annotate.outcomes.parties import agency_of, operation_of, place_of
from kg.annotate.outcomes.passages import Passage, Told
from kg.annotate.outcomes.restated import less_restated
from kg.annotate.outcomes.sentencing import sentences
from kg.annotate.outcomes.when import when_of
from kg.model import Outcome, Stated

CUE = re.compile(
    r"arrest|charg|convict|guilty|plead|pled |admit|indict|jail|sentenc|prison|imprison|behind bars"
    r"|custod|years|months|life",
    re.IGNORECASE,
)
FURTHER = re.compile(
    r"\b(?:further|another|additional|in addition|elsewhere|separate(?:ly)?|previously|before|since"
    r"|second|third|fourth|fifth|other|earlier)\b",
    re.IGNORECASE,
)
FAMILIES: tuple[Callable[[Passage], Iterator[Told]], ...] = (
    arrests,
    charges,
    convictions,
    sentences,
)


def find(draft: Draft) -> None:
    """Add each outcome once: those of the body, and of the title only a kind the body lacks."""
    passages = list(_passages(draft))
    for family in FAMILIES:
        told = [t for p in passages for t in family(p)]
        body = [t for t in told if t.start >= draft.report.body_start]
        kept = less_restated(body or told, _further(draft, told))
        draft.outcomes += [_outcome(draft, t) for t in kept]


def _passages(draft: Draft) -> Iterator[Passage]:
    cast = Cast(draft)
    for index, sentence in enumerate(draft.sentences):
        if CUE.search(draft.text, sentence.start, sentence.end):
            yield Passage(draft, cast, index, sentence.start, sentence.end)


def _further(draft: Draft, told: list[Told]) -> frozenset[int]:
    """Where the words say that more people are told of than before."""
    return frozenset(
        t.start
        for t in told
        if FURTHER.search(draft.text, draft.sentences[t.sentence].start, t.end)
    )


def _outcome(draft: Draft, told: Told) -> Outcome:
    sentence = draft.sentences[told.sentence]
    when = when_of(draft, sentence.start, sentence.end, told.end)
    offence = None if told.offence is None else draft.text[slice(*told.offence)]
    return Outcome(
        Stated((told.sentence,), told.start, told.end, told.rule),
        told.kind,
        draft.text[sentence.start : sentence.end],
        quantity=told.quantity,
        unit=told.unit,
        comparator=told.comparator,
        agency=agency_of(draft, told),
        place=place_of(draft, told),
        operation=operation_of(draft, told),
        concerns=told.subject.persons,
        offence_wording=offence,
        offence=None if offence is None else offence_of(offence),
        not_before=when.not_before if when else None,
        not_after=when.not_after if when else None,
        when_wording=draft.text[when.start : when.end] if when else None,
    )
