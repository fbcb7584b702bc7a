"""The places that `kg` knows: our own list (places.yml) and the towns of GeoNames (cities.tsv).

The list is small and read whole; the towns are many and looked up by halving in a mapped file, so
that they cost neither time at the start nor memory.
"""

import mmap
import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
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
# Kinds of places of our own list that the index of towns may hold too, with their position.
IN_THE_INDEX = frozenset(["area", "borough", "quarter", "town"])
CITIES = PACKAGED / "cities.tsv"
PAGE = 4096  # bytes
APOSTROPHES = re.compile(r"['’‘`.]")
BREAKS = re.compile(r"[\s\-–/,&]+")
SEPARATOR = "; "
SAINT = re.compile(r"\bsaint\b")


class PlaceGroup(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of places.yml: places of one kind; the file's header says what its fields mean."""

    id: str
    kind: PlaceKind
    names: dict[str, str]
    country: str | None = None
    countries: dict[str, str] = {}
    geonames: dict[str, int] = {}
    near: dict[str, int] = {}
    regions: dict[str, str] = {}
    guarded: tuple[str, ...] = ()


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
    names: tuple[str, ...] = ()  # of a place of our own list: the usual one first
    guarded: tuple[str, ...] = ()  # those of them that need the words around them to say so
    near: str | None = None  # key of a town in it, which stands in for an unknown position


@lru_cache(maxsize=50_000)
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
    found = _listed_by_key().get(key)
    town = _town_with(found.key if found else key)
    return _at(found, town) if found and town else found or town


def listed() -> Iterable[Place]:
    """The places of our own list."""
    return _listed_by_id().values()


def listed_place(id_: str) -> Place | None:
    """The place that places.yml lists by an id, such as the area that a force serves."""
    return _listed_by_id().get(id_)


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


@cache
def _listed_by_id() -> Mapping[str, Place]:
    groups = load(rules_file("places"), PlaceGroup)
    return MappingProxyType({id_: _of_group(group, id_) for group in groups for id_ in group.names})


@cache
def _listed_by_key() -> dict[str, Place]:
    """By the key that reports give, and by the id of the list whatever else names the place."""
    places = {place.key: place for place in _listed_by_id().values()}
    return places | {f"place:{id_}": place for id_, place in _listed_by_id().items()}


def _of_group(group: PlaceGroup, id_: str) -> Place:
    key = f"geonames:{group.geonames[id_]}" if id_ in group.geonames else f"place:{id_}"
    names = tuple(group.names[id_].split(SEPARATOR))
    found = Place(
        key=key,
        name=names[0],
        kind=group.kind,
        country=group.countries.get(id_, group.country),
        region=group.regions.get(id_),
        names=names,
        guarded=tuple(name for name in names if name in group.guarded),
        near=f"geonames:{group.near[id_]}" if id_ in group.near else None,
    )
    if id_ not in group.geonames or group.kind not in IN_THE_INDEX:
        return found
    same = (town for name in names for town in towns(folded(name)) if town.key == key)
    town = next(same, None)
    return found if town is None else _at(found, town)


def _at(place: Place, town: Place) -> Place:
    """A place of our own list, with what GeoNames says of it as a town."""
    return replace(
        place,
        region=town.region,
        latitude=town.latitude,
        longitude=town.longitude,
        population=town.population,
    )


@lru_cache(maxsize=10_000)
def _town_with(key: str) -> Place | None:
    registry, _, id_ = key.partition(":")
    if registry != "geonames" or not id_.isdecimal():
        return None
    offset = _offsets().get(int(id_))
    return None if offset is None else _town(_line_at(offset))


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


@cache
def _pages() -> tuple[list[bytes], list[int]]:
    """The line that opens each page of the index, and where it starts: where halving begins."""
    cities = _cities()
    breaks = (cities.find(b"\n", offset) for offset in range(0, len(cities), PAGE))
    starts = [at + 1 for at in breaks if at >= 0 and cities[at + 1 : at + 2] != b"#"]
    return [_line_at(start) for start in starts], starts


def _first_not_before(name: bytes) -> int:
    """The offset of the first line that sorts at or after `name`."""
    cities = _cities()
    lines, starts = _pages()
    page = bisect_left(lines, name)
    low = starts[page - 1] if page else 0
    high = starts[page] if page < len(starts) else len(cities)
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
