"""Compare people of the reports with those of a user's registries: never joined, left to people.

A name alone says little of who is meant, and a list may name somebody whom the reports do not, so
that each likeness is a doubtful assessment, whatever its score. Only a decision links the two.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from typing import Literal

from kg.iri import name_key
from kg.model import Assessment, Entity, EntityType, Resolution
from kg.own import Entry, entry_at, listed_people
from kg.own.entry import Days
from kg.resolve.decisions import Decision
from kg.resolve.evidence import DOUBTFUL, meet

Verdict = Literal["same", "doubtful", "distinct"]
FOLDER = "registry/"  # of the IRIs of entries
MAY_BE: dict[str, tuple[EntityType, ...]] = {
    "LegalEntity": ("Organisation", "Official", "Person"),
    "Person": ("Official", "Person"),
}
NAME, ORDER, WEAK = "same name", "same name in another order", "a name that many bear"
WEIGHTS = {NAME: 0.4, ORDER: 0.4, WEAK: 0.3}
THREE, AGES = ("a name of three words", 0.2), ("ages agree", 0.35)


def about_entries(decision: Decision, base_iri: str) -> bool:
    """Whether a decision is about an entry of a registry, not about nodes of reports alone."""
    names = (*decision.merge, *decision.distinct)
    return any(name.removeprefix(base_iri).startswith(FOLDER) for name in names)


def with_listed(
    resolution: Resolution,
    born: Mapping[str, Set[Days]],
    decisions: Sequence[Decision],
    *,
    base_iri: str,
) -> Resolution:
    """The resolution with what registries may say of its people, and what was decided on that.

    `born` tells by the IRI of a person between which days those of its age were born.
    """
    decided = _Decided(decisions, base_iri)
    found = [
        decided.applied(one) for one in _likenesses(resolution.entities.values(), born, base_iri)
    ]
    entities = dict(resolution.entities)
    for iri, entry in decided.links(entities):
        entities[iri] = _linked(entities[iri], entry)
    return replace(
        resolution,
        entities=entities,
        assessments=tuple(sorted((*resolution.assessments, *found), key=lambda one: one.sides)),
        unmatched_decisions=(*resolution.unmatched_decisions, *decided.unmatched(entities)),
    )


def _likenesses(
    entities: Iterable[Entity], born: Mapping[str, Set[Days]], base_iri: str
) -> Iterator[Assessment]:
    by_name = _by_name(listed_people())
    for entity in entities if by_name else ():
        found: dict[str, tuple[Entry, str]] = {}
        for name in (entity.label, *entity.alternatives):
            for entry, how in by_name.get(name_key(name), ()):
                best = found.get(entry.path)
                if entity.type in MAY_BE[entry.type] and (best is None or _order(how, best[1])):
                    found[entry.path] = entry, how
        for _, (entry, how) in sorted(found.items()):
            yield from _assessed(entity, entry, how, born.get(entity.iri, frozenset()), base_iri)


def _order(one: str, other: str) -> bool:
    """Whether a way of being alike says more than another."""
    ways = tuple(WEIGHTS)
    return ways.index(one) < ways.index(other)


def _by_name(people: Iterable[Entry]) -> dict[str, list[tuple[Entry, str]]]:
    """Who is listed under each name as it is looked up; names of one word say nothing."""
    found: dict[str, list[tuple[Entry, str]]] = {}
    for entry in people:
        for names, how in (((entry.name, *entry.aliases), NAME), (entry.weak, WEAK)):
            for key in dict.fromkeys(map(name_key, names)):
                first, dash, rest = key.partition("-")
                if dash:
                    found.setdefault(key, []).append((entry, how))
                    last, _, before = key[::-1].partition("-")
                    for turned in {f"{rest}-{first}", f"{last[::-1]}-{before[::-1]}"} - {key}:
                        found.setdefault(turned, []).append((entry, ORDER if how == NAME else how))
    return found


def _assessed(
    entity: Entity, entry: Entry, how: str, born: Set[Days], base_iri: str
) -> Iterator[Assessment]:
    reasons = [(how, WEIGHTS[how])]
    if name_key(entry.name).count("-") > 1:
        reasons.append(THREE)
    if entry.born is not None and born:
        if not all(meet(one, entry.born) for one in born):
            return  # of another age
        reasons.append(AGES)
    score = round(sum(weight for _, weight in reasons), 2)
    if score >= DOUBTFUL:
        first, second = sorted((entity.iri.removeprefix(base_iri), entry.path))
        yield Assessment(
            sides=(first, second),
            about=(entity.iri, base_iri + entry.path),
            score=score,
            reasons=tuple(text for text, _ in reasons),
            verdict="doubtful",
        )


def _linked(entity: Entity, entry: Entry) -> Entity:
    return replace(
        entity,
        exact_matches=tuple(dict.fromkeys((*entity.exact_matches, *entry.same_as))),
        listed_as=tuple(dict.fromkeys((*entity.listed_as, entry.path))),
    )


@dataclass(frozen=True, slots=True)
class _Decided:
    """What people decided on entries of registries."""

    decisions: Sequence[Decision]
    base_iri: str

    def applied(self, one: Assessment) -> Assessment:
        sides = frozenset(one.sides)
        for decision in self.decisions:
            if sides == self._paths(decision):
                verdict: Verdict = "same" if decision.merge else "distinct"
                return replace(one, verdict=verdict)
        return one

    def links(self, entities: Mapping[str, Entity]) -> Iterator[tuple[str, Entry]]:
        """The nodes that people said an entry is about."""
        for decision in self.decisions:
            if decision.merge:
                yield from self._pairs(decision, entities)

    def unmatched(self, entities: Mapping[str, Entity]) -> Iterator[str]:
        for decision in self.decisions:
            if not self._pairs(decision, entities):
                yield str(decision)

    def _pairs(self, decision: Decision, entities: Mapping[str, Entity]) -> list[tuple[str, Entry]]:
        paths = self._paths(decision)
        nodes = [self.base_iri + path for path in sorted(paths)]
        found = (entry_at(path) for path in sorted(paths) if path.startswith(FOLDER))
        entries = [entry for entry in found if entry is not None]
        return [(node, entry) for node in nodes if node in entities for entry in entries]

    def _paths(self, decision: Decision) -> frozenset[str]:
        names = decision.merge or decision.distinct
        return frozenset(name.removeprefix(self.base_iri) for name in names)
