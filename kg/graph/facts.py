"""State what a report says, each fact with the sentences that state it.

Posts and claims between two entities also stand as a direct triple. A fact about an entity that
people suppressed is left out; a fact that such an entity only qualifies stays without it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kg.graph.literals import decimal, plain, worded
from kg.graph.provenance import sentence_iri
from kg.graph.terms import concept, types_of
from kg.model import Annotation, Claim, PostHolding, Quad, Quotation, Stated
from kg.vocab import OC, ORG, RDF, SCHEMA

_TYPE, _SUBJECT, _PREDICATE, _OBJECT = (
    str(term) for term in (RDF.type, RDF.subject, RDF.predicate, RDF.object)
)
_STATED_IN, _EXTRACTED_BY = str(OC.statedIn), str(OC.extractedBy)
_CONFIDENCE, _MODALITY = str(OC.confidence), str(OC.modality)
_MEMBER, _ORGANIZATION, _ROLE = str(ORG.member), str(ORG.organization), str(ORG.role)
_POST_TITLE, _WORKS_FOR = str(OC.postTitle), str(OC.worksFor)
_SPEAKER, _ON_BEHALF_OF, _WORDS = str(OC.speaker), str(OC.onBehalfOf), str(SCHEMA.text)
_PREDICATES = {
    **{
        name: str(OC[name])
        for name in (
            "tookPartIn",
            "tookPlaceIn",
            "within",
            "livesIn",
            "memberOf",
            "worksFor",
            "used",
            "workedWith",
        )
    },
    "subOrganizationOf": str(ORG.subOrganizationOf),
}


@dataclass(frozen=True, slots=True)
class Scene:
    """The report that facts are stated in, and the nodes of its entities."""

    iri: str
    language: str
    links: Sequence[str]

    def node(self, entity: int | None) -> str | None:
        """The node of an entity; None where there is none, or people suppressed it."""
        return None if entity is None else self.links[entity] or None

    def fact(self, kind: str, number: int) -> str:
        return f"{self.iri}/fact/{kind}-{number}"


def post_quads(annotation: Annotation, scene: Scene) -> Iterator[Quad]:
    for number, post in enumerate(annotation.posts, start=1):
        official = scene.node(post.official)
        if official is not None:
            yield from _post(post, scene, scene.fact("post", number), official)


def _post(post: PostHolding, scene: Scene, fact: str, official: str) -> Iterator[Quad]:
    graph = scene.iri
    yield from stated_quads(fact, "PostHolding", post.stated, graph)
    yield Quad(fact, _MEMBER, official, graph)
    yield Quad(fact, _POST_TITLE, worded(post.title, scene.language), graph)
    agency = scene.node(post.agency)
    if agency is not None:
        yield Quad(fact, _ORGANIZATION, agency, graph)
        yield Quad(official, _WORKS_FOR, agency, graph)
    if post.rank is not None:
        yield Quad(fact, _ROLE, concept(post.rank), graph)


def claim_quads(annotation: Annotation, scene: Scene) -> Iterator[Quad]:
    for number, claim in enumerate(annotation.claims, start=1):
        subject, object_ = scene.node(claim.subject), scene.node(claim.object)
        if subject is not None and object_ is not None:
            yield from _claim(claim, scene, scene.fact("claim", number), subject, object_)


def _claim(claim: Claim, scene: Scene, fact: str, subject: str, object_: str) -> Iterator[Quad]:
    graph, predicate = scene.iri, _PREDICATES[claim.predicate]
    yield from stated_quads(fact, "Claim", claim.stated, graph)
    yield Quad(fact, _SUBJECT, subject, graph)
    yield Quad(fact, _PREDICATE, predicate, graph)
    yield Quad(fact, _OBJECT, object_, graph)
    yield Quad(fact, _MODALITY, str(OC[claim.modality]), graph)
    yield Quad(subject, predicate, object_, graph)


def quotation_quads(annotation: Annotation, scene: Scene) -> Iterator[Quad]:
    for number, quotation in enumerate(annotation.quotations, start=1):
        speaker = scene.node(quotation.speaker)
        if speaker is not None:
            yield from _quotation(quotation, scene, scene.fact("quotation", number), speaker)


def _quotation(quotation: Quotation, scene: Scene, fact: str, speaker: str) -> Iterator[Quad]:
    graph = scene.iri
    yield from stated_quads(fact, "Quotation", quotation.stated, graph)
    yield Quad(fact, _SPEAKER, speaker, graph)
    yield Quad(fact, _WORDS, worded(quotation.text, scene.language), graph)
    body = scene.node(quotation.on_behalf_of)
    if body is not None:
        yield Quad(fact, _ON_BEHALF_OF, body, graph)


def stated_quads(fact: str, class_: str, stated: Stated, graph: str) -> Iterator[Quad]:
    """What every fact has: its classes, the sentences that state it, what found it, how surely."""
    for type_ in types_of(class_):
        yield Quad(fact, _TYPE, type_, graph)
    for index in stated.sentences:
        yield Quad(fact, _STATED_IN, sentence_iri(graph, index), graph)
    yield Quad(fact, _EXTRACTED_BY, plain(stated.rule), graph)
    yield Quad(fact, _CONFIDENCE, decimal(stated.confidence), graph)
