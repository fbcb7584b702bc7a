"""What was seized: the things of each clause that tells of a seizure, once each."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kg.annotate.draft import Draft
from kg.annotate.outcomes.chains import things_in, with_found
from kg.annotate.outcomes.circumstances import circumstances, told
from kg.annotate.outcomes.cues import AND_CUE, Cue, cues_in, is_told, passive_start
from kg.annotate.outcomes.quantities import quantities
from kg.annotate.outcomes.reader import Reader, reader_of
from kg.annotate.outcomes.repeats import Taken, end_of_lead, less_repeats
from kg.annotate.outcomes.tails import phrase_at
from kg.model import Outcome, Sentence, Stated

BREAK = re.compile(
    r";|\b(?:which|who|whose|that|when|while|whilst|where|because|although|but|then|he|she|they|we"
    r"|it|after|before|if|was|were|has|have|had)\b",
    re.IGNORECASE,
)
GOES_ON = re.compile(
    r"(?:These|This|They|It|Items|Other items|Among (?:them|these|the items)|The (?:[\w-]+ ){0,3}?"
    r"(?:total|haul|hauls|items?|seizures?|drugs|weapons|firearms|vehicles|goods|property|cash|finds?|assets))"
    r" (?:(?:seized|recovered|found|also|was|were|\w+ed) ){0,2}?(?:includes?|included|contained|comprised|consisted of)\b"
)
END = re.compile(
    r";|\b(?:which|who|whose|that|when|while|whilst|where|because|although|but|then|he|she|they|we"
    r"|it|was|were|has|have|had|is|are|during|following|after|before)\b",
    re.IGNORECASE,
)
EMBRACED = re.compile(r"being\b")
NO_FIND = re.compile(
    r" (?:[\w’'-]+ ){0,4}(?:guilty|dead|themselves|himself|herself|out)\b", re.IGNORECASE
)
STILL_TO_COME = re.compile(r"\b(?:will|would|can|could|may|must|should) be\b", re.IGNORECASE)
INCLUDING = re.compile(
    r"[,:]? (?:including|includes?|included|such as|consisting of|comprising|as (?:was|were)|along with|together with"
    r"|as well as|plus)\b:? ?"
)


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of the text in which a cue's things stand."""

    start: int
    stop: int
    embraced: bool = False  # as in "led to a gun being seized"


def find(draft: Draft) -> None:
    """Add a seizure for each thing that a clause says was seized."""
    reader = reader_of(draft.text, quantities(draft.text))
    lead = end_of_lead(draft)
    found = [t for cue in cues_in(draft.text) for t in _of_cue(draft, reader, cue, lead)]
    kept = less_repeats(found, draft.report.body_start)
    around = {verb: circumstances(draft, *verb) for verb in {taken.verb for taken in kept}}
    for taken in kept:
        outcome = told(draft, _outcome(draft, taken), around[taken.verb])
        draft.outcomes.append(_where_searched(draft, outcome))


def _where_searched(draft: Draft, outcome: Outcome) -> Outcome:
    """The outcome, at the place of the search that was told just before it, if of no other."""
    here = outcome.stated.sentences[0]
    for other in reversed(draft.outcomes):
        near = 0 <= here - other.stated.sentences[0] <= SEARCHED_BEFORE
        if outcome.place is None and other.kind == "Search" and other.place is not None and near:
            return replace(outcome, place=other.place)
    return outcome


def _of_cue(draft: Draft, reader: Reader, cue: Cue, lead: int) -> Iterator[Taken]:
    sentence = draft.sentences[draft.sentence_at(cue.start)]
    if NO_FIND.match(draft.text, cue.end, sentence.end):
        return
    is_title = cue.start < draft.report.body_start
    if not is_told(draft.text, cue, sentence.start, is_title=is_title) or AND_CUE.match(
        draft.text, cue.end
    ):
        return
    for region in (*_regions(draft, reader, cue), *_continued(draft, cue)):
        unlisted = cue.row.kind == "seizes"
        phrases = things_in(
            reader, region.start, region.stop, unlisted=unlisted, embraced=region.embraced
        )
        if region.stop <= cue.start:  # a subject need not be the thing itself
            phrases = [p for p in phrases if p.row is not None or p.quantity is not None]
        if cue.row.kind != "seizes":
            phrases = with_found(phrases)
        for phrase in phrases:
            named = phrase
            if phrase.is_bare_sum and cue.row.id in TAKEN_BACK:
                named = replace(phrase, item="money")
            yield Taken(
                named,
                cue.row.id,
                (cue.start, cue.end),
                draft.sentence_at(phrase.start),
                phrase.start < lead,
            )


def _regions(draft: Draft, reader: Reader, cue: Cue) -> Iterator[Region]:
    text, sentence = draft.text, draft.sentences[draft.sentence_at(cue.start)]
    passive = passive_start(text, cue, sentence.start)
    if (cue.form == "past" and cue.row.kind != "holds") and (
        passive is not None or not _takes(reader, cue, sentence.end)
    ):
        if passive is None and STILL_TO_COME.search(text, cue.end, sentence.end):
            return
        yield _before(text, sentence.start, cue.start if passive is None else passive)
        yield from _going_on(text, cue.end, sentence.end)
    elif cue.form == "noun":
        if text.startswith(" of ", cue.end):
            yield Region(cue.end + 4, _clause_end(text, cue.end, sentence.end))
    else:
        yield Region(cue.end, _clause_end(text, cue.end, sentence.end))
    yield from _listed(draft, reader, cue)


def _going_on(text: str, start: int, stop: int) -> Iterator[Region]:
    """What is added after the verb: "drugs were found, along with a gun"."""
    broken = BREAK.search(text, start, stop)
    end = broken.start() if broken else stop
    if including := INCLUDING.search(text, start, end):
        yield Region(including.end(), end)


def _continued(draft: Draft, cue: Cue) -> Iterator[Region]:
    """The sentence that goes on with what was seized: "These included …"."""
    following = draft.sentence_at(cue.start) + 1
    if following < len(draft.sentences):
        sentence = draft.sentences[following]
        if goes_on := GOES_ON.match(draft.text, sentence.start, sentence.end):
            yield Region(goes_on.end(), _clause_end(draft.text, goes_on.end(), sentence.end))


def _takes(reader: Reader, cue: Cue, stop: int) -> bool:
    """Whether a thing follows the verb at once: "officers seized 59 bags"."""
    at = cue.end + 1
    return reader.text[cue.end : at] == " " and phrase_at(reader, at, stop) is not None


def _before(text: str, start: int, stop: int) -> Region:
    breaks = [m.end() for m in BREAK.finditer(text, start, stop)]
    embraced = EMBRACED.match(text, stop) is not None
    return Region(breaks[-1] if breaks else start, stop, embraced)


def _clause_end(text: str, start: int, stop: int) -> int:
    end = END.search(text, start, stop)
    return end.start() if end else stop


def _listed(draft: Draft, reader: Reader, cue: Cue) -> Iterator[Region]:
    """The list items after a sentence that ends in a colon: "officers seized:"."""
    here = draft.sentence_at(cue.start)
    if not draft.text[cue.end : draft.sentences[here].end].rstrip().endswith(":"):
        return
    for sentence in draft.sentences[here + 1 :]:
        if draft.text.startswith("- ", sentence.start):
            yield Region(sentence.start + 2, sentence.end)
        elif phrase_at(reader, sentence.start, sentence.end) is not None and _is_line(
            draft, sentence
        ):
            yield Region(sentence.start, sentence.end)
        elif "\n" in draft.text[draft.sentences[here].end : sentence.start]:
            return
        here += 1


def _is_line(draft: Draft, sentence: Sentence) -> bool:
    """Whether a sentence is a line of its own that names things and ends like none."""
    text = draft.surface(sentence)
    return len(text) <= LONGEST_LINE and not FINITE.search(text) and text[-1] not in '.?!”"'


def _outcome(draft: Draft, taken: Taken) -> Outcome:
    phrase = taken.phrase
    return Outcome(
        Stated((taken.sentence,), phrase.start, phrase.end, f"seizures.{taken.rule}", 0.85),
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


LONGEST_LINE = 160
FINITE = re.compile(r"\b(?:was|were|said|has|have|had|arrested|charged)\b")
SEARCHED_BEFORE = 2  # sentences
TAKEN_BACK = ("clawed-back", "confiscate")  # of sums rather than of notes
