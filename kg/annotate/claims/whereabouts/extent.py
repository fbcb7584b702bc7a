"""How large a place is, so far as one place may lie in another."""

from functools import lru_cache

from kg.annotate.draft import Draft
from kg.gazetteer import Place, place
from kg.model import Mention

STREET, QUARTER, TOWN, DISTRICT, CITY, COUNTY, REGION, COUNTRY, CONTINENT = range(9)
BY_KIND = {
    "area": REGION,
    "borough": DISTRICT,
    "continent": CONTINENT,
    "country": COUNTRY,
    "county": COUNTY,
    "district": DISTRICT,
    "island": DISTRICT,
    "quarter": QUARTER,
    "region": REGION,
    "sea": CONTINENT,
    "state": REGION,
    "town": TOWN,
}
LARGE_CITY = 1_000_000  # people: it has boroughs of its own
# Rules that find places by the heads of their names, which say how large they are.
BUILDINGS = frozenset(["places.building", "places.doubtful", "places.early"])
STREETS = BUILDINGS | {"places.numbered", "places.road", "places.street"}


def extent(draft: Draft, mention: Mention) -> int:
    """From `STREET` to `CONTINENT`; a name that no list holds counts as part of a town."""
    if mention.rule in STREETS:
        return STREET
    surface = draft.surface(mention)
    if mention.rule == "places.water" and surface.endswith((" County", " Province")):
        return COUNTY
    found = known(draft, mention)
    if found is None:
        return QUARTER
    large = found.kind == "town" and found.population >= LARGE_CITY
    return CITY if large else BY_KIND[found.kind]


def known(draft: Draft, mention: Mention) -> Place | None:
    """What the gazetteer says of the place that a mention names."""
    return _known(draft.entities[mention.entity].key)


@lru_cache(maxsize=10_000)
def _known(key: str | None) -> Place | None:
    return None if key is None else place(key)
