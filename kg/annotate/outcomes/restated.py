"""What a report tells again: a figure of its title, a total's parts, the same person's arrest."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Literal

from kg.annotate.outcomes.offences import offence_of
from kg.annotate.outcomes.passages import Told
from kg.model import Comparator

Taken = Literal["again", "part"]  # of people told of before: all of them, or some

COMMON = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "to",
        "and",
        "with",
        "for",
        "in",
        "all",
        "both",
        "his",
        "her",
        "their",
        "count",
        "counts",
    ]
)
YEAR = Decimal(12)  # months
FEW = 3  # as many in the lead and in what follows are the same, wherever they were
LEAD = 5  # sentences, with the title
ABOVE = Decimal("0.2")  # and how far above
ROUNDED = Decimal("0.15")  # how far "more than 400" may be from the 438 that it rounds


def less_restated(told: Iterable[Told]) -> list[Told]:
    """What is told for the first time, in the order of the text."""
    ledger = Ledger()
    for one in told:
        ledger.enter(one)
    return [t for t in ledger.kept if not _is_overtaken(t, ledger.kept)]


def less_restated_terms(told: Iterable[Told]) -> list[Told]:
    """Sentences without those told again: one a person, an exact term before a rounded one."""
    kept: list[Told] = []
    for one in told:
        rounded = [t for t in kept if _same_people(t, one) and _rounds(t, one)]
        if rounded:
            kept[kept.index(rounded[0])] = one
        elif not any(_same_sentence(one, t) for t in kept):
            kept.append(one)
    return [t for t in kept if not _is_term_of_a_name(t, kept)]


def with_total_of_title(titled: Iterable[Told], body: list[Told]) -> list[Told]:
    """What the body tells, after the number in the title where the body only tells its parts."""
    counted = [t for t in body if t.quantity is not None and not t.is_weak]
    new = {t.subject.persons or t.start: t.quantity or Decimal(0) for t in counted}
    if any(t.kind != "Arrest" and not t.subject.persons for t in counted):
        return body
    for told in titled:
        exact = told.comparator == "exactly" and told.quantity is not None
        if exact and len(new) > 1 and sum(new.values()) == told.quantity:
            return [told, *body]
    return body


@dataclass(slots=True)
class Total:
    """People counted together, and how many of them no later words have told of yet."""

    count: Decimal
    room: Decimal
    ages: set[int]
    sentence: int
    places: frozenset[int]
    comparator: Comparator


@dataclass(slots=True)
class Ledger:
    """What has been told so far of one kind of outcome."""

    kept: list[Told] = field(default_factory=list)
    totals: list[Total] = field(default_factory=list)
    persons: dict[int, list[Told]] = field(default_factory=dict)

    def enter(self, told: Told) -> None:
        is_new = self._is_new_of_persons if told.subject.persons else self._is_new_count
        if is_new(told):
            self.kept.append(told)

    def _is_new_of_persons(self, told: Told) -> bool:
        known = [t for p in told.subject.persons for t in self.persons.get(p, ())]
        if told.is_weak and (known or self.totals):
            return False
        if told.kind == "Conviction" and self._sums_up(told):
            return False
        same = next((t for t in known if _same_case(told, t)), None)
        if same is not None:
            self._say_more(same, told)
            return False
        for person in told.subject.persons:
            self.persons.setdefault(person, []).append(told)
        self._take(told)
        return True

    def _sums_up(self, told: Told) -> bool:
        """Whether each of several people has been told of before: "they pleaded guilty"."""
        persons = told.subject.persons
        if len(persons) == 1 or told.is_further or told.is_also:
            return False
        return all(any(t.subject.is_singular for t in self.persons.get(p, ())) for p in persons)

    def _fill(self, total: Total, told: Told) -> None:
        """Let a figure told again say where and by whom, if it did not."""
        for index, kept in enumerate(self.kept):
            if kept.sentence == total.sentence and kept.quantity == told.quantity:
                self.kept[index] = _filled(kept, told)

    def _say_more(self, earlier: Told, told: Told) -> None:
        """Let later words that tell the offence at more length take the place of earlier ones."""
        more = len(told.offence or "") > len(earlier.offence or "")
        told = _filled(told, earlier)
        if more and told.subject.persons == earlier.subject.persons and earlier in self.kept:
            self.kept[self.kept.index(earlier)] = told
            for person in told.subject.persons:
                known = self.persons[person]
                self.persons[person] = [told if t is earlier else t for t in known]

    def _is_new_count(self, told: Told) -> bool:
        if (told.is_weak or told.subject.is_back) and (self.totals or self.persons):
            return False
        if self._counts_all_named(told):
            return False
        taken = self._take(told)
        if taken and not self._tells_more(told, taken):
            return False
        count, ages = told.subject.count, set(told.subject.ages)
        room = Decimal(0) if ages or taken else count
        places = frozenset(told.places)
        self.totals.append(Total(count, room, ages, told.sentence, places, told.comparator))
        return True

    def _tells_more(self, told: Told, taken: Taken) -> bool:
        """Whether words tell of more people: "another two"; of a total's part by its place alone.

        Those arrested whom ages describe may "also" be of those counted before.
        """
        if told.is_further:
            return True
        if self._is_elsewhere(told):
            return not (taken == "again" and told.subject.count >= FEW and len(self.totals) == 1)
        if told.kind == "Arrest" and taken == "part" and told.subject.ages:
            return False
        return told.is_also

    def _counts_all_named(self, told: Told) -> bool:
        """Whether it only counts those whom the report has named before: "we charged four"."""
        if told.is_further or told.is_also or told.subject.ages or told.subject.is_singular:
            return False
        return told.subject.count == len(self.persons)

    def _is_elsewhere(self, told: Told) -> bool:
        """Whether a part of a total has a place of its own."""
        count, ages = told.subject.count, set(told.subject.ages)
        if not told.places or any(
            t.count == count and not t.places and (t.ages & ages or not (t.ages and ages))
            for t in self.totals
        ):
            return False
        return all(t.places.isdisjoint(told.places) for t in self.totals)

    def _take(self, told: Told) -> Taken | None:
        """Whether a total told before has these people in it; they are then taken out of it."""
        count, ages = told.subject.count, set(told.subject.ages)
        for total in self.totals:
            if total.count == count and (not ages or total.ages & ages or total.room >= count):
                self._fill(total, told)
                total.room = max(total.room - count, Decimal(0)) if ages else total.room
                total.ages |= ages
                return "again"
            if total.ages & ages:
                return "again"
        for total in self.totals:
            if total.room >= count and total.sentence != told.sentence:
                if total.comparator != "exactly" and _is_near(count, total.count):
                    continue
                total.room -= count
                return "part"
        return None


def _filled(told: Told, again: Told) -> Told:
    return replace(
        told,
        agency=again.agency if told.agency is None else told.agency,
        place=_place_of(told, again),
        offence=told.offence or again.offence,
    )


def _place_of(told: Told, again: Told) -> int | None:
    """Where it was: as the later words have it, who are more exact than a lead."""
    if again.place is not None and told.sentence < min(again.sentence, LEAD):
        return again.place
    return again.place if told.place is None else told.place


def _same_case(told: Told, earlier: Told) -> bool:
    """Whether one person's outcome is told again; another offence makes another conviction.

    What one of several was charged with tells more than that all of them were charged.
    """
    if told.kind == "Charge" and earlier.offence is None and _is_one_of(told, earlier):
        return told.offence is None
    if told.kind == "Arrest" or _words(told) <= _words(earlier):
        return True
    if told.kind == "Charge" and not (told.is_further or told.is_also):
        return True
    if told.kind == "Conviction" and _is_of_lead(earlier, told):
        return not _is_one_of(told, earlier)
    if _is_other_offence(told, earlier):
        return False
    alike = len(_words(told) & _words(earlier))
    return 2 * alike > len(_words(told))


def _is_other_offence(told: Told, earlier: Told) -> bool:
    """Whether both name an offence, and each another."""
    if told.offence is None or earlier.offence is None:
        return False
    offences = {offence_of(told.offence), offence_of(earlier.offence)}
    return len(offences - {None}) > 1


def _is_of_lead(earlier: Told, told: Told) -> bool:
    """Whether the lead told already, without the offence, what these words tell with it."""
    if earlier.offence is not None or earlier.sentence >= LEAD:
        return False
    return not (told.is_further or told.is_also)


def _is_one_of(told: Told, earlier: Told) -> bool:
    """Whether fewer of the same people are told of."""
    return set(told.subject.persons) < set(earlier.subject.persons)


def _words(told: Told) -> frozenset[str]:
    return frozenset((told.offence or "").lower().split()) - COMMON


def _is_overtaken(told: Told, kept: list[Told]) -> bool:
    """Whether an exact figure, or a name of the same age, tells the same people better."""
    if told.subject.persons:
        return False
    if any(_names(t, told) for t in kept):
        return True
    if told.comparator != "exactly":
        return any(_rounds(told, t) for t in kept)
    ages = set(told.subject.ages)
    return told.subject.is_singular and any(
        t.subject.persons and ages & set(t.subject.ages) for t in kept
    )


def _names(told: Told, unnamed: Told) -> bool:
    """Whether later words name the people whom the lead only counts."""
    if not told.subject.persons or not unnamed.sentence < min(told.sentence, LEAD):
        return False
    return told.quantity == unnamed.quantity and not (
        unnamed.subject.ages or told.is_further or told.is_also
    )


def _rounds(told: Told, exact: Told) -> bool:
    """Whether a figure with a comparator may be the rounding of an exact one."""
    if told.comparator == "exactly" or exact.comparator != "exactly" or told.unit != exact.unit:
        return False
    if told.quantity is None or exact.quantity is None:
        return False
    if told.unit == "months" and told.quantity % YEAR == 0:  # "more than four years"
        return abs(told.quantity - exact.quantity) <= max(told.quantity * ROUNDED, YEAR)
    return _is_near(exact.quantity, told.quantity)


def _is_near(exact: Decimal, rounded: Decimal) -> bool:
    """Whether a number may round another, which "well over 100" does for 119."""
    within = max(rounded * ROUNDED, Decimal(1))
    return -within <= exact - rounded <= max(within, rounded * ABOVE)


def _same_people(told: Told, other: Told) -> bool:
    if told.subject.persons and other.subject.persons:
        return bool(set(told.subject.persons) & set(other.subject.persons))
    return told.subject.is_singular == other.subject.is_singular


def _same_sentence(told: Told, earlier: Told) -> bool:
    """Whether a term is told again: the figure of the same people, or a person's second figure."""
    same = told.quantity == earlier.quantity and told.unit == earlier.unit
    if told.subject.persons and earlier.subject.persons:
        return _same_people(told, earlier) and (
            same or not (told.is_further or told.is_also or earlier.is_further)
        )
    if same or _rounds(told, earlier):
        return not told.subject.persons
    return False


def _is_term_of_a_name(told: Told, kept: list[Told]) -> bool:
    """Whether an unnamed person's term is told again with the name."""
    if told.subject.persons:
        return False
    return any(
        (t.subject.persons and (t.quantity, t.unit) == (told.quantity, told.unit))
        or (told.subject.count <= 1 and _rounds(told, t))
        for t in kept
        if t is not told
    )
