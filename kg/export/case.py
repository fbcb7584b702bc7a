"""CASE/UCO 1.5 as JSON-LD, for investigation tools that read it; checked with `case_validate`.

An id is the IRI in the graph with the UUID at its end that UCO asks for. Operations are
investigations, outcomes actions (investigative ones, where police act), claims and posts
relationships; the sentence of each fact is an annotation of it, and a report compiles the
annotations of its facts.
"""

import json
from collections.abc import Iterator
from typing import IO

from kg.export.content import Content, Fact, Node, ReportNode, content
from kg.export.naming import uuid_of
from kg.store import Store
from kg.vocab import label_of

Object = dict[str, object]

_UCO = "https://ontology.unifiedcyberontology.org/uco"
_CONTEXT = {
    "action": f"{_UCO}/action/",
    "core": f"{_UCO}/core/",
    "identity": f"{_UCO}/identity/",
    "investigation": "https://ontology.caseontology.org/case/investigation/",
    "location": f"{_UCO}/location/",
    "tool": f"{_UCO}/tool/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_TYPES = {
    "Agency": "identity:Organization",
    "CriminalGroup": "identity:Organization",
    "Official": "identity:Person",
    "Operation": "investigation:Investigation",
    "Organisation": "identity:Organization",
    "Person": "identity:Person",
    "Place": "location:Location",
    "Platform": "tool:Tool",
}
_BY_POLICE = {"Arrest", "Safeguarding", "Search", "Seizure"}
_ROLES = {
    "byAgency": "action:performer",
    "atPlace": "action:location",
    "concerns": "action:object",
}


def write(store: Store, file: IO[bytes]) -> None:
    found = content(store)
    file.write(f'{{"@context": {json.dumps(_CONTEXT, indent=1)},\n"@graph": ['.encode())
    for number, object_ in enumerate(_objects(found)):
        text = json.dumps(object_, ensure_ascii=False)
        file.write(f"{',' if number else ''}\n{text}".encode())
    file.write(b"\n]}\n")


def _objects(found: Content) -> Iterator[Object]:
    by_operation: dict[str, list[str]] = {}
    by_report: dict[str, list[str]] = {}
    facts: list[Object] = []
    for fact in found.facts:
        made = _fact(fact, found)
        if made is not None:
            facts += [made, _annotation(fact)]
            by_report.setdefault(fact.sentences[0].report, []).append(_sentence_of(fact))
            for operation in fact.all("inOperation"):
                by_operation.setdefault(operation, []).append(fact.iri)
    for node in found.nodes.values():
        yield from _thing(node, by_operation.get(node.iri, []))
    for report in found.reports.values():
        yield _report(report, by_report.get(report.iri, []))
    yield from facts


def _thing(node: Node, outcomes: list[str]) -> Iterator[Object]:
    made: Object = {"@id": _id(node.iri), "@type": _TYPES[node.type], "core:name": node.label}
    if node.subtype or node.type == "CriminalGroup":
        made["core:tag"] = node.subtype or node.type
    if outcomes:
        made["core:object"] = _references(outcomes)
    if node.latitude is not None and node.longitude is not None:
        facet = _id(f"{node.iri}/coordinates")
        made["core:hasFacet"] = {"@id": facet}
        yield {
            "@id": facet,
            "@type": "location:LatLongCoordinatesFacet",
            "location:latitude": _decimal(node.latitude),
            "location:longitude": _decimal(node.longitude),
        }
    yield made


def _report(report: ReportNode, annotations: list[str]) -> Object:
    made: Object = {
        "@id": _id(report.iri),
        "@type": "core:ContextualCompilation",
        "core:name": report.title or report.file,
        "core:description": report.url or report.file,
        "core:tag": "report",
    }
    if report.issued is not None:
        moment = {"@type": "xsd:dateTime", "@value": f"{report.issued}T00:00:00Z"}
        made["core:objectCreatedTime"] = moment
    if annotations:
        made["core:object"] = _references(annotations)
    return made


def _fact(fact: Fact, found: Content) -> Object | None:
    """A fact as an object; None for one whose parties CASE must have and people suppressed."""
    if fact.kind == "Claim":
        words = label_of(fact.said["predicate"][0])
        return _relationship(fact, found, ("subject", "object"), words)
    if fact.kind == "PostHolding":
        return _relationship(fact, found, ("member", "organization"), fact.get("postTitle") or "")
    if fact.kind == "Quotation":
        speaker = fact.said["speaker"]
        about: Object = {"core:statement": fact.get("text"), "core:object": _references(speaker)}
        return {"@id": _id(fact.iri), "@type": "core:Annotation", "core:tag": "quotation"} | about
    return _action(fact)


def _relationship(fact: Fact, found: Content, ends: tuple[str, str], words: str) -> Object | None:
    source, target = (fact.get(end) or "" for end in ends)
    if source not in found.nodes or target not in found.nodes:
        return None
    return {
        "@id": _id(fact.iri),
        "@type": "core:Relationship",
        "core:kindOfRelationship": words,
        "core:isDirectional": True,
        "core:source": {"@id": _id(source)},
        "core:target": {"@id": _id(target)},
        **({"core:tag": modality} if (modality := fact.local("modality")) else {}),
    }


def _action(fact: Fact) -> Object:
    police = fact.kind in _BY_POLICE
    made: Object = {
        "@id": _id(fact.iri),
        "@type": "investigation:InvestigativeAction" if police else "action:Action",
        "core:name": f"{fact.kind} (reported)",
        "core:description": fact.get("wording"),
    }
    for role, property_ in _ROLES.items():
        if values := fact.all(role):
            made[property_] = _references(list(values))
    for name, property_ in (("notBefore", "action:startTime"), ("notAfter", "action:endTime")):
        if day := fact.get(name):
            made[property_] = {"@type": "xsd:dateTime", "@value": f"{day}T00:00:00Z"}
    return made


def _annotation(fact: Fact) -> Object:
    return {
        "@id": _id(_sentence_of(fact)),
        "@type": "core:Annotation",
        "core:statement": fact.sentences[0].text,
        "core:object": {"@id": _id(fact.iri)},
        "core:tag": "sentence",
    }


def _sentence_of(fact: Fact) -> str:
    return f"{fact.iri}/sentence"


def _id(iri: str) -> str:
    return f"{iri}/{uuid_of(iri)}"


def _references(iris: tuple[str, ...] | list[str]) -> list[dict[str, str]]:
    return [{"@id": _id(iri)} for iri in iris]


def _decimal(number: float) -> dict[str, str]:
    return {"@type": "xsd:decimal", "@value": repr(number)}
