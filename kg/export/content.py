"""What a graph holds, as the formats that are not RDF need it: entities, reports, facts.

All of it is in memory at once: such formats are for graphs that other tools can open, too.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import cast

from kg.analyse.ask import WIDE_TYPES, local_name, text_of
from kg.model import FACT_TYPES, Value
from kg.store import Solutions, Store, Term
from kg.vocab import PREFIXES, label_of

_QUERIES = Path(__file__).parent / "queries"
_OC = PREFIXES["oc"]


@dataclass(frozen=True, slots=True)
class Node:
    """An entity."""

    iri: str
    label: str
    type: str  # as Agency; a named official is Official
    subtype: str | None  # as PoliceForce
    names: tuple[str, ...]  # other forms
    identifiers: tuple[tuple[str, str], ...]  # scheme's local name and value
    same_as: tuple[str, ...]  # IRIs elsewhere
    latitude: float | None  # WGS84 degrees
    longitude: float | None
    country: str | None  # ISO 3166-1 alpha-2


@dataclass(frozen=True, slots=True)
class ReportNode:
    iri: str
    file: str
    title: str
    issued: str | None  # ISO 8601
    url: str | None
    language: str | None
    publisher: str | None  # IRI


@dataclass(frozen=True, slots=True)
class SentenceNode:
    iri: str
    report: str  # IRI
    ordinal: int
    start: int  # characters into the report's text as published by `kg`
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact with what it says: texts and IRIs by the local name of the property."""

    iri: str
    kind: str  # as Claim or Seizure
    said: Mapping[str, tuple[str, ...]]
    sentences: tuple[SentenceNode, ...]  # at least one, in reading order

    @property
    def is_outcome(self) -> bool:
        return self.kind not in {"Claim", "PostHolding", "Quotation"}

    def get(self, name: str) -> str | None:
        """The value of a property that has one at most."""
        values = self.said.get(name)
        return None if values is None else values[0]

    def all(self, name: str) -> tuple[str, ...]:
        return self.said.get(name, ())

    def term(self, name: str) -> str | None:
        """What a concept or term that the fact points to is called: "cocaine", "at least"."""
        iri = self.get(name)
        return None if iri is None else label_of(iri)

    def local(self, name: str) -> str | None:
        """The local name of a term: "atLeast"."""
        iri = self.get(name)
        return None if iri is None else local_name(iri)


@dataclass(frozen=True, slots=True)
class Content:
    nodes: Mapping[str, Node]  # by IRI, in its order; so the others
    reports: Mapping[str, ReportNode]
    facts: tuple[Fact, ...]

    def label(self, iri: str | None) -> str | None:
        """What an entity is called; None for none, and for what people suppressed."""
        node = None if iri is None else self.nodes.get(iri)
        return None if node is None else node.label

    def labels(self, iris: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(self.nodes[iri].label for iri in iris if iri in self.nodes)

    def report_of(self, fact: Fact) -> ReportNode:
        return self.reports[fact.sentences[0].report]


def content(store: Store) -> Content:
    """Everything, in the order of IRIs."""
    sentences = {sentence.iri: sentence for sentence in _sentences(store)}
    return Content(
        nodes={node.iri: node for node in _nodes(store)},
        reports={report.iri: report for report in _reports(store)},
        facts=tuple(_facts(store, sentences)),
    )


def _nodes(store: Store) -> Iterator[Node]:
    for iri, said in _described(store, "entities"):
        types = {
            local_name(text_of(term)) for term in said["type"] if text_of(term).startswith(_OC)
        }
        yield Node(
            iri=iri,
            label=text_of(said["prefLabel"][0]),
            type=next(name for name in WIDE_TYPES if name in types),
            subtype=min(types - set(WIDE_TYPES), default=None),
            names=tuple(map(text_of, said.get("altLabel", ()))),
            identifiers=tuple(map(_identifier, said.get("identifier", ()))),
            same_as=tuple(map(text_of, said.get("exactMatch", ()))),
            latitude=_number(said, "lat"),
            longitude=_number(said, "long"),
            country=text_of(said["countryCode"][0]) if "countryCode" in said else None,
        )


def _reports(store: Store) -> Iterator[ReportNode]:
    for iri, rows in groupby(rows_of(store, "reports"), key=itemgetter(0)):
        _, file, title, issued, url, language, publisher = next(iter(rows))
        yield ReportNode(
            iri=text_of(iri),
            file=text_of(file),
            title=text_of(title),
            issued=text_of(issued) or None,
            url=text_of(url) or None,
            language=text_of(language) or None,
            publisher=text_of(publisher) or None,
        )


def _sentences(store: Store) -> Iterator[SentenceNode]:
    for sentence, report, ordinal, start, end, words in rows_of(store, "sentences"):
        offsets = int(text_of(ordinal)), int(text_of(start)), int(text_of(end))
        yield SentenceNode(text_of(sentence), text_of(report), *offsets, text_of(words))


def _facts(store: Store, sentences: Mapping[str, SentenceNode]) -> Iterator[Fact]:
    for iri, terms in _described(store, "facts"):
        said = {name: tuple(map(text_of, values)) for name, values in terms.items()}
        kind = next(name for name in map(local_name, said["type"]) if name in FACT_TYPES)
        stated = sorted((sentences[one] for one in said["statedIn"]), key=_place_of)
        kept = {name: values for name, values in said.items() if name not in {"type", "statedIn"}}
        yield Fact(iri, kind, kept, tuple(stated))


def _place_of(sentence: SentenceNode) -> tuple[str, int]:
    return sentence.report, sentence.ordinal


def _described(store: Store, query: str) -> Iterator[tuple[str, dict[str, list[Term]]]]:
    """Each subject of rows of (subject, property, value), with values by local name."""
    for subject, rows in groupby(rows_of(store, query), key=itemgetter(0)):
        said: dict[str, list[Term]] = {}
        for _, property_, value in rows:
            said.setdefault(local_name(text_of(property_)), []).append(cast("Term", value))
        yield text_of(subject), said


def _identifier(term: Term) -> tuple[str, str]:
    datatype = term.datatype if isinstance(term, Value) else None
    return local_name(datatype or ""), text_of(term)


def _number(said: Mapping[str, list[Term]], name: str) -> float | None:
    return float(text_of(said[name][0])) if name in said else None


def rows_of(store: Store, name: str) -> list[tuple[Term | None, ...]]:
    """The rows of a query of this folder, sorted: here, since Oxigraph takes far longer."""
    query = (_QUERIES / f"{name}.rq").read_text(encoding="utf-8")
    found = cast("Solutions", store.query(query)).rows
    return sorted(found, key=lambda row: tuple(map(text_of, row)))
