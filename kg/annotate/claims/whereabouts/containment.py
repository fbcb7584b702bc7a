"""Which place a report says lies in which: "Saltby Road in Wexley", "Wexley, Kent"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.annotate.claims.stating import by_sentence, claim, of_type
from kg.annotate.claims.whereabouts.extent import COUNTY, STREET, TOWN, country, extent
from kg.annotate.draft import Draft
from kg.model import Claim, Mention

KIND = r"(?:town|city|village|suburb|area|district|estate|borough|region|neighbourhood|county|part|side|end|centre|community)"
SIDE = r"(?:(?:the|nearby|central|downtown|north|south|east|west|northern|southern|eastern|western) ){0,2}"
LIST = re.compile(r"(?:,|,? and|,? &|;|,? or|,? plus)(?: (?:in|at|on|from|the|and))* ")
IN = re.compile(
    rf",? (?:(?:which is|which are|both|all) )?(?:in|of|within)(?: {KIND} of)? {SIDE}(?:{KIND} of )?(?:the )?"
    rf"| (?:{KIND}s? )?(?:of|in) {SIDE}| \(| {KIND}s?,? (?:of|in) {SIDE}"
)
COMMA = re.compile(r",? ?, |, (?:the )?(?:city of )?| - | – ")
OWNED = re.compile(r"['’]s? (?:(?:[a-z][\w-]* ){0,2})")
INCLUDING = re.compile(
    r"[^.;]{0,40}?\b(?:including|such as|namely|predominantly in|mainly in|particularly in|especially"
    r"(?: in)?)(?: the)? "
)
THEN = re.compile(r"(?:[^.;:]{0,30})?\b(?:in|at|on|along|from|outside|near|off|into) (?:the )?\Z")
NEXT_OF_LIST = re.compile(r",? (?:and|&|or) ")


def find(draft: Draft) -> Iterator[Claim]:
    for mentions in by_sentence(draft).values():
        places = of_type(draft, mentions, "Place")
        if len(places) > 1:
            yield from _in_sentence(draft, places)


def _in_sentence(draft: Draft, places: list[Mention]) -> Iterator[Claim]:
    held: set[int] = set()
    listed: list[Mention] = []  # items of the list that leads up to the place at hand
    for first, second in pairwise(places):
        between = draft.text[first.end : second.start]
        listed = [*listed, first] if listed else [first]
        if _holds(draft, first, second, between, held):
            for part in _alike(draft, listed, first):
                held.add(part.start)
                yield _claim(draft, part, second, "places.in")
            listed = []
        elif OWNED.fullmatch(between) and extent(draft, second) < extent(draft, first):
            held.add(second.start)
            yield _claim(draft, second, first, "places.owner")
            listed = []
        elif not LIST.fullmatch(between):
            listed = []
    yield from _listed_after(draft, places, held)
    yield from _streets_after(draft, places, held)


def _holds(draft: Draft, part: Mention, whole: Mention, between: str, held: set[int]) -> bool:
    if (
        country(draft, part)
        and country(draft, whole)
        and (country(draft, part) != country(draft, whole))
    ):
        return False
    smaller, larger = extent(draft, part), extent(draft, whole)
    if IN.fullmatch(between):
        return smaller < larger or smaller == larger <= TOWN
    if not COMMA.fullmatch(between):
        return False
    if smaller < larger:
        return smaller == STREET or larger >= COUNTY or not _goes_on(draft, whole)
    return False


def _goes_on(draft: Draft, whole: Mention) -> bool:
    """Whether a list goes on after it: "Saltby, Wexley and Holm" are three places."""
    return bool(NEXT_OF_LIST.match(draft.text, whole.end))


def _alike(draft: Draft, listed: list[Mention], last: Mention) -> list[Mention]:
    """The items of a list that are of the size of its last."""
    alike = [last]
    for item in reversed(listed[:-1]):
        if extent(draft, item) != extent(draft, last):
            break
        alike.append(item)
    return alike[::-1]


def _listed_after(draft: Draft, places: list[Mention], held: set[int]) -> Iterator[Claim]:
    """Parts named after the whole: "across Kent, including Saltby, Wexley and Holm"."""
    for index, whole in enumerate(places[:-1]):
        between = draft.text[whole.end : places[index + 1].start]
        if not INCLUDING.fullmatch(between):
            continue
        for previous, part in pairwise(places[index:]):
            gap = draft.text[previous.end : part.start]
            if previous is not whole and not LIST.fullmatch(gap):
                break
            if extent(draft, part) < extent(draft, whole):
                held.add(part.start)
                yield _claim(draft, part, whole, "places.including")


def _streets_after(draft: Draft, places: list[Mention], held: set[int]) -> Iterator[Claim]:
    """Streets after the town they are in: "in Saltby, in Wexley Road and Holm Street"."""
    town: Mention | None = None
    for index, mention in enumerate(places):
        size = extent(draft, mention)
        if size == TOWN:
            town = mention
        elif size > TOWN:
            town = None
        elif size == STREET and town is not None and mention.start not in held:
            gap = draft.text[places[index - 1].end : mention.start]
            if THEN.fullmatch(gap) or LIST.fullmatch(gap):
                yield _claim(draft, mention, town, "places.street-after", 0.7)
            else:
                town = None


def _claim(
    draft: Draft, part: Mention, whole: Mention, rule: str, confidence: float = 0.9
) -> Claim:
    span = (min(part.start, whole.start), max(part.end, whole.end))
    return claim(draft, part.entity, "within", whole.entity, span, rule, confidence=confidence)
