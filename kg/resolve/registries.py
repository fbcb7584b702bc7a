"""What the registries add to an entity they know: name, identifiers, links, coordinates."""

from functools import cache
from typing import NamedTuple

import msgspec

from kg.gazetteer import place
from kg.model import Identifier
from kg.own import entries_by_key
from kg.registry import agencies
from kg.resolve.names import normal_form
from kg.rules import load, rules_file

WIKIDATA = "http://www.wikidata.org/entity/"
GEONAMES = "https://sws.geonames.org/"
_LISTS = {
    "group": "groups",
    "operation": "operations",
    "organisation": "organisations",
    "platform": "platforms",
}


class _Named(msgspec.Struct, frozen=True):
    """What these lists have in common; their other fields serve recognition."""

    id: str
    name: str


class Known(NamedTuple):
    """What a registry says of a key."""

    name: str
    subtype: str | None = None
    identifiers: tuple[Identifier, ...] = ()
    exact_matches: tuple[str, ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    country: str | None = None
    listed_as: tuple[str, ...] = ()


def known(key: str) -> Known | None:
    """What is known of "agency:nca" or "geonames:2643339"; None where no registry has the key."""
    found, entries = _packaged(key), entries_by_key(key)
    if found is None or not entries:
        return found
    same = dict.fromkeys((*found.exact_matches, *(iri for one in entries for iri in one.same_as)))
    return found._replace(exact_matches=tuple(same), listed_as=tuple(one.path for one in entries))


def _packaged(key: str) -> Known | None:
    registry, _, id_ = key.partition(":")
    if registry == "agency":
        return _agency(id_)
    if registry in {"geonames", "place"}:
        return _place(key)
    name = _listed(registry).get(id_) if registry in _LISTS else None
    return None if name is None else Known(name)


@cache
def names_of(key: str) -> tuple[str, ...]:
    """The normal forms by which texts call an agency, the longest first; none of one unknown."""
    row = agencies().get(key.removeprefix("agency:"))
    if row is None:
        return ()
    names = (row.name, *row.aliases, *row.acronyms, *row.acronyms_once_named)
    forms = {normal_form("Agency", name) for name in names}
    return tuple(sorted(forms, key=lambda form: (-len(form), form)))


@cache
def _listed(registry: str) -> dict[str, str]:
    return {row.id: row.name for row in load(rules_file(_LISTS[registry]), _Named)}


def _agency(id_: str) -> Known | None:
    row = agencies().get(id_)
    if row is None:
        return None
    identifiers = [Identifier(value, scheme) for scheme, value in sorted(row.identifiers.items())]
    matches = [f"{WIKIDATA}{row.wikidata}"] if row.wikidata else []
    return Known(
        name=row.name,
        subtype=row.type,
        identifiers=tuple(identifiers),
        exact_matches=(*matches, *([row.ror] if row.ror else [])),
    )


def _place(key: str) -> Known | None:
    row = place(key)
    if row is None:
        return None
    registry, _, id_ = key.partition(":")
    return Known(
        name=row.name,
        exact_matches=(f"{GEONAMES}{id_}/",) if registry == "geonames" else (),
        latitude=row.latitude,
        longitude=row.longitude,
        country=row.country,
    )
