"""Whom a report's counts concern where it names nobody else: "two men have been charged"."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from kg.annotate.coreference.referents import gender_of
from kg.annotate.draft import Draft
from kg.annotate.outcomes.around import YOUNG
from kg.annotate.outcomes.cast import GROWN
from kg.annotate.outcomes.passages import Told

COURT = ("Charge", "Conviction", "Sentencing")
OF_AGE = 18  # years: those who are younger are not named


@dataclass(frozen=True, slots=True)
class Accused:
    """Those whom a report names as charged, convicted or sentenced, and where it first does."""

    persons: frozenset[int]
    aged: frozenset[int]  # with all whose age it tells
    first: int
    crowded: frozenset[tuple[str, int]]  # kinds and sentences that tell of several people apart


def accused_in(draft: Draft, told: Sequence[Told]) -> Accused:
    """Those whom what is told of the courts concerns."""
    persons = frozenset(p for t in told if t.kind in COURT for p in t.subject.persons)
    aged = {i for i, e in enumerate(draft.entities) if e.type == "Person" and e.age is not None}
    body = draft.mentions_in(draft.report.body_start, len(draft.text), "Person")
    first = next((m.start for m in body if m.entity in persons), len(draft.text))
    apart = Counter((t.kind, t.sentence) for t in told if not t.subject.persons)
    crowded = frozenset(place for place, times in apart.items() if times > 1)
    return Accused(persons, persons | aged, first, crowded)


def with_the_one(draft: Draft, told: Told, accused: Accused) -> Told:
    """What is told of "a man" as told of the only one accused, whom the report then names."""
    if len(accused.persons) != 1 or not told.subject.is_singular or not _may_be(told, accused):
        return told
    (person,) = accused.persons
    return _naming(told, (person,)) if _agrees(draft, told, person) else told


def named_first(draft: Draft, told: Iterable[Told]) -> list[Told]:
    """What is told of people by their names, then what is told of a person named elsewhere.

    Of whom a report tells first that "a man has been convicted", it then tells of what.
    """
    found = list(told)
    described = [t for t in found if _only_describes(draft, t)]
    weak = [replace(t, is_weak=t.is_weak or t.kind == "Conviction") for t in described]
    return [t for t in found if t not in described] + weak


def _only_describes(draft: Draft, told: Told) -> bool:
    """Whether the words call somebody "a man" whom the report names elsewhere."""
    subject = told.subject
    if (
        not (subject.persons and subject.is_singular)
        or subject.is_back
        or told.kind == "Sentencing"
    ):
        return False
    return not draft.mentions_in(subject.start, subject.end, "Person")


def with_all(draft: Draft, told: Told, accused: Accused) -> Told:
    """What is told of a number of people as told of the accused, where they are as many."""
    if told.subject.count <= 1 or told.unit != "people" or not _may_be(told, accused):
        return told
    for persons in (accused.persons, accused.aged):
        if len(persons) == told.subject.count and accused.persons:
            fits = all(_is_among(draft, told, person) for person in persons)
            return _naming(told, tuple(sorted(persons))) if fits else told
    return told


def _may_be(told: Told, accused: Accused) -> bool:
    """Whether it names nobody, and comes before those accused are named or refers back to them."""
    if told.subject.persons or told.is_further or told.is_also:
        return False
    if (told.kind, told.sentence) in accused.crowded:
        return False
    return told.subject.is_back or told.start < accused.first


def _naming(told: Told, persons: tuple[int, ...]) -> Told:
    return replace(told, subject=replace(told.subject, persons=persons))


def _agrees(draft: Draft, told: Told, person: int) -> bool:
    """Whether sex and age leave it open that somebody described is that person."""
    age = draft.entities[person].age
    words = draft.text[told.subject.start : told.subject.end]
    if YOUNG.search(words) and (age or GROWN) >= GROWN:
        return False
    return _is_of_age(told.subject.ages, age) and _is_of_gender(draft, told, person)


def _is_of_age(ages: tuple[int, ...], age: int | None) -> bool:
    if age is None:
        return all(stated >= OF_AGE for stated in ages)
    return not ages or age in ages


def _is_among(draft: Draft, told: Told, person: int) -> bool:
    age, ages = draft.entities[person].age, told.subject.ages
    aged = age is None or len(ages) < told.subject.count or age in ages
    return aged and _is_of_gender(draft, told, person)


def _is_of_gender(draft: Draft, told: Told, person: int) -> bool:
    return told.subject.gender is None or gender_of(draft, person) in (told.subject.gender, None)
