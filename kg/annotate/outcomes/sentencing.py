"""Who was sentenced, and to how long: each term of a sentence with the person it was given to."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise

from kg.annotate.outcomes.offences import offence_after
from kg.annotate.outcomes.passages import Passage, Told
from kg.annotate.outcomes.subjects import Subject
from kg.annotate.outcomes.terms import Term, terms

TOGETHER = re.compile(
    r"\b(?:total(?:l?ing|s|led)?|between them|combined|collectively|altogether|in all"
    r"|cumulative)\b",
    re.IGNORECASE,
)
EACH = re.compile(r"\b(?:each|both|respectively|apiece)\b", re.IGNORECASE)
RESPECTIVELY = re.compile(r"\brespectively\b", re.IGNORECASE)
FOR_WHOM = re.compile(r"['’]?s?[- ](?:[\w'’-]+ ){0,6}?(?:for|to|on) (?=\S)")
ITEM = re.compile(r"(?:[-•·*–o] ?|\d+[.)] )?(?:(?:Mr|Mrs|Ms|Miss|Defendant) )?\Z")
LEADING = re.compile(r"\b(?:jailed|sentenced|sentences|imprisoned|prison)\b", re.IGNORECASE)
SENTENCING_OF = re.compile(
    r"\b(?:(?:sentenc(?:ing|es?)|jailing|imprisonment)(?: today| yesterday)? of"
    r"|(?:jail|prison|custodial) (?:terms?|sentences?) for) \Z"
)
ADDED = re.compile(
    r"\b(?:(?:plus|and|with|followed by) (?:an? )?(?:further|additional|extra|another)"
    r"|plus(?: an?)?) \Z"
)
INCLUDED = re.compile(r"\b(?:includ(?:ed|es|ing)|made up of|compris\w+|consist\w+ of)\b")
CONCURRENT = re.compile(r"\bconcurrent")
JOINED_TERMS = re.compile(r", |,? and (?:for |to )?")
LONGEST_ADDED = 30
TWO = 2
FURTHEST = 12  # sentences from an item to what leads to its list
LONGEST_LINE = 100
TOLD = re.compile(r"\b(?:was|were|is|are|has|had|said|will)\b")  # a sentence, no line of a list
NOBODY = Subject(0, 0, Decimal(0))


def sentences(passage: Passage) -> Iterator[Told]:
    """Each term of the sentence with the person to whom it was given."""
    last: Term | None = None
    names = frozenset(s.end for s in passage.subjects if s.persons)
    found = list(
        terms(passage.draft.text, passage.start, passage.end, names=names, led=_is_led(passage))
    )
    if people := _respectively(passage, found):
        for term, person in zip(found, people, strict=True):
            yield from _given(passage, term, person)
        return
    given: list[tuple[Term, Subject]] = []
    for term in found:
        if given and _is_included(passage, given[0][0], term):
            continue
        subject = _whose(passage, term, last)
        if last is None or subject is not None:
            given.append((term, subject or NOBODY))
        elif _is_added(passage, term):
            first, whom = given[-1]
            given[-1] = (_summed(first, term), whom)
        last = term
    for term, whom in given:
        yield from _given(passage, term, whom)


def _is_added(passage: Passage, term: Term) -> bool:
    """Whether a term is served after the other: "12 months plus a further 29 months"."""
    text = passage.draft.text
    if CONCURRENT.search(text, passage.start, passage.end):
        return False
    if TOGETHER.search(text, passage.start, term.start):
        return False
    return (
        ADDED.search(text, max(passage.start, term.start - LONGEST_ADDED), term.start) is not None
    )


def _is_included(passage: Passage, first: Term, term: Term) -> bool:
    """Whether a term is a part of a total: "six years, which included two for theft"."""
    text = passage.draft.text
    if TOGETHER.search(text, passage.start, first.start) is None:
        return False
    return INCLUDED.search(text, first.end, term.start) is not None


def _summed(first: Term, second: Term) -> Term:
    if first.months is None or second.months is None:
        return first
    months = first.months + second.months
    return replace(first, end=second.end, months=months, comparator=second.comparator)


def _respectively(passage: Passage, found: list[Term]) -> list[Subject]:
    """The people to whom as many terms were given one by one; nobody where they differ.

    They are where the words say "respectively", or two terms are joined after two names.
    """
    if len(found) < TWO:
        return []
    text = passage.draft.text
    people = {s.persons: s for s in passage.subjects if s.persons and s.end <= found[0].start}
    told = RESPECTIVELY.search(text, passage.start, passage.end)
    if told is None and not (len(people) == len(found) and _are_joined(text, found)):
        return []
    return list(people.values()) if len(people) == len(found) else [NOBODY] * len(found)


def _are_joined(text: str, found: list[Term]) -> bool:
    """Whether terms stand side by side: "for four years and two years"."""
    return all(JOINED_TERMS.fullmatch(text, a.end, b.start) for a, b in pairwise(found))


def _is_led(passage: Passage) -> bool:
    """Whether it is an item, by its name, of a list that words of sentencing lead to."""
    if _opening(passage) is None:
        return False
    first = max(0, passage.sentence - FURTHEST)
    start = passage.draft.sentences[first].start
    return LEADING.search(passage.draft.text, start, passage.start) is not None


def _whose(passage: Passage, term: Term, last: Term | None) -> Subject | None:
    """The person between verb and term, or after the term, or the subject of its verb.

    None for a further term of the same person: "five years for burglary and two for theft".
    """
    since = max(last.end if last else passage.start, passage.start)
    between = _between(passage, max(since, term.verb[1] if term.verb else since), term.start)
    if between is not None:
        return between
    after = FOR_WHOM.match(passage.draft.text, term.end, passage.end)
    whom = passage.object_at(after.end()) if after else None
    if whom is not None and not passage.cast.is_possessed(whom):
        return whom
    if last is not None and (term.verb == last.verb or term.verb is None):
        return _between(passage, since, term.start)
    if term.verb:
        return passage.subject_of(term.verb[0])
    return _opening(passage) or _on_line_before(passage, term)


def _opening(passage: Passage) -> Subject | None:
    """The person with whose name the sentence opens, as an item of a list does."""
    for subject in passage.subjects[:1]:
        if subject.persons and ITEM.match(passage.draft.text, passage.start, subject.start):
            return passage.group(subject)
    return None


def _on_line_before(passage: Passage, term: Term) -> Subject | None:
    """The person whose name is the line above a term that is a line itself."""
    draft, before = passage.draft, passage.sentence - 1
    if term.start - passage.start > len("- ") or before < 0:
        return None
    line = draft.text[draft.sentences[before].start : draft.sentences[before].end]
    people = [s for s in passage.cast.subjects(before) if s.persons]
    if len(people) != 1 or len(line) > LONGEST_LINE or TOLD.search(line):
        return None
    return (
        people[0] if ITEM.match(line, 0, people[0].start - draft.sentences[before].start) else None
    )


def _between(passage: Passage, start: int, end: int) -> Subject | None:
    for subject in reversed(passage.subjects):
        if (
            start <= subject.start
            and subject.end <= end
            and (subject.persons or start > passage.start)
        ) and not (_is_governed(passage, subject) or passage.cast.is_possessed(subject)):
            return passage.group(subject)
    return None


def _is_governed(passage: Passage, subject: Subject) -> bool:
    """Whether a preposition stands before, but for whose sentencing it tells."""
    if SENTENCING_OF.search(passage.before(subject.start)):
        return False
    return passage.cast.is_governed(subject)


def _given(passage: Passage, term: Term, subject: Subject) -> Iterator[Told]:
    """One a person; one alone where the term is what several were given together."""
    told = Told(
        "Sentencing",
        "sentencing.term",
        passage.sentence,
        term.start if term.verb is None else min(term.verb[0], term.start),
        term.end,
        subject,
        term.months,
        unit="life" if term.months is None else "months",
        comparator=term.comparator,
        offence=offence_after(passage.draft.text, term.end, passage.end, kind="sentence"),
    )
    if len(subject.persons) > 1 and not _together(passage, term, subject):
        for person in subject.persons:
            yield replace(told, subject=replace(subject, persons=(person,), count=Decimal(1)))
    elif len(subject.persons) > 1:
        yield replace(told, subject=replace(subject, persons=()))
    else:
        yield told


def _together(passage: Passage, term: Term, subject: Subject) -> bool:
    text, last = passage.draft.text, min(passage.end, term.end + 40)
    if TOGETHER.search(text, passage.start, last) is None:
        return False
    verb = term.verb[0] if term.verb else passage.start
    return EACH.search(text, max(passage.start, verb - len("were both ")), last) is None
