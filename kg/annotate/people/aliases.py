"""Other names that a report gives somebody: "Lee Ito, aka Foxy", "the man known as 'Anders'"."""

import re
from collections.abc import Iterator, Sequence

from kg.annotate.draft import Candidate
from kg.annotate.people.page import Page

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
FURTHER = re.compile(r",? (?:and |or |aka |a/k/a |also known as |& )+(?=[\"“'‘A-Z])|,? (?=[\"“])")
QUOTED = re.compile(r"(?:the )?[\"“'‘](?P<name>[^\"“”\n]{2,40}?),?[\"”'’](?!\w)")
PLAIN = re.compile(r"(?:the )?(?P<name>(?:(?:Mr|Mrs|Dr)\. )?[A-Z][\w.-]*(?: [A-Z][\w.-]*){0,3})")
BETWEEN = re.compile(
    r"[,)]?(?: \(?(?:aged )?\d\d\)?,?)?(?: (?:of|from) [^.;\n]{2,60}?,)?(?: who (?:is|was))?"
)
SOMEBODY = re.compile(
    r"(?:-year-old|\b(?:man|woman|national|citizen|suspect|hacker|leader|dealer|boss|trafficker|administrator|fraudster"
    r"|smuggler|defendant|individual|person|user)\b)[^.;:\n]{0,25}\Z"
)
REACH = 90


def find(page: Page, told: Sequence[Candidate]) -> Iterator[Candidate]:
    """The aliases, under the name of whoever of `told` bears them, or under their own."""
    ends = {candidate.end: candidate for candidate in told}
    for call in CALLED.finditer(page.text):
        bearer = _bearer(page, ends, call.start())
        if bearer is None and not SOMEBODY.search(
            page.text, max(0, call.start() - REACH), call.start()
        ):
            continue
        name = page.text[bearer.start : bearer.end] if bearer else None
        for start, end in _listed(page.text, call.end()):
            yield Candidate(
                start, end, bearer.type if bearer else "Person", "people.alias", ALIASED, name=name
            )


def _bearer(page: Page, ends: dict[int, Candidate], at: int) -> Candidate | None:
    """The name that closes right before "aka", but for an age and an address."""
    for end in range(at, max(0, at - REACH), -1):
        if end in ends:
            return ends[end] if BETWEEN.fullmatch(page.text, end, at) else None
    return None


def _listed(text: str, at: int) -> Iterator[tuple[int, int]]:
    while (match := QUOTED.match(text, at) or PLAIN.match(text, at)) is not None:
        yield match.span("name")
        further = FURTHER.match(text, match.end())
        if further is None:
            return
        at = further.end()
