"""How two entities are connected: the shortest path, with a sentence for every step."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

import networkx as nx

from kg.analyse.links import Link, links, named_together
from kg.analyse.project import linked
from kg.analyse.scope import EVERYTHING, Scope
from kg.analyse.table import Table
from kg.errors import QueryError
from kg.store import Queryable
from kg.vocab import OC, ORG, label_of

Over = Literal["facts", "sentences"]

_OUTCOME_TO = {"Operation": "in", "Place": "at"}
_FEW_REPORTS = 1e-4  # a path of ten thousand steps would still lose to one with a step less


@dataclass(frozen=True, slots=True)
class Step:
    step: int
    subject: str
    relation: str  # in words, read from subject to object
    object: str
    reaches: str  # of the two, the one that is nearer to the end
    reports: int
    report: str  # the first
    sentence: str  # that states it


def path(
    store: Queryable,
    start: str,
    end: str,
    *,
    without: Collection[str] = (),
    over: Over = "facts",
    scope: Scope = EVERYTHING,
) -> Table[Step]:
    """The steps from one IRI to another; none where nothing reported connects them.

    Of paths of the same length, that of most reports. `without` names types (as "Place") that no
    step may lead through. Over "sentences" a step is that one sentence names both, whatever it says
    of them. Raises `QueryError` for an unknown type.
    """
    found = named_together(store, scope) if over == "sentences" else links(store, "facts", scope)
    graph = linked(store, found)
    ends = {start, end}
    if not ends <= set(graph):
        return Table(Step, ())
    _refuse_unknown(graph, without)
    kept = [
        iri for iri, about in graph.nodes(data=True) if about["type"] not in without or iri in ends
    ]
    try:
        way = nx.dijkstra_path(graph.subgraph(kept), start, end, weight=_cost)
    except nx.NetworkXNoPath:
        return Table(Step, ())
    said = _best_reported(found)
    steps = enumerate(pairwise(way), start=1)
    return Table(
        Step, (_step(number, said[frozenset(pair)], pair[1], graph) for number, pair in steps)
    )


def _refuse_unknown(graph: "nx.Graph[str]", types: Collection[str]) -> None:
    known = {about["type"] for _, about in graph.nodes(data=True)}
    if unknown := set(types) - known:
        raise QueryError(
            f"nothing in the graph is a {' or '.join(sorted(unknown))}; "
            f"there are {', '.join(sorted(known))}"
        )


def _cost(_one: str, _other: str, tie: dict[str, int]) -> float:
    """One a step, and so little more for few reports that it only decides between equals."""
    return 1 + _FEW_REPORTS / tie["weight"]


def _best_reported(found: Iterable[Link]) -> dict[frozenset[str], Link]:
    """For each pair the link that most reports state; a claim before what is only counted."""
    ranked = sorted(
        found, key=lambda link: (len(link.evidence.reports), link.type == "Claim", link.label)
    )
    return {frozenset({link.source, link.target}): link for link in ranked}


def _step(number: int, link: Link, reached: str, graph: "nx.Graph[str]") -> Step:
    return Step(
        step=number,
        subject=graph.nodes[link.source]["label"],
        relation=_in_words(link, graph.nodes[link.target]["type"]),
        object=graph.nodes[link.target]["label"],
        reaches=graph.nodes[reached]["label"],
        reports=len(link.evidence.reports),
        report=link.evidence.reports[0],
        sentence=link.evidence.sentences[0],
    )


def _in_words(link: Link, target: str) -> str:
    """The relation of a link, read from source to target."""
    if link.type == "Claim":
        return label_of((OC if link.label in OC else ORG)[link.label])
    if link.type == "PostHolding":
        return f"{link.label} at"
    if link.type == "Quotation":
        return "spoke for"
    if link.type == "Mention":
        return link.label
    return f"{link.label} {_OUTCOME_TO.get(target, 'concerning')}"
