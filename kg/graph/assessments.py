"""State why two are held to be one, or may be: the evidence behind who is who."""

import hashlib
from collections.abc import Iterator

from kg.graph.literals import decimal, plain
from kg.graph.terms import types_of
from kg.model import Assessment, Quad
from kg.vocab import OC, RDF

_TYPE, _ASSESSES = str(RDF.type), str(OC.assesses)
_SIDE, _SCORE, _REASON, _VERDICT = str(OC.side), str(OC.score), str(OC.reason), str(OC.verdict)
_DIGITS = 12


def assessment_quads(assessment: Assessment, graph: str, base_iri: str) -> Iterator[Quad]:
    """The statements about one assessment, whose IRI is a digest of its two sides."""
    digest = hashlib.sha256("\n".join(assessment.sides).encode()).hexdigest()[:_DIGITS]
    iri = f"{base_iri}assessment/{digest}"
    for class_ in types_of("SameAsAssessment"):
        yield Quad(iri, _TYPE, class_, graph)
    for entity in assessment.about:
        yield Quad(iri, _ASSESSES, entity, graph)
    for side in assessment.sides:
        yield Quad(iri, _SIDE, plain(side), graph)
    yield Quad(iri, _SCORE, decimal(assessment.score), graph)
    for reason in assessment.reasons:
        yield Quad(iri, _REASON, plain(reason), graph)
    yield Quad(iri, _VERDICT, plain(assessment.verdict), graph)
