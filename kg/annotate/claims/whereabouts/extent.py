"""How large a place is, so far as one place may lie in another."""

from functools import lru_cache

from kg.annotate.draft import Draft
from kg.gazetteer import Place, place
from kg.model import Mention

STREET, QUARTER, TOWN, DISTRICT, COUNTY, REGION, COUNTRY, CONTINENT = range(8)
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
# Rules that find places by the heads of their names, which say how large they are.
BY_RULE = {
    "places.building": STREET,
    "places.doubtful": STREET,
    "places.early": STREET,
    "places.numbered": STREET,
    "places.road": STREET,
    "places.street": STREET,
}


def extent(draft: Draft, mention: Mention) -> int:
    """From `STREET` to `CONTINENT`; a name that no list holds counts as part of a town."""
    if mention.rule in BY_RULE:
        return BY_RULE[mention.rule]
    if mention.rule == "places.water" and draft.surface(mention).endswith((" County", " Province")):
        return COUNTY
    found = _known(draft.entities[mention.entity].key)
    return QUARTER if found is None else BY_KIND[found.kind]


def country(draft: Draft, mention: Mention) -> str | None:
    found = _known(draft.entities[mention.entity].key)
    return None if found is None else found.country


@lru_cache(maxsize=10_000)
def _known(key: str | None) -> Place | None:
    return None if key is None else place(key)
