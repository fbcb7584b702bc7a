"""Short forms of one report: introduced in brackets, or the end of a longer name used before."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kg.annotate.draft import Candidate

IN_BRACKETS = re.compile(
    r"['’]?s?\s*[(\[]\s*(?:the |or |also known as )?[\"'“‘]?"
    r"([A-Z][\w&/-]*(?: [A-Z][\w&/-]*){0,2})[\"'”’]?\s*[)\]]"
)
BEFORE_BRACKET = re.compile(r"\b([A-Z][A-Z&/-]{1,9})\s*[(\[](?:the )?\Z")
# Of a name in the body's own language: "National Office of Investigation (NNI)".
FOREIGN = re.compile(r" \(([A-Z]{3,8})\)")
OF = re.compile(r"[A-Z]\w+ (?:of|for) (?:the )?\Z")
LEAST_CAPITALS = 2
ACRONYMS = {"npt": "neighbourhood policing team", "snt": "safer neighbourhood team"}
WORDS = re.compile(r"\w+")
# "Anytown Police" in a report that has "Anytown Police Department" too.
POLICE = re.compile(r"\bpolice (?:department|force|service)\Z")
# How one American office is called in different places of a release.
STATES = re.compile(r"\bu s\b|\bunited states\b")
DISTRICT = re.compile(r"(?<=attorneys office) (?:for|in|of) the\b")
FIELD = re.compile(r" field(?= (?:division|office)\b)")


def find(text: str, found: list[Candidate]) -> list[Candidate]:
    """Every occurrence of the short forms that stand in brackets beside one of the names."""
    shortened: list[Candidate] = []
    introduced: set[str] = set()
    for candidate in found:
        short = _introduced(text, candidate)
        if short is not None and short not in introduced:
            introduced.add(short)
            shortened += _mentions(text, short, candidate)
    return shortened


def unite(text: str, candidates: list[Candidate]) -> list[Candidate]:
    """The candidates, each listed acronym one with the name that introduces it, and each that is
    only the end of a longer name ("cyber crime unit") one with that.
    """
    acronyms = {c.start: c for c in candidates if c.key and "acronym" in c.rule}
    united = [_keyed(text, c, acronyms) for c in candidates]
    plain = {c.start: _plain(text, c) for c in united if c.key is None and c.name is None}
    longest = sorted(united, key=lambda c: (c.start - c.end, c.start))
    return [_lengthened(text, c, plain, longest) if c.start in plain else c for c in united]


def abbreviates(short: str, name: str) -> bool:
    """Whether the letters of a short form stand in the name, in order, from its first letter.

    >>> abbreviates("SW RCCU", "South West Regional Cyber Crime Unit")
    True
    >>> abbreviates("UK", "Regional Crime Unit")
    False
    """
    letters = [c.casefold() for c in short if c.isalpha()]
    if sum(c.isupper() for c in short) < LEAST_CAPITALS or len(short) >= len(name):
        return False
    rest = iter(name.casefold())
    return letters[:1] == [name[0].casefold()] and all(letter in rest for letter in letters)


def _introduced(text: str, candidate: Candidate) -> str | None:
    """The short form beside a name; of "Diving Unit of the Police (UBP)" it may be the unit's."""
    name = text[candidate.start : candidate.end]
    foreign = FOREIGN.match(text, candidate.end)
    if foreign and candidate.key is None and candidate.subtype != "Court":
        of_another = OF.search(text, max(0, candidate.start - 40), candidate.start)
        return None if of_another and not _abbreviates_part(foreign[1], name) else foreign[1]
    match = IN_BRACKETS.match(text, candidate.end) or BEFORE_BRACKET.search(
        text, max(0, candidate.start - 16), candidate.start
    )
    return match.group(1) if match and _abbreviates_part(match.group(1), name) else None


def _abbreviates_part(short: str, name: str) -> bool:
    """Whether it abbreviates the name or its last words: "South West … Crime Unit (ROCU)"."""
    words = name.split()
    return any(abbreviates(short, " ".join(words[i:])) for i in range(max(1, len(words) - 1)))


def _mentions(text: str, short: str, long: Candidate) -> Iterator[Candidate]:
    for match in re.finditer(rf"(?<![\w@#/.-]){re.escape(short)}(?![\w/]|\.\w)", text):
        yield Candidate(
            match.start(),
            match.end(),
            "Agency",
            "agencies.introduced",
            weight=long.weight,
            key=long.key,
            subtype=long.subtype,
            name=long.name or text[long.start : long.end],
        )


def _keyed(text: str, candidate: Candidate, acronyms: dict[int, Candidate]) -> Candidate:
    """A name that the report itself says a listed acronym stands for is the listed body."""
    match = IN_BRACKETS.match(text, candidate.end)
    if candidate.key is not None or match is None or match.start(1) not in acronyms:
        return candidate
    listed = acronyms[match.start(1)]
    abbreviated = _abbreviates_part(match.group(1), text[candidate.start : candidate.end])
    if not abbreviated and candidate.subtype == "Team":
        return candidate
    return replace(candidate, key=listed.key, subtype=listed.subtype)


def _lengthened(
    text: str, candidate: Candidate, plain: dict[int, str], longest: list[Candidate]
) -> Candidate:
    """The candidate under the longest name that says the same, or that ends as it does."""
    own = plain[candidate.start]
    may_end = (
        candidate.subtype == "Team"
        or text[candidate.start].islower()
        or candidate.rule == "agencies.trading-standards"
    )
    for other in longest:
        full = plain.get(other.start) or _plain(text, other)
        opens = full.startswith(own + " ") and _may_open(candidate, other, own)
        if full == own or opens or (may_end and full.endswith(" " + own)):
            name = other.name or text[other.start : other.end]
            return replace(candidate, key=other.key, name=name, subtype=other.subtype)
    return candidate


def _may_open(candidate: Candidate, other: Candidate, own: str) -> bool:
    """Whether a longer name may be the same body's: "DEA Anytown" of "DEA Anytown Field Office"."""
    if candidate.rule == "agencies.outpost":
        return other.rule == "agencies.field-office"
    if candidate.subtype == other.subtype == "Court":
        return own.endswith(" magistrates")
    return candidate.rule == other.rule == "agencies.attorney"


def _plain(text: str, candidate: Candidate) -> str:
    """The words of a name in small letters, unit acronyms written out, without apostrophes."""
    surface = text[candidate.start : candidate.end].lower()
    words = WORDS.findall(surface.replace("'", "").replace("’", "").replace("&", "and"))
    plain = POLICE.sub("police", " ".join(ACRONYMS.get(word, word) for word in words))
    if candidate.rule == "agencies.attorney":
        return DISTRICT.sub("", STATES.sub("us", plain.replace("offices", "office")))
    return FIELD.sub("", plain)
