"""How two entities are connected: the shortest path, with a sentence for every step."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from typing import Literal

import networkx as nx

from kg.analyse.ask import (
    WIDE_TYPES,
    has_type,
    pairs_around,
    rows_in_scope,
    standing,
    text_of,
)
from kg.analyse.between import Pair, ways_between
from kg.analyse.described import Attributes, described_few
from kg.analyse.links import Link, links_among, named_together
from kg.analyse.scope import EVERYTHING, Scope
from kg.analyse.table import Table
from kg.errors import QueryError
from kg.store import Queryable
from kg.vocab import OC, ORG, label_of

Over = Literal["facts", "sentences"]

_OUTCOME_TO = {"Operation": "in", "Place": "at"}
_TIES: Mapping[Over, str] = {"facts": "around", "sentences": "beside"}  # queries
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
    without = _known(store, without)
    names = {text_of(node): text_of(name) for node, name in rows_in_scope(store, "in-scope", scope)}

    def tied(some: Collection[str]) -> Iterator[tuple[Pair, set[str]]]:
        for one, other, said_in in pairs_around(store, _TIES[over], some):
            yield (one, other), {names[node] for node in said_in if node in names}

    def left_out(some: Collection[str]) -> Iterable[str]:
        about = described_few(store, some) if without else {}
        return (iri for iri in some if iri in about and about[iri]["type"] in without)

    found = ways_between(start, end, tied=tied, size=partial(standing, store), left_out=left_out)
    way = _best(found, start, end)
    return Table(Step, _steps(store, way, over, scope))


def _known(store: Queryable, types: Collection[str]) -> set[str]:
    """The types as the ontology writes them; raises `QueryError` for one that nothing has."""
    if not types:
        return set()
    there = {type_.casefold(): type_ for type_ in WIDE_TYPES if has_type(store, type_)}
    given = {type_: type_.replace(" ", "").casefold() for type_ in types}
    if unknown := [type_ for type_, key in given.items() if key not in there]:
        raise QueryError(
            f"nothing in the graph is a {' or '.join(sorted(unknown))}; "
            f"there are {', '.join(sorted(there.values()))}"
        )
    return {there[key] for key in given.values()}


def _best(found: Mapping[Pair, Collection[str]], start: str, end: str) -> list[str]:
    """Of the shortest ways that of most reports, from end to end; nothing where there is none."""
    graph: nx.Graph[str] = nx.Graph()
    graph.add_edges_from((*pair, {"weight": len(found[pair])}) for pair in sorted(found))
    return nx.dijkstra_path(graph, start, end, weight=_cost) if found else []


def _cost(_one: str, _other: str, tie: dict[str, int]) -> float:
    """One a step, and so little more for few reports that it only decides between equals."""
    return 1 + _FEW_REPORTS / tie["weight"]


def _steps(store: Queryable, way: list[str], over: Over, scope: Scope) -> Iterator[Step]:
    if not way:
        return
    among = named_together if over == "sentences" else links_among
    said, about = _best_reported(among(store, scope, way)), described_few(store, way)
    for number, (one, other) in enumerate(pairwise(way), start=1):
        yield _step(number, said[frozenset({one, other})], other, about)


def _best_reported(found: Iterable[Link]) -> dict[frozenset[str], Link]:
    """For each pair the link that most reports state; a claim before what is only counted."""
    ranked = sorted(
        found, key=lambda link: (len(link.evidence.reports), link.type == "Claim", link.label)
    )
    return {frozenset({link.source, link.target}): link for link in ranked}


def _step(number: int, link: Link, reached: str, about: Mapping[str, Attributes]) -> Step:
    return Step(
        step=number,
        subject=about[link.source]["label"],
        relation=_in_words(link, about[link.target]["type"]),
        object=about[link.target]["label"],
        reaches=about[reached]["label"],
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
