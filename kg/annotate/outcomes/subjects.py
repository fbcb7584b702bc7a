"""The people of a sentence, named, counted or described: whom an arrest or a sentence may concern.

There is no parser: a subject is words of a known form ("a 34-year-old man", "seven suspects",
"both", a name). What the words stand for is told in `cast.py`.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from kg.annotate.draft import Draft
from kg.annotate.outcomes.numerals import NUMBER, TENS, UNITS, value_of
from kg.annotate.outcomes.person_nouns import person_nouns, plural, singular
from kg.annotate.wording import in_small_letters

DIGIT = "0"  # stands for any
ANY_NUMBER = re.sub(r"\?P<\w+>", "?:", NUMBER)
VERB = (
    r"(?:arrested|charged|convicted|sentenced|jailed|imprisoned|indicted|detained|pleaded|pled"
    r"|admitted)\b"
)
AUXILIARY = r"(?:have|has|had|were|was|are|been|being)\b"
# No noun phrase runs on over these.
NOT_OVER = (
    r"(?!(?:and|or|at|in|on|for|to|by|with|who|whom|was|were|that|which|from|the|an?|after|have"
    r"|has|had|been|is|are|months?|weeks?|days?|years|hours?|addresses|warrants?|of|saw|sees|where"
    r"|when|while|during|but)\b)"
)
MODIFIERS = rf"(?:(?:{NOT_OVER}[\w'’“”\"/-]+|drink (?:and|&) drug) ){{0,6}}?"
MONTH = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
)
NOT_WITHIN = r"(?<![\w£$€.,’'-])"
# "A 42-year-old Tacoma, Washington, man", as prosecutors in America have it.
CITY = r"(?:(?-i:[A-Z])[\w.-]+, (?-i:[A-Z])[\w.]+(?: (?-i:[A-Z])[\w.]+)?,? )?"
OLD = r"\d{1,2}[- ]years?[- ]old"
OLDS = rf"{OLD}s"
AGES_AFTER = re.compile(
    r",?\s*\(?(?:all |both |each )?(?:aged? |ages )?(?:between )?"
    r"((?:1[0-9]|[2-9]\d)(?:(?:, and |, | and | & | or )(?:1[0-9]|[2-9]\d))*)(?![\d£$-])"
)
AGE_WITHIN = re.compile(r"\b(\d\d)[- ]years?[- ]old")
DIGITS = re.compile(r"\d\d")
APPOSED = re.compile(
    r",? ?(?:[-–] )?(?:named |called |identified as )?(?:\d\d[- ]years?[- ]old )?\Z"
)
# "The Sex Offenders Register", "the National Child Team" name no people.
NAMED_SO = re.compile(r"(?<=ffenders)['’]? [Rr]egister|(?<= National) [A-Z]")
DESCRIBED = re.compile(r",? (?:\(?(?:aged )?\d\d\)?, )?(?=an? )", re.IGNORECASE)
AND_ANOTHER = re.compile(r"(?: [\w-]+){0,3},? and (?:an?|one|two|three|\d+|[A-Z])\b")


@dataclass(frozen=True, slots=True)
class Subject:
    """`count` people at `text[start:end]`, of whom `persons` are named; 0 where nobody counts them.

    `is_back` says that the words refer back to people told of before: "the pair", "he".
    """

    start: int
    end: int
    count: Decimal
    persons: tuple[int, ...] = ()
    ages: tuple[int, ...] = ()
    gender: str | None = None
    is_back: bool = False
    is_pronoun: bool = False

    @property
    def is_singular(self) -> bool:
        return self.count == 1


@dataclass(frozen=True, slots=True)
class Reading:
    """A form of words: what its first word may be, and how to read it."""

    openers: frozenset[str]  # a digit opens what NUMBER opens
    pattern: re.Pattern[str]
    read: Callable[[re.Match[str]], Subject]


NUMBERS = frozenset((DIGIT, "a", "an", "half", *UNITS, *TENS))


def subjects_in(draft: Draft, start: int, end: int) -> tuple[Subject, ...]:
    """The subjects of a stretch in order; a description beside its name goes into it."""
    named = list(_named(draft, start, end))
    taken = [(n.start, n.end) for n in named]
    found = list(named)
    lower = in_small_letters(draft.text)
    openings = _openings(lower, start, end)
    for reading in _readings():
        text = draft.text if reading.pattern is _description() else lower
        done = start
        for opener, at in openings:
            if at < done or opener not in reading.openers:
                continue
            match = reading.pattern.match(text, at, end)
            if match is None:
                continue
            done = match.end()
            if NAMED_SO.match(draft.text, done):
                continue
            if all(done <= a or at >= b for a, b in taken):
                taken.append((at, done))
                found.append(_with_ages(draft.text, reading.read(match)))
    return tuple(_without_appositions(draft.text, sorted(found, key=lambda s: s.start)))


def _openings(lower: str, start: int, end: int) -> list[tuple[str, int]]:
    """The words that may open a form, and where: few of a sentence's, so that few are tried."""
    return [
        (match["word"] or DIGIT, match.start()) for match in _opener().finditer(lower, start, end)
    ]


@cache
def _opener() -> re.Pattern[str]:
    openers: frozenset[str] = frozenset().union(*(reading.openers for reading in _readings()))
    words = "|".join(sorted(openers - {DIGIT}))
    return re.compile(rf"{NOT_WITHIN}(?:\d|(?P<word>{words})\b)")


def _named(draft: Draft, start: int, end: int) -> Iterator[Subject]:
    for mention in draft.mentions_in(start, end, "Person"):
        age = draft.entities[mention.entity].age
        ages = () if age is None else (age,)
        yield Subject(mention.start, mention.end, Decimal(1), (mention.entity,), ages)


@cache
def _readings() -> tuple[Reading, ...]:
    """Each form of words, the more telling first, and how to read it.

    All but descriptions, which hold names of towns, are for a text in small letters.
    """
    definite = r"(?P<definite>(?:the|all|these|those|both|our)(?: of)?(?: the| our)? )?"
    definites = frozenset(["the", "all", "these", "those", "both", "our"])
    forms: tuple[
        tuple[Iterable[str], str | re.Pattern[str], Callable[[re.Match[str]], Subject]], ...
    ] = (
        (
            definites | NUMBERS,
            (
                rf"{definite}(?!(?:19|20)\d\d\b){NUMBER}(?![- ]years?[- ]old\b|[- ]most[- ]wanted"
                rf"| {MONTH})"
                rf"(?: of (?:(?:the|those|its|their)(?: {ANY_NUMBER})?|(?<!one of ){ANY_NUMBER}))?"
                r"[- ]"
                rf"{MODIFIERS}(?:co-|ex-)?(?P<noun>{plural()}|{OLDS})\b(?!['’-])"
            ),
            _counted,
        ),
        (("a", "an", "one", "another", "the", "this", DIGIT), _description(), _described),
        (("the",), rf"the {OLD}\b(?! (?:{singular()})\b)", _old),
        (
            ("the", "both", "all", "these", "those"),
            (
                rf"(?:the|both|all(?: of)?(?: the)?|these|those) {MODIFIERS}(?P<noun>{plural()})\b"
                r"(?! of an? )"  # "the members of a gang" were not told of before
            ),
            _group,
        ),
        (
            ("all", "the", "both"),
            (
                rf"(?:all|the) {NUMBER}\b(?! [a-z]*s\b|[- ]year)"
                r"|both\b(?! (?:of|from|aged|in|the|\d\d)\b)"
            ),
            _all,
        ),
        (
            NUMBERS,
            (
                rf"(?<!aged )(?<!age )(?<!\d\d and )(?<!\d\d & )(?!(?:19|20)\d\d){NUMBER}"
                rf"(?: of (?:them|whom|(?:these|those)(?= {VERB} ha)))?"
                rf"(?= (?:more |further )?(?:{AUXILIARY}|{VERB}))"
            ),
            _bare,
        ),
        (
            ("he", "him", "she", "her", "they", "them"),
            (
                r"(?:he|him|she|her(?! (?!with |for |on |after )[a-z0-9])"
                r"|they(?: (?:both|all))?|them(?: (?:both|all))?)\b"
            ),
            _pronoun,
        ),
    )
    return tuple(
        Reading(
            frozenset(openers),
            re.compile(rf"{NOT_WITHIN}{form}") if isinstance(form, str) else form,
            read,
        )
        for openers, form, read in forms
    )


@cache
def _description() -> re.Pattern[str]:
    return re.compile(
        rf"{NOT_WITHIN}(?:(?P<article>an?|one|another|the|this) (?={NOT_OVER})|(?={OLD} ))"
        rf"{MODIFIERS}{CITY}(?:co-|ex-)?(?P<noun>{singular()})\b(?!['’-])"
        rf"(?: and (?P<second>woman|wife|daughter|son|sister|brother|girl|boy)\b(?!['’-]))?",
        re.IGNORECASE,
    )


def _counted(match: re.Match[str]) -> Subject:
    noun = person_nouns().get(match["noun"].lower())
    gender = noun.gender if noun else None
    is_back = bool(match["definite"])
    return Subject(match.start(), match.end(), value_of(match), gender=gender, is_back=is_back)


def _described(match: re.Match[str]) -> Subject:
    noun = person_nouns()[match["noun"].lower()]
    two = match["second"] is not None
    return Subject(
        match.start(),
        match.end(),
        Decimal(noun.together + two),
        gender=None if two else noun.gender,
        is_back=(match["article"] or "a").lower() in ("the", "this"),
    )


def _old(match: re.Match[str]) -> Subject:
    return Subject(match.start(), match.end(), Decimal(1), is_back=True)


def _group(match: re.Match[str]) -> Subject:
    noun = person_nouns()[match["noun"].lower()]
    count = Decimal(2 if match.group().lower().startswith("both") else 0)
    return Subject(match.start(), match.end(), count, gender=noun.gender, is_back=True)


def _all(match: re.Match[str]) -> Subject:
    count = Decimal(2) if match.group().lower() == "both" else value_of(match)
    return Subject(match.start(), match.end(), count, is_back=True, is_pronoun=True)


def _pronoun(match: re.Match[str]) -> Subject:
    word = match.group().lower().split()[0]
    if word.startswith("the"):
        return Subject(match.start(), match.end(), Decimal(0), is_back=True, is_pronoun=True)
    gender = "male" if word.startswith("h") and word != "her" else "female"
    return Subject(
        match.start(), match.end(), Decimal(1), gender=gender, is_back=True, is_pronoun=True
    )


def _bare(match: re.Match[str]) -> Subject:
    return Subject(match.start(), match.end(), value_of(match))


def _with_ages(text: str, subject: Subject) -> Subject:
    within = AGE_WITHIN.findall(text, subject.start, subject.end)
    after = AGES_AFTER.match(text, subject.end)
    if subject.is_pronoun or not (within or after):
        return subject
    ages = within or (DIGITS.findall(after[1]) if after else [])
    return replace(subject, ages=tuple(map(int, ages)))


def _without_appositions(text: str, found: list[Subject]) -> Iterator[Subject]:
    """Yield one subject for a name and the description beside it: "a dealer, John Smith"."""
    held: Subject | None = None
    for subject in found:
        if held is None:
            held = subject
        elif _is_beside(text, held, subject) and subject.persons and not held.persons:
            held = replace(subject, start=held.start, gender=held.gender)
        elif _is_beside(text, held, subject) and held.persons and _closes(text, subject):
            held = replace(held, gender=held.gender or subject.gender)
        elif held.persons and _describes(text, held, subject):
            held = replace(held, end=subject.end)
        else:
            yield held
            held = subject
    if held is not None:
        yield held


def _is_beside(text: str, first: Subject, second: Subject) -> bool:
    if not (first.is_singular and second.is_singular) or first.is_pronoun or second.is_pronoun:
        return False
    if bool(first.persons) == bool(second.persons):
        return False
    return APPOSED.match(text, first.end, second.start) is not None


def _describes(text: str, named: Subject, subject: Subject) -> bool:
    """Whether it tells what somebody is: "Smith, 41, a child carer", not "Smith, a man and …"."""
    if subject.persons or subject.ages or not subject.is_singular or subject.is_pronoun:
        return False
    described = DESCRIBED.match(text, named.end)
    if described is None or described.end() != subject.start:
        return False
    return AND_ANOTHER.match(text, subject.end) is None


def _closes(text: str, subject: Subject) -> bool:
    return text[subject.end : subject.end + 1] in ",)" or text.startswith(
        (" from", " of"), subject.end
    )
