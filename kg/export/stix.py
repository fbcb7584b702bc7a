"""STIX 2.1, for threat-intelligence platforms: one bundle.

Agencies, people and other bodies become identities, named criminal groups threat actors, operations
courses of action, places locations, platforms infrastructure. Facts between two are relationships;
quotations and outcomes notes; reports are reports, or groupings where they have no date.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import IO

from kg.export.content import Content, Fact, Node, ReportNode, content
from kg.export.naming import uuid_of
from kg.store import Store
from kg.vocab import label_of

Properties = dict[str, object]

_TYPES = {
    "Agency": "identity",
    "CriminalGroup": "threat-actor",
    "Official": "identity",
    "Operation": "course-of-action",
    "Organisation": "identity",
    "Person": "identity",
    "Place": "location",
    "Platform": "infrastructure",
}
_CLASSES = {"Agency": "organization", "Organisation": "organization"}  # others: individual
_UNDATED = "1970-01-01"  # `created` must say something: no report of it has a date
_PARTIES = ("byAgency", "concerns", "inOperation", "atPlace")


def write(store: Store, file: IO[bytes]) -> None:
    """Write a bundle whose ids are made of the IRIs, so that a later one updates an earlier."""
    found = content(store)
    file.write(f'{{"type": "bundle", "id": "bundle--{uuid_of("kg")}",\n"objects": ['.encode())
    for number, object_ in enumerate(_objects(found)):
        text = json.dumps(object_, ensure_ascii=False)
        file.write(f"{',' if number else ''}\n{text}".encode())
    file.write(b"\n]}\n")


def _objects(found: Content) -> Iterator[Properties]:
    dates = _first_dates(found)
    maker = _Maker(found, dates, dict(_ids(found)))
    for node in found.nodes.values():
        if node.iri in maker.ids:
            yield maker.thing(node)
    in_report: dict[str, list[str]] = {}
    for fact in found.facts:
        object_ = maker.fact(fact)
        if object_ is not None:
            yield object_
            said = in_report.setdefault(fact.sentences[0].report, [])
            said += [str(object_["id"]), *maker.parties(fact)]
    for report in found.reports.values():
        if refs := in_report.get(report.iri):
            yield maker.report(report, list(dict.fromkeys(refs)))


def _ids(found: Content) -> Iterator[tuple[str, str]]:
    """The id of each entity that STIX can hold: a location must say where it is."""
    for node in found.nodes.values():
        if node.type != "Place" or node.latitude is not None or node.country is not None:
            yield node.iri, f"{_TYPES[node.type]}--{uuid_of(node.iri)}"


def _first_dates(found: Content) -> dict[str, str]:
    """The first day on which a report states a fact of each entity."""
    dates: dict[str, str] = {}
    for fact in found.facts:
        day = found.report_of(fact).issued or _UNDATED
        for values in fact.said.values():
            for iri in values:
                if iri in found.nodes and day != _UNDATED:
                    dates[iri] = min(day, dates.get(iri, day))
    return dates


@dataclass(frozen=True, slots=True)
class _Maker:
    found: Content
    dates: Mapping[str, str]
    ids: Mapping[str, str]

    def thing(self, node: Node) -> Properties:
        made = self._common(self.ids[node.iri], self.dates.get(node.iri, _UNDATED))
        made["name"] = node.label
        type_ = _TYPES[node.type]
        if type_ == "identity":
            made["identity_class"] = _CLASSES.get(node.type, "individual")
        if type_ == "location":
            if node.latitude is not None and node.longitude is not None:
                made |= {"latitude": node.latitude, "longitude": node.longitude}
            if node.country is not None:
                made["country"] = node.country
        if type_ == "threat-actor":
            made |= {"threat_actor_types": ["crime-syndicate"], "description": "As reported."}
        if type_ in {"threat-actor", "infrastructure"} and node.names:
            made["aliases"] = list(node.names)
        made["external_references"] = [{"source_name": "kg", "external_id": node.iri}]
        return made

    def fact(self, fact: Fact) -> Properties | None:
        """A relationship or note for a fact; None for a relationship without its ends."""
        ends = {
            "Claim": ("subject", "object"),
            "PostHolding": ("member", "organization"),
        }.get(fact.kind)
        refs = self.parties(fact)
        if ends is None:
            return self._note(fact, refs or [self.report_id(self.found.report_of(fact))])
        source, target = (self.ids.get(fact.get(end) or "") for end in ends)
        if source is None or target is None:
            return None
        made = self._stated(fact, "relationship")
        made |= {
            "relationship_type": self._relation(fact),
            "description": fact.sentences[0].text,
            "source_ref": source,
            "target_ref": target,
        }
        return made

    def parties(self, fact: Fact) -> list[str]:
        """The ids of all that have a part in a fact."""
        names = ("subject", "object", "member", "organization", "speaker", "onBehalfOf", *_PARTIES)
        iris = (iri for name in names for iri in fact.all(name))
        return list(dict.fromkeys(self.ids[iri] for iri in iris if iri in self.ids))

    def report(self, report: ReportNode, refs: list[str]) -> Properties:
        made = self._common(self.report_id(report), report.issued or _UNDATED)
        made["name"] = report.title or report.file
        if report.issued is None:
            made["context"] = "unspecified"
        else:
            made["published"] = _midnight(report.issued)
            made["report_types"] = ["threat-report"]
        made["object_refs"] = refs
        made["external_references"] = [self._source(report)]
        return made

    def report_id(self, report: ReportNode) -> str:
        type_ = "grouping" if report.issued is None else "report"
        return f"{type_}--{uuid_of(report.iri)}"

    def _note(self, fact: Fact, refs: list[str]) -> Properties:
        made = self._stated(fact, "note")
        words = fact.get("text") if fact.kind == "Quotation" else fact.get("wording")
        speaker = self.found.label(fact.get("speaker"))
        made["abstract"] = f"{fact.kind} (reported)"
        made["content"] = f"{words}\n\n{fact.sentences[0].text}"
        if speaker is not None:
            made["authors"] = [speaker]
        made["object_refs"] = refs
        return made

    def _relation(self, fact: Fact) -> str:
        """STIX writes types in small letters with hyphens."""
        if fact.kind == "PostHolding":
            return "holds-post-at"
        words = label_of(fact.said["predicate"][0]).lower()
        return "".join(c if c.isascii() and c.isalnum() else "-" for c in words)

    def _stated(self, fact: Fact, type_: str) -> Properties:
        report = self.found.report_of(fact)
        made = self._common(f"{type_}--{uuid_of(fact.iri)}", report.issued or _UNDATED)
        if confidence := fact.get("confidence"):
            made["confidence"] = round(float(confidence) * 100)
        made["external_references"] = [self._source(report)]
        return made

    def _source(self, report: ReportNode) -> Properties:
        publisher = self.found.label(report.publisher)
        source: Properties = {"source_name": publisher or report.file, "external_id": report.iri}
        if report.title:
            source["description"] = report.title
        if report.url is not None:
            source["url"] = report.url
        return source

    def _common(self, id_: str, day: str) -> Properties:
        made: Properties = {"type": id_.partition("--")[0], "spec_version": "2.1", "id": id_}
        return made | {"created": _midnight(day), "modified": _midnight(day)}


def _midnight(day: str) -> str:
    return f"{day}T00:00:00.000Z"
