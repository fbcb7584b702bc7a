"""What a graph says of each report, read through the contract of the ontology."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from kg.evaluate.compare import normal
from kg.store import Solutions, Store

QUERIES = Path(__file__).parent / "queries"

# how the marking calls what the ontology calls otherwise
TYPES = {"CriminalGroup": "Group", "Organisation": "Company"}
RELATIONS = {
    "tookPartIn": "conducted",
    "tookPlaceIn": "operationPlace",
    "subOrganizationOf": "partOf",
    "within": "placeIn",
    "livesIn": "residesIn",
    "memberOf": "memberOf",
}
KINDS = {
    "Seizure": "seizure",
    "Arrest": "arrest",
    "Charge": "charge",
    "Conviction": "conviction",
    "Sentencing": "sentence",
    "Safeguarding": "safeguard",
    "Search": "search",
}


@dataclass(slots=True)
class FoundEntity:
    types: set[str] = field(default_factory=set)
    surfaces: set[str] = field(default_factory=set)  # normal forms, in this report
    labels: set[str] = field(default_factory=set)  # normal forms, of the whole graph

    @property
    def type(self) -> str:
        """An official is a person too: the narrower type counts."""
        return "Official" if "Official" in self.types else min(self.types)


@dataclass(frozen=True, slots=True)
class FoundRelation:
    predicate: str
    subject: str
    object: str | None = None
    text: str | None = None


@dataclass(slots=True)
class FoundOutcome:
    kind: str
    what: str | None
    quantity: float | None
    unit: str | None
    agencies: set[str] = field(default_factory=set)
    places: set[str] = field(default_factory=set)
    persons: set[str] = field(default_factory=set)


@dataclass(slots=True)
class Findings:
    """All that the graph says of one report; entities by IRI, outcomes by IRI."""

    entities: dict[str, FoundEntity] = field(default_factory=dict)
    relations: list[FoundRelation] = field(default_factory=list)
    outcomes: dict[str, FoundOutcome] = field(default_factory=dict)


def read_findings(store: Store) -> dict[str, Findings]:
    """Findings by the last part of the report's file name."""
    found = {_last(file): Findings() for (file,) in _rows(store, "files") if file}
    _read_entities(store, found)
    for file, _, official, agency, title in _rows(store, "posts"):
        found[_last(file)].relations.append(FoundRelation("holdsPost", official, agency, title))
    for file, subject, predicate, object_ in _rows(store, "claims"):
        name = RELATIONS.get(_local_name(predicate))
        if name is not None:
            found[_last(file)].relations.append(FoundRelation(name, subject, object_))
    for file, _, speaker, text in _rows(store, "quotations"):
        found[_last(file)].relations.append(FoundRelation("said", speaker, None, text))
    _read_outcomes(store, found)
    return found


def _read_entities(store: Store, found: Mapping[str, Findings]) -> None:
    labels: dict[str, set[str]] = defaultdict(set)
    for labelled, label in _rows(store, "labels"):
        labels[labelled].add(normal(label))
    for file, iri, type_, surface in _rows(store, "mentions"):
        name = _local_name(type_)
        entity = found[_last(file)].entities.setdefault(iri, FoundEntity(labels=labels[iri]))
        entity.types.add(TYPES.get(name, name))
        entity.surfaces.add(normal(surface))


def _read_outcomes(store: Store, found: Mapping[str, Findings]) -> None:
    for row in _rows(store, "outcomes"):
        file, fact, type_, what, quantity, unit, agency, place, person = row
        number = float(quantity) if quantity else None
        outcome = found[_last(file)].outcomes.setdefault(
            fact, FoundOutcome(KINDS[_local_name(type_)], what or None, number, unit or None)
        )
        outcome.agencies |= _some(agency)
        outcome.places |= _some(place)
        outcome.persons |= _some(person)


def _rows(store: Store, name: str) -> Iterator[list[str]]:
    """The rows of one of our queries as text; what is unbound is empty."""
    found = store.query((QUERIES / f"{name}.rq").read_text(encoding="utf-8"))
    assert isinstance(found, Solutions)  # noqa: S101  each of them is a SELECT
    for row in found.rows:
        yield ["" if term is None else str(getattr(term, "value", term)) for term in row]


def _some(iri: str) -> set[str]:
    return {iri} if iri else set()


def _last(file: str) -> str:
    return PurePosixPath(file).name


def _local_name(iri: str) -> str:
    return iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]
