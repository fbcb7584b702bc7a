"""When something happened, as a report words it, between two dates told from its publication.

"yesterday (Tuesday)", "on 22 September", "throughout June", "between April and early July", "last
month", "over the past three months". Without a publication date only whole dates and years count.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from kg.annotate.draft import Draft
from kg.annotate.outcomes import bounds
from kg.annotate.outcomes.numerals import NUMBER
from kg.annotate.wording import in_small_letters

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
YEAR = r"(?:(?:19|20)\d\d|this year|last year)"
WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
PART = r"(?: (?:early |late )?(?:morning|afternoon|evening|night))?"
DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b"
DATE = (
    rf"(?:{WEEKDAY}{PART},? (?:the )?)?\(?(?:{DAY}(?: of)? (?P<month>{MONTH})"
    rf"|(?P<month_>{MONTH}) (?P<day_>[0-3]?\d)(?:st|nd|rd|th)?\b)(?:,? (?P<year>{YEAR}))?"
)
STAGE = r"(?:(?:early|mid|late|the (?:start|end|beginning|middle) of)[- ])?"
ELSEWHERE = re.compile(
    r"\b(?:after|following|when|who|while|which|appear\w*|due|until|next|trial|bailed|hearing"
    r"|between"
    r"|offences|committed|relating|relation|connection|where|since|over|murder|incident|led"
    r"|on bail)\b",
    re.IGNORECASE,
)
RELATIVE = re.compile(r"\b(?:who|that|which|after|following|when|where|how)\b", re.IGNORECASE)
BESIDE = re.compile(
    r"[)\s,]*(?:\([^)]*\) )?(?:(?:was|were|been|being|he|she|they|has|have) )*\w+\Z"
)
HAS_BEEN = re.compile(r"\b(?:has|have) (?:\w+ )?been\b", re.IGNORECASE)
TODAY = re.compile(r"(?:today|this|yesterday|last night)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class When:
    """`text[start:end]` is a time no earlier than `not_before` and no later than `not_after`."""

    start: int
    end: int
    not_before: date | None
    not_after: date | None


Read = Callable[[re.Match[str], date | None], bounds.Bounds]
# A form of words with stems of which a stretch must have one for it to be tried.
Form = tuple[tuple[str, ...], re.Pattern[str], Read]
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
YEARS = ("19", "20")


def times_in(draft: Draft, start: int, end: int) -> list[When]:
    """The times that a stretch of the text tells, in order, none overlapping."""
    return list(_times(in_small_letters(draft.text), start, end, draft.report.issued))


def when_of(draft: Draft, start: int, end: int, verb: int) -> When | None:
    """The time of what a verb that ends at `verb` tells, in the sentence from `start` to `end`.

    It opens the sentence, stands beside the verb, or follows it in its own clause: of "jailed
    after a raid in May" the time is the raid's. Times to come are those of hearings.
    """
    issued, text = draft.report.issued, draft.text
    times = [
        t
        for t in times_in(draft, start, end)
        if issued is None or t.not_before is None or t.not_before <= issued
    ]
    after = [t for t in times if t.start >= verb and not ELSEWHERE.search(text, verb, t.start)]
    before = [t for t in times if t.end <= verb and _is_before(text, start, t, verb)]
    return after[0] if after else before[-1] if before else None


def _is_before(text: str, start: int, time: When, verb: int) -> bool:
    if HAS_BEEN.search(text, time.end, verb) and not TODAY.match(text, time.start):
        return False
    return (
        not RELATIVE.search(text, start, time.start)
        or BESIDE.match(text, time.end, verb) is not None
    )


@lru_cache(maxsize=256)  # several outcomes of one sentence ask when they happened
def _times(text: str, start: int, end: int, issued: date | None) -> tuple[When, ...]:
    found: list[When] = []
    words = text[start:end]
    for stems, pattern, read in _forms():
        if not any(stem in words for stem in stems):
            continue
        for match in pattern.finditer(text, start, end):
            if any(match.start() < f.end and f.start < match.end() for f in found):
                continue
            first_and_last = read(match, issued)
            if first_and_last is not None:
                found.append(When(*_trimmed(match), *first_and_last))
    return tuple(sorted(found, key=lambda t: t.start))


def _trimmed(match: re.Match[str]) -> tuple[int, int]:
    """The words of a time without brackets and marks around them."""
    words = match.group()
    lead = len(words) - len(words.lstrip(" ("))
    return match.start() + lead, match.start() + len(words.rstrip(" )."))


@cache
def _forms() -> tuple[Form, ...]:
    """Each form of words, the longer first, with what reads its bounds, for small letters."""
    first, second = (DATE.replace("?P<", f"?P<{name}_") for name in ("first", "second"))
    length = rf"{NUMBER}[- ](?P<unit>hour|day|week|month|year)s?\b"
    forms: tuple[tuple[tuple[str, ...], str, Read], ...] = (
        (
            MONTHS,
            rf"\b(?:between|from) {first}\)? (?:and|to|until|-|–) {second}",
            bounds.from_to_dates,
        ),
        (
            MONTHS,
            (
                rf"\b(?:between|from) {STAGE}(?P<from>{MONTH})(?: (?P<from_year>{YEAR}))?"
                rf" (?:and|to|until|-|–) {STAGE}(?P<to>{MONTH})(?: (?P<to_year>{YEAR}))?"
            ),
            bounds.from_to_months,
        ),
        (
            YEARS,
            r"\b(?:between|from) (?P<from>(?:19|20)\d\d) (?:and|to|until) (?P<to>(?:19|20)\d\d)\b",
            bounds.from_to_years,
        ),
        (
            MONTHS,
            rf"\b(?:(?P<since>since) |(?:on|in the early hours of) )?{DATE}\)?",
            bounds.on_date,
        ),
        (
            ("today", "this "),
            rf"\b(?:today|this (?:morning|afternoon|evening))\b(?: \({WEEKDAY}\))?",
            bounds.on_today,
        ),
        (
            ("yesterday", "last night"),
            rf"\b(?:yesterday{PART}|last night)\b(?: \({WEEKDAY}\))?",
            bounds.on_yesterday,
        ),
        (
            ("day",),
            rf"\b(?:on )?(?P<last>last |this )?(?P<weekday>{WEEKDAY}){PART}\b",
            bounds.on_weekday,
        ),
        (
            ("the past", "the last", "the previous"),
            (
                rf"\b(?:in|over|within|during) the (?:past|last|previous) (?:{length}"
                r"|(?P<one>hour|day|week|month|year)\b)"
            ),
            bounds.in_the_past,
        ),
        (
            ("last ", "this "),
            r"\b(?P<which>last|this|earlier this|later last) (?P<unit>week|weekend|month|year)\b",
            bounds.in_period,
        ),
        (
            MONTHS,
            (
                rf"\b(?P<word>in|throughout|during|since|across|by|until|over)"
                rf" {STAGE}(?P<month>{MONTH})(?:,? (?P<year>{YEAR}))?"
            ),
            bounds.in_month,
        ),
        (
            YEARS,
            (
                r"\b(?P<word>in|throughout|during|since|across|until) (?:the (?:financial )?year )?"
                r"(?P<year>(?:19|20)\d\d)(?:[/–-](?P<next>\d\d(?:\d\d)?))?\b"
            ),
            bounds.in_year,
        ),
    )
    return tuple((stems, re.compile(form), read) for stems, form, read in forms)
