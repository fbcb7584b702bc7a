"""The sentences that may tell of an outcome, by the stems of its words."""

from kg.annotate.draft import Draft
from kg.annotate.wording import in_small_letters


def sentences_with(draft: Draft, stems: tuple[str, ...]) -> list[int]:
    """The indices of the sentences that have one of the stems, in order.

    Each stem is looked up once a report rather than once a sentence.
    """
    lower, found = in_small_letters(draft.text), set[int]()
    for stem in stems if draft.sentences else ():
        at = lower.find(stem)
        while at >= 0:
            index = draft.sentence_at(at)
            found.add(index)
            at = lower.find(stem, max(at + 1, draft.sentences[index].end))
    return sorted(found)
