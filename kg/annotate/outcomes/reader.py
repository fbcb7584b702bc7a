"""A text with its quantities by where they start, to read phrases from."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.annotate.outcomes.quantities import MONTHS, Quantity


@dataclass(frozen=True, slots=True)
class Reader:
    """What `reader_of` makes of a text."""

    text: str
    in_order: tuple[Quantity, ...]
    by_start: dict[int, Quantity]  # by number and by comparator

    def quantity_at(self, at: int) -> Quantity | None:
        """The quantity that starts at `at`; a length of time measures no thing."""
        found = self.by_start.get(at)
        return None if found is None or found.unit == MONTHS else found

    def quantities_in(self, start: int, stop: int) -> Iterator[Quantity]:
        first = bisect_left(self.in_order, start, key=lambda q: q.start)
        for quantity in self.in_order[first:]:
            if quantity.start >= stop:
                return
            yield quantity


def reader_of(text: str, quantities: Sequence[Quantity]) -> Reader:
    by_start = {q.start: q for q in quantities} | {q.lead: q for q in quantities}
    return Reader(text, tuple(quantities), by_start)
