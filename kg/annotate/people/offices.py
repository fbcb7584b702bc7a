"""Posts in words beside a name: "Anna Berg, head of fraud", "NCA branch commander Lee Ito"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Literal

import msgspec

from kg.annotate.people.page import Page
from kg.annotate.people.rules import given_names
from kg.model import EntityType
from kg.rules import load, rules_file

Kind = Literal["public", "either", "private"]

HONOURS = r"(?: (?:BEM|CBE|DL|JP|KPM|MBE|MP|MSP|OBE|QGM|QPM))*"  # after a name
LEAD = re.compile(
    HONOURS + r"(?:,? who (?:is|was|has been)|,? is| [-–]|,| \()(?: also| now| currently)? "
    r"(?=[A-Za-z])(?:(?:the|an?|our|its|their|another) )?"
)
STOP = re.compile(
    r"[.;:\"“”\n()!?]|, |,$| [-–] |\s(?:said|says|added|adds|told|commented|explained|stated|who"
    r"|which|that|has|have|had|was|were|is|are|will|announced|noted|warned|welcomed|praised"
    r"|for (?:\d+|the (?:past|last)|more than|over|almost|nearly)|highlighted|described|thanked"
    r"|as (?:his|her|their|he|she|they))\b"
)
ABBREVIATED = re.compile(r"(?:\b[A-Z]|\bSt|\bDr|\bMr|\bInsp|\bSupt)$")
BREAK = re.compile(
    r".*(?:(?:[;:\"“”\n()!?]|(?<![A-Z])\.)(?=\s)|[\"“”\n(]|, (?=\S)"
    r"|\b(?:said|says|added|by|told|with|from|as|when|where|while|that|but)\s"
    r"|(?<!dviser )(?<!dvisor )(?<!ssistant )(?<!eputy )\bto\s"
    r"|\b[a-z][\w'’-]*,? and\s|\band\s(?=[a-z]))",
    re.DOTALL,
)
INTERVENING = re.compile(
    r"\b(?:of|for|at|in|from|on|with|by|to|and|was|is|were|has|had|said|which|who|where|when|as|then|not)\b"
)
COMPLEMENT = re.compile(
    r"(?:\s(?:of|for|at|in|on|with|from|within)\s[^,\s][^,]*|(?:\s[A-Z][\w&'’-]*){1,5})?,?\s*\Z"
)
JOINED = re.compile(r"(?:[;:.)(\"“”]|\b(?:and|or|with|by|to))\s*\Z|[;:.)\"“”]\s*\Z")
BODY_NEXT = re.compile(r", (?:the )?(?=[A-Z])")
AND = re.compile(r",? and (?:is )?(?:also )?(?:the |an? )?")
CAPITALS_JOINED = re.compile(r"\b([A-Z][\w-]*,?) (?:and|&) (?=[A-Z])")
OF_BODY = re.compile(r",? (?:from|of|for|with) (?:the )?(?=[A-Z])")
# "The site's alleged administrator": who is accused of running something holds no office.
ACCUSED = re.compile(r"\b(?:alleged|suspected|convicted|accused)\b")
# "A senior member of the prison gang": the words around it make no such post one of office.
CRIMINAL = re.compile(
    r"\b(?:of|for|in|from) (?:the |an? )?(?:[\w-]+ ){0,4}(?:gang|cartel|mafia|OCG)\b"
)
# "The agency's director": a body that the words before have named.
OWNING = re.compile(r"(?P<body>(?:\b[Tt]he |\b[Oo]ur |^)(?:agency|bureau|department))['’]s ")
# "Chair of a community trust": neither is one of those who run a charity, a club, a school.
CIVIL = re.compile(
    r"\b(?:of|for|at) (?:the |an? )?(?:[\w'’-]+ ){0,5}?(?:trust|charity|foundation|society"
    r"|university|college|school|club|church|mosque|council of faiths)\b"
)
LEADS = re.compile(
    r",? who (?:is )?(?:heads|leads|heading|leading)(?: up)? (?:the |our )?(?:[A-Z][\w']+ )?"
    r"(?P<unit>(?:[a-z]+ )?(?:investigation|team|unit|squad|branch)\b)?"
)
NAME = re.compile(r" (?P<word>[A-Z]\w+) [A-Z]")
AREA_AND_NAME = re.compile(r" (?:of|for) (?:the )?[A-Z]\w+ (?P<word>[A-Z]\w+) [A-Z]")
ACRONYM = re.compile(r" \([A-Z][A-Z&-]{1,10}\)")
REACH, LONGEST = 140, 150


class PostHeads(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of posts.yml."""

    id: str
    heads: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Office:
    """A post named in a span: its title runs from `start` to `end`, `head` is its noun."""

    start: int
    end: int
    head_start: int
    head_end: int
    kind: Kind


def office_after(text: str, end: int) -> Office | None:
    """The post in apposition to a name that closes at `end`."""
    lead = LEAD.match(text, end)
    if lead is None:
        return None
    start = lead.end()
    stop = _stop(text, start)
    head = _heads().search(text, start, stop)
    if head is None or INTERVENING.search(_less_posts(text[start : head.start()])):
        return None
    if _names_another(text, head.end()):
        return None
    return Office(start, stop, head.start(), head.end(), _kind(head[0], text[start:stop]))


def office_before(text: str, start: int) -> Office | None:
    """The post that leads up to a name that opens at `start`."""
    first = max(0, start - REACH, text.rfind("\n", 0, start) + 1)
    if text.find(" (", first, start) >= 0:
        text = text[:first] + ACRONYM.sub(_blank, text[first:start])
    if JOINED.search(text, first, start):
        return None
    end = start - len(text[first:start]) + len(text[first:start].rstrip(", "))
    found = BREAK.match(text, first, end)
    opening = found.end() if found else first
    for head in _heads().finditer(text, opening, end):
        if not COMPLEMENT.fullmatch(text, head.end(), start):
            continue
        # "Sheriff Lee Ito and NCA director": what stands before "and" is another's post.
        first = text.rfind(" and ", opening, head.start()) + 5
        if first > opening and _heads().search(text, opening, first):
            opening = first
        if not INTERVENING.search(_less_posts(text[opening : head.start()])):
            return Office(opening, end, head.start(), head.end(), _kind(head[0], text[opening:end]))
    return None


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _names_another(text: str, head_end: int) -> bool:
    """Whether a post goes on to a name, as in "…, NCA director Lee Ito", and so is that one's."""
    following = NAME.match(text, head_end) or AREA_AND_NAME.match(text, head_end)
    return following is not None and following["word"].lower() in given_names()


def offices_in(text: str, whole: Office) -> Iterator[Office]:
    """The single posts of "head of fraud and chair of the board"."""
    start, head_start, head_end = whole.start, whole.head_start, whole.head_end
    for joint in AND.finditer(text, head_end, whole.end):
        head = _heads().search(text, joint.end(), whole.end)
        if head is None or INTERVENING.search(_less_posts(text[joint.end() : head.start()])):
            continue
        yield Office(
            start,
            joint.start(),
            head_start,
            head_end,
            _kind(text[head_start:head_end], text[start : joint.start()]),
        )
        start, head_start, head_end = joint.end(), head.start(), head.end()
    yield Office(
        start,
        whole.end,
        head_start,
        head_end,
        _kind(text[head_start:head_end], text[start : whole.end]),
    )


def _less_posts(words: str) -> str:
    """The words before a head, with "and" kept only where it does not join capitals."""
    return CAPITALS_JOINED.sub(r"\1 ", words).replace("police and crime", "")


def _stop(text: str, start: int) -> int:
    at = start
    while stop := STOP.search(text, at, min(len(text), start + LONGEST)):
        if stop[0] != "." or not ABBREVIATED.search(text, start, stop.start()):
            return stop.start()
        at = stop.end()
    return min(len(text), start + LONGEST)


def _kind(head: str, phrase: str) -> Kind:
    head, phrase = head.lower(), phrase.lower()
    if any(words.search(phrase) for words in (CRIMINAL, ACCUSED, CIVIL)):
        return "private"
    if head in post_heads("public"):
        return "public"
    if head in post_heads("private"):
        return "private"
    return "public" if OWNING.match(phrase) or _policing().search(phrase) else "either"


def holds_office(page: Page, start: int, end: int) -> EntityType | None:
    """Whether a post beside a span makes it an official or another person; None without a post."""
    if _speaks_for(page, end):
        return "Official"
    for office in (office_after(page.text, end), office_before(page.text, start)):
        if office is None:
            continue
        further = BODY_NEXT.match(page.text, office.end)
        reach = further.end() + 1 if further else office.end
        if office.kind == "public" or (
            office.kind == "either" and page.has_body(office.start, reach)
        ):
            return "Official"
        return "Person"
    return None


def _speaks_for(page: Page, end: int) -> bool:
    """Whether a name goes on "from Europol" or "who leads the unit"."""
    of = OF_BODY.match(page.text, end)
    if of is not None:
        return page.has_body(of.end(), of.end() + 1)
    leads = LEADS.match(page.text, end)
    return leads is not None and bool(leads["unit"] or page.has_body(leads.end(), leads.end() + 1))


@cache
def post_heads(kind: str) -> frozenset[str]:
    """The heads of one row of posts.yml."""
    rows = {row.id: row for row in load(rules_file("posts"), PostHeads)}
    return frozenset(rows[kind].heads)


@cache
def _heads() -> re.Pattern[str]:
    heads = post_heads("public") | post_heads("either") | post_heads("private")
    longest_first = sorted(heads, key=lambda head: (-len(head), head))
    return re.compile(rf"(?i)\b(?:{'|'.join(map(re.escape, longest_first))})\b(?!-)")


@cache
def _policing() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(post_heads('policing'))))})\b")
