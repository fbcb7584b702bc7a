"""What the components have found so far in one report: the working record behind `Annotation`.

Candidates are proposed by the finders, one family a module; `arbitrate` keeps those that do not
overlap as `mentions`; `coreference` gives each mention its entity; then the fact components read
mentions and entities and add facts. All offsets are characters into `report.text`.
"""

from bisect import bisect_right
from dataclasses import dataclass, field

from spacy.tokens import Doc

from kg.model import (
    Claim,
    EntityType,
    Mention,
    Outcome,
    PostHolding,
    Quotation,
    Rejection,
    Report,
    ReportEntity,
    Sentence,
)

EXTENSION = "kg"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span that a finder takes for a mention.

    `weight` settles overlaps: the heavier span stays, then the longer, then the earlier.
    `name` is the entity's name where the surface is less than it ("Northumbria" for
    "Northumbria Police" in "Northumbria and Cleveland Police"). `key` and `subtype` are as in
    `ReportEntity`.
    """

    start: int
    end: int
    type: EntityType
    rule: str
    weight: int = 50
    key: str | None = None
    subtype: str | None = None
    name: str | None = None

    def overlaps(self, start: int, end: int) -> bool:
        return self.start < end and start < self.end

    age: int | None = None


@dataclass(slots=True)
class Draft:
    """The record of one report, filled by the components in the order of `nlp.py`."""

    report: Report
    sentences: list[Sentence] = field(default_factory=list)
    candidates: list[Candidate] = field(default_factory=list)
    kept: list[Candidate] = field(default_factory=list)  # sorted by start, none overlap
    mentions: list[Mention] = field(default_factory=list)  # parallel to `kept`
    entities: list[ReportEntity] = field(default_factory=list)
    posts: list[PostHolding] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)
    outcomes: list[Outcome] = field(default_factory=list)
    rejections: list[Rejection] = field(default_factory=list)
    publisher_entity: int | None = None

    @property
    def text(self) -> str:
        return self.report.text

    def sentence_at(self, offset: int) -> int:
        """The ordinal of the sentence that holds `offset`, or of the last that starts before."""
        return max(bisect_right(self.sentences, offset, key=lambda s: s.start) - 1, 0)

    def sentences_of(self, start: int, end: int) -> tuple[int, ...]:
        """The ordinals of the sentences that a span touches: at least one."""
        return tuple(range(self.sentence_at(start), self.sentence_at(max(start, end - 1)) + 1))

    def mentions_in(self, start: int, end: int, *types: EntityType) -> list[Mention]:
        """The mentions that lie within a span, in order; of all types when none is named."""
        first = bisect_right(self.mentions, start - 1, key=lambda m: m.start)
        found = []
        for mention in self.mentions[first:]:
            if mention.start >= end:
                break
            if mention.end <= end and (not types or self.entities[mention.entity].type in types):
                found.append(mention)
        return found

    def surface(self, span: Mention | Candidate | Sentence) -> str:
        return self.text[span.start : span.end]

    def reject(self, candidate: Candidate, reason: str) -> None:
        self.rejections.append(
            Rejection(candidate.start, candidate.end, candidate.type, candidate.rule, reason)
        )


def draft_of(doc: Doc) -> Draft:
    """The draft that travels with a `Doc` (set by `annotate` before the components run)."""
    draft: Draft = doc._.get(EXTENSION)
    return draft
