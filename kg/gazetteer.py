"""The places that `kg` knows: our own list (places.yml) and the towns of GeoNames (cities.tsv).

The list is small and read whole; the towns are many and looked up by halving in a mapped file, so
that they cost neither time at the start nor memory.
"""

import mmap
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Literal

import msgspec

from kg.rules import PACKAGED, load, rules_file

PlaceKind = Literal[
    "area",  # a region without borders of its own: "the Midlands", "Southeast Asia"
    "borough",
    "continent",
    "country",
    "county",
    "district",
    "island",
    "quarter",  # a part of a town
    "region",
    "sea",
    "state",
    "town",
]
CITIES = PACKAGED / "cities.tsv"
APOSTROPHES = re.compile(r"['’‘`.]")
BREAKS = re.compile(r"[\s\-–/,&]+")
SAINT = re.compile(r"\bsaint\b")


class PlaceRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of places.yml; the file's header says what its fields mean."""

    id: str
    name: str
    kind: PlaceKind
    country: str | None = None
    aliases: tuple[str, ...] = ()
    geonames: int | None = None
    within: tuple[str, ...] = ()
    near: int | None = None
    region: str | None = None
    guarded: bool = False
    latitude: float | None = None
    longitude: float | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer; coordinates in degrees of WGS84, where a source gives them."""

    key: str  # "geonames:2643339", or "place:kent" where GeoNames has no such place
    name: str
    kind: PlaceKind
    country: str | None = None  # ISO 3166-1 alpha-2
    region: str | None = None  # GeoNames' first division: "ENG", "CA" (California in US)
    latitude: float | None = None
    longitude: float | None = None
    population: int = 0


def folded(name: str) -> str:
    """A name as compared: no case, accents, apostrophes or hyphens; one way to write "Saint".

    >>> folded("Bury Saint Edmund’s"), folded("Málaga"), folded("Stratford-upon-Avon")
    ('bury st edmunds', 'malaga', 'stratford upon avon')
    """
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return SAINT.sub("st", BREAKS.sub(" ", APOSTROPHES.sub("", plain)).strip())


def place(key: str) -> Place | None:
    """The place with a key, "geonames:2643339" or "place:kent"; None where there is none."""
    listed = _listed_by_key().get(key)
    if listed is not None:
        return listed
    registry, _, id_ = key.partition(":")
    if registry != "geonames" or not id_.isdecimal():
        return None
    offset = _offsets().get(int(id_))
    return None if offset is None else _town(_line_at(offset))


@cache
def listed_rows() -> Mapping[str, PlaceRow]:
    """The rows of places.yml by id."""
    return MappingProxyType({row.id: row for row in load(rules_file("places"), PlaceRow)})


def listed(id_: str) -> Place:
    """The place of a row of places.yml."""
    return _listed_by_key()[_key(listed_rows()[id_])]


@lru_cache(maxsize=100_000)
def towns(name: str) -> tuple[Place, ...]:
    """The towns of GeoNames that bear a name (in its `folded` form), the most populous first."""
    start = name.encode() + b"\t"
    offset = _first_not_before(start)
    found = []
    while offset < len(_cities()):
        line = _line_at(offset)
        if not line.startswith(start):
            break
        found.append(_town(line))
        offset += len(line) + 1
    return tuple(sorted(found, key=lambda town: (-town.population, town.key)))


@lru_cache(maxsize=100_000)
def opens_a_town(word: str) -> bool:
    """Whether the name of a town starts with a word (in its `folded` form)."""
    offset = _first_not_before(word.encode())
    line = _line_at(offset) if offset < len(_cities()) else b""
    return line.startswith((word.encode() + b"\t", word.encode() + b" "))


def _key(row: PlaceRow) -> str:
    return f"place:{row.id}" if row.geonames is None else f"geonames:{row.geonames}"


@cache
def _listed_by_key() -> dict[str, Place]:
    places = {}
    for row in listed_rows().values():
        found = _of_row(row)
        places[found.key] = places[f"place:{row.id}"] = found
    return places


def _of_row(row: PlaceRow) -> Place:
    return Place(
        key=_key(row),
        name=row.name,
        kind=row.kind,
        country=row.country,
        region=row.region,
        latitude=row.latitude,
        longitude=row.longitude,
    )


def _town(line: bytes) -> Place:
    _, id_, name, latitude, longitude, country, region, population = line.decode().split("\t")
    return Place(
        key=f"geonames:{id_}",
        name=name,
        kind="town",
        country=country,
        region=region,
        latitude=float(latitude),
        longitude=float(longitude),
        population=int(population),
    )


@cache
def _cities() -> mmap.mmap:
    with CITIES.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


@cache
def _offsets() -> dict[int, int]:
    """Where the line of each GeoNames id starts."""
    return {
        int(match[1]): match.start()
        for match in re.finditer(rb"^[^\t#]+\t(\d+)\t", _cities(), re.MULTILINE)
    }


def _first_not_before(name: bytes) -> int:
    """The offset of the first line that sorts at or after `name`."""
    cities = _cities()
    low, high = 0, len(cities)
    while low < high:
        middle = cities.rfind(b"\n", low, (low + high) // 2) + 1 or low
        line = _line_at(middle)
        if line.startswith(b"#") or line < name:
            low = middle + len(line) + 1
        else:
            high = middle
    return low


def _line_at(offset: int) -> bytes:
    cities = _cities()
    return cities[offset : cities.find(b"\n", offset)]
