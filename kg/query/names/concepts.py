"""Find commodities and relations by the names that the ontology gives them."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import cast, get_args

from kg.iri import name_key
from kg.model import ClaimPredicate, Value
from kg.query.names.look_up import called, nodes, refuse, rows
from kg.store import Queryable, Term
from kg.vocab import CONCEPTS, OC, ORG, SKOS, ancestors


def commodities(store: Queryable, kind: str, name: str) -> Sequence[Term]:
    """The concept of that name with all narrower ones; else the wordings of seizures that are it.

    A concept of the schemes is known even where nothing of it was seized.
    """
    concept = name if name in CONCEPTS else _by_key().get(name_key(name))
    return _wordings(store, kind, name) if concept is None else _with_narrower(store, concept)


def _with_narrower(store: Queryable, concept: str) -> Sequence[Term]:
    used = nodes(rows(store, "narrower", concept=concept))
    known = [iri for iri in CONCEPTS if concept in ancestors(iri)]
    return list(dict.fromkeys([concept, *used, *known]))


def _wordings(store: Queryable, kind: str, name: str) -> Sequence[Term]:
    wordings = [cast("Value", row[0]) for row in rows(store, "wordings")]
    key = name_key(name)
    found = [wording for wording in wordings if name_key(wording.value) == key]
    return found or refuse(kind, name, [*_labels(), *(wording.value for wording in wordings)])


@cache
def _by_key() -> Mapping[str, str]:
    """Commodities by the keys of their labels and ids; an id goes before another's label."""
    ids = {name_key(iri.removeprefix(str(OC))): iri for iri in _labels().values()}
    return {name_key(label): iri for label, iri in _labels().items()} | ids


@cache
def _labels() -> Mapping[str, str]:
    return {
        value.value: iri
        for iri, said in CONCEPTS.items()
        if (SKOS.inScheme, OC.commodities) in said
        for predicate, value in said
        if predicate in {SKOS.prefLabel, SKOS.altLabel} and isinstance(value, Value)
    }


def relations(_: Queryable, kind: str, name: str) -> Sequence[Term]:
    """The property that claims state, or the class of posts."""
    known = {r: ORG[r] if r == "subOrganizationOf" else OC[r] for r in get_args(ClaimPredicate)}
    known["holdsPost"] = OC.PostHolding
    return called(kind, name, {word: [iri] for word, iri in known.items()})
