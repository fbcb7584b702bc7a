"""Tables for spreadsheets and data frames: nodes, edges with their evidence, figures, quotations.

`edges` holds what the entity graph holds; `evidence` each report and sentence that states an edge;
`outcomes` every figure, those too that no agency or place is named with.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, cast

from kg.analyse.ask import text_of
from kg.analyse.evidence import UNDATED
from kg.analyse.links import Link, links
from kg.analyse.scope import EVERYTHING
from kg.export.archive import File
from kg.export.content import Content, Fact, content, rows_of
from kg.store import Store

_BETWEEN = "; "
Cell = str | int | float | None
Row = tuple[Cell, ...]
ColumnType = Literal["text", "integer", "number", "day"]


class Table(NamedTuple):
    name: str
    columns: Mapping[str, ColumnType]
    rows: Sequence[Row]


def csv_files(store: Store) -> Iterator[File]:
    """Each table as CSV in UTF-8: a line of names, then values; lists parted by semicolons."""
    for table in tables(store):
        yield File(f"{table.name}.csv", to_csv(table.columns, table.rows))


def to_csv(columns: Sequence[str] | Mapping[str, object], rows: Sequence[Row]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows(rows)
    return out.getvalue().encode()


def tables(store: Store) -> Iterator[Table]:
    found = content(store)
    said = links(store, "facts", EVERYTHING)
    outcomes = [fact for fact in found.facts if fact.is_outcome]
    quotations = [fact for fact in found.facts if fact.kind == "Quotation"]
    yield Table("nodes", _NODES, list(_nodes(store, found)))
    yield Table("edges", _EDGES, [_edge(n, link, found) for n, link in enumerate(said, start=1)])
    yield Table("evidence", _EVIDENCE, list(_evidence(said)))
    yield Table("outcomes", _OUTCOMES, [_outcome(fact, found) for fact in outcomes])
    yield Table("quotations", _QUOTATIONS, [_quotation(fact, found) for fact in quotations])
    yield Table("reports", _REPORTS, list(_reports(found)))


def _columns(names: str) -> dict[str, ColumnType]:
    """Columns in words: "label latitude:number"; without a type, text."""
    parts = (name.partition(":") for name in names.split())
    return {name: cast("ColumnType", type_ or "text") for name, _, type_ in parts}


_NODES = _columns(
    "id label type subtype names identifiers same_as latitude:number longitude:number country "
    "reports:integer first:day last:day"
)


def _nodes(store: Store, found: Content) -> Iterator[Row]:
    mentioned = {text_of(row[0]): row[1:] for row in rows_of(store, "mentions")}
    for node in found.nodes.values():
        reports, first, last = mentioned.get(node.iri, (None, None, None))
        yield (
            *(node.iri, node.label, node.type, node.subtype, _BETWEEN.join(node.names)),
            _BETWEEN.join(f"{scheme} {value}" for scheme, value in node.identifiers),
            _BETWEEN.join(node.same_as),
            *(node.latitude, node.longitude, node.country),
            int(text_of(reports) or 0),
            *(text_of(first) or None, text_of(last) or None),
        )


_EDGES = _columns(
    "id:integer source source_label target target_label type label reports:integer "
    "first:day last:day"
)


def _edge(number: int, link: Link, found: Content) -> Row:
    return (
        *(number, link.source, found.label(link.source), link.target, found.label(link.target)),
        *(link.type, link.label),
        *(len(link.evidence.reports), link.evidence.first, link.evidence.last),
    )


_EVIDENCE = _columns("edge:integer report issued:day ordinal:integer sentence")


def _evidence(said: Sequence[Link]) -> Iterator[Row]:
    for number, link in enumerate(said, start=1):
        for one in link.evidence.said:
            issued = None if one.issued == UNDATED else one.issued
            yield number, one.report, issued, one.ordinal, one.sentence


_OUTCOMES = _columns(
    "id kind quantity:number unit comparator item commodity value:number currency "
    "agency agency_id place place_id operation operation_id people people_ids "
    "offence_wording offence not_before:day not_after:day as_of:day modality wording "
    "report ordinal:integer sentence rule confidence:number"
)


def _outcome(fact: Fact, found: Content) -> Row:
    agency, place = fact.get("byAgency"), fact.get("atPlace")
    operation, people = fact.get("inOperation"), fact.all("concerns")
    return (
        *(fact.iri, fact.kind, _number(fact, "quantity"), fact.get("unit")),
        *(fact.local("comparator"), fact.get("itemWording"), fact.term("commodity")),
        *(_number(fact, "monetaryValue"), fact.get("currency")),
        *(found.label(agency), agency, found.label(place), place),
        *(found.label(operation), operation),
        *(_BETWEEN.join(found.labels(people)), _BETWEEN.join(people)),
        *(fact.get("offenceWording"), fact.term("offence")),
        *(fact.get("notBefore"), fact.get("notAfter"), fact.get("asOf")),
        *(fact.local("modality"), fact.get("wording")),
        *_stated(fact, found),
        *(fact.get("extractedBy"), _number(fact, "confidence")),
    )


_QUOTATIONS = _columns(
    "id speaker speaker_id agency agency_id words report ordinal:integer sentence"
)


def _quotation(fact: Fact, found: Content) -> Row:
    speaker, agency = fact.get("speaker"), fact.get("onBehalfOf")
    return (
        *(fact.iri, found.label(speaker), speaker, found.label(agency), agency, fact.get("text")),
        *_stated(fact, found),
    )


_REPORTS = _columns("id file title publisher publisher_id issued:day url language")


def _reports(found: Content) -> Iterator[Row]:
    for report in found.reports.values():
        publisher = found.label(report.publisher)
        yield (
            *(report.iri, report.file, report.title, publisher, report.publisher),
            *(report.issued, report.url, report.language),
        )


def _stated(fact: Fact, found: Content) -> Row:
    """The report of a fact, and the first sentence that states it."""
    first = fact.sentences[0]
    return found.report_of(fact).file, first.ordinal, first.text


def _number(fact: Fact, name: str) -> float | None:
    value = fact.get(name)
    return None if value is None else float(value)
