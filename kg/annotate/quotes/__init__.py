"""Find quotations and their speakers. Words that no named person says give no fact."""

from collections.abc import Iterator

from spacy.tokens import Doc

from kg.annotate.draft import Draft
from kg.annotate.marks import Segment, lines_of, segments
from kg.annotate.quotes.attribution import Attribution, Saying, attribute
from kg.annotate.quotes.passages import Passage, continued, passages
from kg.model import Quotation, Stated


def find(draft: Draft, doc: Doc) -> None:
    """Fill `draft.quotations`: one for each passage that a named person says without a break."""
    for passage in passages(_attributed(draft)):
        speaker = passage.attribution.speaker
        if speaker is not None:
            draft.quotations.append(_quotation(draft, passage, speaker))


def _attributed(draft: Draft) -> Iterator[tuple[list[Segment], Attribution | None]]:
    """Each group of segments with the clause that reports it, in order."""
    start = draft.report.body_start
    lines = lines_of(draft.text, start)
    groups = continued(segments(draft.text, start))
    last, floor, last_line = None, start, -1
    for index, group in enumerate(groups):
        limit = groups[index + 1][0].start - 1 if index + 1 < len(groups) else len(draft.text)
        last = attribute(Saying(draft, lines, group, floor, limit, last, last_line))
        yield group, last
        floor, last_line = group[-1].end + 1, group[-1].line


def _quotation(draft: Draft, passage: Passage, speaker: int) -> Quotation:
    said = passage.attribution
    span = (min(passage.start, said.start), max(passage.end, said.end))
    return Quotation(
        Stated(draft.sentences_of(*span), *span, said.rule, said.confidence),
        speaker,
        passage.words(draft.text),
        _body_of(draft, speaker, span),
    )


def _body_of(draft: Draft, speaker: int, span: tuple[int, int]) -> int | None:
    """The agency that the speaker is said to belong to: beside the words, else anywhere."""
    posts = [p for p in draft.posts if p.official == speaker and p.agency is not None]
    beside = [p for p in posts if span[0] <= p.stated.start < span[1]]
    return (beside or posts)[0].agency if posts else None
