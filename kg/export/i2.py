"""One CSV of links for i2 Analyst's Notebook and like chart tools: two entities a row.

In the import, the IRIs are identities, and the labels what people read on the chart.
"""

from collections.abc import Iterator
from typing import IO

from kg.analyse.links import Link, links
from kg.analyse.scope import EVERYTHING
from kg.export.content import Content, content
from kg.export.tables import Cell, to_csv
from kg.store import Store

_END = ("identity", "label", "type", "latitude", "longitude")
_COLUMNS = (
    *(f"entity 1 {name}" for name in _END),
    *(f"entity 2 {name}" for name in _END),
    *("link type", "link label", "direction", "strength", "reports", "first date", "last date"),
    *("source", "description"),
)
_BOM = b"\xef\xbb\xbf"  # or the text is taken for the local code page
_STRENGTH = "Unconfirmed"  # a chart's "Confirmed" is more than that a report says so


def write(store: Store, file: IO[bytes]) -> None:
    """Write a row for each link, with the first report and sentence that state it."""
    found = content(store)
    rows = [tuple(_cells(link, found)) for link in links(store, "facts", EVERYTHING)]
    file.write(_BOM + to_csv(_COLUMNS, rows))


def _cells(link: Link, found: Content) -> Iterator[Cell]:
    for end in (link.source, link.target):
        node = found.nodes[end]
        yield from (node.iri, node.label, node.subtype or node.type, node.latitude, node.longitude)
    evidence = link.evidence
    yield from (link.type, link.label, "1 to 2", _STRENGTH, len(evidence.reports))
    yield from (evidence.first, evidence.last, evidence.reports[0], evidence.sentences[0])
