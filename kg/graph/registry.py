"""State what the registry of agencies knows of bodies that reports name: parts, and former names.

No report says these, so that they are no claims: each is a `oc:RegistryFact` with its own source,
beside the direct triple. The direction is from the whole to the part, as `org:subOrganizationOf`
from the part to the whole stands only where a report states it. A force that no report names is an
`org:Organization` with a label and nothing more.
"""

from collections.abc import Iterable, Iterator, Mapping

from kg.graph.entities import LANGUAGE, key_quads
from kg.graph.literals import worded
from kg.graph.terms import types_of
from kg.iri import slug
from kg.model import Entity, Quad, Value
from kg.registry import AgencyRow, FormerName, agencies
from kg.vocab import DCT, OC, ORG, RDF, SCHEMA, SKOS, XSD

_TYPE, _LABEL, _SOURCE = str(RDF.type), str(SKOS.prefLabel), str(DCT.source)
_SUBJECT, _PREDICATE, _OBJECT = str(RDF.subject), str(RDF.predicate), str(RDF.object)
_MEMBER, _PART = str(ORG.hasMember), str(ORG.hasSubOrganization)
_ORGANIZATION, _NAME = str(ORG.Organization), str(SKOS.altLabel)
_FROM, _THROUGH = str(SCHEMA.validFrom), str(SCHEMA.validThrough)
_DATES = (str(XSD.gYear), str(XSD.gYearMonth), str(XSD.date))  # by the hyphens in one


def registry_quads(entities: Mapping[str, Entity], graph: str, base_iri: str) -> Iterator[Quad]:
    """The members of each regional unit in the graph, and parts of bodies where it has both."""
    for row in agencies().values():
        iri = _iri(row.id, base_iri)
        if iri not in entities:
            continue
        for member in row.members:
            part = _iri(member, base_iri)
            if part not in entities:
                yield from _unnamed(agencies()[member], part, graph)
            yield from _fact(iri, _MEMBER, part, row.members_from or str(OC.registry), graph)
        for former in row.former:
            yield from _former(iri, former, graph)
        whole = _iri(row.part_of or "", base_iri)
        if whole in entities:
            yield from _fact(whole, _PART, iri, str(OC.registry), graph)


def _iri(id_: str, base_iri: str) -> str:
    return f"{base_iri}agency/{id_}"


def _unnamed(row: AgencyRow, iri: str, graph: str) -> Iterator[Quad]:
    yield Quad(iri, _TYPE, _ORGANIZATION, graph)
    yield Quad(iri, _LABEL, worded(row.name, LANGUAGE), graph)


def _former(body: str, former: FormerName, graph: str) -> Iterator[Quad]:
    """A name that the body had, with the time for which it had it where that is known."""
    fact, name = f"{body}/name/{slug(former.name)}", worded(former.name, LANGUAGE)
    yield from _stated(fact, body, _NAME, name, former.sources, graph)
    yield from key_quads(body, [former.name], graph)
    for bound, stated in ((_FROM, former.since), (_THROUGH, former.until)):
        if stated is not None:
            yield Quad(fact, bound, Value(stated, _DATES[stated.count("-")]), graph)


def _fact(whole: str, predicate: str, part: str, source: str, graph: str) -> Iterator[Quad]:
    fact = f"{whole}/part/{part.rpartition('/')[2]}"
    yield from _stated(fact, whole, predicate, part, [source], graph)


def _stated(
    fact: str,
    subject: str,
    predicate: str,
    object_: str | Value,
    sources: Iterable[str],
    graph: str,
) -> Iterator[Quad]:
    """A fact of the registry, and the direct triple."""
    for class_ in types_of("RegistryFact"):
        yield Quad(fact, _TYPE, class_, graph)
    yield Quad(fact, _SUBJECT, subject, graph)
    yield Quad(fact, _PREDICATE, predicate, graph)
    yield Quad(fact, _OBJECT, object_, graph)
    for source in sources:
        yield Quad(fact, _SOURCE, source, graph)
    yield Quad(subject, predicate, object_, graph)
