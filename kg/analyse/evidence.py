"""What a tie rests on: the reports that state it, their dates, their sentences."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from kg.analyse.ask import Row, text_of

UNDATED = "9999"  # after all that is dated


class Said(NamedTuple):
    """A sentence with its report, as they sort: by day, report, place in the report."""

    issued: str  # ISO 8601
    report: str  # file name
    ordinal: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Evidence:
    said: tuple[Said, ...]  # at least one; oldest first, each once

    @property
    def reports(self) -> tuple[str, ...]:
        """File names, oldest first, the undated last."""
        return tuple(dict.fromkeys(one.report for one in self.said))

    @property
    def sentences(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(one.sentence for one in self.said))

    @property
    def first(self) -> str | None:
        """The first day of publication."""
        return min(self._days(), default=None)

    @property
    def last(self) -> str | None:
        return max(self._days(), default=None)

    def _days(self) -> list[str]:
        return [one.issued for one in self.said if one.issued != UNDATED]

    def attributes(self) -> dict[str, object]:
        """The same as attributes of an edge; the first sentence is of the first report."""
        return {
            "reports": self.reports,
            "sentences": self.sentences,
            "first": self.first,
            "last": self.last,
        }


def evidence_of(rows: Iterable[Row]) -> Evidence:
    """The evidence in rows of (report, issued, ordinal, sentence)."""
    found = {
        Said(text_of(issued) or UNDATED, text_of(report), int(text_of(number)), text_of(sentence))
        for report, issued, number, sentence in rows
    }
    return Evidence(tuple(sorted(found)))


def joined(found: Iterable[Evidence]) -> Evidence:
    """All of it as one."""
    return Evidence(tuple(sorted({said for one in found for said in one.said})))
