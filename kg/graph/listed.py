"""State which entries of a user's registries the graph speaks of, and whom they are linked to."""

from collections.abc import Iterator

from kg.graph.entities import LANGUAGE
from kg.graph.literals import plain, worded
from kg.graph.terms import types_of
from kg.model import Quad, Resolution
from kg.own import Entry, entry_at
from kg.vocab import DCT, OC, RDF, SKOS

_TYPE, _LABEL, _OTHER = str(RDF.type), str(SKOS.prefLabel), str(SKOS.altLabel)
_SAME, _ID, _IN = str(SKOS.exactMatch), str(DCT.identifier), str(OC.inRegistry)


def listed_quads(resolution: Resolution, graph: str, base_iri: str) -> Iterator[Quad]:
    """The links of entities to entries, and each entry that is linked or assessed."""
    paths = {iri.removeprefix(base_iri) for one in resolution.assessments for iri in one.about}
    for entity in resolution.entities.values():
        for path in entity.listed_as:
            paths.add(path)
            yield Quad(entity.iri, _SAME, base_iri + path, graph)
    for path in sorted(paths):
        entry = entry_at(path)
        if entry is not None:
            yield from _entry_quads(entry, base_iri + path, graph)


def _entry_quads(entry: Entry, iri: str, graph: str) -> Iterator[Quad]:
    for class_ in types_of("RegistryEntry"):
        yield Quad(iri, _TYPE, class_, graph)
    yield Quad(iri, _LABEL, worded(entry.name, LANGUAGE), graph)
    for name in sorted({*entry.aliases, *entry.weak} - {entry.name}):
        yield Quad(iri, _OTHER, worded(name, LANGUAGE), graph)
    yield Quad(iri, _ID, plain(entry.id), graph)
    yield Quad(iri, _IN, plain(entry.registry), graph)
    for address in entry.same_as:
        yield Quad(iri, _SAME, address, graph)
