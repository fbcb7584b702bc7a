"""Hold one report's findings against its marking, family by family."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from kg.evaluate.compare import normal, pair, same_number, same_opening, same_words, words
from kg.evaluate.findings import KINDS, Findings, FoundEntity, FoundOutcome, FoundRelation
from kg.evaluate.marking import MarkedEntity, MarkedOutcome, MarkedRelation, Marking

CORE = ("Agency", "Official", "Operation", "Place")
ENTITIES = (*CORE, "Person", "Group", "Platform", "Company")
RELATIONS = (
    "holdsPost",
    "conducted",
    "operationPlace",
    "partOf",
    "placeIn",
    "residesIn",
    "memberOf",
    "said",
)
OUTCOMES = tuple(KINDS.values())
GROUPS: Mapping[str, Sequence[str]] = {
    "CORE entities": CORE,
    "ALL entities": ENTITIES,
    "ALL relations": RELATIONS,
    "ALL outcomes": OUTCOMES,
}
FIGURES = "FIGURES"

Outcome = TypeVar("Outcome", MarkedOutcome, FoundOutcome)
Marked = TypeVar("Marked")
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Miss:
    """A marked thing not found, or a found thing not marked."""

    family: str
    kind: str  # "missed" or "false"
    report: str  # the marking's id
    text: str


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts of one family: right, marked, found."""

    right: int = 0
    marked: int = 0
    found: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.right + other.right, self.marked + other.marked, self.found + other.found)

    @property
    def precision(self) -> float:
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        return self.right / self.marked if self.marked else 0.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class ReportScore:
    """The tallies of one report by family, with every miss."""

    marking: Marking
    findings: Findings
    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    misses: list[Miss] = field(default_factory=list)
    names: dict[str, set[str]] = field(init=False)  # marked id -> normal forms

    def __post_init__(self) -> None:
        self.names = {
            e.id: {normal(name) for name in (e.name, *e.aliases)} for e in self.marking.entities
        }

    def note(
        self,
        family: str,
        marked: Sequence[Marked],
        found: Sequence[Found],
        same: Callable[[Marked, Found], bool],
        show: tuple[Callable[[Marked], str], Callable[[Found], str]],
    ) -> list[tuple[Marked, Found]]:
        """Pair a family, count it and list what has no partner; the pairs."""
        pairs = pair(marked, found, same)
        self.tallies[family] += Tally(len(pairs), len(marked), len(found))
        right, hit = {m for m, _ in pairs}, {f for _, f in pairs}
        for m, want in enumerate(marked):
            if m not in right:
                self.misses.append(Miss(family, "missed", self.marking.id, show[0](want)))
        for f, item in enumerate(found):
            if f not in hit:
                self.misses.append(Miss(family, "false", self.marking.id, show[1](item)))
        return [(marked[m], found[f]) for m, f in pairs]

    def is_same(self, iri: str | None, marked_id: str | None) -> bool:
        """Whether a found entity is the marked one, by any of its names, whatever its type."""
        if not iri or marked_id is None:
            return not iri and marked_id is None
        entity = self.findings.entities.get(iri, FoundEntity())
        return not self.names[marked_id].isdisjoint(entity.surfaces | entity.labels)

    def show(self, iri: str | None) -> str:
        entity = self.findings.entities.get(iri or "")
        return " | ".join(sorted(entity.surfaces)) if entity else str(iri)


def score_report(marking: Marking, findings: Findings) -> ReportScore:
    """Score one report: a tally for each family, the groups left out."""
    score = ReportScore(marking, findings)
    _score_entities(score)
    _score_relations(score)
    _score_figures(score)
    _score_outcomes(score)
    return score


def _score_entities(score: ReportScore) -> None:
    def same(want: MarkedEntity, item: FoundEntity) -> bool:
        return not score.names[want.id].isdisjoint(item.surfaces)

    for type_ in ENTITIES:
        marked = [e for e in score.marking.entities if e.type == type_]
        found = [e for e in score.findings.entities.values() if e.type == type_]
        show = (lambda e: e.name, lambda e: " | ".join(sorted(e.surfaces)))
        score.note(type_, marked, found, same, show)


def _score_relations(score: ReportScore) -> None:
    def same(want: MarkedRelation, item: FoundRelation) -> bool:
        if not score.is_same(item.subject, want.subject):
            return False
        if want.predicate == "said":
            return same_opening(want.quote, item.text)
        if not score.is_same(item.object, want.object):
            return False
        return want.predicate != "holdsPost" or same_words(want.role, item.text)

    def marked_text(r: MarkedRelation) -> str:
        object_ = sorted(score.names.get(r.object or "", ()))
        return f"{sorted(score.names[r.subject])} -> {object_} {r.role or r.quote or ''}"

    def found_text(r: FoundRelation) -> str:
        return f"{score.show(r.subject)} -> {score.show(r.object)} {(r.text or '')[:60]}"

    for predicate in RELATIONS:
        marked = [r for r in score.marking.relations if r.predicate == predicate]
        found = [r for r in score.findings.relations if r.predicate == predicate]
        score.note(predicate, marked, found, same, (marked_text, found_text))


def _outcome_text(o: MarkedOutcome | FoundOutcome) -> str:
    return f"{o.kind} {o.what or ''} {o.quantity} {o.unit}"


def _score_figures(score: ReportScore) -> None:
    """Every stated figure once a report, whoever it applies to: where two markers agree best."""

    def same(want: MarkedOutcome, item: FoundOutcome) -> bool:
        return (
            want.kind == item.kind
            and same_number(want.quantity, item.quantity)
            and want.unit == item.unit
            and (want.kind != "seizure" or same_words(want.what, item.what))
        )

    marked = _unique(score.marking.outcomes)
    found = _unique(list(score.findings.outcomes.values()))
    score.note(FIGURES, marked, found, same, (_outcome_text, _outcome_text))


def _unique(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """The quantified outcomes, less those that state the same figure of the same thing again."""
    seen: dict[tuple[object, ...], Outcome] = {}
    for o in outcomes:
        if o.quantity is not None:
            seen.setdefault((o.kind, round(o.quantity, 4), o.unit, words(o.what)), o)
    return list(seen.values())


def _score_outcomes(score: ReportScore) -> None:
    def same(want: MarkedOutcome, item: FoundOutcome) -> bool:
        if not same_number(want.quantity, item.quantity):
            return False
        if want.quantity is not None and want.unit != item.unit:
            return False
        if want.kind == "seizure":
            return same_words(want.what, item.what)
        if want.persons:
            return any(score.is_same(iri, id_) for iri in item.persons for id_ in want.persons)
        return True

    for kind in OUTCOMES:
        marked = [o for o in score.marking.outcomes if o.kind == kind]
        found = [o for o in score.findings.outcomes.values() if o.kind == kind]
        pairs = score.note(kind, marked, found, same, (_outcome_text, _outcome_text))
        _note_role(score, "outcome agency", [(m.agency, f.agencies) for m, f in pairs])
        _note_role(score, "outcome place", [(m.place, f.places) for m, f in pairs])


def _note_role(score: ReportScore, family: str, pairs: list[tuple[str | None, set[str]]]) -> None:
    """Of the outcomes that were paired, how often the marked agency or place was found too."""
    stated = [(id_, iris) for id_, iris in pairs if id_]
    right = sum(any(score.is_same(iri, id_) for iri in iris) for id_, iris in stated)
    score.tallies[family] += Tally(right, len(stated), sum(bool(iris) for _, iris in pairs))
