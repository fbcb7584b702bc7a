"""Searches that are counted: "12 warrants", "five addresses were raided", "31 stop searches".

Each is read at its number: what is counted stands after it, or the verb before it.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from kg.annotate.draft import Draft
from kg.annotate.outcomes.numerals import NUMBER, value_of
from kg.annotate.outcomes.premises import one_of, some_of
from kg.annotate.outcomes.quantities import Quantity
from kg.annotate.outcomes.search_words import (
    ADDRESSES,
    MODIFIERS,
    PEOPLE,
    Search,
    is_made,
    place_after,
)
from kg.annotate.outcomes.uncounted import MONTH

PERSONS = (
    r"(?:people|men|women|individuals|persons|youths|youngsters|males|females|suspects|occupants"
    r"|drivers)"
)
ENTERED = (
    r"(?:search|searched|searching|raided|raiding|entered|attended"
    r"|forc(?:ed|ing) entry (?:in)?to)"
)
# The addresses of warrants or searches that are counted themselves are not counted again.
VISIT = (
    r"(?:search(?:es)?\b[^.;:]{0,50}? (?:of|at|in|on|across)"
    r"|raids?\b[^.;:]{0,70}? (?:of|at|in|on|across)"
    r"|warrants?\b[^.;:]{0,70}? (?:at|in|on|across))"
)
TOLD_NEXT = r"(?:recovered|found|seized|uncovered|located|led|revealed|and)\b"
WERE_SEARCHED = (
    r"(?:[^.;:]{0,60}?\b(?:was|were|been|being) (?:all |also |later |then |\w+ly )?"
    r"(?:searched|raided)|(?: were)? (?:searched|raided)"
    r"|[^.;:]{0,60}? subject to (?:\w+ ){0,2}warrants)\b"
)
STOPPED = (
    r"(?: [\w’'()-]+){0,2}? (?:(?:was|were|been|being) )?(?:also )?"
    r"(?:stop(?:ped)?[ -](?:(?:and|or)[ -])?)?searched"
)
# "They searched five addresses in Leeds and one address in Hull."
FURTHER = (
    rf"\b{ENTERED} [^.;:]{{0,60}}?\b{some_of('premises')}\b[^.;:]{{0,60}}?,? and (?:a further )?"
)
BY_PLACE = re.compile(
    rf"(?:\(|,(?: and)? |; | and |, as well as | [-–—] )(?P<number>(?!(?:19|20)\d\d\b){NUMBER}"
    rf"|the (?:other|second)) (?!{MONTH})(?:\w+ )?in (?:the )?(?-i:(?=[A-Z]))",
    re.IGNORECASE,
)
# Between a count of searches and its parts nothing else is counted.
OTHER_COUNT = re.compile(r"\b(?:arrest|detain|seiz|charg|suspects?\b|people\b|officers\b)")
STOP = re.compile(r"\bstop(?:s|ped)?\b", re.IGNORECASE)
LONGEST_LEAD = 120


@dataclass(frozen=True, slots=True)
class Form:
    """What stands after the number, and before it where that matters."""

    rule: str
    unit: str
    after: re.Pattern[str]
    before: re.Pattern[str] | None = None
    repeats_count: bool = False


@cache
def _forms() -> tuple[Form, ...]:
    many, one = some_of("premises"), one_of("premises")
    forms = (
        ("warrants", ADDRESSES, rf"{MODIFIERS}(?P<noun>(?:search )?warrants?)\b", ""),
        ("stops", PEOPLE, rf"{MODIFIERS}(?P<noun>stop(?:[- ](?:and[- ])?search(?:es)?)?s?)\b", ""),
        ("searches", ADDRESSES, rf"{MODIFIERS}(?P<noun>searches|raids)\b", ""),
        (
            "raided",
            ADDRESSES,
            rf"{MODIFIERS}(?P<noun>{many})\b",
            rf"\b{ENTERED} (?:[\w’']+ ){{0,5}}?\Z",
        ),
        (
            "visits",
            ADDRESSES,
            rf"{MODIFIERS}(?P<noun>{many})\b",
            rf"\b{VISIT} (?:(?!{TOLD_NEXT})[\w’']+ ){{0,5}}?\Z",
        ),
        (
            "searched",
            ADDRESSES,
            rf"{MODIFIERS}(?P<noun>{many})\b{WERE_SEARCHED}",
            "",
        ),
        (
            "people",
            PEOPLE,
            rf"{MODIFIERS}(?P<noun>{PERSONS})\b{STOPPED}",
            "",
        ),
        (
            "people",
            PEOPLE,
            r"(?P<noun>were)(?: also)?(?: stop(?:ped)?[ -](?:and[ -])?)? ?searched\b",
            "",
        ),
        ("further", ADDRESSES, rf"{MODIFIERS}(?P<noun>{many}|{one})\b", rf"{FURTHER}\Z"),
        (
            "people",
            PEOPLE,
            rf"{MODIFIERS}(?P<noun>{PERSONS})\b",
            r"\b(?:searched|stop and search(?:ed)?|stopped and searched) \Z",
        ),
    )
    return tuple(
        Form(
            rule,
            unit,
            re.compile(rf"[ -]{after}", re.IGNORECASE),
            re.compile(before, re.IGNORECASE) if before else None,
            rule == "visits",
        )
        for rule, unit, after, before in forms
    )


def counted_searches(
    draft: Draft, counts: Sequence[Quantity], start: int, end: int
) -> list[Search]:
    """The counted searches of one sentence, by the plain counts in it."""
    found: list[Search] = []
    for form in _forms():
        if found and form.repeats_count:
            continue
        taken = {search.start for search in found}
        found += [s for s in _by_form(draft, counts, form, start, end) if s.start not in taken]
    return found


def _by_form(
    draft: Draft, counts: Sequence[Quantity], form: Form, start: int, end: int
) -> Iterator[Search]:
    for count in counts:
        after = form.after.match(draft.text, count.end, end)
        if after is None:
            continue
        opened = count.lead
        if form.before is not None:
            from_ = max(start, count.lead - LONGEST_LEAD)
            before = form.before.search(draft.text, from_, count.lead)
            if before is None:
                continue
            opened = before.start()
        if is_made(draft.text, opened, after.end()):
            search = _search(draft, count, form, after, end)
            further = list(_by_place(draft, search, end))
            yield replace(search, place=None) if further else search
            yield from further


def _by_place(draft: Draft, search: Search, end: int) -> Iterator[Search]:
    """How many of the searches each place had: "91 searches, 77 in Spain and one in France"."""
    for match in BY_PLACE.finditer(draft.text, search.end, end):
        if OTHER_COUNT.search(draft.text, search.end, match.start()):
            return
        place = next(iter(draft.mentions_in(match.end(), end, "Place")), None)
        if place is not None and place.start == match.end():
            number = match["digits"] or match["spoken"]
            yield Search(
                match.start("number"),
                place.end,
                value_of(match) if number else Decimal(1),
                search.unit,
                "searches.by_place",
                place=place.entity,
            )


def _search(draft: Draft, count: Quantity, form: Form, after: re.Match[str], end: int) -> Search:
    stopped = STOP.search(after.group()) is not None
    return Search(
        count.lead,
        after.end("noun"),
        count.value,
        PEOPLE if stopped else form.unit,
        f"searches.{form.rule}",
        count.comparator,
        place_after(draft, after.end("noun"), end),
    )
