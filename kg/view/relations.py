"""Relations and types in words that people read."""

import re

from kg.view.words import PREDICATES

_WORD_STARTS = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")


def in_words(name: str) -> str:
    """The relation of an edge, or a type, in words; what is words already stays.

    >>> in_words("subOrganizationOf"), in_words("spokeFor"), in_words("Chief Constable")
    ('is part of', 'spoke for', 'Chief Constable')
    """
    parts = _WORD_STARTS.split(name)
    if name in PREDICATES or len(parts) == 1:
        return PREDICATES.get(name, name)
    return " ".join(parts).lower()
