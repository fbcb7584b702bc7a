"""What people decided about entities, read from `decisions.yml` and applied last.

decisions:
  - merge: [operation/falcon, operation/op-falcon]  # the first stays
    because: one letter apart
  - split: official/jane-doe-kent-police            # of these reports another Jane Doe
    reports: [0a1b2c3d]                             # SHA-256, or the digits that end a report's IRI
  - rename: agency/scorpion-team
    to: Scorpion Team
  - retype: organisation/rotterdam-harbour-police
    to: PoliceForce
  - suppress: place/may
  - distinct: [operation/falcon-kent-police, operation/falcon-essex-police]

Entities are named by IRI, with or without the base; those of `distinct` as an assessment names its
sides. Each decision may say `because`, `by` whom and on which day it was `decided`. One that
matches nothing is reported.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import get_args

import msgspec
import yaml

from kg.errors import RuleError
from kg.model import Assessment, Entity, EntityType, Resolution
from kg.registry import AgencyType
from kg.rules import load, read_yaml

_FEWEST_DIGITS = 8  # of a report's hash
_HEAD = "# Who is who: what people decided. `kg review` adds to it.\ndecisions:\n"
_VERBS = ("merge", "distinct", "split", "rename", "retype", "suppress")
_ABOUT = ("because", "by", "decided")  # what is said about a decision, not in it


class Decision(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One decision: exactly one of the six verbs is set."""

    merge: tuple[str, ...] = ()
    distinct: tuple[str, ...] = ()
    split: str | None = None
    rename: str | None = None
    retype: str | None = None
    suppress: str | None = None
    to: str | None = None
    reports: tuple[str, ...] = ()
    because: str | None = None
    by: str | None = None
    decided: date | None = None

    def __str__(self) -> str:
        said = {f: getattr(self, f) for f in self.__struct_fields__ if getattr(self, f)}
        return ", ".join(
            f"{field} {value if isinstance(value, str) else ' '.join(value)}"
            for field, value in said.items()
            if field not in _ABOUT
        )


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """The decisions at `path`; none if there is no such file.

    Raises `RuleError` for what is not a decision, with its place in the file.
    """
    if not path.exists() or read_yaml(path)[0] is None:
        return ()
    decisions = load(path, Decision, name="decisions")
    for number, decision in enumerate(decisions, start=1):
        fault = _fault(decision)
        if fault is not None:
            raise RuleError(f"{path}: decision {number} ({decision}): {fault}")
    return decisions


def append_decision(path: Path, decision: Decision) -> None:
    """Add a decision at the end of the file, in a block of its own; what stands there stays.

    Raises `RuleError`, and leaves the file as it was, where it cannot be added to as it is written.
    """
    before = path.read_text(encoding="utf-8") if path.exists() else ""
    after = f"{before.rstrip()}\n" if before.strip() else _HEAD
    path.write_text(after + _written(decision), encoding="utf-8")
    try:
        read_decisions(path)
    except RuleError:
        path.write_text(before, encoding="utf-8")
        raise


def _written(decision: Decision) -> str:
    """A decision as people write it: the verb first, each field on its own line.

    >>> print(_written(Decision(rename="place/may", to="May", because="a town")), end="")
      - rename: place/may
        to: May
        because: a town
    """
    verb = next(verb for verb in _VERBS if getattr(decision, verb))
    fields = [f for f in (verb, "to", "reports", *_ABOUT) if getattr(decision, f)]
    lines = [
        f"{field}: {_scalar(getattr(decision, field))}".replace(": \n", ":\n") for field in fields
    ]
    return "  - " + "\n    ".join(lines) + "\n"


def _scalar(value: str | date | tuple[str, ...]) -> str:
    if isinstance(value, tuple):
        return "".join(f"\n      - {_scalar(one)}" for one in value)
    dumped = yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, width=10_000)
    return dumped.removesuffix("\n").removesuffix("\n...")


def _fault(decision: Decision) -> str | None:
    verbs = [verb for verb in _VERBS if getattr(decision, verb)]
    if len(verbs) != 1:
        return f"expected one of {', '.join(_VERBS)}; found {len(verbs)}"
    (verb,) = verbs
    faults = {
        "merge needs two entities": verb == "merge" and len(set(decision.merge)) < 2,  # noqa: PLR2004
        "distinct needs two entities": verb == "distinct" and len(set(decision.distinct)) != 2,  # noqa: PLR2004
        "`to` goes with rename and retype, and they need it": (
            (verb in {"rename", "retype"}) != (decision.to is not None)
        ),
        "`reports` goes with split, and it needs them": (
            (verb == "split") != bool(decision.reports)
        ),
        f"a report is named by at least {_FEWEST_DIGITS} digits of its SHA-256": any(
            len(digits) < _FEWEST_DIGITS for digits in decision.reports
        ),
        f"{decision.to!r} is no type of entity": (
            verb == "retype" and decision.to not in {*get_args(EntityType), *get_args(AgencyType)}
        ),
    }
    return next((fault for fault, holds in faults.items() if holds), None)


def held_apart(decisions: Sequence[Decision], base_iri: str) -> frozenset[frozenset[str]]:
    """The pairs that people hold apart, by the paths of their IRIs."""
    return frozenset(
        frozenset(name.removeprefix(base_iri) for name in decision.distinct)
        for decision in decisions
        if decision.distinct
    )


def decide(resolution: Resolution, decisions: Sequence[Decision], *, base_iri: str) -> Resolution:
    """The resolution after people's decisions, in their order."""
    if not decisions:
        return resolution
    state = _State(resolution, base_iri)
    unmatched = tuple(str(decision) for decision in decisions if not state.apply(decision))
    return replace(state.resolution(), unmatched_decisions=unmatched)


class _State:
    """A resolution while decisions change it."""

    def __init__(self, resolution: Resolution, base_iri: str) -> None:
        self._base = base_iri
        self._entities = dict(resolution.entities)
        self._links = dict(resolution.links)
        self._publishers = dict(resolution.publishers)
        self._decided = resolution
        sides = {base_iri + side for one in resolution.assessments for side in one.sides}
        self._known = frozenset(sides | resolution.entities.keys())
        self._moved: dict[str, str] = {}

    def resolution(self) -> Resolution:
        return replace(
            self._decided,
            entities=dict(sorted(self._entities.items())),
            links=self._links,
            publishers=self._publishers,
            assessments=tuple(self._still_true()),
        )

    def _still_true(self) -> Iterator[Assessment]:
        """The assessments, about the nodes that decisions left."""
        for one in self._decided.assessments:
            now = {self._moved.get(iri, iri) for iri in one.about}
            about = tuple(sorted(iri for iri in now if iri in self._entities))
            if len(now) == len(about) and (one.verdict == "same" or len(about) > 1):
                yield replace(one, about=about)

    def apply(self, decision: Decision) -> bool:
        """Apply one decision; whether it matched anything."""
        if decision.merge:
            return self._merge([self._iri(name) for name in decision.merge])
        if decision.distinct:
            return all(self._iri(name) in self._known for name in decision.distinct)
        if decision.split is not None:
            return self._split(self._iri(decision.split), decision.reports)
        if decision.suppress is not None:
            return self._suppress(self._iri(decision.suppress))
        named = decision.rename or decision.retype or ""
        entity = self._entities.get(self._iri(named))
        if entity is None or decision.to is None:
            return False
        change = _renamed if decision.rename else _retyped
        self._entities[entity.iri] = change(entity, decision.to)
        return True

    def _iri(self, name: str) -> str:
        return name if name.startswith(self._base) else self._base + name

    def _merge(self, iris: list[str]) -> bool:
        if not all(iri in self._entities for iri in iris):
            return False
        first = self._entities[iris[0]]
        for iri in dict.fromkeys(iris[1:]):
            if iri != first.iri:
                first = _merged(first, self._entities.pop(iri))
                self._relink({iri: first.iri})
        self._entities[first.iri] = first
        return True

    def _split(self, iri: str, reports: Sequence[str]) -> bool:
        chosen = [
            report
            for report, links in self._links.items()
            if iri in links and report.startswith(tuple(reports))
        ]
        if iri not in self._entities or not chosen:
            return False
        other = f"{iri}-{min(chosen)[:_FEWEST_DIGITS]}"
        self._entities[other] = replace(self._entities[iri], iri=other, reason="decision")
        for report in chosen:
            self._links[report] = tuple(other if x == iri else x for x in self._links[report])
        return True

    def _suppress(self, iri: str) -> bool:
        if self._entities.pop(iri, None) is None:
            return False
        self._relink({iri: ""})
        return True

    def _relink(self, new: dict[str, str]) -> None:
        self._moved = {old: new.get(iri, iri) for old, iri in self._moved.items()} | new
        for report, links in self._links.items():
            if not new.keys().isdisjoint(links):
                self._links[report] = tuple(new.get(link, link) for link in links)
        found = ((r, new.get(iri, iri)) for r, iri in self._publishers.items())
        self._publishers = {report: iri for report, iri in found if iri}


def _merged(first: Entity, other: Entity) -> Entity:
    forms = {*first.alternatives, other.label, *other.alternatives} - {first.label}
    return replace(
        first,
        alternatives=tuple(sorted(forms)),
        identifiers=tuple(dict.fromkeys((*first.identifiers, *other.identifiers))),
        exact_matches=tuple(dict.fromkeys((*first.exact_matches, *other.exact_matches))),
        listed_as=tuple(dict.fromkeys((*first.listed_as, *other.listed_as))),
        reason="decision",
    )


def _renamed(entity: Entity, label: str) -> Entity:
    forms = {*entity.alternatives, entity.label} - {label}
    return replace(entity, label=label, alternatives=tuple(sorted(forms)))


def _retyped(entity: Entity, name: str) -> Entity:
    for type_ in get_args(EntityType):
        if type_ == name:
            return replace(entity, type=type_, subtype=None)
    return replace(entity, type="Agency", subtype=name)
