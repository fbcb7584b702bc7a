"""Standing programmes that a case is said to be part of: "Project X, a national initiative"."""

import re

from kg.annotate.claims.stating import of_type
from kg.annotate.draft import Draft

# What stands right after the name of one, in the sentence that tells what it is.
STANDING = re.compile(
    r"(?: \([^()]*\))?,?(?: which)?(?: is| was)? (?:the |an? )(?:[\w.,'’-]+ ){0,6}?"
    r"(?:nation-?wide|national|department-?wide|country-?wide|state-?wide|federal|ongoing|long-term)"
    r" (?:[\w-]+ ){0,5}?(?:initiative|program(?:me)?|strategy|effort|campaign|framework)\b"
)


def standing(draft: Draft) -> frozenset[int]:
    """The operations of a report that are such programmes: what it tells is not all of them."""
    return frozenset(
        mention.entity
        for mention in of_type(draft, draft.mentions, "Operation")
        if STANDING.match(draft.text, mention.end)
    )
