"""Bodies that agencies.yml lists: names, acronyms, handles; guarded acronyms once a name stands."""

import re
from functools import cache

from kg.annotate.agencies.spans import LISTED
from kg.annotate.draft import Candidate
from kg.annotate.wording import Lexicon, first_letters_first
from kg.registry import AgencyRow, agencies

# "Kent Police and Crime Commissioner" is a post, not the force.
COMMISSIONER = re.compile(
    r"(?:\s+(?:and|&)|,(?=\s+fire))\s+(?:fire\s*,?\s*(?:and|&)?\s*)?crime\s+(?:comm|panel)",
    re.IGNORECASE,
)
BARRED = r"\w@#./-"  # before an acronym
ARTICLE = re.compile(rf"(?<![{BARRED}])[Tt]he \Z")
SAFE_LENGTH = 3  # of an acronym that "the" is enough to tell from a word
OTHER_BODY = re.compile(r"\s+(?:Federation|Authority|Museum|Credit Union|Stations?)\b")


def find(text: str) -> list[Candidate]:
    found = [
        _candidate(hit.row, hit.start, hit.end, "name")
        for hit in _names().find(text)
        if not COMMISSIONER.match(text, hit.end) and not OTHER_BODY.match(text, hit.end)
    ]
    found += [
        _candidate(_acronyms()[match.group()], match.start(), match.end(), "acronym")
        for match in _acronym_pattern().finditer(text)
    ]
    return found + _guarded(text, found)


def _guarded(text: str, found: list[Candidate]) -> list[Candidate]:
    """Acronyms with other meanings: of bodies that the report names, or after "the"."""
    owners: dict[str, AgencyRow] = {}
    for candidate in sorted(found, key=lambda c: c.start):
        row = agencies()[(candidate.key or "").partition(":")[2]]
        for acronym in row.acronyms_once_named:
            owners.setdefault(acronym, row)
    guarded = []
    for match in _guarded_pattern().finditer(text):
        alone = (
            _sole_owners() if ARTICLE.search(text, max(0, match.start() - 4), match.start()) else {}
        )
        owner = owners.get(match.group()) or alone.get(match.group())
        if owner is not None:
            guarded.append(_candidate(owner, match.start(), match.end(), "guarded-acronym"))
    return guarded


def _candidate(row: AgencyRow, start: int, end: int, how: str) -> Candidate:
    return Candidate(
        start,
        end,
        "Agency",
        f"agencies.{how}",
        weight=LISTED,
        key=f"agency:{row.id}",
        subtype=row.type,
    )


@cache
def _names() -> Lexicon[AgencyRow]:
    return Lexicon(
        {
            name: row
            for row in agencies().values()
            for name in (row.name, *row.aliases, *row.handles)
        }
    )


@cache
def _acronyms() -> dict[str, AgencyRow]:
    return {acronym: row for row in agencies().values() for acronym in row.acronyms}


@cache
def _acronym_pattern() -> re.Pattern[str]:
    longest_first = sorted(_acronyms(), key=lambda a: (-len(a), a))
    return re.compile(rf"{first_letters_first(longest_first, not_after=BARRED)}(?![\w/]|\.\w)")


@cache
def _sole_owners() -> dict[str, AgencyRow]:
    """The guarded acronyms that one body alone claims, and that are long enough to trust."""
    claims: dict[str, list[AgencyRow]] = {}
    for row in agencies().values():
        for acronym in row.acronyms_once_named:
            claims.setdefault(acronym, []).append(row)
    return {a: rows[0] for a, rows in claims.items() if len(rows) == 1 and len(a) >= SAFE_LENGTH}


@cache
def _guarded_pattern() -> re.Pattern[str]:
    acronyms = {a for row in agencies().values() for a in row.acronyms_once_named}
    longest_first = sorted(acronyms, key=lambda a: (-len(a), a))
    names = first_letters_first(longest_first, not_after=BARRED)
    return re.compile(rf"{names}(?![\w/-]|\.\w| Office)")
