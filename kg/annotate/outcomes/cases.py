"""What became of people: arrests, charges, convictions and sentences, sentence by sentence."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from kg.annotate.draft import Draft
from kg.annotate.outcomes.accused import accused_in, named_first, with_all, with_the_one
from kg.annotate.outcomes.arrests import arrested_or_held, arrests
from kg.annotate.outcomes.cast import Cast
from kg.annotate.outcomes.charges import charges
from kg.annotate.outcomes.convictions import convictions
from kg.annotate.outcomes.lists import listed
from kg.annotate.outcomes.offences import offence_of
from kg.annotate.outcomes.parties import agency_of, operation_of, places_of
from kg.annotate.outcomes.passages import Passage, Told
from kg.annotate.outcomes.quantities import quantities
from kg.annotate.outcomes.restated import less_restated, less_restated_terms, with_total_of_title
from kg.annotate.outcomes.sentencing import sentences
from kg.annotate.outcomes.stems import sentences_with
from kg.annotate.outcomes.when import when_of
from kg.annotate.wording import in_small_letters
from kg.model import Comparator, Outcome, OutcomeKind, Rejection, Stated

STEMS = (
    "arrest",
    "detain",
    "detention",
    "apprehend",
    "charg",
    "convict",
    "guilty",
    "plead",
    "pled ",
    "admit",
    "indict",
    "jail",
    "sentenc",
    "prison",
    "behind bars",
    "custod",
    "years",
    "months",
    "life",
)
FURTHER = re.compile(
    r"\b(?:further|another|additional|other|in addition|elsewhere|separate(?:ly)?|previously"
    r"|(?:second|third)(?! (?:\w+ )?(?:address|property|house|home|flat|premises|site|location"
    r"|vehicle|car|warrant|search|raid|phase|day|week|floor)\b))\b",
    re.IGNORECASE,
)
ALSO = re.compile(r"\b(?:also|additionally|as well|in addition|further)\b", re.IGNORECASE)
# Each family with what its words have in them, without which it need not read a sentence.
FAMILIES: tuple[tuple[Callable[[Passage], Iterator[Told]], tuple[str, ...]], ...] = (
    (arrests, ("arrest", "detain", "detention", "apprehended", "custody")),
    (charges, ("charg", "indict", "complaint", "information")),
    (convictions, ("guilt", "convict", "plead", "pled", "admit", "confess")),
    (sentences, ("day", "week", "month", "year", "life")),
)
LISTED = ("charged", "indicted")

LESS: dict[OutcomeKind, Callable[[Iterable[Told]], list[Told]]] = {
    "Arrest": less_restated,
    "Charge": less_restated,
    "Conviction": less_restated,
    "Sentencing": less_restated_terms,
}


def find(draft: Draft) -> None:
    """Add each outcome once: those of the body, and of the title only a kind the body lacks."""
    told = [_placed(draft, t) for t in _all_told(draft)]
    arrested = arrested_or_held([t for t in told if t.kind == "Arrest"])
    told = [t for t in told if t.kind != "Arrest"] + arrested
    accused = accused_in(draft, told)
    told = named_first(draft, [with_the_one(draft, t, accused) for t in told])
    for kind, less in LESS.items():
        of_kind = [t for t in told if t.kind == kind]
        body = [t for t in of_kind if t.start >= draft.report.body_start]
        title = [t for t in of_kind if t.start < draft.report.body_start]
        if body and kind in ("Arrest", "Charge"):
            body = with_total_of_title(title, body)
        kept = [with_all(draft, t, accused) for t in less(body or title)]
        draft.outcomes += [_outcome(draft, t) for t in kept]
        _reject(draft, of_kind, {t.start for t in kept})


def _reject(draft: Draft, told: list[Told], kept: set[int]) -> None:
    draft.rejections += [
        Rejection(t.start, t.end, t.kind, t.rule, "tells again what the report told")
        for t in told
        if t.start not in kept
    ]


def _told(passage: Passage, words: str) -> Iterator[Told]:
    found = [
        told
        for family, stems in FAMILIES
        if any(stem in words for stem in stems)
        for told in family(passage)
    ]
    if found or any(word in words for word in LISTED):
        yield from listed(passage, found)


def _all_told(draft: Draft) -> Iterator[Told]:
    """What each sentence tells, in the order of the text."""
    cast, lower = Cast(draft), in_small_letters(draft.text)
    for index in sentences_with(draft, STEMS):
        sentence = draft.sentences[index]
        passage = Passage(draft, cast, index, sentence.start, sentence.end)
        yield from _told(passage, lower[sentence.start : sentence.end])


def _placed(draft: Draft, told: Told) -> Told:
    """Add where it was, and whether its words tell of more than was told before."""
    start = draft.sentences[told.sentence].start
    end = max(told.end, told.subject.end)
    places = places_of(draft, told)
    return replace(
        told,
        place=places[0] if len(places) == 1 else None,
        places=places,
        agency=agency_of(draft, told),
        comparator=_comparator(draft, told),
        is_further=FURTHER.search(draft.text, start, end) is not None,
        is_also=ALSO.search(draft.text, start, end) is not None,
    )


def _comparator(draft: Draft, told: Told) -> Comparator:
    """How exact the number is by which people are counted: "more than 400"."""
    if told.unit != "people":
        return told.comparator
    subject = told.subject
    counts = quantities(draft.text)
    for quantity in counts[bisect_left(counts, subject.start, key=lambda q: q.start) :]:
        if quantity.start >= subject.end:
            break
        if quantity.value == told.quantity:
            return quantity.comparator
    return told.comparator


def _outcome(draft: Draft, told: Told) -> Outcome:
    sentence = draft.sentences[told.sentence]
    when = when_of(draft, sentence.start, sentence.end, told.end)
    return Outcome(
        Stated((told.sentence,), told.start, told.end, told.rule),
        told.kind,
        draft.text[sentence.start : sentence.end],
        quantity=told.quantity,
        unit=told.unit,
        comparator=told.comparator,
        agency=told.agency,
        place=told.place,
        operation=operation_of(draft, told),
        concerns=told.subject.persons,
        offence_wording=told.offence,
        offence=None if told.offence is None else offence_of(told.offence),
        not_before=when.not_before if when else None,
        not_after=when.not_after if when else None,
        when_wording=draft.text[when.start : when.end] if when else None,
    )
