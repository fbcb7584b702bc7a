"""What was seized: the things of each clause that tells of a seizure, once each."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.annotate.draft import Draft
from kg.annotate.outcomes.chains import things_in, with_found
from kg.annotate.outcomes.circumstances import circumstances, told
from kg.annotate.outcomes.cues import Cue, cues_in, is_told
from kg.annotate.outcomes.phrases import ONE, Phrase
from kg.annotate.outcomes.reader import Reader, reader_of
from kg.annotate.outcomes.regions import Region, regions_of
from kg.annotate.outcomes.repeats import Taken, end_of_lead, less_repeats
from kg.annotate.outcomes.worths import with_worths
from kg.model import Outcome, Stated

CONFIDENCE = {"seizes": 0.9, "finds": 0.8, "contains": 0.7, "holds": 0.7}
SEARCHED_BEFORE = 2  # sentences from a search to what was seized in it
# What something was is no thing: "this was a great success, with drugs being seized".
WAS = re.compile(r"\b(?:was|were|is) ?\Z", re.IGNORECASE)
LONGEST_WAS = 6
TAKEN_BACK = ("clawed-back", "confiscate")  # of sums rather than of notes


def find(draft: Draft) -> None:
    """Add a seizure for each thing that a clause says was seized."""
    reader = reader_of(draft.report)
    lead = end_of_lead(draft)
    found = [t for cue in cues_in(draft.text) for t in _of_cue(draft, reader, cue, lead)]
    kept = with_worths(draft, reader, less_repeats(found, draft.report.body_start))
    around = {verb: circumstances(draft, *verb) for verb in {taken.verb for taken in kept}}
    for taken in kept:
        outcome = told(draft, _outcome(draft, taken), around[taken.verb])
        draft.outcomes.append(_by_searchers(draft, _where_searched(draft, outcome)))


def _of_cue(draft: Draft, reader: Reader, cue: Cue, lead: int) -> Iterator[Taken]:
    if not is_told(draft, cue):
        return
    for region in regions_of(draft, reader, cue):
        for phrase in _things(reader, cue, region):
            yield Taken(
                phrase,
                cue.row.id,
                CONFIDENCE[cue.row.kind],
                (cue.start, cue.end),
                draft.sentence_at(phrase.start),
                phrase.start < lead or _is_quoted(draft, phrase.start),
            )


def _is_quoted(draft: Draft, at: int) -> bool:
    """Whether an official says it, who looks back on what was told."""
    return any(q.stated.start <= at < q.stated.end for q in draft.quotations)


def _things(reader: Reader, cue: Cue, region: Region) -> list[Phrase]:
    """The things of a region; those that are only found must be worth a seizure."""
    phrases = things_in(
        reader,
        region.start,
        region.stop,
        unlisted=cue.row.kind == "seizes",
        embraced=region.embraced,
    )
    if region.stop <= cue.start:  # a subject need not be a thing
        known = any(p.row is not None for p in phrases[:1])
        phrases = [p for p in phrases if p.row is not None or p.quantity is not None or known]
        if WAS.search(reader.text, max(0, region.start - LONGEST_WAS), region.start):
            phrases = [p for p in phrases if p.row is not None or p.quantity != ONE]
    if cue.row.kind != "seizes":
        phrases = with_found(phrases)
    if cue.row.counted:
        phrases = [p for p in phrases if p.row is not None and _is_figure(p)]
    if cue.row.id in TAKEN_BACK:
        phrases = [replace(p, item="money") if p.is_bare_sum else p for p in phrases]
    return phrases


def _is_figure(phrase: Phrase) -> bool:
    return phrase.quantity is not None or phrase.value is not None


def _outcome(draft: Draft, taken: Taken) -> Outcome:
    phrase = taken.phrase
    rule = f"seizures.{taken.rule}"
    return Outcome(
        Stated((taken.sentence,), phrase.start, phrase.end, rule, taken.confidence),
        "Seizure",
        draft.text[phrase.start : max(phrase.end, phrase.after)],
        quantity=phrase.quantity,
        unit=phrase.unit,
        comparator=phrase.comparator,
        item=phrase.item,
        commodity=phrase.row.id if phrase.row else None,
        value=phrase.value,
        currency=phrase.currency,
        modality="suspected" if phrase.suspected else "stated",
    )


def _by_searchers(draft: Draft, outcome: Outcome) -> Outcome:
    """The outcome by whom its sentence says searched, if it names nobody who seized."""
    here = outcome.stated.sentences[0]
    searchers = {
        other.agency
        for other in draft.outcomes
        if other.kind == "Search" and here in other.stated.sentences
    }
    if outcome.agency is not None or len(searchers) != 1:
        return outcome
    return replace(outcome, agency=searchers.pop())


def _where_searched(draft: Draft, outcome: Outcome) -> Outcome:
    """The outcome, at the place of the search that was told just before it, if of no other."""
    if outcome.place is not None:
        return outcome
    here = outcome.stated.sentences[0]
    for other in reversed(draft.outcomes):
        near = 0 <= here - other.stated.sentences[0] <= SEARCHED_BEFORE
        if other.kind == "Search" and other.place is not None and near:
            return replace(outcome, place=other.place)
    return outcome
