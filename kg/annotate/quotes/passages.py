"""Join segments into passages: what one speaker says without a break, over paragraphs."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.annotate.marks import Segment
from kg.annotate.quotes.attribution import Attribution


@dataclass(frozen=True, slots=True)
class Passage:
    """Segments that stand together, and the clause that says whose words they are."""

    segments: tuple[Segment, ...]
    attribution: Attribution

    @property
    def start(self) -> int:
        return self.segments[0].start

    @property
    def end(self) -> int:
        return self.segments[-1].end

    def words(self, text: str) -> str:
        """The words without the marks; paragraphs parted by a blank line."""
        joined = text[self.start : self.segments[0].end].strip()
        for before, segment in zip(self.segments, self.segments[1:], strict=False):
            gap = " " if before.line == segment.line else "\n\n"
            joined += gap + text[segment.start : segment.end].strip()
        return joined


def continued(segments: Sequence[Segment]) -> list[list[Segment]]:
    """Segments grouped where an open quotation runs on into the next paragraph."""
    groups: list[list[Segment]] = []
    for segment in segments:
        if groups and segment.runs_on:
            groups[-1].append(segment)
        else:
            groups.append([segment])
    return groups


def passages(said: Iterable[tuple[list[Segment], Attribution | None]]) -> list[Passage]:
    """One passage for each clause, with the groups of segments that go on from it."""
    found: list[Passage] = []
    for group, attribution in said:
        if attribution is None:
            continue
        if found and found[-1].attribution is attribution:
            found[-1] = Passage((*found[-1].segments, *group), attribution)
        else:
            found.append(Passage(tuple(group), attribution))
    return found
