"""Where a report says that people live: "Ann Bell, 50, of Saltby", "Saltby man Joe Bell"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.annotate.claims.stating import by_sentence, claim
from kg.annotate.claims.whereabouts import at_home
from kg.annotate.claims.whereabouts.extent import STREET, extent
from kg.annotate.draft import Draft
from kg.model import Claim, Mention

# An age, or a date of birth: ", aged 30,", "(30)", "(01/02/1990)", "born 1 February 1990".
BORN = r"(?:(?:[Dd]\.?[Oo]\.?[Bb]\.?:? ?|born )?\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})"
AGE = (
    rf"(?: ?,? ?\(?(?:(?:then|now|also|both|all|each) )?(?:aged?,? )?"
    rf"(?:{BORN}|\d{{1,3}}(?:[- ]years?(?:[- ]old)?|yrs)?)\)?(?: ?\({BORN}\))?)?"
)
# Between age and home: "of no fixed abode but from Saltby".
UNFIXED = r"(?:of no fixed (?:abode|address),? (?:but|and) )?"
# An alias before may stand in quotation marks: "aka “Foxy,” 30, of Saltby".
LIVES = re.compile(
    rf"(?:,?[\"”’'])?\)?(?:,? who (?:is|was)(?= (?:aged )?\d))?(?: [–-])?{AGE},?(?: [–-])? ?"
    r"(?:(?:an?|unemployed|retired)\b[\w -]{0,40}?,? )?"
    rf"(?:who (?:is|was|are|were) )?(?:both |all |each |and )?{UNFIXED}"
    r"(?:formerly |previously |originally |currently |also |now |then )?"
    r"(?:of|from|based in|who (?:lives|lived|resides|resided|was living) (?:in|at|on)"
    r"|living (?:in|at|on)|residing (?:in|at)|(?:a )?residents? of|with an address (?:in|at|on))"
    r"(?: (?:the|an address (?:in|at|on)|(?:flat|Flat|apartment) \w+,"
    r"|the (?:area|town|city|village) of|number))*"
    r"(?: \d+[a-zA-Z]?,?)? "
)
BULLET = re.compile(
    rf"\)?,? ?\(?(?:aged? )?(?:{BORN}|\d{{1,3}})\)?(?: years old)?(?: ?\({BORN}\))?"
    r"(?:,| -| –|;|:)? (?:\d+[a-z]? )?"
)
JOINED = re.compile(rf"{AGE},?(?: and| &|;)? ?")
# The same where the words after say of each: "Lee Ito, 30, a driver, and Ann Bell, both of …".
EACH = re.compile(rf"{AGE}(?:, an? [a-z][a-z -]{{2,30}})?,? (?:and|&) ")
OF_EACH = re.compile(r"\b(?:both|all|each)\b")
IN_A_STATE = re.compile(r", (?:[A-Z]{2}|[A-Z][a-z]{1,8}\.)(?=[,;.\s])")  # "Anytown, CA;"
AND = re.compile(r",? (?:and|&) ")
NOUN = (
    r"(?:man|woman|teenager|teen|boy|girl|resident|couple|father|mother|brothers?|dealers?|pair|duo|men"
    r"|women|businessman|businesswoman|driver|drug dealers?|gangster|dad|mum|national)"
)
ATTRIBUTED = re.compile(rf"(?:-based)? {NOUN},? (?:named |called )?", re.IGNORECASE)
ONE_PERSON = re.compile(
    r"(?:-based)? (?:drug[s-]? )?(?:man|woman|teenager|teen|resident|father|mother|dealer"
    r"|businessman|driver|gangster|dad|mum|drug dealer|boy|girl|money launderer|pensioner"
    r"|paedophile|burglar)\b",
    re.IGNORECASE,
)

SAME = re.compile(rf"{AGE},? (?:also |and )?(?:of|from|at) the same (?:address|house|flat|street)")
REACH = 30  # characters from a town to the end of what it lies in


def find(draft: Draft) -> Iterator[Claim]:
    told = [c for mentions in by_sentence(draft).values() for c in _in_sentence(draft, mentions)]
    yield from _of_the_same(draft, told)
    told += at_home.find(draft, {claim_.subject for claim_ in told})
    yield from told
    yield from _of_the_only_one(draft, {claim_.subject for claim_ in told})


def _of_the_same(draft: Draft, told: list[Claim]) -> Iterator[Claim]:
    """Those who live where the person before them does: "Lee Ito, 30, of the same address"."""
    homes = sorted(told, key=lambda c: c.stated.end)
    for mention in draft.mentions:
        if _is_person(draft, mention) and SAME.match(draft.text, mention.end):
            before = [c for c in homes if c.stated.end <= mention.start]
            if before:
                home = before[-1]
                span = (home.stated.start, home.stated.end)
                yield claim(draft, mention.entity, "livesIn", home.object, span, "people.same")


def _in_sentence(draft: Draft, mentions: list[Mention]) -> Iterator[Claim]:
    for index, (first, second) in enumerate(pairwise(mentions)):
        between = draft.text[first.end : second.start]
        if _is_person(draft, first) and _is_place(draft, second):
            if LIVES.fullmatch(between) or _is_listed(draft, between, second):
                joint = EACH if OF_EACH.search(between) else JOINED
                for person in _joined(draft, mentions, index, joint):
                    yield _claim(draft, person, second, "people.lives")
        elif _is_place(draft, first) and _is_person(draft, second):
            named = _named_with(draft, mentions, index + 1) if ATTRIBUTED.fullmatch(between) else ()
            for person in named:
                yield _claim(draft, person, first, "people.attributed")


def _is_listed(draft: Draft, between: str, home: Mention) -> bool:
    """Whether a home follows an age without "of": a street, or a town with its state."""
    if not BULLET.fullmatch(between):
        return False
    return extent(draft, home) == STREET or IN_A_STATE.match(draft.text, home.end) is not None


def _joined(
    draft: Draft, mentions: list[Mention], last: int, joint: re.Pattern[str]
) -> Iterator[Mention]:
    """The people of a list whose last one's home is told: "A, 30, and B, 31, both of …"."""
    yield mentions[last]
    while last > 0 and _is_person(draft, mentions[last - 1]):
        gap = draft.text[mentions[last - 1].end : mentions[last].start]
        if not (JOINED.fullmatch(gap) or joint.fullmatch(gap)):
            return
        last -= 1
        yield mentions[last]


def _named_with(draft: Draft, mentions: list[Mention], first: int) -> Iterator[Mention]:
    """The person named first, and those joined to them by "and"."""
    yield mentions[first]
    for previous, mention in pairwise(mentions[first:]):
        gap = draft.text[previous.end : mention.start]
        if not (_is_person(draft, mention) and AND.fullmatch(gap)):
            return
        yield mention


def _end_of_address(draft: Draft, home: Mention) -> int:
    """Where the home ends with what it lies in: "Saltby, Anystate," before "man"."""
    whole = next(iter(draft.mentions_in(home.end, home.end + REACH, "Place")), None)
    if whole is None or draft.text[home.end : whole.start] != ", ":
        return home.end
    return whole.end + draft.text.startswith(",", whole.end)


def _of_the_only_one(draft: Draft, found: set[int]) -> Iterator[Claim]:
    """The one person of a report that speaks of "a Saltby man"."""
    people = {m.entity for m in draft.mentions if _is_person(draft, m)}
    if len(people) != 1 or people & found:
        return
    for mention in draft.mentions:
        if not _is_place(draft, mention):
            continue
        if ONE_PERSON.match(draft.text, _end_of_address(draft, mention)):
            person = next(m for m in draft.mentions if m.entity in people)
            yield _claim(draft, person, mention, "people.only-one", 0.7)
            return


def _claim(
    draft: Draft, person: Mention, home: Mention, rule: str, confidence: float = 0.9
) -> Claim:
    span = (home.start, home.end)
    return claim(draft, person.entity, "livesIn", home.entity, span, rule, confidence=confidence)


def _is_person(draft: Draft, mention: Mention) -> bool:
    return draft.entities[mention.entity].type == "Person"


def _is_place(draft: Draft, mention: Mention) -> bool:
    return draft.entities[mention.entity].type == "Place"
