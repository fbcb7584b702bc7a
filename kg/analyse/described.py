"""What is known of entities themselves: what they are called, of which type, where they are."""

from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from itertools import chain, groupby
from operator import itemgetter
from typing import Any

from kg.analyse.ask import (
    WIDE_TYPES,
    Row,
    all_rows,
    local_name,
    number_of,
    rows_about,
    rows_of_type,
    text_of,
)
from kg.store import Queryable

Attributes = dict[str, Any]

_FEWEST_FIRST = (
    "Platform", "CriminalGroup", "Operation", "Organisation", "Agency", "Person", "Place",
)  # fmt: skip


def described(
    store: Queryable, wanted: Set[str] | None = None, types: Sequence[str] = ()
) -> Iterator[tuple[str, Attributes]]:
    """Entities with the attributes of a node (see `multigraph`), in the order of IRIs.

    All, or those wanted. Types are read one after the other until all of these are found: `types`
    says where most will be, for a graph may hold a hundred thousand others.
    """
    found: dict[str, Attributes] = {}
    looked_at = set[str]()
    for type_ in dict.fromkeys([*types, *_FEWEST_FIRST]):
        if wanted is not None and len(found) == len(wanted):
            break
        for iri, group in groupby(rows_of_type(store, type_), key=itemgetter(0)):
            if wanted is None or iri in wanted:
                found[text_of(iri)] = _attributes(list(group))
        looked_at.add(type_)
    if "Place" in looked_at:
        _locate(store, found)
    return ((iri, found[iri]) for iri in sorted(found))


def described_few(store: Queryable, wanted: Collection[str]) -> dict[str, Attributes]:
    """Entities looked up one by one, without where they are: nothing else is read."""
    rows = rows_about(store, "about", "entity", wanted)
    by_iri = groupby(rows, key=itemgetter(0))
    return {text_of(iri): _attributes(list(group)) for iri, group in by_iri}


def entities(store: Queryable) -> list[Row]:
    """Rows of (entity, label, type), one for each type of our own; sorted."""
    rows = chain.from_iterable(rows_of_type(store, type_) for type_ in _FEWEST_FIRST)
    return sorted(rows, key=lambda row: tuple(map(text_of, row)))


def labels(store: Queryable, wanted: Set[str], types: Sequence[str] = ()) -> dict[str, str]:
    """The labels of the entities wanted."""
    return {iri: about["label"] for iri, about in described(store, wanted, types)}


def _attributes(rows: list[Row]) -> Attributes:
    types = {local_name(row[2]) for row in rows}
    return {
        "label": text_of(rows[0][1]),
        "type": next(name for name in WIDE_TYPES if name in types),
        "subtype": min(types - set(WIDE_TYPES), default=None),
        "latitude": None,
        "longitude": None,
    }


def _locate(store: Queryable, found: Mapping[str, Attributes]) -> None:
    for place, latitude, longitude in all_rows(store, "coordinates"):
        if (about := found.get(text_of(place))) is not None:
            about.update(latitude=number_of(latitude), longitude=number_of(longitude))
