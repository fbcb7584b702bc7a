"""Find what a name stands for: what a saved query is asked about, looked up before it is asked.

A look-up is one step in the index by key. Where that finds nothing, all names of the kind are read:
the graph may be without keys, as one of another origin, and an error has to name the closest ones.
"""

from collections.abc import Callable, Mapping, Sequence

from kg.query.names.concepts import commodities, relations
from kg.query.names.entities import CLASSES, areas, entities, reports
from kg.store import Queryable, Term

__all__ = ["NAMED", "named"]

NAMED: Mapping[str, Callable[[Queryable, str, str], Sequence[Term]]] = {
    **dict.fromkeys(CLASSES, entities),
    "area": areas,
    "commodity": commodities,
    "relation": relations,
    "report": reports,
}
"""The kinds of what a parameter can name, and how each is found."""


def named(store: Queryable, kind: str, name: str) -> Sequence[Term]:
    """All that the name stands for, which is of that kind: IRIs, or wordings of what was seized.

    A name counts in any case, with or without accents and marks; so does an IRI. Raises
    `QueryError` with the closest names where nothing is called so.
    """
    return NAMED[kind](store, kind, name)
