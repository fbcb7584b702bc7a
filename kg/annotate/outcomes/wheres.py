"""One place of several: where something was done, unless it was done in all of them together."""

import re

from kg.annotate.draft import Draft
from kg.model import Mention

FURTHER = re.compile(
    r", (?:the )?|,? (?:and|&|or|as well as|and also) (?:the |in |at |both |across )*"
)
AND = re.compile(r",? (?:and|&|or|as well as) ")
FURTHEST = 40  # characters between two places of a list


def is_of_several(draft: Draft, place: Mention, end: int) -> bool:
    """Whether a list of places that "and" joins starts with it: "in Spain, Italy and Malta".

    What a comma alone sets beside it contains it: "in Wickford, Essex".
    """
    last = place
    for other in draft.mentions_in(place.end, end, "Place"):
        if other.start - last.end > FURTHEST or not FURTHER.fullmatch(
            draft.text, last.end, other.start
        ):
            return False
        if other.entity != place.entity and AND.match(draft.text, last.end):
            return True
        last = other
    return False
