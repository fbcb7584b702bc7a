"""The ontology's files: every term is explained, aligned and spelt as its vocabulary has it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import rdflib
from rdflib import OWL, RDF, RDFS, SKOS, namespace

from kg.errors import VocabularyError
from kg.vocab import FOLDER, OC, ORG, PREFIXES

DOCS = Path(__file__).parents[1] / "docs" / "ontology.md"
HTTPS_SCHEMA, WGS84 = "https://schema.org/", "http://www.w3.org/2003/01/geo/wgs84_pos#"
FILES = ["ockg.ttl", "schemes.ttl", "alignments.ttl", "shapes.ttl"]


def ontology(name: str = "ockg.ttl") -> rdflib.Graph:
    return rdflib.Graph().parse(FOLDER / name)


def terms() -> Iterator[rdflib.URIRef]:
    for subject in set(ontology().subjects()):
        if isinstance(subject, rdflib.URIRef) and subject.startswith(str(OC)):
            yield subject


def test_every_term_has_a_label_and_a_comment() -> None:
    graph = ontology()
    for term in terms():
        for about in (RDFS.label, RDFS.comment):
            (text,) = graph.objects(term, about)
            assert isinstance(text, rdflib.Literal)
            assert text.language == "en"


def test_every_property_has_a_domain_and_a_range() -> None:
    graph = ontology()
    includes = rdflib.Namespace(HTTPS_SCHEMA)
    for kind in (OWL.ObjectProperty, OWL.DatatypeProperty):
        for term in graph.subjects(RDF.type, kind):
            assert (term, RDFS.domain, None) in graph or (
                term,
                includes.domainIncludes,
                None,
            ) in graph, term
            assert (term, RDFS.range, None) in graph or (
                term,
                includes.rangeIncludes,
                None,
            ) in graph, term


@pytest.mark.parametrize("name", FILES)
def test_files_speak_only_of_terms_that_are_defined(name: str) -> None:
    for triple in ontology(name):
        for node in triple:
            if isinstance(node, rdflib.URIRef) and node.startswith(str(OC)):
                local = node.removeprefix(str(OC))
                assert local in OC or local.endswith("Shape") or name == "schemes.ttl", node


def test_every_class_of_ours_is_aligned_or_has_a_superclass_elsewhere() -> None:
    graph = ontology() + ontology("alignments.ttl")
    for class_ in ontology().subjects(RDF.type, OWL.Class):
        above = set(graph.transitive_objects(class_, RDFS.subClassOf))
        near = {match for one in above for match in graph.objects(one, SKOS.closeMatch)}
        foreign = {one for one in above | near if not str(one).startswith(str(OC))}
        assert foreign or class_ == rdflib.URIRef(OC.DrugClassification), class_


@pytest.mark.parametrize("prefix", ["dct", "foaf", "geo", "org", "prov", "rdf", "schema", "skos"])
def test_terms_of_others_are_terms_of_theirs(prefix: str) -> None:
    """A term that they lack is one that rdflib, which knows them, lacks too."""
    theirs = {
        "dct": rdflib.DCTERMS,
        "foaf": rdflib.FOAF,
        "geo": namespace.GEO,
        "org": rdflib.ORG,
        "prov": rdflib.PROV,
        "rdf": rdflib.RDF,
        "schema": rdflib.SDO,
        "skos": rdflib.SKOS,
    }[prefix]
    assert str(theirs) == PREFIXES[prefix]
    for subject in set(ontology().subjects()):
        if str(subject).startswith(PREFIXES[prefix]):
            assert str(subject).removeprefix(PREFIXES[prefix]) in theirs, subject


def test_prefixes_are_the_published_ones() -> None:
    assert PREFIXES["schema"] == HTTPS_SCHEMA  # https, as the vocabulary's own files have it
    assert PREFIXES["wgs"] == WGS84  # http, unlike rdflib's constant


@pytest.mark.parametrize("name", ["tookPartln", "PoliceForces", "Title"])
def test_mistyped_term_is_an_error_that_names_the_nearest(name: str) -> None:
    with pytest.raises(VocabularyError, match=f"oc:{name} is no term of the ontology"):
        getattr(OC, name)
    with pytest.raises(KeyError):
        OC[name]


def test_terms_of_others_are_closed_too() -> None:
    with pytest.raises(VocabularyError, match="did you mean org:organization"):
        ORG.organisation  # noqa: B018


def test_every_term_is_described_in_the_documentation() -> None:
    text = DOCS.read_text(encoding="utf-8")
    missing = {t for t in terms() if f"`oc:{t.removeprefix(str(OC))}`" not in text}
    assert missing == set()
