"""What a report tells again: a figure of its title, a total's parts, the same person's arrest."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from kg.annotate.outcomes.passages import Told

YEAR = Decimal(12)


def less_restated(told: Iterable[Told], further: frozenset[int]) -> list[Told]:
    """What is told for the first time; `further` holds the starts of those told as additional."""
    ledger = Ledger(further)
    return [t for t in told if ledger.is_new(t)]


@dataclass(slots=True)
class Total:
    """People counted together, and how many of them no later words have told of yet."""

    count: Decimal
    room: Decimal
    ages: set[int]


@dataclass(slots=True)
class Ledger:
    """What has been told so far of one kind of outcome."""

    further: frozenset[int]
    totals: list[Total] = field(default_factory=list)
    persons: dict[int, list[Told]] = field(default_factory=dict)

    def is_new(self, told: Told) -> bool:
        if told.subject.persons:
            return self._is_new_of_persons(told)
        return self._is_new_count(told)

    def _is_new_of_persons(self, told: Told) -> bool:
        known = [t for p in told.subject.persons for t in self.persons.get(p, ())]
        if told.is_weak and (known or self.totals):
            return False
        if any(_same(told, earlier) for earlier in known):
            return False
        for person in told.subject.persons:
            self.persons.setdefault(person, []).append(told)
        self._take(told.subject.count, set(told.subject.ages))
        return True

    def _is_new_count(self, told: Told) -> bool:
        count, ages = told.subject.count, set(told.subject.ages)
        if told.is_weak and (self.totals or self.persons):
            return False
        if told.start in self.further:
            self.totals.append(Total(count, Decimal(0) if ages else count, ages))
            return True
        if told.subject.is_back and (self.totals or self.persons):
            return False
        if self._take(count, ages) and told.place is None:
            return False
        self.totals.append(Total(count, Decimal(0) if ages else count, ages))
        return True

    def _take(self, count: Decimal, ages: set[int]) -> bool:
        """Whether a total told before has these people in it; they are then taken out of it."""
        for total in self.totals:
            if total.count == count and (not ages or total.ages & ages or total.room >= count):
                total.room = max(total.room - count, Decimal(0))
                total.ages |= ages
                return True
            if total.ages & ages and ages:
                return True
        for total in self.totals:
            if total.room >= count:
                total.room -= count
                return True
        return False


def _same(told: Told, earlier: Told) -> bool:
    """Whether one person's outcome is told again; a conviction of something else is another."""
    return told.kind != "Conviction" or told.offence is None or earlier.offence == told.offence
