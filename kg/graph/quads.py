"""Compose the statements of a corpus: entities first, then report by report as they come."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from kg.config import DEFAULT_BASE_IRI
from kg.graph.assessments import assessment_quads
from kg.graph.concepts import concept_quads, concepts_of
from kg.graph.entities import entity_quads
from kg.graph.facts import Scene, claim_quads, post_quads, quotation_quads
from kg.graph.listed import listed_quads
from kg.graph.outcomes import outcome_quads
from kg.graph.provenance import mention_quads, report_quads, sentence_quads
from kg.graph.registry import registry_quads
from kg.iri import report_iri
from kg.model import Annotation, Quad, Resolution


def quads(
    annotations: Iterable[Annotation],
    resolution: Resolution,
    *,
    file_names: Mapping[str, Sequence[str]],
    base_iri: str = DEFAULT_BASE_IRI,
) -> Iterator[Quad]:
    """The graph as the ontology's contract has it; `file_names` are by SHA-256 of the report.

    No blank nodes. The graph of a report has the report's IRI; entities stand in
    `graph/entities`, the concepts that facts name in `graph/schemes`. Facts are numbered by kind in
    the order of the text.
    """
    concepts: set[str] = set()
    entities = f"{base_iri}graph/entities"
    for entity in resolution.entities.values():
        yield from entity_quads(entity, entities)
    for assessment in resolution.assessments:
        yield from assessment_quads(assessment, entities, base_iri)
    yield from registry_quads(resolution.entities, entities, base_iri)
    yield from listed_quads(resolution, entities, base_iri)
    for annotation in annotations:
        sha256 = annotation.report.sha256
        iri = report_iri(annotation.report, base_iri)
        yield from report_quads(
            annotation.report,
            iri,
            file_names=file_names[sha256],
            publisher=resolution.publishers.get(sha256),
            near_duplicate_of=resolution.near_duplicates.get(sha256),
        )
        yield from _said(annotation, iri, resolution.links[sha256])
        concepts |= concepts_of(annotation)
    yield from concept_quads(concepts, f"{base_iri}graph/schemes")


def _said(annotation: Annotation, iri: str, links: Sequence[str]) -> Iterator[Quad]:
    scene = Scene(iri, annotation.report.language, links)
    yield from sentence_quads(annotation, iri)
    yield from mention_quads(annotation, iri, links)
    yield from post_quads(annotation, scene)
    yield from claim_quads(annotation, scene)
    yield from quotation_quads(annotation, scene)
    yield from outcome_quads(annotation, scene)
