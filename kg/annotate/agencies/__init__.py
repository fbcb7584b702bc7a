"""Bodies of police, prosecution, government and justice, and their units.

By name (agencies.yml), by the words their names are made of (agency_patterns.yml), and by the
short forms that the report itself introduces.
"""

import re

from spacy.tokens import Doc

from kg.annotate.agencies import ellipsis, heads, listed, nations, native, outposts, shortened
from kg.annotate.agencies.patterns import team_words
from kg.annotate.agencies.spans import settle
from kg.annotate.agencies.teams import in_full
from kg.annotate.draft import Candidate, Draft
from kg.annotate.wording import words_of

WORD = re.compile(r"[A-Za-z]\w{3,}")
LEAST_WORDS = 3


def find(draft: Draft, doc: Doc) -> None:
    words = words_of(draft.text)
    found = listed.find(draft.text)
    found += ellipsis.find(draft.text, found)
    found += nations.find(draft.text)
    found += outposts.find(draft.text, found)
    found += [
        c
        for c in heads.find(draft.text, words, found)
        if not _only_headline(draft, c) and not _is_of_an_operation(draft, c)
    ]
    found = settle(found)
    found = settle(found + shortened.find(draft.text, found))
    found = shortened.unite(draft.text, in_full(draft.text, found))
    draft.candidates += native.find(draft.text, found)


def _is_of_an_operation(draft: Draft, candidate: Candidate) -> bool:
    """Whether a team bears the name of an operation of the report: "the Saltby Redwing team"."""
    words = draft.surface(candidate).split()
    named = candidate.rule == "agencies.team" and len(words) > 1 and words[-2].istitle()
    return named and any(f"{word} {words[-2]}" in draft.text for word in ("Operation", "Op"))


def _only_headline(draft: Draft, candidate: Candidate) -> bool:
    """Whether a name by pattern may be capitals of a headline: in the title, never in the body.

    Courts stay, and so does what follows the title as the name of its site, and a unit that tells
    what it is for where the words after it are in small letters.
    """
    if candidate.start >= draft.report.body_start or candidate.subtype == "Court":
        return False
    if draft.text[: candidate.start].endswith(("| ", "- ", "– ")):
        return False
    telling = team_words("function").intersection(draft.surface(candidate).lower().split())
    after = draft.text[candidate.end : draft.report.body_start]
    if candidate.subtype == "Team" and telling and _is_in_small_letters(after):
        return False
    return draft.text.find(draft.surface(candidate), draft.report.body_start) < 0


def _is_in_small_letters(after: str) -> bool:
    """Whether the headline goes on in small letters: " charge seven people with offences"."""
    words = WORD.findall(after.partition(" | ")[0].partition(" - ")[0])
    return len(words) >= LEAST_WORDS and sum(word.islower() for word in words) > len(words) / 2
