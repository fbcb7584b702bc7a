"""Offences as reports word them, and the concept that a wording means (offences.yml)."""

import re
from functools import cache, lru_cache
from typing import Literal, NamedTuple

import msgspec

from kg.rules import load, rules_file

LINKS = {
    "arrest": r"(?:[^.;,]{0,40}? )??(?:on suspicion of|for (?!questioning|interview|further"
    r"|their|his"
    r"|her|five|two|three|the (?:first|second|past|purpose))|under suspicion of|suspected of)",
    "charge": r"(?:[^.;]{0,60}? )??with|(?:[^.;]{0,60}? )??(?:for|on(?! (?:\d|\w+day)))",
    r"conviction": r"(?:(?:(?!\b(?:and|after|sentenced|jailed|was|were)\b)[^.;]){0,90}? )??(?:to"
    r"|of|for)",
    "sentence": r"[^.;]{0,60}?(?: for(?! (?:a|an|the) (?:total|minimum))|(?:following"
    r"|after) (?:\w+ )?"
    r"(?:pleading guilty to|admitting|being convicted of|being found guilty of))",
}
# Where the wording of an offence stops and the sentence goes on.
STOP = re.compile(
    r"[;:\n]|\.(?=\s|\Z)| [–—-] |,? (?:who|which|whose|in which|despite|charges (?:he|she|they)"
    r"|after|following|where"
    r"|(?<!driving )(?:when|while|whilst)|but|at (?:the )?[A-Z][\w']+(?: [\w']+){0,4} Court"
    r"|at the same court|at an earlier"
    r"|at a previous|at an? \w+ hearing|during an? \w+ hearing|before (?:\w+ ){0,2}Court"
    r"|at (?:court|earlier hearings|the end|trial)|before the trial|in total"
    r"|before (?:(?:the|a) )?(?:United States|U\.S|Senior|Chief|District|Magistrate|Judge)|and"
    r" (?:\w+ly |also |then |later |now )?(?:was|were|is|are|has|have|had|will|received|sentenced"
    r"|jailed|remanded|bailed|released|taken|due|appeared|denied|pleaded|given|ordered|disqualified"
    r"|banned|both|faces|is due|remains?|questioned|he|she|they|a \d|another|two men|three men)"
    r"|has|have|had|was|were|are|is|will|he|she|they|as part of|as well as having|in a (?:court"
    r"|case)"
    r"|(?:on|since|between|from) (?:\d+(?:st|nd|rd|th)?|Jan\w*|Feb\w*|March|April|May|June|July"
    r"|Aug\w*|Sept\w*|Oct\w*|Nov\w*|Dec\w*|\w+day)|yesterday|today|last (?:week|month"
    r"|year|\w+day)|this (?:week|morning|afternoon|month)|earlier|previously|announced"
    r"|said)\b|,? U\.S\. |,? and (?:[A-Z][\w'’-]+ ){1,3}(?:was|were|has|had|pleaded|admitted)\b"
)
GENERAL = re.compile(
    r"\b(?:offences?|charges?|counts?|crimes?|conspir\w+|attempt\w*|suppl\w+|possess\w*|launder\w*"
    r"|theft|steal\w*|drugs?|fraud|robber\w+|burglar\w+|assault\w*|murder\w*|murder|firearms?"
    r"|weapon"
    r"|wounding|rape|kidnap\w*|arson|slavery|trafficking|cultivat\w+|produc\w+|handling|criminal"
    r"|dangerous|driving|import\w*|evasion|money|breach\w*|blackmail|affray|violent|harassment)\b",
    re.IGNORECASE,
)
TRIM = " ,:\"“”'"
# Words that only point back to offences told of before.
UNNAMED = re.compile(
    r"(?:(?:all|both|the|these|those|his|her|their|of|same|two|three|four|five|six|other|remaining"
    r"|said|a|an|in|connection|with|\d+|number|series) ?)*(?:offences?|charges?|counts?|crimes?)?",
    re.IGNORECASE,
)
LONGEST = 260
APART = re.compile(r",|\b(?:is|are|was|were)\b")
AGED = re.compile(r",? \(?(?:aged )?\d\d\b")
NEAR = 30  # characters from a verb to the link of an offence of any wording
Kind = Literal["arrest", "charge", "conviction", "sentence"]


class OffenceRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of offences.yml; the file's header says what its fields mean."""

    id: str
    signs: tuple[str, ...]


class Sign(NamedTuple):
    """Words that mean an offence: a wording must hold all stems before the pattern is tried."""

    offence: str
    words: str
    stems: tuple[str, ...]


def offence_after(text: str, start: int, end: int, *, kind: Kind) -> str | None:
    """The offence that the words after a verb name, as written."""
    link = _link(kind).match(text, start, end)
    if link is None:
        return None
    words = link.group().rstrip(" :").lower()
    near = len(words) <= NEAR and not APART.search(words)
    near = near or AGED.match(words) is not None
    sure = near and kind in ("charge", "conviction") and words.endswith(("with", "to", "of"))
    return offence_at(text, link.end(), end, sure=sure and not words.endswith("connection with"))


def offence_at(text: str, start: int, end: int, *, sure: bool = False) -> str | None:
    """The wording of an offence from `start` on; only if it sounds like one, unless it is sure."""
    stop = STOP.search(text, start, min(end, start + LONGEST))
    last = stop.start() if stop else min(end, start + LONGEST)
    wording = (
        _balanced(text[start:last]).strip(TRIM).rstrip(TRIM + ".").removesuffix(" and").rstrip(TRIM)
    )
    if UNNAMED.fullmatch(wording):
        return None
    return wording if sure or GENERAL.search(wording) or offence_of(wording) else None


def _balanced(wording: str) -> str:
    """The wording up to a bracket that closes what it did not open."""
    depth = 0
    for position, character in enumerate(wording):
        depth += (character == "(") - (character == ")")
        if depth < 0:
            return wording[:position]
    return wording


@lru_cache(maxsize=4096)
def offence_of(wording: str) -> str | None:
    """The id of the offence that a wording means: of all rows that fit, the one that asks most.

    >>> offence_of("conspiracy to supply Class A drugs")
    'conspiracy-to-supply-class-a'
    """
    words = wording.lower().replace("’", "'")
    fitting = [
        (len(sign), id_)
        for longest, signs in _signs_by_stem().items()
        if longest in words
        for id_, sign, stems in signs
        if all(stem in words for stem in stems) and _pattern(sign).search(words)
    ]
    return max(fitting)[1] if fitting else None


@cache
def _link(kind: Kind) -> re.Pattern[str]:
    return re.compile(rf"\s*(?:{LINKS[kind]})(?: |: ?)", re.IGNORECASE)


@cache
def _signs_by_stem() -> dict[str, list[Sign]]:
    """The signs by the longest of their stems, so that few are tried on a wording."""
    found: dict[str, list[Sign]] = {}
    for row in load(rules_file("offences"), OffenceRow):
        for sign in row.signs:
            stems = tuple(sign.replace("*", "").replace("…", "").split())
            found.setdefault(max(stems, key=len), []).append(Sign(row.id, sign, stems))
    return found


@cache
def _pattern(sign: str) -> re.Pattern[str]:
    """The words of a sign in order: "*" stands for any ending, "…" for words between."""
    words = re.escape(sign).replace(r"\*", r"\w*").replace(r"\ …\ ", r"\b.{0,60}?\b")
    return re.compile(rf"\b{words}\b")
