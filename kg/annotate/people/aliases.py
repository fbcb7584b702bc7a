"""Other names that a report gives somebody: "Lee Ito, aka Foxy", "the man known as 'Anders'"."""

import re
from collections.abc import Iterator, Sequence

from kg.annotate.draft import Candidate
from kg.annotate.people.evidence import age_after
from kg.annotate.people.page import Page
from kg.model import EntityType

ALIASED = 78
ABBREVIATED = r"a\.k\.a\.?|aka|AKA|A\.K\.A\.?|[af]/k/a"
KNOWN = (
    r"(?:(?:also|better|otherwise|formerly) )?known(?: online| locally| on the platform)? (?:as|by)"
)
NAMED = (
    r"(?:using|used|went by|with|under|and) the (?:online )?"
    r"(?:name|alias|nickname|moniker|handle|street name|pseudonym|username)s?(?: of)?"
)
CALLED = re.compile(
    rf"[,(]?\s?(?:\(|\b)(?:who (?:is|was) )?"
    rf"(?:{ABBREVIATED}|{KNOWN}|{NAMED}|nicknamed|dubbed|alias(?:es)?|née),?:? "
)
NAMELESS = re.compile(r"(?:known (?:online |locally )?as|nicknamed|dubbed|the alias(?: of)?) ")
FURTHER = re.compile(r",? (?:and |or |aka |a/k/a |also known as |& )+(?=[\"“'‘\w])|,? (?=[\"“])")
QUOTED = re.compile(r"(?:the )?[\"“'‘](?P<name>[^\"“”\n]{2,40}?),?[\"”'’](?!\w)")
PLAIN = re.compile(r"(?:the )?(?P<name>(?:(?:Mr|Mrs|Dr)\. )?[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,3})")
HANDLE = re.compile(r"(?P<name>\w[\w!@.]{2,}?)(?=[,;)]| aka\b)")
BETWEEN = re.compile(
    r"[,)]?(?: \(?(?:aged )?\d\d\)?,?)?(?: (?:of|from) [^.;\n]{2,60}?,)?(?: who (?:is|was))?"
)
SOMEBODY = re.compile(
    r"(?:-year-old|\b(?:man|woman|national|citizen|suspect|hacker|leader|dealer|boss|trafficker"
    r"|administrator|fraudster|smuggler|defendant|individual|person|user)\b)[^.;:\n]{0,25}\Z"
)
REACH = 90


def find(page: Page, told: Sequence[Candidate]) -> Iterator[Candidate]:
    """The aliases, under the name of whoever of `told` bears them, or under their own."""
    done: set[int] = set()
    for bearer in told:
        between = BETWEEN.match(page.text, bearer.end)
        call = CALLED.match(page.text, between.end() if between else bearer.end)
        if call is not None:
            done.add(call.end())
            name = page.text[bearer.start : bearer.end]
            yield from _aliases(page, call.end(), bearer.type, name)
    for call in NAMELESS.finditer(page.text):
        before = max(0, call.start() - REACH)
        if call.end() not in done and SOMEBODY.search(page.text, before, call.start()):
            yield from _aliases(page, call.end(), "Person", None)


def _aliases(page: Page, at: int, type_: EntityType, name: str | None) -> Iterator[Candidate]:
    for start, end in _listed(page.text, at):
        age = age_after(page.text, end)
        yield Candidate(start, end, type_, "people.alias", ALIASED, name=name, age=age)


def _listed(text: str, at: int) -> Iterator[tuple[int, int]]:
    while (match := _name_at(text, at)) is not None:
        yield match.span("name")
        further = FURTHER.match(text, match.end())
        if further is None:
            return
        at = further.end()


def _name_at(text: str, at: int) -> re.Match[str] | None:
    """An alias in marks, in capitals, or a handle in small letters that a mark closes."""
    return QUOTED.match(text, at) or PLAIN.match(text, at) or HANDLE.match(text, at)
