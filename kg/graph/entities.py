"""State what is known of each entity across reports: types, names, identifiers, coordinates."""

from collections.abc import Iterable, Iterator

from kg.graph.literals import decimal, plain, worded
from kg.graph.terms import types_of
from kg.iri import name_key
from kg.model import Entity, Quad, Value
from kg.vocab import FOAF, OC, ORG, RDF, SKOS, WGS

LANGUAGE = "en"  # of names that are not one report's own

_TYPE, _LABEL, _OTHER = str(RDF.type), str(SKOS.prefLabel), str(SKOS.altLabel)
_NAME, _IDENTIFIER, _SAME = str(FOAF.name), str(ORG.identifier), str(SKOS.exactMatch)
_LATITUDE, _LONGITUDE = str(WGS.lat), str(WGS.long)
_KEY = str(OC.nameKey)
_COUNTRY, _RESOLVED_BY = str(OC.countryCode), str(OC.resolvedBy)


def entity_quads(entity: Entity, graph: str) -> Iterator[Quad]:
    """The statements about one entity; none of them tells what a person did."""
    iri = entity.iri
    for class_ in types_of(entity.subtype or entity.type):
        yield Quad(iri, _TYPE, class_, graph)
    label = worded(entity.label, LANGUAGE)
    yield Quad(iri, _LABEL, label, graph)
    if entity.type in {"Official", "Person"}:
        yield Quad(iri, _NAME, label, graph)
    for name in entity.alternatives:
        yield Quad(iri, _OTHER, worded(name, LANGUAGE), graph)
    yield from key_quads(iri, (entity.label, *entity.alternatives), graph)
    for identifier in entity.identifiers:
        scheme = str(OC[identifier.scheme])
        yield Quad(iri, _IDENTIFIER, Value(identifier.value, scheme), graph)
    for match in entity.exact_matches:
        yield Quad(iri, _SAME, match, graph)
    if entity.latitude is not None and entity.longitude is not None:
        yield Quad(iri, _LATITUDE, decimal(entity.latitude), graph)
        yield Quad(iri, _LONGITUDE, decimal(entity.longitude), graph)
    if entity.country is not None:
        yield Quad(iri, _COUNTRY, plain(entity.country), graph)
    if entity.reason:
        yield Quad(iri, _RESOLVED_BY, plain(entity.reason), graph)


def key_quads(iri: str, names: Iterable[str], graph: str) -> Iterator[Quad]:
    """The keys by which a node is found, whatever the case and marks of the name that is asked."""
    for key in sorted({name_key(name) for name in names}):
        yield Quad(iri, _KEY, plain(key), graph)
