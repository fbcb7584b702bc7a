"""State what the facts of a corpus name from the schemes: commodities, ranks, offences.

Only concepts that are used stand in a graph, with all that are wider, so that a query for drugs
finds cocaine, and a graph of three reports is not mostly scheme.
"""

from collections.abc import Iterable, Iterator

from kg.model import Annotation, Quad
from kg.vocab import CONCEPTS, OC, SKOS, ancestors


def concepts_of(annotation: Annotation) -> set[str]:
    """The IRIs of the concepts that the facts of a report name."""
    ids = {post.rank for post in annotation.posts}
    for outcome in annotation.outcomes:
        ids |= {outcome.commodity, outcome.offence}
    return {OC[id_] for id_ in ids if id_ is not None}


def concept_quads(concepts: Iterable[str], graph: str) -> Iterator[Quad]:
    """What the schemes say of these concepts and of all wider ones, by IRI."""
    found = {iri for concept in concepts for iri in (concept, *ancestors(concept))}
    for iri in sorted(found):
        for predicate, object_ in CONCEPTS[iri]:
            yield Quad(iri, predicate, object_, graph)
        for wider in ancestors(iri):
            yield Quad(iri, SKOS.broaderTransitive, wider, graph)
