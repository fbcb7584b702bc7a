"""CSV for Neo4j's bulk import: entities, outcomes and reports as nodes, facts as relationships.

The import needs `--multiline-fields=true`: quoted words have paragraphs.
"""

import re
from collections.abc import Iterator, Mapping

from kg.export.archive import File
from kg.export.content import Content, Fact, content
from kg.export.tables import Row, to_csv
from kg.store import Store

_LIST = ";"  # the import's own delimiter of lists
_NODE_COLUMNS = (
    "iri:ID", "name", ":LABEL", "alternatives:string[]", "latitude:double", "longitude:double",
    "quantity:double", "unit", "comparator", "item", "commodity", "value:double", "currency",
    "modality", "wording", "notBefore:date", "notAfter:date", "issued:date", "file", "url",
)  # fmt: skip
_EDGE_COLUMNS = (
    ":START_ID", ":END_ID", ":TYPE", "title", "words", "modality", "sentence", "rule",
    "confidence:double",
)  # fmt: skip
_ROLES = {
    "byAgency": "BY_AGENCY",
    "atPlace": "AT_PLACE",
    "inOperation": "IN_OPERATION",
    "concerns": "CONCERNS",
}


def files(store: Store) -> Iterator[File]:
    found = content(store)
    yield File("nodes.csv", to_csv(_NODE_COLUMNS, list(_nodes(found))))
    yield File("relationships.csv", to_csv(_EDGE_COLUMNS, list(_relationships(found))))


def _nodes(found: Content) -> Iterator[Row]:
    for node in found.nodes.values():
        label = _LIST.join(dict.fromkeys([node.type, *([node.subtype] if node.subtype else [])]))
        yield _node(
            node.iri,
            node.label,
            label,
            {
                "alternatives:string[]": _LIST.join(n.replace(_LIST, ",") for n in node.names),
                "latitude:double": node.latitude,
                "longitude:double": node.longitude,
            },
        )
    for report in found.reports.values():
        about = {"issued:date": report.issued, "file": report.file, "url": report.url}
        yield _node(report.iri, report.title, "Report", about)
    for fact in found.facts:
        if fact.is_outcome:
            yield _outcome(fact)


def _outcome(fact: Fact) -> Row:
    return _node(
        fact.iri,
        fact.get("wording"),
        f"Outcome{_LIST}{fact.kind}",
        {
            "quantity:double": fact.get("quantity"),
            "unit": fact.get("unit"),
            "comparator": fact.local("comparator"),
            "item": fact.get("itemWording"),
            "commodity": fact.term("commodity"),
            "value:double": fact.get("monetaryValue"),
            "currency": fact.get("currency"),
            "modality": fact.local("modality"),
            "wording": fact.get("wording"),
            "notBefore:date": fact.get("notBefore"),
            "notAfter:date": fact.get("notAfter"),
            "issued:date": fact.get("asOf"),
        },
    )


def _node(iri: str, name: str | None, label: str, about: Mapping[str, str | float | None]) -> Row:
    return (iri, name, label, *(about.get(column) for column in _NODE_COLUMNS[3:]))


def _relationships(found: Content) -> Iterator[Row]:
    for fact in found.facts:
        for source, target, type_ in _ends(fact):
            if source in found.nodes or source == fact.iri:
                yield _edge(fact, source, target, type_)
    for report in found.reports.values():
        if report.publisher is not None:
            blank = (None,) * len(_EDGE_COLUMNS[3:])
            yield (report.iri, report.publisher, "PUBLISHED_BY", *blank)


def _edge(fact: Fact, source: str, target: str, type_: str) -> Row:
    return (
        *(source, target, type_, fact.get("postTitle"), fact.get("text")),
        *(fact.local("modality"), fact.sentences[0].text),
        *(fact.get("extractedBy"), fact.get("confidence")),
    )


def _ends(fact: Fact) -> Iterator[tuple[str, str, str]]:
    """The relationships that a fact makes: a post without an agency, a quotation without one
    lead to the report.
    """
    report = fact.sentences[0].report
    if fact.kind == "Claim":
        predicate = fact.local("predicate") or ""
        yield fact.said["subject"][0], fact.said["object"][0], _shouted(predicate)
    elif fact.kind == "PostHolding":
        yield fact.said["member"][0], fact.get("organization") or report, "HOLDS_POST"
    elif fact.kind == "Quotation":
        yield fact.said["speaker"][0], report, "QUOTED_IN"
    else:
        yield fact.iri, report, "STATED_IN"
        for role, type_ in _ROLES.items():
            for entity in fact.all(role):
                yield fact.iri, entity, type_


def _shouted(name: str) -> str:
    """A property's name as Neo4j writes types.

    >>> _shouted("tookPartIn")
    'TOOK_PART_IN'
    """
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).upper()
