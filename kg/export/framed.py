"""JSON-LD for web pages: a tree a report, sentence by sentence, with each fact and its parties.

It is what framing the plain JSON-LD with `FRAME` gives (https://www.w3.org/TR/json-ld11-framing/),
in short names: a script reads it as JSON, an RDF tool as the statements that it is.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import IO, Any

from kg.export.statements import RDF_TYPE, base_of, literal, nodes
from kg.store import Store
from kg.vocab import DCT, OC, ORG, PREFIXES, RDF, SCHEMA, SKOS, WGS, XSD

_LINK = {"@type": "@id"}
_TERM = {"@type": "@vocab"}
_PLAIN = {"@language": None}  # names of files, units … are in no language
_FIGURE = {"@type": XSD.decimal}
_DAY = {"@type": XSD.date}
_SET = {"@container": "@set"}
CONTEXT: Mapping[str, Any] = {
    **PREFIXES,
    "@version": 1.1,
    "@language": "en",
    "@vocab": PREFIXES["oc"],
    "id": "@id",
    "type": {"@id": "@type", **_SET},
    "sentences": {"@reverse": OC.inReport, **_SET},
    "facts": {"@reverse": OC.statedIn, **_SET},
    "title": {"@id": DCT.title},
    "language": {"@id": DCT.language, **_PLAIN},
    "issued": {"@id": DCT.issued, **_DAY},
    "source": {"@id": DCT.source, **_LINK},
    "publisher": {"@id": DCT.publisher, **_LINK},
    "name": {"@id": SKOS.prefLabel},
    "latitude": {"@id": WGS.lat, **_FIGURE},
    "longitude": {"@id": WGS.long, **_FIGURE},
    "subject": {"@id": RDF.subject, **_LINK},
    "predicate": {"@id": RDF.predicate, **_TERM},
    "object": {"@id": RDF.object, **_LINK},
    "member": {"@id": ORG.member, **_LINK},
    "organization": {"@id": ORG.organization, **_LINK},
    "role": {"@id": ORG.role, **_TERM},
    "quoted": {"@id": SCHEMA.text},
    **{name: {"@id": OC[name], **_PLAIN} for name in ("fileName", "section", "unit", "currency")},
    **{name: {"@id": OC[name], **_PLAIN} for name in ("extractedBy", "countryCode")},
    **{name: {"@id": OC[name], **_FIGURE} for name in ("quantity", "monetaryValue", "confidence")},
    **{name: {"@id": OC[name], **_DAY} for name in ("asOf", "notBefore", "notAfter")},
    **{name: {"@id": OC[name], **_TERM} for name in ("comparator", "modality")},
    **{name: {"@id": OC[name], **_TERM} for name in ("commodity", "offence")},
    **{name: {"@id": OC[name], **_LINK} for name in ("byAgency", "atPlace", "inOperation")},
    **{name: {"@id": OC[name], **_LINK} for name in ("speaker", "onBehalfOf")},
    "concerns": {"@id": OC.concerns, **_LINK, **_SET},
    **{name: {"@id": OC[name]} for name in ("ordinal", "text", "postTitle", "wording")},
    **{name: {"@id": OC[name]} for name in ("itemWording", "offenceWording", "whenWording")},
}


def _tree(**parts: Any) -> Mapping[str, Any]:
    """A frame of what it names, and no more, wherever it stands."""
    return {"@embed": "@always", "@explicit": True, "@omitDefault": True, **parts}


def _leaves(*names: str) -> Mapping[str, Any]:
    return {name: {"@embed": "@never", "@omitDefault": True} for name in names}


_ENTITY = _tree(**_leaves("name", "latitude", "longitude", "countryCode"))
_PARTIES = (
    *("subject", "object", "member", "organization", "speaker", "onBehalfOf"),
    *("byAgency", "atPlace", "inOperation", "concerns"),
)
_FACT = _tree(
    **_leaves("predicate", "modality", "postTitle", "role", "quoted", "wording", "quantity"),
    **_leaves("unit", "comparator", "itemWording", "commodity", "monetaryValue", "currency"),
    **_leaves("offence", "offenceWording", "asOf", "notBefore", "notAfter", "whenWording"),
    **_leaves("extractedBy", "confidence"),
    **dict.fromkeys(_PARTIES, _ENTITY),
)
_SENTENCE = _tree(**_leaves("ordinal", "section", "text"), facts=_FACT)
FRAME: Mapping[str, Any] = {
    "@context": CONTEXT,
    **_tree(
        type="Report",
        **_leaves("fileName", "title", "issued", "source", "language"),
        publisher=_ENTITY,
        sentences=_SENTENCE,
    ),
}
_FLAGS = {"@context", "@embed", "@explicit", "@omitDefault", "type"}
_REPORT = f"<{OC.Report}>"
_NATIVE = {XSD.integer: int}
_About = Mapping[str, list[str]]  # objects of a subject, by predicate, as N-Triples has them


def write(store: Store, file: IO[bytes]) -> None:
    """Write a tree for each report, in reading order."""
    graph = _Graph({subject: dict(about) for subject, about in nodes(store)})
    reports = [iri for iri, about in graph.about.items() if _REPORT in about.get(RDF_TYPE, ())]
    base = (base_of(reports[0]) or "") if reports else ""
    context = {**CONTEXT, **({"@base": base} if base else {})}
    file.write(f'{{"@context": {json.dumps(context, indent=1)},\n"@graph": ['.encode())
    for number, report in enumerate(reports):
        text = json.dumps(graph.tree(report, FRAME, base), ensure_ascii=False, indent=1)
        file.write(f"{',' if number else ''}\n{text}".encode())
    file.write(b"\n]}\n")


class _Graph:
    """Statements by subject, and by object where the frame goes from object to subject."""

    def __init__(self, about: Mapping[str, _About]) -> None:
        self.about = about
        self._back: dict[tuple[str, str], list[str]] = {}
        for subject, said in about.items():
            for predicate in (OC.inReport, OC.statedIn):
                for object_ in said.get(f"<{predicate}>", ()):
                    self._back.setdefault((predicate, object_), []).append(subject)

    def tree(self, subject: str, frame: Mapping[str, Any], base: str) -> dict[str, object]:
        """What the frame wants of a subject."""
        about = self.about.get(subject, {})
        found: dict[str, object] = {"id": _short(subject, base)}
        if RDF_TYPE in about:
            found["type"] = [_named(type_) for type_ in about[RDF_TYPE]]
        for name in (name for name in frame if name not in _FLAGS):
            values = list(self._values(subject, name, frame[name], base))
            if values:
                several = len(values) > 1 or "@container" in CONTEXT[name]
                found[name] = values if several else values[0]
        return found

    def _values(
        self, subject: str, name: str, frame: Mapping[str, Any], base: str
    ) -> Iterator[object]:
        term = CONTEXT[name]
        for object_ in self._objects(subject, term):
            if object_.startswith('"'):
                yield _value(object_, term)
            elif frame["@embed"] == "@always":
                yield self.tree(object_, frame, base)
            else:
                yield _named(object_) if term["@type"] == "@vocab" else _short(object_, base)

    def _objects(self, subject: str, term: Mapping[str, Any]) -> Iterable[str]:
        if "@reverse" in term:
            return self._back.get((term["@reverse"], subject), ())
        return self.about.get(subject, {}).get(f"<{term['@id']}>", ())


def _short(term: str, base: str) -> str:
    """An IRI relative to the base, where no `:` could make the rest look like a prefix."""
    iri = term.strip("<>")
    rest = iri.removeprefix(base) if base else iri
    return iri if ":" in rest else rest


def _named(term: str) -> str:
    """A term by its local name if it is of ours, else with its prefix."""
    iri = term.strip("<>")
    for prefix, namespace in PREFIXES.items():
        if iri.startswith(namespace):
            local = iri.removeprefix(namespace)
            return local if namespace == CONTEXT["@vocab"] else f"{prefix}:{local}"
    return iri


def _value(term: str, about: Mapping[str, Any]) -> object:
    text, language, datatype = literal(term)
    if datatype in _NATIVE:
        return _NATIVE[datatype](text)
    if datatype is not None:
        same = about.get("@type") == datatype
        return text if same else {"@value": text, "@type": _named(datatype)}
    if language == about.get("@language", CONTEXT["@language"]):
        return text
    return {"@value": text, **({"@language": language} if language else {})}
