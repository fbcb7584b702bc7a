"""Searches told one by one: "a warrant was executed", "officers searched his house"."""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from kg.annotate.draft import Draft
from kg.annotate.outcomes.cast import Cast
from kg.annotate.outcomes.premises import one_of
from kg.annotate.outcomes.search_words import (
    ADDRESSES,
    MODIFIERS,
    PEOPLE,
    Search,
    is_made,
    place_after,
)

DONE = r"(?:executed|carried out|conducted|served|enforced|undertaken|performed|effected|completed)"
DOING = (
    r"(?:execut(?:e|ed|es|ing)|carr(?:y|ied|ying)[ -]out|conduct(?:ed|ing)?|serv(?:ed|ing)"
    r"|enforc(?:ed|ing)|undert(?:ook|aking)|perform(?:ed|ing))"
)
HOME = r"(?:home|house|address|residence|property|flat)"
OWNED = re.compile(
    r"\b(?:(?P<pronoun>his|her|their) |(?:[A-Z][\w-]+ )*[A-Z][\w-]+[’']s? "
    rf"|(?={HOME} (?:address )?(?:of|belonging to)))(?:\w+ ){{0,2}}?{HOME}\b"
    r"(?: (?:address )?(?:of|belonging to)(?: [A-Z][\w’-]+)+)?"
)
HOMES = re.compile(
    r"\b(?:warrants|searched|searches|raided)\b[^.;:]{0,20}?"
    r"\b(?:homes|(?:home )?addresses|houses) of\b",
    re.IGNORECASE,
)
LONGEST_OWNED = 90


def single_searches(draft: Draft, cast: Cast, start: int, end: int) -> list[Search]:
    """The searches of one sentence that nobody counts."""
    homes = list(_at_homes(draft, start, end)) or list(_single(draft, cast, start, end))
    return homes or list(_stopped(draft, start, end))


def _stopped(draft: Draft, start: int, end: int) -> Iterator[Search]:
    """One person who was stopped and searched."""
    for match in STOPPED_ONE.finditer(draft.text, start, end):
        if is_made(draft.text, match.start(), match.end()):
            yield Search(
                match.start(),
                match.end(),
                Decimal(1),
                PEOPLE,
                "searches.stopped",
                place=place_after(draft, match.end(), end),
            )


STOPPED = (
    r"(?:was|were|being|been) (?:then )?(?:stopped and searched|stop and searched|stop[- ]searched)"
)
STOPPED_ONE = re.compile(
    rf"\b(?:an?|the) (?:[\w’'-]+ ){{0,4}}?(?:man|woman|male|female|boy|girl|teenager|youth|suspect"
    rf"|driver)\b[^.;:]{{0,40}}? {STOPPED}"
    r"|\bstop(?:ped and|ping and|[- ]and|[- ])[- ]?search(?:ed|ing) (?:an?|the) "
    r"(?:[\w’'-]+ ){0,4}?(?:man|woman|male|female|boy|girl|teenager|youth|suspect|driver)\b",
    re.IGNORECASE,
)


@cache
def _forms() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """(rule, the word without which it need not be tried, pattern)."""
    one = one_of("premises")
    a = r"(?P<a>an?|the|this|that|another|one|his|her|their|(?:(?-i:[A-Z])[\w-]+ )?[\w’'-]+[’']s?)"
    forms = (
        ("warrant", "warrant", rf"{DOING} {a} {MODIFIERS}warrant\b"),
        (
            "warrant",
            "warrant",
            (
                rf"\b{a} {MODIFIERS}warrant\b[^.;:,]{{0,70}}?"
                rf"(?:\b(?:was|were|being|been|is)? ?{DONE}| took place\b)"
            ),
        ),
        ("warrant", "warrant", rf"(?P<a>)\bwarrant (?:was |being )?{DONE}"),
        (
            "warrant",
            "warrant",
            rf"\b(?:following|after|during|in|under|with|by|of|led to) {a} {MODIFIERS}warrant\b",
        ),
        ("searched", "", rf"\b(?:searched|raided|searching|raiding) {a} {MODIFIERS}{one}\b"),
        (
            "searched",
            "search",
            rf"\bsearch(?:es)? (?:\w+ ){{0,4}}?(?:of|at|on) {a} {MODIFIERS}{one}\b",
        ),
        ("searched", "search", rf"\b{a} {MODIFIERS}(?:house|home|property|premises) search\b"),
        ("searched", "premises", r"\bsearch of (?P<a>)(?:\w+ )?premises\b"),
        ("raid", "raid", rf"\b(?P<a>an?) {MODIFIERS}raid\b (?:[\w’']+ ){{0,5}}?(?:at|on|in|of)\b"),
        (
            "searched",
            "ed",
            (
                rf"\b{a} {MODIFIERS}{one}\b[^.;:]{{0,60}}?"
                r"\bwas (?:also |later |then |\w+ly )?(?:searched|raided)"
            ),
        ),
        (
            "searched",
            "searched",
            rf"\band {a} {MODIFIERS}{one} (?:also |then )?(?:searched|raided)",
        ),
    )
    return tuple((rule, word, re.compile(form, re.IGNORECASE)) for rule, word, form in forms)


def _single(draft: Draft, cast: Cast, start: int, end: int) -> Iterator[Search]:
    done, lower = start, draft.text[start:end].lower()
    for rule, word, pattern in _forms():
        if word not in lower:
            continue
        for match in pattern.finditer(draft.text, start, end):
            if match.start() >= done and is_made(draft.text, match.start(), match.end()):
                done = match.end()
                yield _search(draft, cast, rule, match, end)


def _search(draft: Draft, cast: Cast, rule: str, match: re.Match[str], end: int) -> Search:
    return Search(
        match.start(),
        match.end(),
        Decimal(1),
        ADDRESSES,
        f"searches.{rule}",
        place=place_after(draft, match.start(), end),
        definite=rule == "warrant" and match["a"].lower() in ("the", "this", "that", ""),
        concerns=_owner(draft, cast, match, end),
    )


def _owner(draft: Draft, cast: Cast, match: re.Match[str], end: int) -> tuple[int, ...]:
    """Whose home was searched: "his house", "at Smith's home", "the home of John Smith"."""
    owned = OWNED.search(draft.text, match.start(), min(end, match.end() + LONGEST_OWNED))
    if owned is None:
        return ()
    if owned["pronoun"]:
        return _told_of_before(draft, cast, owned)
    people = draft.mentions_in(owned.start(), owned.end(), "Person")
    return tuple(dict.fromkeys(person.entity for person in people))


def _told_of_before(draft: Draft, cast: Cast, owned: re.Match[str]) -> tuple[int, ...]:
    """Whom "his", "her" or "their" means: the subject told of last, or the person named last."""
    sentence, is_one = draft.sentence_at(owned.start()), owned["pronoun"].lower() != "their"
    for subject in reversed(cast.subjects(sentence)):
        if subject.end <= owned.start():
            who = cast.group(sentence, subject)
            if who.persons and who.is_singular == is_one:
                return who.persons
    from_ = draft.sentences[max(sentence - 1, 0)].start
    people = draft.mentions_in(from_, owned.start(), "Person")
    return (people[-1].entity,) if people and is_one else ()


def _at_homes(draft: Draft, start: int, end: int) -> Iterator[Search]:
    """Warrants "at the home addresses of" people who are named: as many as they are."""
    for match in HOMES.finditer(draft.text, start, end):
        named = draft.mentions_in(match.end(), end, "Person")
        people = [m for m in named if m.start - match.end() <= LONGEST_OWNED]
        concerns = tuple(dict.fromkeys(person.entity for person in people))
        if len(concerns) > 1:
            yield Search(
                match.start(),
                people[-1].end,
                Decimal(len(concerns)),
                ADDRESSES,
                "searches.homes",
                concerns=concerns,
            )
