"""Which place a report says lies in which: "Saltby Road in Wexley", "Wexley, Kent"."""

import re
from collections.abc import Iterator
from itertools import pairwise

from kg.annotate.claims.stating import by_sentence, of_type
from kg.annotate.claims.whereabouts import parts_after
from kg.annotate.claims.whereabouts.extent import (
    BUILDINGS,
    CITY,
    COUNTY,
    QUARTER,
    STREET,
    TOWN,
    extent,
    known,
)
from kg.annotate.claims.whereabouts.parts_after import LIST, QUARTERS, same_country, within
from kg.annotate.draft import Draft
from kg.model import Claim, Mention

KIND = (
    r"(?:town|city|village|suburb|area|district|estate|borough|region|neighbourhood|county|part|side"
    r"|end|centre|community|wards?)"
)
SIDE = (
    r"(?:(?:the|nearby|central|downtown|north|south|east|west|northern|southern|eastern|western"
    r"|rural) ){0,2}"
)
IN = re.compile(
    rf",? (?:(?:which is|which are|both|all) )?(?:in|within)(?: {KIND} of)? {SIDE}(?:{KIND} of )?"
    r"(?:the )?"
    rf"| (?:{KIND}s? )?(?:of|in) {SIDE}| \(| {KIND}s?,? (?:of|in) {SIDE}"
    rf"|, an? (?:[a-z]+ )?{KIND} (?:of|in) "
    r"| (?:and|or) (?:the rest of|elsewhere in|other parts of) (?:the )?"
)
COMMA = re.compile(rf" ?, ?{SIDE}(?:city of )?| - | – ")
OWNED = re.compile(r"['’]s? (?:(?:[a-z][\w-]* ){0,2})")
BUILDING = re.compile(r"(?:Apartments|Court|Hall|Heights|House|Lodge|Point|Towers?)\Z")
ROAD = re.compile(
    r"(?:Avenue|Close|Crescent|Drive|Gardens|Grove|Lane|Rise|Road|Street|Terrace|Walk|Way)\Z"
)
AT = re.compile(r" at ")
LED = re.compile(r"\b(?:of|from|in|at|near) \Z")
LARGER = 3  # times as populous
CLOSE = 0.5  # degrees of latitude
LONG = 4  # places that are a list, whatever their sizes
# "The Wexley suburb of Saltby".
PART_OF_IT = re.compile(r" (?:suburb|town|village|neighbou?rhood) of ")


def find(draft: Draft) -> Iterator[Claim]:
    for mentions in by_sentence(draft).values():
        places = of_type(draft, mentions, "Place")
        if len(places) > 1:
            yield from _in_sentence(draft, places)


def _in_sentence(draft: Draft, places: list[Mention]) -> Iterator[Claim]:
    held: set[int] = set()  # starts of the parts whose whole is found
    streets: set[int] = set()  # starts of the wholes of streets
    listed: list[Mention] = []  # items of the list that leads up to the place at hand
    for index, (first, second) in enumerate(pairwise(places)):
        between = draft.text[first.end : second.start]
        listed = [*listed, first]
        at = AT.fullmatch(between) and extent(draft, first) == STREET
        if PART_OF_IT.fullmatch(between) and _is_larger(draft, first, second):
            held.add(second.start)
            yield within(draft, second, first, "places.owner")
        elif (IN.fullmatch(between) or at) and _fits(draft, first, second):
            bracketed = between == " ("
            for part in [first] if bracketed else _alike(draft, listed, second):
                held.add(part.start)
                yield within(draft, part, second, "places.in")
        elif COMMA.fullmatch(between) and _continues_address(
            draft, places, index, alone=len(listed) == 1, addressed=first.start in streets
        ):
            held.add(first.start)
            if extent(draft, first) == STREET:
                streets.add(second.start)
            yield within(draft, first, second, "places.comma")
        elif OWNED.fullmatch(between) and extent(draft, second) < extent(draft, first):
            held.add(second.start)
            yield within(draft, second, first, "places.owner")
        elif LIST.fullmatch(between):
            continue
        listed = []
    yield from parts_after.find(draft, places, held)


def _is_larger(draft: Draft, place: Mention, than: Mention) -> bool:
    """Whether a place is the larger of two: of towns, the one of more people."""
    one, other = known(draft, place), known(draft, than)
    larger, smaller = extent(draft, place), extent(draft, than)
    if larger == smaller and one and other:
        return one.population > other.population
    return larger > smaller


def _fits(draft: Draft, part: Mention, whole: Mention) -> bool:
    """Whether a place may lie in another: smaller, and in the same country."""
    smaller, larger = extent(draft, part), extent(draft, whole)
    return same_country(draft, part, whole) and (
        smaller < larger
        or smaller == larger in {QUARTER, TOWN}
        or (smaller == larger == STREET and _is_on_or_in(draft, part, whole))
    )


def _is_on_or_in(draft: Draft, part: Mention, whole: Mention) -> bool:
    """Whether of two names of streets or buildings the second holds the first."""
    if ROAD.search(draft.surface(whole)):
        return _is_building(draft, part)
    return bool(ROAD.search(draft.surface(part)) and QUARTERS.search(draft.surface(whole)))


def _continues_address(
    draft: Draft, places: list[Mention], index: int, *, alone: bool, addressed: bool
) -> bool:
    """Whether a comma says where the place before it lies, not that the next is another."""
    part, whole = places[index], places[index + 1]
    smaller, larger = extent(draft, part), extent(draft, whole)
    if not same_country(draft, part, whole):
        return False
    if _is_listed(draft, places, index + 1):
        return smaller == STREET and _is_within_a_town(draft, places, index + 1)
    if smaller == STREET:
        return (
            larger > STREET
            or (_is_building(draft, part) and not _is_building(draft, whole))
            or _is_on_or_in(draft, part, whole)
        )
    if addressed:
        return larger >= TOWN
    if smaller == larger == TOWN:
        return alone and _is_suburb(draft, part, whole)
    apart = larger >= COUNTY and _is_among_its_like(draft, places, index + 1)
    return smaller < larger and (larger >= COUNTY or alone) and not apart


def _is_among_its_like(draft: Draft, places: list[Mention], index: int) -> bool:
    """Whether counties go on after it: "Durham, Lancashire, Cumbria" are three, "Durham" too."""
    if index + 1 >= len(places):
        return False
    gap = draft.text[places[index].end : places[index + 1].start]
    same = extent(draft, places[index]) == extent(draft, places[index + 1])
    return same and LIST.fullmatch(gap) is not None


def _is_building(draft: Draft, mention: Mention) -> bool:
    name = draft.surface(mention)
    return (mention.rule in BUILDINGS and not name.endswith("Lane")) or bool(BUILDING.search(name))


def _is_suburb(draft: Draft, part: Mention, whole: Mention) -> bool:
    """Whether a town may be called one of a larger one beside it: "of Saltby, York"."""
    one, other = known(draft, part), known(draft, whole)
    led = LED.search(draft.text, max(0, part.start - 10), part.start)
    if one is None or other is None or led is None:
        return False
    return other.population > LARGER * one.population and _is_close(draft, part, whole)


def _is_within_a_town(draft: Draft, places: list[Mention], index: int) -> bool:
    """Whether a town after a street is one of a larger town: "Holm Road, Saltby, York"."""
    part, whole = places[index], places[index + 1]
    one, other = known(draft, part), known(draft, whole)
    if one is None or other is None or draft.text[part.end : whole.start] != ", ":
        return False
    if other.population <= LARGER * one.population or not _is_close(draft, part, whole):
        return False
    following = places[index + 2] if index + 2 < len(places) else None
    return following is None or not LIST.fullmatch(draft.text, whole.end, following.start)


def _is_listed(draft: Draft, places: list[Mention], index: int) -> bool:
    """Whether the place is one of a list that goes on: "Saltby, Wexley and Holm" are three."""
    if index + 1 >= len(places):
        return False
    place, following = places[index], places[index + 1]
    gap = draft.text[place.end : following.start]
    if not LIST.fullmatch(gap):
        return False
    size, following_size = extent(draft, place), extent(draft, following)
    if gap.startswith(", ") and "and" not in gap:
        return following_size == size < COUNTY or _runs_on(draft, places, index)
    if following_size == STREET and index + 2 < len(places):  # "and Holm Road, Ware"
        after = draft.text[following.end : places[index + 2].start]
        return not (COMMA.fullmatch(after) or IN.fullmatch(after))
    return following_size >= size or size < COUNTY


def _runs_on(draft: Draft, places: list[Mention], index: int) -> bool:
    """Whether towns and districts are listed with more to come: "Saltby, Wexley, Holm and York"."""
    run = places[index - 1 : index + 3]
    if len(run) < LONG or not all(QUARTER < extent(draft, place) < COUNTY for place in run[:3]):
        return False
    return LIST.fullmatch(draft.text, run[2].end, run[3].start) is not None


def _alike(draft: Draft, listed: list[Mention], whole: Mention) -> list[Mention]:
    """The last of a list, and the items before it that may lie in the same whole."""
    *before, last = listed
    street = extent(draft, last) == STREET
    alike = [last]
    for item in reversed(before):
        size = extent(draft, item)
        if (size == STREET) != street or size >= CITY or not _fits(draft, item, whole):
            break
        if size >= TOWN and not _is_close(draft, item, last):
            break
        alike.append(item)
    return alike[::-1]


def _is_close(draft: Draft, one: Mention, other: Mention) -> bool:
    """Whether two towns of a list may lie in one county: half a degree apart at most."""
    first, second = known(draft, one), known(draft, other)
    if first is None or second is None or first.latitude is None or second.latitude is None:
        return True
    return (
        abs(first.latitude - second.latitude) < CLOSE
        and abs((first.longitude or 0) - (second.longitude or 0)) < 2 * CLOSE
    )
