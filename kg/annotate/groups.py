"""Criminal groups with a name: mafias, gangs, cartels, drug lines ("the Max line")."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from spacy.tokens import Doc

from kg.annotate.agencies.patterns import team_words
from kg.annotate.draft import Candidate, Draft
from kg.annotate.labels import named
from kg.annotate.named_again import again
from kg.annotate.naming import any_head, heads, lexicon, listed, stop_words
from kg.annotate.places.known import bearers
from kg.annotate.wording import CuedPattern

LISTED = 89
PATTERN = 79
OPEN, CLOSE = r"[\"'“‘]", r"[\"'”’]"
NAME = r"[A-Z][\w-]*(?:['’]\w+)*(?: [A-Z][\w-]*(?:['’]\w+)*)?"
NICKNAME = CuedPattern(
    re.compile(
        r"\b(?:lines?|hotline|networks?|gangs?|groups?|OCGs?|crews?|organi[sz]ations?),?"
        r" (?:(?:which |that )?(?:was |were |is ))?(?:also )?"
        r"(?:known (?:locally |only |simply )?as|called|calling (?:itself|themselves)|named"
        r"|branded|dubbed|operating as|trading as"
        r"|nicknamed|names?:?|under the name(?: of)?|referred to as)(?: the)?"
        rf" {OPEN}?(?P<name>{NAME}(?: [A-Z][\w'’-]*)?)"
    ),
    ("known ", "call", "trading as", "name", "branded", "dubbed", "operating as", "referred to as"),
)
# "the ransomware group Otter", "an outlaw motorcycle gang, the Otters".
SORT = (
    r"(?:(?:outlaw|criminal|crime|ransomware|hacking|hacker|hacktivist|extortion|cyber ?crime"
    r"|cyber-?criminal|drug[- ]trafficking|street|prison|motorcycle|biker|bikie|mafia|armed"
    r"|paramilitary|terrorist|rebel|militant|smuggling|violent) )+"
    r"(?:gang|group|crew|clan|collective|syndicate|cartel|organi[sz]ation|network|club)"
)
SHORT_NAME = r"(?!\d+\b|Operation )[A-Z0-9][\w-]*(?: (?:of |and |& |the )?[A-Z0-9][\w-]*){0,4}"
A_SORT = CuedPattern(
    re.compile(rf"\b{SORT}\b"),
    ("gang", "group", "crew", "clan", "collective", "syndicate", "cartel", "organi", "network"),
)
REACH = 120  # characters before what a group is, in which its name may stand
APPOSED = re.compile(rf"(?:,? (?:the|known as) | ){OPEN}?(?P<name>{SHORT_NAME})")
DESCRIBED = re.compile(
    rf"(?<![\w-])(?P<name>{SHORT_NAME}){CLOSE}?(?: \([^()]*\))?,"
    r" (?:an?|one of the) (?:(?!(?:about|against|and|by|for|from|in|into|of|on|that|to|with)\b)"
    r"[\w'’-]+ ){0,5}?\Z"
)
# "the drugs line 'Otis'", "three lines: 'Otis', 'Rex' and 'Ned'"; "the Otis and Rex lines".
QUOTED = rf"[\"'“‘]{NAME}[\"'”’]"
AFTER_LINE = re.compile(
    r"\b(?:(?:county|drugs?|deal|dealer|phone) lines?|lines"
    rf"|(?:county lines|drugs?) (?:group|network|gang))(?::|,| named| called)?"
    rf" (?P<names>{QUOTED}(?:(?:, (?:and )?| and ){QUOTED})*)"
)
JOINED_LINES = re.compile(
    r"(?<=[Tt]he )(?P<first>[A-Z][\w-]+) and (?P<last>[A-Z][\w-]+)"
    r" (?:(?:drugs?|county|deal|county drugs?) )?lines\b"
)
IN_QUOTES = re.compile(rf"{OPEN}(?P<name>{NAME}){CLOSE}")
TRADE = re.compile(
    r"\b(?:drugs?|county lines?|dealers?|dealing|heroin|cocaine|suppl\w+|ransomware|hack\w+)\b",
    re.IGNORECASE,
)
HEAD = re.compile(r" (?:[a-z]|OCG|MC\b)")  # where the words that say what a group is begin
QUOTES = ('"', "'", "“", "‘")
LARGE = 10_000  # people of a town after which a gang is called by others
SURE = 81
LEAST_TRADE = 4  # words of the trade in a report that is about it


def find(draft: Draft, doc: Doc) -> None:
    draft.candidates += [
        listed(hit, "groups", "CriminalGroup", LISTED) for hit in lexicon("groups").find(draft.text)
    ]
    before = len(draft.candidates)
    found = [*_gangs(draft.text), *_lines(draft), *_nicknames(draft.text), *_apposed(draft.text)]
    places = {draft.text[n.start : n.end] for n in named(doc, "Place")} if found else set()
    bodies = [c for c in draft.candidates if c.type == "Agency"] if found else []
    for rule, first, end in found:
        start = _past_openers(draft.text, first, end)
        if rule == "groups.gang" and " " not in draft.text[start:end]:
            continue  # nothing but the head is left
        if any(body.overlaps(start, end) for body in bodies):
            continue
        quoted = draft.text[start - 1 : start] in QUOTES
        if _is_name(draft.text[start:end], places) and (quoted or not _is_town(draft, start, end)):
            weight = SURE if rule == "groups.apposed" else PATTERN
            draft.candidates.append(Candidate(start, end, "CriminalGroup", rule, weight=weight))
    draft.candidates[before:] = _united(draft.text, draft.candidates[before:])
    whole = [c for c in draft.candidates[before:] if c.rule == "groups.apposed"]
    draft.candidates += again(draft.text, whole, "groups.again")


def _united(text: str, found: list[Candidate]) -> list[Candidate]:
    """The candidates, those that differ only in what the group is called as one group."""
    first: dict[str, str] = {}
    united = []
    for candidate in found:
        surface = text[candidate.start : candidate.end]
        name = first.setdefault(HEAD.split(surface)[0], surface)
        united.append(candidate if name == surface else replace(candidate, name=name))
    return united


def _past_openers(text: str, start: int, end: int) -> int:
    """Where the name starts once "The" or "When", capitalised by the sentence, is left out."""
    word, space, _ = text[start:end].partition(" ")
    while space and word.lower() in team_words("opener"):
        start += len(word) + 1
        word, space, _ = text[start:end].partition(" ")
    return start


def _gangs(text: str) -> list[tuple[str, int, int]]:
    return [("groups.gang", m.start("name"), m.end()) for m in _gang().finditer(text)]


def _lines(draft: Draft) -> list[tuple[str, int, int]]:
    found = []
    matches = list(_line().finditer(draft.text))
    about_drugs = bool(matches) and len(TRADE.findall(draft.text)) >= LEAST_TRADE
    for match in matches:
        sentence = draft.surface(draft.sentences[draft.sentence_at(match.start())])
        if not about_drugs and not TRADE.search(sentence):
            continue
        if match["quoted"]:
            end = match.start("quoted") + len(match["quoted"].removesuffix(" Line"))
            found.append(("groups.line", match.start("quoted"), end))
        else:
            found.append(("groups.line", match.start(), match.end("rest")))
    return [*found, *_listed_lines(draft.text)]


def _listed_lines(text: str) -> Iterator[tuple[str, int, int]]:
    """Names of lines after the word, or before it in the plural."""
    for match in AFTER_LINE.finditer(text):
        for name in IN_QUOTES.finditer(text, *match.span("names")):
            yield "groups.line", *name.span("name")
    for match in JOINED_LINES.finditer(text):
        if TRADE.search(text):
            yield "groups.line", *match.span("first")
            yield "groups.line", *match.span("last")


def _nicknames(text: str) -> list[tuple[str, int, int]]:
    return [("groups.nickname", m.start("name"), m.end("name")) for m in NICKNAME.finditer(text)]


def _apposed(text: str) -> Iterator[tuple[str, int, int]]:
    """Names beside what they are of: "the ransomware group Otter", "Otter, a street gang"."""
    for sort in A_SORT.finditer(text):
        start = sort.start()
        for match in (
            APPOSED.match(text, sort.end()),
            DESCRIBED.search(text, max(0, start - REACH), start),
        ):
            if match and match["name"].split()[0].lower() not in team_words("rank"):
                yield "groups.apposed", *match.span("name")


def _is_town(draft: Draft, start: int, end: int) -> bool:
    """Whether a group is called only by where it is from: "the Saltby drugs gang"."""
    name = HEAD.split(draft.text[start:end])[0]
    return any(
        place.kind != "town" or (place.country == "GB" and place.population > LARGE)
        for place in bearers(name)
    )


def _is_name(surface: str, places: set[str]) -> bool:
    """Whether the capitals before the head name a group, and are no place, people or adjective."""
    name = HEAD.split(surface)[0]
    name = re.split(r"['’]s (?=[A-Z])", name)[-1]  # "Anyshire Police's Serious Crime Group"
    words = name.split()
    low = words[0].lower()
    if name in places or words[0].endswith(("-based", "-led", "-national")):
        return False
    return not (
        low in stop_words("gang")
        or low in stop_words("line")
        or low in team_words("opener")
        or low in team_words("generic")
        or low in team_words("function")
    )


@cache
def _gang() -> CuedPattern:
    name = r"(?:[A-Z][\w'’-]*\w|[A-Z])(?: (?:and |& )?[A-Z][\w'’-]*){0,2}"
    pattern = rf"(?<![\w-])(?P<name>{name}) (?:{any_head('gang')})\b(?! [Ii]njunction)"
    return CuedPattern(re.compile(pattern), heads("gang"))


@cache
def _line() -> re.Pattern[str]:
    """A name in quotation marks before "line" or "gang"; without them, before "line" only."""
    trade = rf"(?i:(?: (?:{any_head('line')}))*)"
    return re.compile(
        rf"[\"'“‘A-Z](?:(?<=[\"'“‘])(?P<quoted>{NAME}){CLOSE}{trade} (?i:line|network|gang|group)\b"
        rf"|(?<![\w-].)(?<=[A-Z])(?P<rest>{NAME.removeprefix('[A-Z]')}?){trade} [Ll]ine\b)"
    )
