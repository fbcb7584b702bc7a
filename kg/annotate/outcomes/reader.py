"""A text with its quantities by where they start, to read phrases from."""

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from kg.annotate.outcomes.measures import dollar_of
from kg.annotate.outcomes.quantities import MONTHS, Quantity, quantities
from kg.model import Report
from kg.registry import agencies


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


def reader_of(report: Report) -> Reader:
    """The text of a report to read phrases from; its dollars are those of its publisher."""
    publisher = agencies().get(report.publisher or "")
    dollar = dollar_of(publisher.country if publisher else None)
    found = quantities(report.text, dollar=dollar)
    by_start = {q.start: q for q in found} | {q.lead: q for q in found}
    return Reader(report.text, found, by_start)
