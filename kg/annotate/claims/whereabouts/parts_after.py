"""Places named after what they lie in: "in Kent, including Saltby", "in Saltby, in Holm Road"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.annotate.claims.stating import claim
from kg.annotate.claims.whereabouts.extent import COUNTRY, STREET, TOWN, extent, known
from kg.annotate.draft import Draft
from kg.model import Claim, Mention

LIST = re.compile(r"(?:,|,? and|,? &|;|,? or|,? plus)(?: (?:in|at|on|from|the|and))* ")
INCLUDING = re.compile(
    r"[^.;]{0,40}?\b(?:including|such as|namely|predominantly in|mainly in|particularly in"
    r"|especially(?: in)?)(?: the)? "
)
# "In Kent (Saltby, Wexley and Holm)".
IN_BRACKETS = re.compile(r" \(")
# Names that streets have, and parts of towns: "Saltby Road in Wexley Green".
QUARTERS = re.compile(
    r"(?:Bush|Common|Cross|End|Estate|Fields?|Forest|Green|Heath|Hills?|Island|Marsh|Moor|Park|Port"
    r"|Row|Village|Woods?)\Z"
)
WHERE = re.compile(r"\b(?:[Ii]n|[Aa]cross|[Aa]round) (?:the )?\Z")
THEN = re.compile(
    r"(?:(?:(?!\b(?:after(?! \d)|before|where)\b)[^.;:]){0,110})?"
    r"\b(?:in|at|on|along|outside|near|off|into) (?:the )?\Z"
)


def find(draft: Draft, places: list[Mention], held: set[int]) -> Iterator[Claim]:
    """The parts of one sentence's places, but for those whose whole is found; fills `held`."""
    yield from _listed_after(draft, places, held)
    yield from _streets_after(draft, places, held)


def same_country(draft: Draft, part: Mention, whole: Mention) -> bool:
    one, other = known(draft, part), known(draft, whole)
    countries = {place.country for place in (one, other) if place and place.country}
    return len(countries) < len((one, other))


def within(
    draft: Draft, part: Mention, whole: Mention, rule: str, confidence: float = 0.9
) -> Claim:
    span = (min(part.start, whole.start), max(part.end, whole.end))
    return claim(draft, part.entity, "within", whole.entity, span, rule, confidence=confidence)


def _listed_after(draft: Draft, places: list[Mention], held: set[int]) -> Iterator[Claim]:
    """Parts named after the whole: "across Kent, including Saltby, Wexley and Holm"."""
    for index, whole in enumerate(places[:-1]):
        between = draft.text[whole.end : places[index + 1].start]
        if not IN_BRACKETS.fullmatch(between) and not INCLUDING.fullmatch(between):
            continue
        for previous, part in pairwise(places[index:]):
            gap = draft.text[previous.end : part.start]
            if previous is not whole and not LIST.fullmatch(gap):
                break
            if _may_include(draft, whole, part):
                held.add(part.start)
                yield within(draft, part, whole, "places.including")


def _may_include(draft: Draft, whole: Mention, part: Mention) -> bool:
    """Whether a list after a place may name a part of it; a country's are no streets."""
    smaller, larger = extent(draft, part), extent(draft, whole)
    street = smaller == STREET and larger >= COUNTRY
    return smaller < larger and not street and same_country(draft, part, whole)


def _streets_after(draft: Draft, places: list[Mention], held: set[int]) -> Iterator[Claim]:
    """Streets after the town they are in: "in Saltby, in Wexley Road and Holm Street"."""
    town: Mention | None = None
    for index, mention in enumerate(places):
        size = extent(draft, mention)
        if size >= TOWN:
            town = mention if size == TOWN and _is_where(draft, mention) else None
        elif town is not None and mention.start not in held:
            gap = draft.text[places[index - 1].end : mention.start]
            listed = LIST.fullmatch(gap) and places[index - 1] is not town
            if _is_of_a_town(draft, mention) and (listed or THEN.fullmatch(gap)):
                yield within(draft, mention, town, "places.street-after", 0.7)
            else:
                town = None


def _is_where(draft: Draft, mention: Mention) -> bool:
    """Whether what a sentence tells was there: "in Saltby", but not "a man from Saltby"."""
    return WHERE.search(draft.text, max(0, mention.start - 12), mention.start) is not None


def _is_of_a_town(draft: Draft, mention: Mention) -> bool:
    """Whether it is a street of one town: none that leads far, no building, no quarter."""
    return mention.rule == "places.street" and QUARTERS.search(draft.surface(mention)) is None
