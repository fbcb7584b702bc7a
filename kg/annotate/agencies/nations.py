"""Bodies named by their country: "Dutch police", "French authorities", "police in Norway"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import msgspec

from kg.annotate.agencies.spans import PATTERN
from kg.annotate.draft import Candidate
from kg.annotate.wording import first_letters_first
from kg.rules import load, rules_file

POLICE = (
    r"(?:[Nn]ational |[Ff]ederal |State )?[Pp]olice(?: [Ff]orces?| officers)?"
    r"(?! (?:agenc|department|partner)\w+)"
    r"|[Ll]aw [Ee]nforcement(?: [Aa]uthorities)?"
    r"(?! (?:agenc(?:y|ies)|community|officers?|officials?|operations?|partners?|response)\b)"
    r"|(?:[Jj]udicial |law enforcement |police )?[Aa]uthorities|[Ii]nvestigators"
)
PROSECUTION = (
    r"(?:[Pp]ublic |[Ff]ederal |[Nn]ational |[Ss]tate )?[Pp]rosecutors"
    r"|(?:[Pp]ublic )?[Pp]rosecution (?:[Ss]ervice|[Oo]ffice|[Aa]uthority)"
    r"|(?:[Pp]ublic )?[Pp]rosecutor['’]s [Oo]ffice"
)
GOVERNMENT = (
    r"[Cc]ustoms(?: [Ss]ervice| [Aa]uthorit(?:y|ies))?|[Gg]overnment|[Cc]oast [Gg]uard"
    r"|[Nn]avy|[Ee]mbassy"
)
REACH = 30
REGIONS = r"(?:East|West) Midlands|(?:North|South)[ -](?:East|West)(?: of England)?|Highlands"


class Nation(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of nations.yml."""

    id: str
    name: str
    adjectives: tuple[str, ...]


def find(text: str) -> list[Candidate]:
    found = []
    for match in _pattern().finditer(text):
        subtype = _subtype(match)
        found += [_candidate(match.start(), match.end(), subtype), *_before(text, match, subtype)]
    return found


def _before(text: str, match: re.Match[str], subtype: str | None) -> Iterator[Candidate]:
    """The bodies of other nations joined to one: "Dutch" in "Dutch, Thai and Irish police"."""
    noun = match.group().partition(" ")[2]
    start = match.start()
    while joined := _joined().search(text, max(0, start - REACH), start):
        start, end = joined.span(1)
        yield replace(_candidate(start, end, subtype), name=f"{joined[1]} {noun}")


def _candidate(start: int, end: int, subtype: str | None) -> Candidate:
    return Candidate(start, end, "Agency", "agencies.nation", weight=PATTERN, subtype=subtype)


def _subtype(match: re.Match[str]) -> str | None:
    if match["prosecution"]:
        return "ProsecutionService"
    if match["government"]:
        return "GovernmentBody"
    named_police = "police" in match.group().casefold() and "authorities" not in match.group()
    return "PoliceForce" if named_police else None


@cache
def _joined() -> re.Pattern[str]:
    """An adjective that a comma or "and" joins to what follows."""
    adjectives = sorted({a for row in load(rules_file("nations"), Nation) for a in row.adjectives})
    either = "|".join(map(re.escape, adjectives))
    return re.compile(rf"(?<![\w-])({either})(?:, (?:and )?| and | & )\Z")


@cache
def _pattern() -> re.Pattern[str]:
    """An adjective and what it is said of, or "police in" and a country's name."""
    rows = load(rules_file("nations"), Nation)
    adjectives = [adjective for row in rows for adjective in row.adjectives]
    opening = first_letters_first([*adjectives, "Police in", "police in"], not_after=r"\w")
    countries = "|".join(re.escape(row.name) for row in rows)
    return re.compile(
        rf"{opening} (?:(?<=[Pp]olice in )(?:(?:the )?(?:{countries})|the (?:{REGIONS}))"
        rf"|(?<! in )(?:(?P<prosecution>{PROSECUTION})|(?P<government>{GOVERNMENT})|{POLICE}))"
        r"(?![\w-])"
    )
