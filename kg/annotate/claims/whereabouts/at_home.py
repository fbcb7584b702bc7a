"""Homes told by what happened there: "at his home in Saltby Road", "Ann Bell's flat on …"."""

import re
from collections.abc import Iterator

from kg.annotate.claims.stating import by_sentence, claim, of_type
from kg.annotate.coreference.referents import gender_of
from kg.annotate.draft import Draft
from kg.model import Claim, Mention

HOME = re.compile(
    r"(?:['’]s?|\b(?:(?P<he>[Hh]is)|[Hh]er)) (?:then |former )?"
    r"(?:home|house|flat|bedroom|property|apartment|residence|address)(?: address)?,?"
    r" (?:in|on|at) (?:the )?\Z"
)
REACH = 60


def find(draft: Draft, housed: set[int]) -> Iterator[Claim]:
    """The homes of those who are not `housed` yet."""
    sentences = by_sentence(draft)
    for ordinal, mentions in sentences.items():
        people = of_type(draft, mentions, "Person")
        near = people or of_type(draft, sentences.get(ordinal - 1, []), "Person")
        for home in of_type(draft, mentions, "Place"):
            words = HOME.search(draft.text, max(0, home.start - REACH), home.start)
            owner = _owner(draft, words, near) if words else None
            if owner is not None and owner.entity not in housed:
                housed = housed | {owner.entity}
                span = (home.start, home.end)
                yield claim(
                    draft,
                    owner.entity,
                    "livesIn",
                    home.entity,
                    span,
                    "people.at-home",
                    confidence=0.7,
                )


def _owner(draft: Draft, words: re.Match[str], near: list[Mention]) -> Mention | None:
    """Whose home it is: the name before, or the only person near whom "his" or "her" fits."""
    if words[0].startswith(("'", "’")):
        return next((m for m in near if m.end == words.start()), None)
    if len({m.entity for m in near}) != 1:
        return None
    gender = "male" if words["he"] else "female"
    return near[0] if gender_of(draft, near[0].entity) in (gender, None) else None
