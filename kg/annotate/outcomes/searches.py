"""Searches: warrants executed, addresses searched and raided, people stopped and searched."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from kg.annotate.draft import Draft
from kg.annotate.outcomes.numerals import NUMBER
from kg.annotate.outcomes.premises import one_of, some_of
from kg.annotate.outcomes.quantities import MONTHS, Quantity, quantities
from kg.model import Comparator, Outcome, Stated

STEMS = ("search", "warrant", "raid", "premises were", "visited")
ANY_NUMBER = re.sub(r"\?P<\w+>", "?:", NUMBER)
# No noun phrase runs on over these.
NOT_OVER = (
    r"(?!(?:and|or|at|in|on|for|to|by|with|who|was|were|that|which|from|the|of|after|have|has|had"
    r"|been|during|across|people|arrests?|men|women|officers)\b)"
)
MODIFIERS = rf"(?:{NOT_OVER}[\w’'&/.-]+,? ){{0,4}}?"
ARREST = re.compile(r"\b(?:arrest|bench|european|court|recall|death|extradition)\b", re.IGNORECASE)
DONE = r"(?:executed|carried out|conducted|served|enforced|undertaken|performed|effected|completed)"
DOING = (
    r"(?:execut(?:e|ed|es|ing)|carr(?:y|ied|ying) out|conduct(?:ed|ing)?|serv(?:ed|ing)"
    r"|enforc(?:ed|ing)|undert(?:ook|aking)|perform(?:ed|ing))"
)
SEARCHED = (
    r"(?:search|searched|searching|raided|raiding|visited|visiting|entered|attended"
    r"|search(?:es)?(?: (?:was|were) \w+(?: out)?)? (?:of|at|in|on|across)"
    r"|raids? (?:\w+ ){0,3}(?:of|at|in|on|across)|warrants? (?:[\w’']+ ){0,9}?(?:at|in|on|across))"
)
NOT_POLICE = re.compile(
    r"\b(?:untidy|burglars?|burglary|thie(?:f|ves)|intruders?|stole|missing|search for|search and rescue"
    r"|offenders? (?:then )?(?:searched|entered|raided)|ram[- ]raid|cash machine|body|remains)\b",
    re.IGNORECASE,
)
NOT_DONE = re.compile(
    r"\b(?:will|would|could|can|cannot|may|might|should|must|not|never|if|obtain(?:ed)?|apply|applied"
    r"|powers? to|right to|(?<!operation )(?<!warrant )(?<!warrants )(?<!able )to) (?:be |also |continue to |have )*\Z",
    re.IGNORECASE,
)
STOP = re.compile(r"\bstop(?:s|ped)?\b", re.IGNORECASE)
ENTERED = re.compile(r"(?:searched|raided|visited|entered|searching|raiding)\b", re.IGNORECASE)
OWNED = re.compile(
    r"\b(?:(?P<pronoun>his|her) |(?:[A-Z][\w-]+ )*[A-Z][\w-]+[’']s? |(?=(?:home|house|address|residence|property)"
    r" (?:address )?(?:of|belonging to)))(?:\w+ ){0,2}?(?:home|house|address|residence|property|flat)\b"
    r"(?: (?:address )?(?:of|belonging to)(?: [A-Z][\w’-]+)+)?"
)
LONGEST_OWNED = 60
HOMES = re.compile(
    r"\b(?:warrants|searched|searches|raided)\b[^.;:]{0,20}?\b(?:homes|(?:home )?addresses|houses) of\b",
    re.IGNORECASE,
)
PEOPLE, ADDRESSES = "people", "addresses"


@dataclass(frozen=True, slots=True)
class Search:
    """A search as its words tell it, before repeats are dropped."""

    start: int
    end: int
    quantity: Decimal
    unit: str
    rule: str
    comparator: Comparator = "exactly"
    place: int | None = None
    definite: bool = False
    concerns: tuple[int, ...] = ()


def find(draft: Draft) -> None:
    """Add the searches that the sentences tell of, each figure once."""
    counted = {q.start: q for q in quantities(draft.text) if q.unit is None}
    found = [s for a, b in _sentences(draft) for s in _in_sentence(draft, counted, a, b)]
    if "arrest warrant" in draft.text.lower():
        found = [s for s in found if not s.definite]
    draft.outcomes += [_outcome(draft, s) for s in _less_repeats(found, _end_of_lead(draft))]


def _end_of_lead(draft: Draft) -> int:
    """Where the title and the first sentence end, which sum up what follows."""
    return next((s.end for s in draft.sentences if s.section == "body"), 0)


def _sentences(draft: Draft) -> Iterator[tuple[int, int]]:
    for sentence in draft.sentences:
        text = draft.text[sentence.start : sentence.end].lower()
        if any(stem in text for stem in STEMS) and not NOT_POLICE.search(text):
            yield sentence.start, sentence.end


@cache
def _counted_patterns() -> tuple[tuple[str, re.Pattern[str], str], ...]:
    """(rule, pattern, unit): the number is the group `n`; what the noun is called, `noun`."""
    n, many = rf"(?P<n>{ANY_NUMBER})", some_of("premises")
    forms = (
        ("warrants", rf"{n} {MODIFIERS}(?P<noun>(?:search )?warrants?)\b", ADDRESSES),
        ("stops", rf"{n} {MODIFIERS}(?P<noun>stop(?:[- ](?:and[- ])?search(?:es)?)?s?)\b", PEOPLE),
        ("searches", rf"{n} {MODIFIERS}(?P<noun>searches|raids)\b", ADDRESSES),
        (
            "raided",
            rf"\b{SEARCHED} (?:[\w’']+ ){{0,5}}?{n} {MODIFIERS}(?P<noun>{many})\b",
            ADDRESSES,
        ),
        (
            "searched",
            rf"{n} {MODIFIERS}(?P<noun>{many})\b[^.;:]{{0,60}}?\b(?:was|were|been|being) "
            r"(?:also |all |then |simultaneously )?(?:searched|raided|visited)",
            ADDRESSES,
        ),
        (
            "people",
            rf"{n} {MODIFIERS}(?P<noun>people|men|women|individuals|persons|youths|youngsters)\b"
            r"(?: [\w’'()-]+){0,2}? (?:(?:was|were|been|being) )?(?:also )?(?:stopped (?:and|or) )?searched",
            PEOPLE,
        ),
        (
            "people",
            rf"\b(?:searched|stop and search(?:ed)?|stopped and searched) {n} {MODIFIERS}"
            r"(?P<noun>people|men|women|individuals|persons|youths)\b",
            PEOPLE,
        ),
    )
    return tuple(
        (rule, re.compile(rf"(?<![\w£$€.,-]){form}", re.IGNORECASE), unit)
        for rule, form, unit in forms
    )


@cache
def _single_patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    one = one_of("premises")
    a = r"(?P<a>an?|the|this|another|one|his|her|their|[\w’']+[’']s?)"
    forms = (
        ("warrant", rf"{DOING} {a} {MODIFIERS}warrant\b"),
        (
            "warrant",
            rf"{a} {MODIFIERS}warrant\b[^.;:,]{{0,70}}?\b(?:was|were|being|been|is)? ?{DONE}",
        ),
        ("warrant", rf"(?P<a>)\bwarrants? (?:was |being )?{DONE}"),
        (
            "warrant",
            rf"(?:following|after|during|in|under|with|by|result of) {a} {MODIFIERS}warrant\b",
        ),
        ("searched", rf"\b(?:searched|raided|searching|raiding) {a} {MODIFIERS}(?:{one})\b"),
        ("searched", rf"\bsearch (?:\w+ ){{0,3}}?(?:of|at|on) {a} {MODIFIERS}(?:{one})\b"),
        ("raid", rf"\b(?P<a>an?) {MODIFIERS}raid\b (?:[\w’']+ ){{0,5}}?(?:at|on|in|of)\b"),
        (
            "searched",
            rf"{a} {MODIFIERS}(?:{one})\b[^.;:,]{{0,60}}?\bwas (?:also |then )?(?:searched|raided)",
        ),
    )
    return tuple((rule, re.compile(form, re.IGNORECASE)) for rule, form in forms)


def _in_sentence(
    draft: Draft, counted: dict[int, Quantity], start: int, end: int
) -> Iterator[Search]:
    found = list(_counted(draft, counted, start, end))
    if not found:
        found = list(_at_homes(draft, start, end)) or list(_single(draft, start, end))
    yield from found


def _at_homes(draft: Draft, start: int, end: int) -> Iterator[Search]:
    """Warrants "at the home addresses of" people who are named: as many as they are."""
    for match in HOMES.finditer(draft.text, start, end):
        named = draft.mentions_in(match.end(), end, "Person")
        people = [m for m in named if m.start - match.end() <= LONGEST_OWNED]
        if len(people) > 1:
            concerns = tuple(dict.fromkeys(person.entity for person in people))
            yield Search(
                match.start(),
                people[-1].end,
                Decimal(len(concerns)),
                ADDRESSES,
                "searches.homes",
                concerns=concerns,
            )


def _counted(draft: Draft, counted: dict[int, Quantity], start: int, end: int) -> Iterator[Search]:
    used: set[int] = set()
    for rule, pattern, unit in _counted_patterns():
        for match in pattern.finditer(draft.text, start, end):
            quantity = counted.get(match.start("n"))
            if quantity is None or quantity.unit == MONTHS or quantity.start in used:
                continue
            if used and rule == "raided" and not ENTERED.match(match.group()):
                continue  # the warrants are counted, and the addresses are theirs
            if not _is_search(draft.text, match, start):
                continue
            used.add(quantity.start)
            people = unit == PEOPLE or bool(STOP.search(match.group()))
            yield Search(
                quantity.lead,
                match.end("noun"),
                quantity.value,
                PEOPLE if people else ADDRESSES,
                f"searches.{rule}",
                quantity.comparator,
                _place(draft, match.end("noun"), end),
            )


def _is_search(text: str, match: re.Match[str], start: int) -> bool:
    return not ARREST.search(match.group()) and not NOT_DONE.search(
        text, max(start, match.start() - 30), match.start()
    )


def _single(draft: Draft, start: int, end: int) -> Iterator[Search]:
    done = start
    for rule, pattern in _single_patterns():
        for match in pattern.finditer(draft.text, start, end):
            if match.start() < done or not _is_search(draft.text, match, start):
                continue
            done = match.end()
            yield Search(
                match.start(),
                match.end(),
                Decimal(1),
                ADDRESSES,
                f"searches.{rule}",
                place=_place(draft, match.start(), end),
                definite=rule == "warrant" and match["a"].lower() in ("the", "this", ""),
                concerns=_owner(draft, match, end),
            )


def _owner(draft: Draft, match: re.Match[str], end: int) -> tuple[int, ...]:
    """Whose home was searched: "his house", "at Smith's home", "the home of John Smith"."""
    owned = OWNED.search(draft.text, match.start(), min(end, match.end() + LONGEST_OWNED))
    if owned is None:
        return ()
    if owned["pronoun"]:
        sentence = draft.sentence_at(owned.start())
        from_ = draft.sentences[max(sentence - 1, 0)].start
        people = draft.mentions_in(from_, owned.start(), "Person")
        return (people[-1].entity,) if people else ()
    people = draft.mentions_in(owned.start(), owned.end(), "Person")
    return tuple(dict.fromkeys(person.entity for person in people))


def _place(draft: Draft, start: int, end: int) -> int | None:
    """The first place named from there on in the sentence."""
    places = draft.mentions_in(start, end, "Place")
    return places[0].entity if places else None


def _less_repeats(found: list[Search], lead: int) -> list[Search]:
    """Each figure once; one search among counted ones only if it has a place of its own."""
    kept: list[Search] = []
    for search in sorted(found, key=lambda s: _precedence(s, lead)):
        same = [s for s in kept if s.unit == search.unit]
        if same and (search.definite or (search.quantity == 1 and search.start < lead)):
            continue
        if any(_repeats(search, other) for other in same):
            continue
        kept.append(search)
    return kept


def _repeats(search: Search, other: Search) -> bool:
    if search.quantity == 1:
        return search.place is None or search.place == other.place or other.quantity != 1
    if search.quantity != other.quantity:
        return False
    return search.place is None or other.place is None or search.place == other.place


def _precedence(search: Search, lead: int) -> tuple[bool, bool, bool, int]:
    single = search.quantity == 1
    return (search.definite, single, single and search.start < lead, search.start)


def _outcome(draft: Draft, search: Search) -> Outcome:
    return Outcome(
        Stated(
            draft.sentences_of(search.start, search.end),
            search.start,
            search.end,
            search.rule,
            0.85,
        ),
        "Search",
        draft.text[search.start : search.end],
        quantity=search.quantity,
        unit=search.unit,
        comparator=search.comparator,
        place=search.place,
        concerns=search.concerns,
    )
