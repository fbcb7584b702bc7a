"""What goes on the page: who and what is reported most, and what is said of each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import networkx as nx

from kg.analyse.project import multigraph
from kg.analyse.seizures import Column, seizures
from kg.query.run import run
from kg.store import Queryable
from kg.view.relations import in_words

MOST_ENTRIES = 15
MOST_LINES = 8
BY_COMMODITY: tuple[Column, ...] = ("commodity",)
# Types of the sections, in their order, and what each section is called.
SECTIONS = {
    "Agency": "Agencies",
    "Operation": "Operations",
    "Official": "Officials",
    "CriminalGroup": "Criminal groups, as reported",
    "Platform": "Platforms",
    "Place": "Places",
}


@dataclass(frozen=True, slots=True)
class Line:
    """Something said, with the first sentence that says it."""

    one: str
    relation: str
    other: str
    sentence: str
    report: str
    day: str | None
    more: int  # sentences beside the first


@dataclass(frozen=True, slots=True)
class Entry:
    """One entity, and what reports say of it."""

    name: str
    reports: int  # that say anything of it
    lines: tuple[Line, ...]
    more: int  # lines left out


@dataclass(frozen=True, slots=True)
class Section:
    title: str
    entries: tuple[Entry, ...]
    more: int  # entries left out


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Figures that reports give for one thing in one operation."""

    operation: str
    what: str
    figures: tuple[str, ...]  # with day and report, lowest first


def sections(store: Queryable) -> list[Section]:
    """The entities of each type that most reports speak of, with what they say."""
    graph = multigraph(store)
    entries: dict[str, list[Entry]] = {type_: [] for type_ in SECTIONS}
    for node, about in graph.nodes(data=True):
        if about["type"] in entries and graph.degree(node):
            entries[about["type"]].append(_entry(graph, node))
    return [
        Section(title, tuple(ranked[:MOST_ENTRIES]), max(0, len(ranked) - MOST_ENTRIES))
        for type_, title in SECTIONS.items()
        if (ranked := sorted(entries[type_], key=lambda e: (-e.reports, e.name)))
    ]


def _entry(graph: "nx.MultiDiGraph[str]", node: str) -> Entry:
    edges = [*graph.out_edges(node, data=True), *graph.in_edges(node, data=True)]
    ranked = sorted(edges, key=lambda e: (-e[2]["weight"], e[2]["label"], e[0], e[1]))
    reports = {report for *_, said in edges for report in said["reports"]}
    lines = tuple(_line(graph, *edge) for edge in ranked[:MOST_LINES])
    return Entry(
        str(graph.nodes[node]["label"]), len(reports), lines, max(0, len(edges) - MOST_LINES)
    )


def _line(graph: "nx.MultiDiGraph[str]", source: str, target: str, said: dict[str, Any]) -> Line:
    return Line(
        str(graph.nodes[source]["label"]),
        in_words(said["label"]),
        str(graph.nodes[target]["label"]),
        said["sentences"][0],
        said["reports"][0],
        said["first"],
        len(said["sentences"]) - 1,
    )


def ledger(store: Queryable) -> list[Sequence[str]]:
    """What was seized, by commodity: measure, floor, ceiling, cases and reports."""
    return [
        (
            line.commodity or "",
            line.measure,
            f"{line.floor:,f}",
            "no limit stated" if line.open else f"{line.ceiling:,f}",
            str(line.cases),
            str(line.reports),
        )
        for line in sorted(
            seizures(store, by=BY_COMMODITY),
            key=lambda line: (-line.reports, line.commodity or "", line.measure),
        )
    ]


def disagreements(store: Queryable) -> Iterator[Disagreement]:
    """Operations of which reports give different figures: growth, parts, or contradiction."""
    found: dict[tuple[str, str], list[str]] = {}
    for row in run(store, "disagreements"):
        what = " ".join(filter(None, (row.kind, row.item, f"({row.unit})")))
        when = f", {row.issued}" if row.issued else ""
        figure = f"{row.quantity:,f}{when}, {row.report}"
        found.setdefault((str(row.operation), what), []).append(figure)
    for (operation, what), figures in found.items():
        yield Disagreement(operation, what, tuple(figures))
