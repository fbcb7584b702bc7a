"""The terms of the graph, loaded from `ontology/`: the only home of term IRIs and prefixes.

Namespaces are closed: a term is there only if the ontology has it as a subject, so that a mistyped
one is an error where it is written, not a triple that no query finds.

>>> OC.tookPartIn
'https://w3id.org/ockg/ns#tookPartIn'
>>> OC.tookPartln
Traceback (most recent call last):
kg.errors.VocabularyError: oc:tookPartln is no term of the ontology; did you mean oc:tookPartIn?
"""

from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from types import MappingProxyType

import pyoxigraph as ox  # reads Turtle forty times as fast as rdflib, which queries do not need

from kg.errors import VocabularyError
from kg.model import Value

_PACKAGED = Path(__file__).parent / "ontology"
FOLDER = _PACKAGED if _PACKAGED.is_dir() else Path(__file__).parents[1] / "ontology"
_TEXT = (
    "http://www.w3.org/2001/XMLSchema#string",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString",
)
_SUBCLASS = "http://www.w3.org/2000/01/rdf-schema#subClassOf"
_NAMED_BY = (
    "http://www.w3.org/2000/01/rdf-schema#label",
    "http://www.w3.org/2004/02/skos/core#prefLabel",
)


class Namespace:
    """The terms of one vocabulary that the ontology has, as IRIs by their local names."""

    __slots__ = ("_iri", "_prefix", "_terms")

    def __init__(self, prefix: str, iri: str, terms: frozenset[str]) -> None:
        self._prefix, self._iri, self._terms = prefix, iri, terms

    def __getitem__(self, name: str) -> str:
        """The IRI of a term; raises `VocabularyError` for what the ontology does not have."""
        if name not in self._terms:
            near = get_close_matches(name, self._terms, n=1)
            hint = f"; did you mean {self._prefix}:{near[0]}?" if near else ""
            raise VocabularyError(f"{self._prefix}:{name} is no term of the ontology{hint}")
        return self._iri + name

    def __getattr__(self, name: str) -> str:
        if name.startswith("__"):  # asked by Python itself: `copy`, `inspect` …
            raise AttributeError(name)
        return self[name]

    def __contains__(self, name: object) -> bool:
        return name in self._terms

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._terms))

    def __str__(self) -> str:
        return self._iri

    def __repr__(self) -> str:
        return f"<{self._prefix}: {self._iri}, {len(self._terms)} terms>"


Statement = tuple[str, str, str | Value]  # subject, predicate, object


def _parsed(name: str) -> tuple[list[Statement], Mapping[str, str]]:
    parser = ox.parse(path=FOLDER / name, format=ox.RdfFormat.TURTLE)
    return [_statement(quad) for quad in parser], parser.prefixes


def _statement(quad: ox.Quad) -> Statement:
    subject, predicate, object_ = quad.subject, quad.predicate, quad.object
    if not isinstance(subject, ox.NamedNode) or isinstance(object_, ox.BlankNode | ox.Triple):
        raise VocabularyError(f"ontology: {quad} has a node without a name")
    if isinstance(object_, ox.NamedNode):
        return subject.value, predicate.value, object_.value
    datatype = None if object_.datatype.value in _TEXT else object_.datatype.value
    return subject.value, predicate.value, Value(object_.value, datatype, object_.language)


_ONTOLOGY, _prefixes = _parsed("ockg.ttl")
_SCHEMES, _ = _parsed("schemes.ttl")

PREFIXES: Mapping[str, str] = MappingProxyType(dict(sorted(_prefixes.items())))
"""The prefixes that queries and exports know."""


def _namespace(prefix: str) -> Namespace:
    iri = PREFIXES[prefix]
    subjects = {subject for subject, _, _ in (*_ONTOLOGY, *_SCHEMES)}
    terms = {subject[len(iri) :] for subject in subjects if subject.startswith(iri)}
    return Namespace(prefix, iri, frozenset(terms))


DCT = _namespace("dct")
FOAF = _namespace("foaf")
OC = _namespace("oc")
ORG = _namespace("org")
RDF = _namespace("rdf")
SCHEMA = _namespace("schema")
SKOS = _namespace("skos")
WGS = _namespace("wgs")
XSD = _namespace("xsd")

_UPWARDS = (SKOS.broader, OC.mdaClass)


def _concepts() -> Iterator[tuple[str, tuple[tuple[str, str | Value], ...]]]:
    about: dict[str, list[tuple[str, str | Value]]] = {}
    for subject, predicate, object_ in _SCHEMES:
        about.setdefault(subject, []).append((predicate, object_))
    for subject, said in about.items():
        if (RDF.type, SKOS.Concept) in said:
            yield subject, tuple(said)


CONCEPTS: Mapping[str, tuple[tuple[str, str | Value], ...]] = MappingProxyType(dict(_concepts()))
"""What the schemes say of each concept: predicates with objects, by its IRI."""


@cache
def ancestors(concept: str) -> tuple[str, ...]:
    """All wider concepts, the nearest first; a drug's class under the law is one of them.

    Raises `VocabularyError` for what is no concept.
    """
    if concept not in CONCEPTS:
        raise VocabularyError(f"{concept} is no concept of the ontology's schemes")
    found: list[str] = []
    nearest = [concept]
    while nearest:
        wider = {str(o) for iri in nearest for p, o in CONCEPTS[iri] if p in _UPWARDS}
        nearest = sorted(wider.difference(found))
        found += nearest
    return tuple(found)


@cache
def superclasses(name: str) -> tuple[str, ...]:
    """The IRIs of all that a class of ours is a subclass of, the nearest first.

    >>> superclasses("Court")
    ('https://w3id.org/ockg/ns#Agency', 'http://www.w3.org/ns/org#Organization')
    """
    found: list[str] = []
    nearest = [OC[name]]
    while nearest:
        nearest = [above for class_ in nearest for above in _directly_above(class_)]
        found += nearest
    return tuple(dict.fromkeys(found))


def _directly_above(class_: str) -> list[str]:
    above = (o for s, p, o in _ONTOLOGY if (s, p) == (class_, _SUBCLASS))
    return sorted(str(iri) for iri in above)


def label_of(iri: str) -> str:
    """What a term or a concept is called in English; its local name where it has no label.

    >>> label_of(OC.tookPartIn)
    'took part in'
    """
    return _labels().get(iri) or iri.rsplit("#", 1)[-1].rsplit("/", 1)[-1]


@cache
def _labels() -> Mapping[str, str]:
    return {
        subject: object_.value
        for subject, predicate, object_ in (*_SCHEMES, *_ONTOLOGY)
        if predicate in _NAMED_BY and isinstance(object_, Value) and object_.language == "en"
    }
