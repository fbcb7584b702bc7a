"""Which words before "team" or "unit" make the name of a body, and which only tell its use."""

from dataclasses import replace

from kg.annotate.agencies.patterns import AgencyPattern, team_words
from kg.annotate.draft import Candidate
from kg.annotate.wording import Word

# What makes a network one of offenders: "Global Fraud Network" in a headline.
CRIMES = frozenset(
    ["crime", "criminal", "cybercrime", "drug", "drugs", "fraud", "laundering", "malware",
     "smuggling", "trafficking"]
)  # fmt: skip
JOINED = (" and ", " & ", " and the ", "/")  # before one of the forces that have a unit together
OFFENDERS = frozenset(["laundering", "malware", "phishing", "ransomware"])  # whose "service" it is


def in_full(text: str, found: list[Candidate]) -> list[Candidate]:
    """The candidates, each unit that the name of its force stands before named with it.

    "Kent Police Burglary Team" is what the "Burglary Team" of the same report is called, too.
    """
    forces = {
        c.end: c.start
        for c in found
        if c.subtype == "PoliceForce" and c.key and not text.endswith(JOINED, 0, c.start)
    }
    names: dict[str, str] = {}
    for unit in found:
        start = forces.get(unit.start - 1)
        if start is not None and text[unit.start - 1] == " " and _is_named(text, unit):
            names.setdefault(text[unit.start : unit.end], text[start : unit.end])
    return [replace(c, name=_full(text, c, names)) if _is_named(text, c) else c for c in found]


def _is_named(text: str, unit: Candidate) -> bool:
    return unit.subtype == "Team" and unit.key is None and text[unit.start].isupper()


def _full(text: str, unit: Candidate, names: dict[str, str]) -> str | None:
    return unit.name or names.get(text[unit.start : unit.end])


def is_unit(words: list[Word], before: int, pattern: AgencyPattern) -> bool:
    """Whether a name of `words`, the first `before` of which lead up to its head, names a body.

    Teams of an operation are the operation's; "Dog Unit" and "support team" tell no body apart.
    In small letters a unit needs two words that say what it is for, or one that says it alone.
    """
    lead = [word.text for word in words[:before]]
    low = [word.lower() for word in lead]
    if "operation" in low or "op" in low or _is_class(low, words[-1].text):
        return False
    if words[-1].text == "Network" and CRIMES.intersection(low):
        return False
    if words[-1].text.lower() == "service" and low[-1:] and low[-1] in OFFENDERS:
        return False
    if pattern.needs_function and not _functions(low) and not _is_safer(low, words[-1].text):
        return False
    if any(word[0].isupper() for word in lead):
        return any(w[0].isupper() and w.lower() not in team_words("generic") for w in lead)
    return pattern.small and not words[-1].text.endswith("s") and _tells_enough(low)


def _is_safer(low: list[str], head: str) -> bool:
    """Whether it is one of the local partnerships called so: "Safer Anytown Partnership"."""
    return low[:1] == ["safer"] and len(low) > 1 and head.lower() == "partnership"


def _is_class(low: list[str], head: str) -> bool:
    """Whether the name is of many bodies: "Regional Organised Crime Units", "local teams"."""
    if head.lower() not in ("teams", "units"):
        return False
    known = team_words("function") | team_words("qualifier") | {"and"}
    if head[0].isupper():
        return "regional" in low
    return known.issuperset(low) or not _functions(low)


def _tells_enough(low: list[str]) -> bool:
    telling = [word for word in low if word not in ("and", "of", "for")]
    if not _functions(low):
        return False
    return len(telling) > 1 or bool(team_words("alone").intersection(low))


def _functions(low: list[str]) -> frozenset[str]:
    return team_words("function").intersection(low)
