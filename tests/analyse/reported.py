"""A store of what reports say, written in one line a claim or outcome."""

from collections.abc import Iterator
from typing import NamedTuple

from kg.model import Quad, Value
from kg.store import Store
from kg.vocab import DCT, OC, ORG, RDF, SKOS, XSD

ID = "https://example.org/id/"
_TYPES = {"a": "Agency", "o": "Operation", "p": "Place", "x": "Person", "g": "CriminalGroup"}
_ENTITIES = f"{ID}graph/entities"
_DATE, _INTEGER = XSD.date, XSD.integer


class Said(NamedTuple):
    """A claim, `subject predicate object`; entities are named "a:Name", the letter their type."""

    report: str
    day: str | None
    subject: str
    predicate: str
    object: str


class Outcome(NamedTuple):
    report: str
    day: str | None
    kind: str
    properties: dict[str, str | Value]  # local name in oc: -> entity or value


def iri(name: str) -> str:
    return f"{ID}{_TYPES[name[0]].lower()}/{name[2:].lower().replace(' ', '-')}"


def store_of(*facts: Said | Outcome) -> Store:
    store = Store()
    store.load(quad for number, fact in enumerate(facts) for quad in _quads(number, fact))
    return store


def _quads(number: int, fact: Said | Outcome) -> Iterator[Quad]:
    report = f"{ID}report/{fact.report}"
    sentence, node = f"{report}/s{number}", f"{report}/fact/{number}"
    said = dict(_about(fact))
    names = [value for value in said.values() if isinstance(value, str) and value[1:2] == ":"]
    lines: list[tuple[str, str, str | Value]] = [
        (report, OC.fileName, Value(fact.report)),
        (sentence, OC.inReport, report),
        (sentence, OC.ordinal, Value(str(number), _INTEGER)),
        (sentence, OC.text, Value(f"Sentence {number} of {fact.report}.", None, "en")),
        (node, OC.statedIn, sentence),
        *((node, p, iri(v) if v in names else v) for p, v in said.items()),
    ]
    if fact.day is not None:
        lines.append((report, DCT.issued, Value(fact.day, _DATE)))
    yield from (Quad(subject, predicate, object_, report) for subject, predicate, object_ in lines)
    for name in names:  # in one graph, as a build has them
        yield Quad(iri(name), RDF.type, OC[_TYPES[name[0]]], _ENTITIES)
        yield Quad(iri(name), SKOS.prefLabel, Value(name[2:], None, "en"), _ENTITIES)


def _about(fact: Said | Outcome) -> Iterator[tuple[str, str | Value]]:
    if isinstance(fact, Outcome):
        yield RDF.type, OC[fact.kind]
        yield from ((OC[name], value) for name, value in fact.properties.items())
    else:
        yield RDF.type, OC.Claim
        yield RDF.subject, fact.subject
        yield RDF.predicate, (OC if fact.predicate in OC else ORG)[fact.predicate]
        yield RDF.object, fact.object
