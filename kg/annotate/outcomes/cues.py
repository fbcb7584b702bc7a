"""Words that tell of a seizure, and on which side of them stands what was seized.

"Officers seized a gun" and "the seizure of a gun" have it after them, "a gun was seized" and
"weapons seized in the raid" before; a plan, a rule or a denial has none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

import msgspec

from kg.annotate.draft import Draft
from kg.annotate.wording import in_small_letters
from kg.rules import load, rules_file

Kind = Literal["seizes", "finds", "contains", "holds"]
Form = Literal["past", "base", "ing", "noun", "parted"]


class CueRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of seizure_cues.yml; the file's header says what its fields mean."""

    id: str
    kind: Kind
    past: tuple[str, ...] = ()
    base: tuple[str, ...] = ()
    ing: tuple[str, ...] = ()
    noun: tuple[str, ...] = ()
    parted: tuple[str, ...] = ()
    counted: bool = False


@dataclass(frozen=True, slots=True)
class Cue:
    """A form of a verb of seizing or finding, where it stands in the text."""

    start: int
    end: int
    row: CueRow
    form: Form


@cache
def _forms() -> dict[str, tuple[CueRow, Form]]:
    found: dict[str, tuple[CueRow, Form]] = {}
    for row in load(rules_file("seizure_cues"), CueRow):
        forms: tuple[tuple[Form, tuple[str, ...]], ...] = (
            ("past", row.past),
            ("base", row.base),
            ("ing", row.ing),
            ("noun", row.noun),
            ("parted", row.parted),
        )
        found |= {word: (row, form) for form, words in forms for word in words}
    return found


def cues_in(text: str) -> list[Cue]:
    """The cues of a text in order; of two that overlap the longer stays."""
    lower = in_small_letters(text)
    found = [cue for word in _forms() for cue in _occurrences(lower, word)]
    kept: list[Cue] = []
    for cue in sorted(found, key=lambda c: (c.start, -c.end)):
        if not kept or cue.start >= kept[-1].end:
            kept.append(cue)
    return kept


def _occurrences(text: str, word: str) -> Iterator[Cue]:
    row, form = _forms()[word]
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not text[at - 1 : at].isalnum() and not text[end : end + 1].isalnum():
            yield Cue(at, end, row, form)
        at = text.find(word, end)


ADVERBS = (
    r"(?:(?:also|all|then|later|subsequently|safely|both|successfully|now|since|since been|already"
    r"|\w+ly|\w+ed and|found and) )*"
)
PASSIVE = re.compile(
    rf"\b(?:(?:has|have|had)(?: also)? )?(?:was|were|been|being|is|are|be)(?: (?:being|been))?"
    rf" {ADVERBS}\Z",
    re.IGNORECASE,
)
NOT_DONE = re.compile(
    r"\b(?:will|would|could|can|cannot|may|might|should|must|not|never|n[’']t|if|when|until|unless"
    r"|anyone|anybody|someone|people|to|yet to)"
    r"(?: (?:is|are|also|then|be|have|have been|been|being|ever|continue to|then be"
    rf"|who (?:is|are)))* {ADVERBS}\Z",
    re.IGNORECASE,
)
ANYBODY = re.compile(
    r"\b(?:if|why|claim(?:ed|s|ing)|reports? that|reported (?:that|to)|anyone"
    r"|anybody|whoever|those|people who)\b[^.,;]*\Z",
    re.IGNORECASE,
)
# "the seized phones" tells of phones that were seized before.
ATTRIBUTIVE = re.compile(
    r"\b(?:the|these|those|this|that|his|her|their|its|on|of|in|from|any|recently|previously)"
    r" (?:\w+ly )?\Z",
    re.IGNORECASE,
)
AIMED = re.compile(
    r"\b(?:aim\w*|focus\w*|commit\w*|dedicat\w*|continu\w*|prevent\w*|for|about|at|includes?|of"
    r"|involves?|on|will be|when|without|while|are|is|(?<!led )to) (?:also )?\Z",
    re.IGNORECASE,
)
# What makes a deed of a plain "seize": "saw officers seize", "were able to recover".
ABLE = re.compile(
    r"\b(?:able to|enabl\w+ \w+(?: \w+)? to|led \w+(?: \w+)? to|allow\w+ \w+(?: \w+)? to"
    r"|saw (?:\w+ ){0,2}\w+|managed to|went on to|helped(?: \w+){0,2}(?: to)?|seeing \w+"
    r"|proceeded to|did|(?<!help )(?<!helps )(?<!let )(?:officers|police|detectives|agents))"
    r" (?:also )?\Z",
    re.IGNORECASE,
)
IN_TITLE = re.compile(
    r"\b(?:cops|squads?|teams?|units?|forces?|authorities|government|states|customs|partners"
    r"|officials|investigators|[A-Z]{2,5}|arrests?\b.* and),? \Z",
    re.IGNORECASE,
)
# Who had the thing was caught with it, and not charged with having it.
CAUGHT = re.compile(
    r"\b(?:found|caught|arrested|stopped|discovered|detained|observed|seen)\b"
    r"(?:(?!suspicion|charg|guilty|count|convict|offence|report)[^.;]){0,60}\Z"
    r"|\b(?:was|were)(?: (?:also|still|then|both|later|subsequently))?(?: to be)? \Z"
    r"|\b(?:after|when|before) being \Z"
    r"|\b(?:recovered|seized|opened|searched|examined|analysed) and (?:was |were )?(?:later )?\Z",
    re.IGNORECASE,
)
# What is opened or looked into when something is found in it.
CONTAINER = re.compile(
    r"\b(?:the|an?|this|that|his|her|their|each|both|two|three|which|it|number of)"
    r" (?:(?!were?\b|was\b)[\w-]+ ){0,4}?"
    r"(?:bags?|box(?:es)?|packages?|parcels?|suitcases?|holdalls?|rucksacks?|backpacks?|safes?|cases?"
    r"|pouch|wallet|purse|pots?|jars?|capsules?|bottles?|tins?|tubs?|drawer|wardrobe|cupboard|envelopes?|packets?|container|sock"
    r"|vehicle|car|van|lorry|boot|locker|bin) (?:which |that |also )?\Z",
    re.IGNORECASE,
)
STOLEN = re.compile(r"\b(?:st[eo]le|stolen|stealing|took|lost|missing)\b", re.IGNORECASE)
# Traces in somebody are no seizure.
IN_BODY = re.compile(
    r"[^.;]{0,70}?\bin (?:his|her|their|the \w+['’]s|\w+['’]s) (?:\w+ )?"
    r"(?:system|blood|bloodstream|urine|saliva)\b",
    re.IGNORECASE,
)
NO_FIND = re.compile(
    r" (?:[\w’'-]+ ){0,4}(?:guilty|dead|themselves|himself|herself|out)\b", re.IGNORECASE
)
AND_CUE = re.compile(
    r",? and (?:also |then )?(?:seized|recovered|confiscated|found)\b", re.IGNORECASE
)
# What stands parted from "off the streets" by the thing that was taken.
TAKING = re.compile(r"\b(?:took|taken|takes|taking|removed|removing|getting|got)\b", re.IGNORECASE)
CAUGHT_WITH = "found-with"
LONGEST_BEFORE, LONGEST_TAKEN = 70, 160


def is_told(draft: Draft, cue: Cue) -> bool:
    """Whether the cue tells of something done: no plan, condition or denial, no other find.

    Of two verbs that share their object ("found and seized") the last tells it.
    """
    sentence = draft.sentences[draft.sentence_at(cue.start)]
    if AND_CUE.match(draft.text, cue.end):
        return False
    if any(no.match(draft.text, cue.end, sentence.end) for no in (NO_FIND, IN_BODY)):
        return False
    verb = cue.start
    if cue.form == "parted":
        taken = verb_of_taking(draft.text, cue, sentence.start)
        verb = taken.start() if taken else sentence.start
    before = draft.text[max(sentence.start, verb - LONGEST_BEFORE) : verb]
    if cue.row.kind == "contains":
        return CONTAINER.search(before) is not None and not STOLEN.search(before)
    if cue.row.kind == "holds":
        told = cue.start < draft.report.body_start and cue.row.id == CAUGHT_WITH
        return (told or CAUGHT.search(before) is not None) and not ANYBODY.search(before)
    if cue.form == "base":
        in_title = cue.start < draft.report.body_start and IN_TITLE.search(before)
        return bool(in_title or ABLE.search(before))
    return not any(pattern.search(before) for pattern in _AGAINST[cue.form])


_AGAINST: dict[Form, tuple[re.Pattern[str], ...]] = {
    "past": (ATTRIBUTIVE, NOT_DONE, ANYBODY),
    "ing": (AIMED,),
    "noun": (),
    "parted": (NOT_DONE,),
}


def verb_of_taking(text: str, cue: Cue, start: int) -> re.Match[str] | None:
    """The verb whose particle a parted cue is: "[took] a gun off the streets"."""
    from_ = max(start, cue.start - LONGEST_TAKEN)
    return next(reversed(list(TAKING.finditer(text, from_, cue.start))), None)


def passive_start(text: str, cue: Cue, start: int) -> int | None:
    """Where a passive's auxiliary starts, in the sentence from `start`: "a gun [was] seized"."""
    from_ = max(start, cue.start - LONGEST_BEFORE)
    found = PASSIVE.search(text[from_ : cue.start])
    return None if found is None else from_ + found.start()
