"""Which reports count: those published in a period, and those that name a place."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kg.model import Value
from kg.store import Term
from kg.vocab import PREFIXES

_DATE = f"{PREFIXES['xsd']}date"


@dataclass(frozen=True, slots=True)
class Scope:
    """A period of publication, both days included, and the IRI of a place.

    A report is in the place if it names it, or a place within it. Reports without a date are in
    no period but the whole of time.
    """

    since: date | None = None
    until: date | None = None
    place: str | None = None

    def bindings(self) -> Mapping[str, Term]:
        """Values for the parameters of the queries of this folder."""
        given: dict[str, Term] = {
            "given_since": Value((self.since or date.min).isoformat(), _DATE),
            "given_until": Value((self.until or date.max).isoformat(), _DATE),
        }
        return given if self.place is None else {**given, "given_place": self.place}


EVERYTHING = Scope()
