"""Find entities and reports by a name, a file name or an IRI."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.errors import QueryError
from kg.iri import name_key
from kg.model import Value
from kg.query.names.kept import kept_names
from kg.query.names.look_up import Row, called, names_of, nodes, refuse, rows
from kg.store import Queryable
from kg.vocab import OC

CLASSES: Mapping[str, tuple[str, ...]] = {
    "agency": (OC.Agency,),
    "group": (OC.CriminalGroup,),
    "official": (OC.Official,),
    "operation": (OC.Operation,),
    "organisation": (OC.Organisation,),
    "person": (OC.Person,),
    "place": (OC.Place,),
    "platform": (OC.Platform,),
    "unit": (OC.RegionalUnit,),
    "entity": (
        OC.Agency,
        OC.Person,
        OC.Operation,
        OC.Place,
        OC.CriminalGroup,
        OC.Platform,
        OC.Organisation,
    ),
}
_ABSOLUTE_IRI = re.compile(r"(?:https?|urn|tag):\S+")


def entities(store: Queryable, kind: str, name: str) -> Sequence[str]:
    """All that have the name, by its key; where nothing has it, by reading all names."""
    classes = CLASSES[kind]
    if _ABSOLUTE_IRI.fullmatch(name):
        return _known_iri(store, kind, name, classes)
    return _by_key(store, classes, name) or _by_reading_names(store, kind, name, classes)


def _by_reading_names(
    store: Queryable, kind: str, name: str, classes: Sequence[str]
) -> Sequence[str]:
    names = kept_names(store, classes)
    if names:
        refuse(kind, name, names)
    return called(kind, name, names_of(row for class_ in classes for row in _named(store, class_)))


def _named(store: Queryable, class_: str) -> list[Row]:
    return rows(store, "labelled", within=class_)


def all_names(store: Queryable) -> Iterator[tuple[str, Iterable[str]]]:
    """Each class that can be asked for with the names of its members, where these have keys."""
    if not rows(store, "keys"):
        return
    for class_ in sorted({class_ for classes in CLASSES.values() for class_ in classes}):
        yield class_, names_of(_named(store, class_))
    yield OC.Report, names_of(rows(store, "reports"))


def areas(store: Queryable, _: str, name: str) -> Sequence[str]:
    """All places that have the name, and all that reports place within them."""
    found = entities(store, "place", name)
    inside = (row for place in found for row in rows(store, "within", area=place))
    return [*found, *(place for place in nodes(inside) if place not in found)]


def reports(store: Queryable, kind: str, name: str) -> Sequence[str]:
    """A report by its whole file name, else by the last part of one, or by its title."""
    if _ABSOLUTE_IRI.fullmatch(name):
        return _known_iri(store, kind, name, (OC.Report,))
    filed = nodes(rows(store, "filed", file=Value(name)))
    return filed or _by_key(store, (OC.Report,), name) or _by_reading(store, kind, name)


def _by_reading(store: Queryable, kind: str, name: str) -> Sequence[str]:
    names = kept_names(store, (OC.Report,))
    if names:
        ends = [Value(label) for label in names if label.endswith(f"/{name}")]
        filed = nodes(row for label in ends for row in rows(store, "filed", file=label))
        return filed or refuse(kind, name, names)
    read = names_of(rows(store, "reports"))
    found = [node for label in read if label.endswith(f"/{name}") for node in read[label]]
    return list(dict.fromkeys(found)) or called(kind, name, read)


def _by_key(store: Queryable, classes: Iterable[str], name: str) -> Sequence[str]:
    key = Value(name_key(name))
    return nodes(row for c in classes for row in rows(store, "keyed", within=c, key=key))


def _known_iri(store: Queryable, kind: str, iri: str, classes: Iterable[str]) -> Sequence[str]:
    if any(rows(store, "is", within=class_, entity=iri) for class_ in classes):
        return (iri,)
    raise QueryError(f"no {kind} in the graph has the IRI {iri}")
