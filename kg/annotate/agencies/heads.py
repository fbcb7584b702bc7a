"""Bodies known by the words of their names: "Luton Crown Court", "Ministry of Justice"."""

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise

from kg.annotate.agencies.ellipsis import areas
from kg.annotate.agencies.listed import COMMISSIONER
from kg.annotate.agencies.onward import SAINTS, end_of, rightmost, unbroken
from kg.annotate.agencies.patterns import AgencyPattern, Head, heads_by_last_word, team_words
from kg.annotate.agencies.spans import PATTERN
from kg.annotate.agencies.teams import is_unit
from kg.annotate.draft import Candidate
from kg.annotate.wording import Word
from kg.registry import agencies

WITHIN_HEAD = frozenset([" ", ", ", "'s ", "’s ", "' ", "’ ", " & ", "'", "’"])
NO_FORCE = re.compile(
    r" (?:[Ss]tations?|Investigation|Custody|Community|Support|Officers?|Constable|Dogs?|Horses?)\b"
)
# Words of their own in capitals: "National IT Crime Centre", "US Marshals".
NOT_OPENERS = frozenset(["IT", "US"])
# What an "of" before a council's own word may follow: "City of York Council".
CORPORATE = frozenset(
    ["Borough", "City", "County", "Corporation", "Council", "District", "Isle", "Port", "States",
     "Town", "University", "Village"]
)  # fmt: skip
# How units of several forces call their counties: "Beds, Cambs and Herts Major Crime Unit".
SHORT_COUNTIES = frozenset(
    ["Beds", "Cambs", "Glos", "Hants", "Herts", "Lancs", "Leics", "Lincs", "Northants", "Notts",
     "Staffs", "Warks", "Wilts", "Worcs"]
)  # fmt: skip
# What is a unit by itself among others that commas part: "Roads Policing, Firearms and Dog Teams".
UNITS = frozenset(["firearms", "policing"])
WITH_OF = frozenset(["District", "Isle"])  # "Isle of Anywhere", "District of Columbia"
LONGEST_NON_ACRONYM = 2
# What before a name in small letters tells what sort it is of: "a new proactive policing team".
ANY = frozenset(["a", "an", "another", "any", "each", "every", "first", "second", "third"])


def find(text: str, words: list[Word], found: list[Candidate]) -> list[Candidate]:
    bounds = {candidate.end for candidate in found} | {candidate.start for candidate in found}
    by_last = heads_by_last_word()
    candidates = []
    for index, word in enumerate(words):
        for head in by_last.get(word.text, ()):
            candidate = _candidate(text, words, index, head, bounds)
            if candidate is not None:
                candidates.append(candidate)
                break
    owned = (_with_owner(candidate, found) for candidate in candidates)
    return [c for c in owned if not _holds_a_listed(c, found)]


def _with_owner(candidate: Candidate, found: list[Candidate]) -> Candidate:
    """An office that each department has, with whose it is: "Department of X Office of Y"."""
    if candidate.rule != "agencies.inspector-general":
        return candidate
    owners = (c for c in found if c.start < candidate.start <= c.end + 1 and c.key)
    return replace(candidate, start=min((c.start for c in owners), default=candidate.start))


def _holds_a_listed(candidate: Candidate, found: list[Candidate]) -> bool:
    """Whether it is a listed body with words beside it, as in "Appeal Kent Police", or its end."""
    for other in found:
        if other.start < candidate.start < other.end:
            return True
        if other.start == candidate.start and other.end < candidate.end:
            return candidate.subtype == "PoliceForce" and other.key in _own_areas()
        if candidate.start < other.start < other.end <= candidate.end:
            if candidate.subtype == "PoliceForce":
                return other.end == candidate.end and other.key in _own_areas()
            if other.rule == "agencies.name" and candidate.rule == "agencies.authority":
                return other.subtype != "GovernmentBody"
    return False


@cache
def _own_areas() -> frozenset[str]:
    """The keys of the forces whose name opens with an area's, so that no word belongs before."""
    return frozenset(
        f"agency:{row.id}"
        for row in agencies().values()
        if "onsAreaCode" in row.identifiers and "Metropolitan" not in row.areas
    )


def _candidate(
    text: str, words: list[Word], last: int, head: Head, bounds: set[int]
) -> Candidate | None:
    """The name around a head that ends at word `last`, if what stands there makes one."""
    first = last - len(head.words) + 1
    if first < 0 or not _is_head(text, words, first, head):
        return None
    pattern = head.pattern
    start = _leftmost(text, words, first, pattern, bounds)
    capitals = sum(word.text[0].isupper() for word in words[start:first])
    end = rightmost(text, words, last, pattern, bounds)
    if capitals < pattern.least and not pattern.small:
        return None
    if pattern.must_go_on and end == last:
        return None
    if _is_more_than_the_body(text, words[end].end, pattern) or _is_class(
        words, start, end, pattern
    ):
        return None
    if pattern.least and not is_unit(words[start : last + 1], first - start, pattern):
        return None
    return Candidate(
        words[start].start,
        end_of(text, words[end].end, pattern),
        "Agency",
        f"agencies.{pattern.id}",
        weight=PATTERN,
        subtype=pattern.subtype,
    )


def _is_class(words: list[Word], start: int, end: int, pattern: AgencyPattern) -> bool:
    """Whether the words are of any such body: "US Attorneys' Offices", "a new policing team"."""
    if pattern.id == "attorney" and words[end].text == "Offices":
        return True
    return words[start].text[0].islower() and start > 0 and words[start - 1].text in ANY


def _is_more_than_the_body(text: str, end: int, pattern: AgencyPattern) -> bool:
    """Whether the name goes on to that of a post ("Task Force Officer"), a building or a prize."""
    if pattern.subtype == "PoliceForce":
        return bool(COMMISSIONER.match(text, end) or NO_FORCE.match(text, end))
    return text.startswith((" of the Year", " Officer"), end)


def _is_head(text: str, words: list[Word], first: int, head: Head) -> bool:
    span = words[first : first + len(head.words)]
    return tuple(word.text for word in span) == head.words and all(
        text[a.end : b.start] in WITHIN_HEAD for a, b in pairwise(span)
    )


def _leftmost(
    text: str, words: list[Word], first: int, pattern: AgencyPattern, bounds: set[int]
) -> int:
    """The index of the first word of the name whose head starts at word `first`."""
    start = index = first
    while index > 0 and start - index <= len("&") and first - start < pattern.most:
        previous = words[index - 1]
        gap = text[previous.end : words[index].start]
        joined = start != index or (gap == " & " and "&" in pattern.joins)
        saint = gap == ". " and previous.text in SAINTS
        bracketed = gap == ") " and _is_parted(text, words, index, bounds)
        if gap not in ((" ", ", ", " & ") if joined else (" ",)) and not saint and not bracketed:
            break
        if joined and (previous.end in bounds or _ends_a_name(previous.text)):
            break
        if _is_parted(text, words, index, bounds):
            start = index = index - 2
        elif _names(previous.text, words[start].text, pattern):
            start = index = index - 1
        elif gap == " " and _joins(words, index - 1, pattern):
            index -= 1
        else:
            break
    start = _functions_before(text, words, start, first)
    return _areas_before(text, words, _possessor(text, words, start, bounds))


def _functions_before(text: str, words: list[Word], start: int, first: int) -> int:
    """The start of what commas join: "Narcotics, Money Laundering and Racketeering Section"."""
    if "and" not in [word.text for word in words[start:first]]:
        return start
    while start > 0 and words[start - 1].text.istitle():
        gap = text[words[start - 1].end : words[start].start]
        before = words[start - 1].text.lower()
        tells = before in team_words("function") and before not in UNITS
        if not (tells and gap == ", ") and not (gap == " " and _tells_use(before)):
            break
        start -= 1
    return start


def _tells_use(low: str) -> bool:
    return low in team_words("function") or low in team_words("qualifier")


def _areas_before(text: str, words: list[Word], start: int) -> int:
    """The start of the areas that commas join: "Anyshire, Exshire and Zedshire Dog Unit"."""
    if [word.text for word in words[start + 1 : start + 2]] != ["and"]:
        return start
    while (
        start > 0
        and words[start - 1].text in areas() | SHORT_COUNTIES
        and text[words[start - 1].end : words[start].start] == ", "
    ):
        start -= 1
    return start


def _is_parted(text: str, words: list[Word], index: int, bounds: set[int]) -> bool:
    """Whether a short form or a state in brackets parts a name.

    "Trafficking Offenses (TO) Section", "Anytown (Maine) Police Department".
    """
    local = text.startswith(("Police Department", "Sheriff"), words[index].start)
    return (
        index > 1
        and words[index - 1].start not in bounds
        and (words[index - 1].text.isupper() or local)
        and text[words[index - 1].end : words[index].start] == ") "
        and text[words[index - 2].end : words[index - 1].start] == " ("
        and words[index - 2].text[0].isupper()
        and not _ends_a_name(words[index - 2].text)
    )


def _joins(words: list[Word], index: int, pattern: AgencyPattern) -> bool:
    word = words[index].text
    if word == "am":
        return index > 0 and words[index - 1].text[0].isupper()
    if word == "of" and index > 0 and words[index - 1].text in WITH_OF:
        return True
    if word == "of":
        return "of" in pattern.joins and index > 0 and words[index - 1].text in CORPORATE
    return word in pattern.joins


def _possessor(text: str, words: list[Word], start: int, bounds: set[int]) -> int:
    """The start of whose unit it is, where the unit itself has no name: "Chile's cyber unit"."""
    if start == 0 or words[start].text[0].isupper():
        return start
    owner = start - 1
    gap = text[words[owner].end : words[start].start]
    if gap not in ("'s ", "’s ") and not (gap in ("' ", "’ ") and words[owner].text[-1] == "s"):
        return start
    if words[owner].text[0].islower() or words[owner].end in bounds:
        return start
    while (
        owner > 0 and words[owner - 1].text[0].isupper() and unbroken(text, words, owner - 1, owner)
    ):
        owner -= 1
    return owner if words[owner].text.lower() not in team_words("opener") else start


def _ends_a_name(word: str) -> bool:
    """Whether a word before "and" closes another body's name: an acronym, or a head of its own."""
    if word.isupper() and len(word) > LONGEST_NON_ACRONYM:
        return True
    heads = heads_by_last_word().get(word, ()) if word[0].isupper() else ()
    return word == "Court" or any(len(head.words) == 1 for head in heads)


def _names(word: str, following: str, pattern: AgencyPattern) -> bool:
    """Whether a word may stand in a name: a capital, or before small letters what a unit is for."""
    low = word.lower()
    if low.endswith(("-based", "-led")):
        return False
    if word[0].isupper():
        return word in NOT_OPENERS or low not in team_words("opener") | team_words("rank")
    return following[0].islower() and pattern.small and _tells_use(low)
