"""Which words before "team" or "unit" make the name of a body, and which only tell its use."""

from kg.annotate.agencies.patterns import AgencyPattern, team_words
from kg.annotate.wording import Word

# What makes a network one of offenders: "Global Fraud Network" in a headline.
CRIMES = frozenset(
    ["crime", "criminal", "cybercrime", "drug", "drugs", "fraud", "laundering", "malware",
     "smuggling", "trafficking"]
)  # fmt: skip
OFFENDERS = frozenset(["laundering", "malware", "phishing", "ransomware"])  # whose "service" it is


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
    if pattern.needs_function and not _functions(low):
        return False
    if any(word[0].isupper() for word in lead):
        return any(w[0].isupper() and w.lower() not in team_words("generic") for w in lead)
    return pattern.small and not words[-1].text.endswith("s") and _tells_enough(low)


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
