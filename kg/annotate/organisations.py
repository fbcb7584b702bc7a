"""Any other named body: helplines, charities, banks, companies; and what the model calls one."""

import re
from bisect import bisect_right
from functools import cache

from spacy.tokens import Doc

from kg.annotate import employers
from kg.annotate.agencies.patterns import team_words
from kg.annotate.draft import Candidate, Draft
from kg.annotate.naming import any_head, lexicon, listed, stop_words

LISTED = 88
PATTERN = 78
KIND = 50
LEGAL = r"(?:,(?= (?:Inc|LL[CP]|L\.L\.C|L[Tt][Dd]|Corp|Co|S\.A|B\.V|GmbH)\b))?"
REST = rf"[\w'’&.-]*{LEGAL} (?:(?:and|&|of|for|the) )*"  # of a word, and what leads to the next
# The first character comes first, so that the search skips to it.
FIRST = rf"[A-Z\d](?<![\w-].)(?:(?<=[A-Z])|\d*[A-Za-z]){REST}"
FURTHER = rf"(?:[A-Z]|\d+[A-Za-z]){REST}"
STREETS = r"(?! (?:Road|Street|Avenue|Lane|Close|Park|Hill|Way|Drive)\b)"
POST = (
    r"(?:Executive|Director|Manager|Head|Member|Chair\w*|Chief|Professor|President|Founder"
    r"|Officer|Councillor|Governor)"
)
# What may stand before a name in capitals without being of it: a post, another body, a headline.
BEFORE_NAME = re.compile(
    rf".* {POST}s? (?:(?:of|for|at|from) )?(?:the )?|{POST}s? (?:of|for|at|from) (?:the )?"
    r"|.* (?:and|&) the "
)
HEADLINE = re.compile(r"\b(?:In|For|To|With|By|At|From|On|Who) ")
MORE = re.compile(r" [A-Z]")
GAP = re.compile(r"(?:['’]s?\b)?[ ,.&]*")
JOIN = re.compile(r"(?:and |& |of |for |the )+")
# One charity, shop or firm by what it is called: "the charity Hopeful", "the Gadgetland store".
NAME = r"[A-Z][\w'’&-]*(?: (?:& |and |of |the )?[A-Z][\w'’&-]*){0,3}"
CALLED = re.compile(
    r"\b(?:charit(?:y|ies)|supermarkets?|retailers?|housing (?:association|provider)s?|[Ff]irms?"
    r"|[Cc]ompan(?:y|ies)|newspapers?|airlines?|couriers?|law firms?|nightclubs?|car dealers?)"
    rf"(?:,? (?:called|named|known as|such as|including))? [\"'“‘]?(?P<name>{NAME})"
)
SHOP = re.compile(
    rf"\b(?:the|a|an|at|in|of|from|into|outside) (?P<name>{NAME})"
    r" (?:stores?|supermarkets?|branch(?:es)?|outlets?|depots?|restaurants?|nightclub"
    r"|warehouses?|petrol stations?|customers?|accounts?"
    r"|employees?|website|newspaper)\b"
)


def find(draft: Draft, doc: Doc) -> None:
    draft.candidates += [
        listed(hit, "organisations", "Organisation", LISTED)
        for hit in lexicon("organisations").find(draft.text)
    ]
    bodies = sorted(
        c.end
        for c in draft.candidates
        if c.type == "Agency" or (c.type == "Organisation" and not MORE.match(draft.text, c.end))
    )
    closed = _closing().search(draft.text) is not None
    for match in _company().finditer(draft.text) if closed else ():
        start = _name_start(draft.text, match.start(), match.end(), bodies)
        if start is not None:
            draft.candidates.append(
                Candidate(
                    start, match.end(), "Organisation", "organisations.suffix", weight=PATTERN
                )
            )
    draft.candidates += _by_kind(draft)
    draft.candidates += list(employers.find(draft))
    draft.candidates[:] = employers.employees(draft)


def _by_kind(draft: Draft) -> list[Candidate]:
    """Names that the report calls a charity's, a firm's, a shop's, and that are no place's."""
    places = {(c.start, c.end) for c in draft.candidates if c.type == "Place"}
    found = []
    for pattern, rule in ((CALLED, "organisations.called"), (SHOP, "organisations.premises")):
        for match in pattern.finditer(draft.text):
            span, first = match.span("name"), match["name"].split()[0].lower()
            if span not in places and first not in team_words("opener") | stop_words("company"):
                found.append(Candidate(*span, "Organisation", rule, weight=KIND))
    return found


def _name_start(text: str, start: int, end: int, bodies: list[int]) -> int | None:
    """Where a name that ends at `end` starts, past posts, other bodies and opening words."""
    other = bisect_right(bodies, end - 1) - 1
    if other >= 0 and bodies[other] > start:
        start = bodies[other]
    gap = GAP.match(text, start, end)
    start = gap.end() if gap else start
    before = BEFORE_NAME.match(text, start, end)
    if before:
        start = before.end()
    while True:
        word = text[start:end].partition(" ")[0]
        join = JOIN.match(text, start, end)
        if join:
            start = join.end()
        elif word.lower() in team_words("opener") and start + len(word) < end:
            start += len(word) + 1
        else:
            break
    surface = text[start:end]
    return None if " " not in surface or HEADLINE.search(surface) else start


@cache
def _closing() -> re.Pattern[str]:
    """A word that closes a name: without one no name need be looked for."""
    return re.compile(rf" (?:{any_head('company')})(?![\w-])")


@cache
def _company() -> re.Pattern[str]:
    name = rf"{FIRST}(?:{FURTHER}){{0,7}}?"
    heads = any_head("company")
    return re.compile(rf"{name}(?:{heads})(?![\w-])(?:(?<=Inc)\.|(?<=Ltd)\.)?{STREETS}")
