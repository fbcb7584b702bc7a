"""Choose which of the places that bear a name a report means.

What counts: the place it is said to lie in, the country and area of the publisher, the places
named beside it, how many people live there. One name means one place throughout a report.
"""

import math
from collections.abc import Mapping

from kg.annotate.places.decide import CONTAINERS, Decision
from kg.annotate.places.evidence import LEADS
from kg.gazetteer import Place, place

NEAR, FAR, TOO_FAR = 60.0, 120.0, 200.0  # km
SMALL, LARGE = 20_000, 100_000  # people
HOME, LISTED, STATED = 4.0, 3.0, 8.0
WELL_KNOWN = 8.0  # a country or county, whatever town bears its name
KM_PER_DEGREE = 111.2


def choose(decisions: list[Decision], served: Place | None, text: str) -> Mapping[str, str | None]:
    """The key of the place that each name means; None where no known place fits."""
    held = [decision for decision in decisions if decision.holds and not decision.hit.part]
    stated = _stated(held, text)
    centre = _position(served) if served else None
    country = served.country if served else None
    countries = {p.country for d in held for p in d.hit.places[:1] if p.kind in CONTAINERS}
    chosen: dict[str, str | None] = {}
    for decision in held:
        if decision.surface in chosen:
            continue
        containers = stated.get(decision.surface, [])
        scores = {
            candidate: _score(candidate, containers, country, centre, countries)
            for candidate in decision.hit.places
        }
        best = max(scores, key=lambda p: (scores[p], p.population, p.key))
        fits = containers or not _is_unlikely(best, country, centre, countries)
        chosen[decision.surface] = best.key if fits else None
    return chosen


def _stated(decisions: list[Decision], text: str) -> dict[str, list[Place]]:
    """The places that names are said to lie in: of "Saltby, Kent" Kent."""
    starts = {d.hit.start: d.hit.places[0] for d in decisions if d.hit.places[0].kind in CONTAINERS}
    found: dict[str, list[Place]] = {}
    for decision in decisions:
        for gap in LEADS:
            container = starts.get(decision.hit.end + len(gap))
            if container is None or _lists_countries(decision.hit.places, container):
                continue
            if text.startswith(gap, decision.hit.end):
                found.setdefault(decision.surface, []).append(container)
    return found


def _lists_countries(bearers: tuple[Place, ...], container: Place) -> bool:
    """Whether two countries follow each other: of "Italy, United States" neither is a town."""
    if bearers[0].kind != "country" or container.kind != "country":
        return False
    states = (bearer for bearer in bearers if bearer.kind == "state")
    return not any(_lies_in(state, container) for state in states)


def _score(
    candidate: Place,
    containers: list[Place],
    country: str | None,
    centre: tuple[float, float] | None,
    countries: set[str | None],
) -> float:
    score = math.log10(candidate.population + 10)
    if candidate.names:
        score += WELL_KNOWN if candidate.kind in CONTAINERS else LISTED
    if candidate.country == country:
        score += HOME
    elif candidate.country in countries:
        score += HOME / 2
    distance = _distance(_position(candidate), centre)
    if distance is not None and candidate.country == country:
        score += HOME if distance < NEAR else HOME / 2 if distance < FAR else 0.0
    return score + sum(STATED for container in containers if _lies_in(candidate, container))


def _lies_in(candidate: Place, container: Place) -> bool:
    if candidate.country != container.country:
        return False
    if container.kind == "country" or container.region is not None:
        return container.region in {None, candidate.region}
    distance = _distance(_position(candidate), _position(container))
    return distance is None or distance < NEAR


def _is_unlikely(
    best: Place,
    country: str | None,
    centre: tuple[float, float] | None,
    countries: set[str | None],
) -> bool:
    """Whether a namesake that no list holds is likelier: small and far, or small and abroad."""
    if best.names or country is None:
        return False
    if best.country != country:
        return best.population < LARGE and best.country not in countries
    distance = _distance(_position(best), centre)
    return distance is not None and distance > TOO_FAR and best.population < SMALL


def _position(found: Place) -> tuple[float, float] | None:
    """Where a place is, or a town in it."""
    if found.latitude is None and found.near is not None:
        found = place(found.near) or found
    if found.latitude is None or found.longitude is None:
        return None
    return found.latitude, found.longitude


def _distance(one: tuple[float, float] | None, other: tuple[float, float] | None) -> float | None:
    """In km, as the crow flies over a plane: near enough within a country."""
    if one is None or other is None:
        return None
    east = (one[1] - other[1]) * math.cos(math.radians((one[0] + other[0]) / 2))
    return KM_PER_DEGREE * math.hypot(one[0] - other[0], east)
