"""FollowTheMoney entities, for OpenSanctions, Aleph and their tools: as JSON lines.

Of persons it says nothing but names and posts: what a court is reported to have done is a
`CourtCase` marked "(reported)", with its parties, and never a topic on a person.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import IO

from kg.analyse.ask import text_of
from kg.export.content import Content, Fact, Node, ReportNode, content, rows_of
from kg.export.naming import base_iri, dotted
from kg.store import Store
from kg.vocab import label_of

DATASET = "kg"
_SCHEMAS = {
    "Agency": "PublicBody",
    "CriminalGroup": "Organization",
    "Official": "Person",
    "Operation": "Project",
    "Organisation": "Organization",
    "Person": "Person",
    "Place": "Address",
    "Platform": "Asset",
}
LEGAL_ENTITIES = frozenset({"PublicBody", "Organization", "Person"})
_TOPICS = {
    "Court": "gov.judicial",
    "GovernmentBody": "gov",
    "InternationalAgency": "gov.igo",
    "NationalAgency": "gov.security",
    "PoliceForce": "gov.security",
    "ProsecutionService": "gov.judicial",
    "RegionalUnit": "gov.security",
    "Team": "gov.security",
}
_CLAIMS = {  # schema, property of the subject, property of the object, role
    "memberOf": ("Membership", "member", "organization", "member"),
    "subOrganizationOf": ("Membership", "member", "organization", "part of"),
    "tookPartIn": ("ProjectParticipant", "participant", "project", "took part"),
}
_IN_COURT = {"Charge", "Conviction", "Sentencing"}


@dataclass(frozen=True, slots=True)
class Stated:
    """A value of a property, and where it comes from."""

    prop: str
    value: str
    origin: str | None = None  # the id of the rule that found it
    original: str | None = None  # the sentence


@dataclass(frozen=True, slots=True)
class FtmEntity:
    id: str
    schema: str
    stated: tuple[Stated, ...]


def write(store: Store, file: IO[bytes]) -> None:
    """Write one entity a line, links after what they link."""
    for entity in entities(store):
        properties: dict[str, list[str]] = {}
        for one in entity.stated:
            values = properties.setdefault(one.prop, [])
            if one.value not in values:
                values.append(one.value)
        line = {"id": entity.id, "schema": entity.schema, "properties": properties}
        line["datasets"] = [DATASET]
        file.write(f"{json.dumps(line, ensure_ascii=False)}\n".encode())


def entities(store: Store) -> Iterator[FtmEntity]:
    """Things first, then reports, then facts, each in the order of IRIs."""
    found = content(store)
    posts: dict[str, list[Fact]] = {}
    for fact in found.facts:
        if fact.kind == "PostHolding" and fact.get("organization") is None:
            posts.setdefault(fact.said["member"][0], []).append(fact)
    maker = _Maker(found, base_iri(found), posts)
    for node in found.nodes.values():
        yield maker.thing(node)
    for report in found.reports.values():
        yield maker.article(report)
    for report_iri, entity_iri in rows_of(store, "mentioned"):
        yield from maker.mention(text_of(report_iri), text_of(entity_iri))
    for fact in found.facts:
        yield from maker.fact(fact)


@dataclass(frozen=True, slots=True)
class _Maker:
    found: Content
    base: str
    posts: Mapping[str, list[Fact]]  # without an agency, by holder: others are employments

    def id(self, iri: str) -> str:
        return dotted(iri, self.base)

    def thing(self, node: Node) -> FtmEntity:
        schema = _SCHEMAS[node.type]
        stated = [Stated("full" if schema == "Address" else "name", node.label)]
        stated += [Stated("alias", name) for name in node.names]
        if node.subtype in _TOPICS:
            stated.append(Stated("topics", _TOPICS[node.subtype]))
        if node.type == "CriminalGroup":
            stated.append(Stated("description", "a criminal group, as reported"))
        if node.type == "Platform":
            stated.append(Stated("description", "a platform or service, as reported"))
        numbers = (("latitude", node.latitude), ("longitude", node.longitude))
        stated += [Stated(name, str(n)) for name, n in numbers if n is not None]
        if node.country is not None:
            stated.append(Stated("country", node.country.lower()))
        stated += [
            Stated("position", fact.said["postTitle"][0], fact.get("extractedBy"), sentence.text)
            for fact in self.posts.get(node.iri, ())
            for sentence in fact.sentences[:1]
        ]
        return FtmEntity(self.id(node.iri), schema, tuple(stated))

    def article(self, report: ReportNode) -> FtmEntity:
        said = (
            ("title", report.title or None),
            ("fileName", report.file),
            ("publishedAt", report.issued),
            ("sourceUrl", report.url),
            ("publisher", self.found.label(report.publisher)),
        )
        stated = tuple(Stated(name, value) for name, value in said if value is not None)
        return FtmEntity(self.id(report.iri), "Article", stated)

    def mention(self, report: str, entity: str) -> Iterator[FtmEntity]:
        """The mention of somebody who can own or be sued: FtM resolves no others."""
        node = self.found.nodes.get(entity)
        if node is None or _SCHEMAS[node.type] not in LEGAL_ENTITIES:
            return
        stated = (
            Stated("document", self.id(report)),
            Stated("name", node.label),
            Stated("detectedSchema", _SCHEMAS[node.type]),
            Stated("resolved", self.id(entity)),
        )
        yield FtmEntity(self.id(f"{report}/mention/{self.id(entity)}"), "Mention", stated)

    def fact(self, fact: Fact) -> Iterator[FtmEntity]:
        if fact.kind == "Claim":
            yield from self._claim(fact)
        elif fact.kind == "PostHolding":
            yield from self._post(fact)
        elif fact.kind == "Quotation":
            yield from self._quotation(fact)
        elif fact.kind == "Seizure":
            yield from self._seizure(fact)
        elif fact.kind in _IN_COURT and self._known(fact, "concerns"):
            yield from self._court_case(fact)
        else:
            yield self._event(fact)

    def _claim(self, fact: Fact) -> Iterator[FtmEntity]:
        subject, object_ = self._known(fact, "subject"), self._known(fact, "object")
        relation = fact.local("predicate") or ""
        role = label_of(fact.said["predicate"][0])
        link = _CLAIMS.get(relation, ("UnknownLink", "subject", "object", role))
        if subject and object_:
            said = [
                (link[1], self.id(subject[0])),
                (link[2], self.id(object_[0])),
                ("role", link[3]),
                ("status", fact.local("modality")),
            ]
            yield self._entity(fact, link[0], said)

    def _post(self, fact: Fact) -> Iterator[FtmEntity]:
        holder, body = self._known(fact, "member"), self._known(fact, "organization")
        if holder and body:
            said = [
                ("employee", self.id(holder[0])),
                ("employer", self.id(body[0])),
                ("role", fact.get("postTitle")),
            ]
            yield self._entity(fact, "Employment", said)

    def _quotation(self, fact: Fact) -> Iterator[FtmEntity]:
        speaker = self._known(fact, "speaker")
        if speaker:
            name = f"{self.found.label(speaker[0])}, quoted"
            said = [("name", name), ("description", fact.get("text"))]
            note = self._entity(fact, "Note", [*said, ("entity", self.id(speaker[0]))])
            yield note
            report = self.id(fact.sentences[0].report)
            said = [("entity", self.id(speaker[0])), ("document", report), ("role", "quoted in")]
            yield self._entity(fact, "Documentation", said, part="document")

    def _seizure(self, fact: Fact) -> Iterator[FtmEntity]:
        item = fact.get("itemWording") or fact.term("commodity") or fact.get("wording")
        worth = fact.get("monetaryValue"), fact.get("currency")
        unit = fact.get("unit") or ""
        if len(unit) == len("GBP") and unit.isupper():
            worth = fact.get("quantity"), unit
        said = [("name", item), ("summary", fact.get("wording")), ("notes", _in_full(fact))]
        said += [("amount", worth[0]), ("currency", worth[1]), ("keywords", fact.term("commodity"))]
        yield self._entity(fact, "Asset", said)
        for role in ("byAgency", "inOperation", "atPlace"):
            for iri in self._known(fact, role):
                ends = [("subject", self.id(iri)), ("object", self.id(fact.iri))]
                said = [*ends, ("role", "seized"), ("date", fact.get("asOf"))]
                yield self._entity(fact, "UnknownLink", said, part=role)

    def _court_case(self, fact: Fact) -> Iterator[FtmEntity]:
        kind = f"{fact.kind} (reported)"
        said = [
            ("name", f"{kind}: {fact.get('wording')}"),
            ("status", "(reported)"),
            ("category", fact.get("offenceWording")),
            ("notes", _in_full(fact)),
        ]
        yield self._entity(fact, "CourtCase", said)
        for person in self._known(fact, "concerns"):
            ends = [("case", self.id(fact.iri)), ("party", self.id(person))]
            said = [*ends, ("role", kind), ("date", fact.get("asOf")), ("status", "(reported)")]
            yield self._entity(fact, "CourtCaseParty", said, part=self.id(person))

    def _event(self, fact: Fact) -> FtmEntity:
        said = [("name", fact.get("wording")), ("notes", _in_full(fact)), ("keywords", fact.kind)]
        said += [("organizer", self.id(iri)) for iri in self._known(fact, "byAgency")]
        said += [("involved", self.id(iri)) for iri in self._known(fact, "concerns")]
        said += [("location", self.found.label(iri)) for iri in self._known(fact, "atPlace")]
        said += [("startDate", fact.get("notBefore")), ("endDate", fact.get("notAfter"))]
        said += [("date", fact.get("asOf"))]
        return self._entity(fact, "Event", said)

    def _known(self, fact: Fact, name: str) -> list[str]:
        return [iri for iri in fact.all(name) if iri in self.found.nodes]

    def _entity(
        self, fact: Fact, schema: str, said: list[tuple[str, str | None]], part: str = ""
    ) -> FtmEntity:
        """An entity for a fact or a part of it, with its sentence and report."""
        sentence, rule = fact.sentences[0], fact.get("extractedBy")
        prop = "summary" if schema == "Note" else "description"
        said = [*said, (prop, sentence.text), ("proof", self.id(sentence.report))]
        stated = (Stated(n, value, rule, sentence.text) for n, value in said if value)
        return FtmEntity(self.id(f"{fact.iri}/{part}" if part else fact.iri), schema, tuple(stated))


def _in_full(fact: Fact) -> str:
    """Figures and terms that FtM has no property for: "quantity 12, unit kg, comparator upTo"."""
    names = ("quantity", "unit", "comparator", "commodity", "monetaryValue", "currency",
             "offence", "modality", "notBefore", "notAfter", "asOf", "confidence")  # fmt: skip
    terms = {"comparator", "commodity", "offence", "modality"}
    parts = ((name, fact.local(name) if name in terms else fact.get(name)) for name in names)
    return ", ".join(f"{name} {value}" for name, value in parts if value is not None)
