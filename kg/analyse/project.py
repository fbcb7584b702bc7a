"""Project the graph onto its entities: a NetworkX graph whose edges are what reports say."""

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import cast

import networkx as nx

from kg.model import Value
from kg.store import Solutions, Store, Term

_HERE = Path(__file__).parent
_WIDE = ("Official", "Agency", "Person", "Operation", "Place", "CriminalGroup", "Platform")
_WIDE_TYPES = (*_WIDE, "Organisation")  # an official is a person too: the first that holds counts


def multigraph(store: Store) -> "nx.MultiDiGraph[str]":
    """Entities as nodes, and an edge for each thing that reports say of two of them.

    Nodes are IRIs, with `label`, `type` (as `Agency`), `subtype` (as `PoliceForce`, or None) and
    `latitude`, `longitude` (WGS84 degrees, or None). An edge has the key `type:label` and

    - `type`: the kind of fact, as `Claim` or `Seizure`; `label`: the relation or post, as
      `tookPartIn`, `Chief Constable`, `seizure`
    - `weight`: the number of reports that say it; `reports`: their file names
    - `sentences`: what they say; `first`, `last`: their publication dates (ISO 8601, or None)

    Claims lead from subject to object, posts and quotations from official to agency, outcomes
    from agency to operation, place and person, and from operation to place and person. Nodes
    and edges come in the order of their IRIs, the same in every run.
    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for iri, attributes in _entities(store):
        graph.add_node(iri, **attributes)
    for source, target, attributes in _edges(store):
        key = f"{attributes['type']}:{attributes['label']}"
        graph.add_edge(source, target, key=key, **attributes)
    return graph


def _entities(store: Store) -> Iterator[tuple[str, dict[str, object]]]:
    for iri, rows in groupby(_rows(store, "entities"), key=itemgetter(0)):
        found = list(rows)
        _, label, _, latitude, longitude = found[0]
        types = {_local(row[2]) for row in found}
        wide = next(name for name in _WIDE_TYPES if name in types)
        yield (
            str(iri),
            {
                "label": _text(label),
                "type": wide,
                "subtype": min(types - set(_WIDE_TYPES), default=None),
                "latitude": _number(latitude),
                "longitude": _number(longitude),
            },
        )


def _edges(store: Store) -> Iterator[tuple[str, str, dict[str, object]]]:
    for (source, target, type_, label), rows in groupby(
        _rows(store, "edges"), key=lambda row: (row[0], row[1], row[2], _text(row[3]))
    ):
        found = list(rows)
        reports = dict.fromkeys(_text(row[4]) for row in found)
        dates = sorted(_text(row[5]) for row in found if row[5] is not None)
        yield (
            str(source),
            str(target),
            {
                "type": _local(type_),
                "label": label,
                "weight": len(reports),
                "reports": tuple(reports),
                "sentences": tuple(dict.fromkeys(_text(row[6]) for row in found)),
                "first": dates[0] if dates else None,
                "last": dates[-1] if dates else None,
            },
        )


def _rows(store: Store, name: str) -> Iterator[tuple[Term | None, ...]]:
    text = (_HERE / f"{name}.rq").read_text(encoding="utf-8")
    return cast("Solutions", store.query(text)).rows


def _text(term: Term | None) -> str:
    return term.value if isinstance(term, Value) else str(term)


def _local(iri: Term | None) -> str:
    return _text(iri).rsplit("#", 1)[-1]


def _number(term: Term | None) -> float | None:
    return None if term is None else float(_text(term))
