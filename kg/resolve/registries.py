"""What the registries add to an entity they know: name, identifiers, links, coordinates."""

from typing import NamedTuple

from kg.gazetteer import place
from kg.model import Identifier
from kg.registry import agencies

WIKIDATA = "http://www.wikidata.org/entity/"
GEONAMES = "https://sws.geonames.org/"


class Known(NamedTuple):
    """What a registry says of a key."""

    name: str
    subtype: str | None = None
    identifiers: tuple[Identifier, ...] = ()
    exact_matches: tuple[str, ...] = ()
    latitude: float | None = None
    longitude: float | None = None
    country: str | None = None


def known(key: str) -> Known | None:
    """What is known of "agency:nca" or "geonames:2643339"; None where no registry has the key."""
    registry, _, id_ = key.partition(":")
    if registry == "agency":
        return _agency(id_)
    if registry in {"geonames", "place"}:
        return _place(key)
    return None


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
    return None if row is None else Known(name=row.name)
