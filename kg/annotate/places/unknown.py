"""Names that no list holds, where only a place can stand: villages, streets without a head."""

import re
from collections.abc import Iterator, Set
from functools import cache

from kg.annotate.draft import Candidate, Draft
from kg.annotate.labels import type_of
from kg.annotate.people.rules import given_names
from kg.annotate.places import evidence
from kg.annotate.places.decide import Setting
from kg.annotate.places.known import adjectives
from kg.annotate.places.rules import place_words
from kg.annotate.places.runs import WITHIN_UNKNOWN, Word

PATTERN = 50
MOST_WORDS = 4
NO_PLACE = frozenset(["DATE", "EVENT", "LANGUAGE", "LAW", "NORP", "PRODUCT", "TIME", "WORK_OF_ART"])
ADDRESS = re.compile(
    r"(?:(?:\d\d\)?,? ?(?:and )?|\b(?:formerly|previously|originally|both|all) )(?:of|from|in|at)"
    r"|\b(?:address(?:es)?|homes?) (?:in|at)) (?:(?:\d+[a-z]?|[Ff]lat \d+),? )?(?:[Tt]he )?\Z"
)
RESIDENT = re.compile(
    r"\b(?:man|men|woman|women|boys?|girls?|teenagers?|youths?|people|persons?|male|female|juveniles?"
    r"|residents?|pair|couple|brothers),?(?: (?:both|all|also))? (?:from|of) (?:the )?\Z"
)
OF_SOMEBODY = re.compile(r"\b(?P<name>[A-Z][\w’'-]+),(?: both)? of (?:\d+[a-z]?,? )?\Z")
IN_OR_NEAR = re.compile(r"(?:\b[Ii]n|\b[Nn]ear|\b[Aa]round) \Z")
AFTER_NAME = re.compile(
    r"[.,;)\n]|$|,? (?:and|on|at|after|when|where|while|with|for|during|yesterday|today|last|this"
    r"|who|before|following|since|by|to|from|in|are|were|was|as|around|shortly|between|over|just)\b"
)
# What is said to be in, at or near a place and hardly in anything else.
HOUSED = re.compile(
    r"\b(?:address(?:es)?|propert(?:y|ies)|houses?|homes?|flats?|premises|caravan|garages?|barn"
    r"|bungalow|pub|shop|warrants?(?: \w+){0,3}|village|located|living|lived|lives|raids?|searched"
    r"|stopped|parked|crash|collision|fields?|woods?|woodland) (?:in|at|on|near|off) (?:the )?\Z"
)


def find(
    draft: Draft, words: list[Word], named: list[Candidate], setting: Setting
) -> list[Candidate]:
    """Runs of capitalised words in addresses and lists, and after prepositions of place."""
    taken = _taken(draft, named)
    starts = {candidate.start for candidate in named}
    ends = {candidate.end for candidate in named}
    found = []
    for start, end in _runs(words, setting):
        if taken[start] or taken[end - 1]:
            continue
        how = _how(setting, start, end, starts, ends)
        if how is not None:
            ends.add(end)
            found.append(Candidate(start, end, "Place", f"places.{how}", weight=PATTERN))
    return found


def _how(setting: Setting, start: int, end: int, starts: Set[int], ends: Set[int]) -> str | None:
    """Which slot a run stands in, if one of those that only places fill."""
    led = _led(setting, start, end)
    if led is not None or setting.label(start, end) in NO_PLACE:
        return led
    if HOUSED.search(setting.text, max(0, start - evidence.REACH), start):
        return "housed"
    return _beside(setting, start, end, starts, ends)


def _led(setting: Setting, start: int, end: int) -> str | None:
    """Which words say that a place comes, or came."""
    text, reach = setting.text, max(0, start - evidence.REACH)
    if ADDRESS.search(text, reach, start):
        return "address"
    if RESIDENT.search(text, reach, start):
        return "resident"
    home = OF_SOMEBODY.search(text, reach, start)
    if home is not None and home["name"] in setting.surnames and text.startswith(",", end):
        return "home"
    return "area" if evidence.is_called_an_area(text, start, end) else None


def _beside(setting: Setting, start: int, end: int, starts: Set[int], ends: Set[int]) -> str | None:
    """Which places and prepositions beside it make it a place."""
    text, label = setting.text, setting.label(start, end)
    locative = evidence.is_locative(text, start) or evidence.is_part_of(text, start)
    continues = _continues(text, start, ends)
    if evidence.leads_to(text, end, starts) and (locative or continues):
        return "within"
    if evidence.follows(text, start, setting.fixed):
        return "after-street"
    kind = type_of(label)
    if kind == "Place" and (locative or continues):
        return "model" if locative else "list"
    if setting.country == "GB" and _is_in_or_near(text, start, end):
        return "near"
    listed = continues and kind in {None, "Place"} and _goes_on(text, end, starts)
    return "list" if listed else None


def _is_in_or_near(text: str, start: int, end: int) -> bool:
    """Whether nothing but a place stands between "in" and the rest of the sentence."""
    led = IN_OR_NEAR.search(text, max(0, start - evidence.REACH), start)
    return bool(led and AFTER_NAME.match(text, end))


def _continues(text: str, start: int, ends: Set[int]) -> bool:
    """Whether it follows a place in a list."""
    return any(start - len(gap) in ends and text.endswith(gap, 0, start) for gap in evidence.LIST)


def _goes_on(text: str, end: int, starts: Set[int]) -> bool:
    """Whether a place follows it in a list."""
    return any(end + len(gap) in starts and text.startswith(gap, end) for gap in evidence.LIST)


def _runs(words: list[Word], setting: Setting) -> Iterator[tuple[int, int]]:
    """Capitalised words that stand together, where they may be a name."""
    run: list[Word] = []
    for word in words:
        if run and word.before in WITHIN_UNKNOWN:
            run.append(word)
            continue
        if run and _may_be_a_name(run, setting):
            yield run[0].start, run[-1].end
        run = [word]
    if run and _may_be_a_name(run, setting):
        yield run[0].start, run[-1].end


def _may_be_a_name(run: list[Word], setting: Setting) -> bool:
    if run[0].headline or len(run) > MOST_WORDS or run[0].text.isupper():
        return False
    plain = [word.text.lower() for word in run]
    if any(word in _never() for word in plain) or plain[-1] in place_words("side"):
        return False
    opens = plain[0] in place_words("opener") and not (plain[0] == "the" and len(run) > 1)
    return not opens and plain[0] not in given_names() and run[0].text not in setting.surnames


@cache
def _never() -> frozenset[str]:
    """Words of no name of a place, nations' adjectives too; but "East" may be of "East Cliff"."""
    never = place_words("stop") | place_words("calendar") | adjectives()
    return never - place_words("side")


def _taken(draft: Draft, named: list[Candidate]) -> bytearray:
    taken = bytearray(len(draft.text) + 1)
    for candidate in (*draft.candidates, *named):
        taken[candidate.start : candidate.end] = b"\1" * (candidate.end - candidate.start)
    return taken
