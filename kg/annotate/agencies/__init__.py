"""Bodies of police, prosecution, government and justice, and their units.

By name (agencies.yml), by the words their names are made of (agency_patterns.yml), and by the
short forms that the report itself introduces.
"""

from spacy.tokens import Doc

from kg.annotate.agencies import ellipsis, heads, listed, nations, native, outposts, shortened
from kg.annotate.agencies.spans import settle
from kg.annotate.draft import Candidate, Draft
from kg.annotate.wording import words_of


def find(draft: Draft, doc: Doc) -> None:
    words = words_of(draft.text)
    found = listed.find(draft.text)
    found += ellipsis.find(draft.text, found)
    found += nations.find(draft.text)
    found += outposts.find(draft.text, found)
    found += [c for c in heads.find(draft.text, words, found) if not _only_headline(draft, c)]
    found = settle(found)
    found = settle(found + shortened.find(draft.text, found))
    draft.candidates += native.find(draft.text, shortened.unite(draft.text, found))


def _only_headline(draft: Draft, candidate: Candidate) -> bool:
    """Whether a name by pattern may be capitals of a headline: in the title, never in the body.

    Courts stay, and so does what follows the title as the name of its site.
    """
    if candidate.start >= draft.report.body_start or candidate.subtype == "Court":
        return False
    if draft.text[: candidate.start].endswith(("| ", "- ", "– ")):
        return False
    return draft.text.find(draft.surface(candidate), draft.report.body_start) < 0
