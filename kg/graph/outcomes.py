"""State outcomes: what was seized, who was arrested, charged, sentenced, as a report has it."""

from collections import Counter
from collections.abc import Iterator

from kg.graph.facts import Scene, stated_quads
from kg.graph.literals import day, decimal, plain, worded
from kg.graph.terms import concept
from kg.model import Annotation, Outcome, Quad, Report, Value
from kg.vocab import OC

_QUANTITY, _UNIT, _COMPARATOR = str(OC.quantity), str(OC.unit), str(OC.comparator)
_ITEM, _COMMODITY, _WORDING = str(OC.itemWording), str(OC.commodity), str(OC.wording)
_VALUE, _CURRENCY = str(OC.monetaryValue), str(OC.currency)
_BY, _AT, _IN, _CONCERNS = str(OC.byAgency), str(OC.atPlace), str(OC.inOperation), str(OC.concerns)
_OFFENCE_WORDING, _OFFENCE = str(OC.offenceWording), str(OC.offence)
_WHEN = str(OC.whenWording)
_NOT_BEFORE, _NOT_AFTER, _AS_OF = str(OC.notBefore), str(OC.notAfter), str(OC.asOf)
_MODALITY = str(OC.modality)


def outcome_quads(annotation: Annotation, scene: Scene) -> Iterator[Quad]:
    """The outcomes of a report, numbered kind by kind; persons appear only as whom they concern."""
    numbers: Counter[str] = Counter()
    for outcome in annotation.outcomes:
        kind = outcome.kind
        numbers[kind] += 1
        fact = scene.fact(kind.lower(), numbers[kind])
        yield from stated_quads(fact, kind, outcome.stated, scene.iri)
        for predicate, value in _said(outcome, annotation.report, scene):
            yield Quad(fact, predicate, value, scene.iri)


def _said(outcome: Outcome, report: Report, scene: Scene) -> Iterator[tuple[str, str | Value]]:
    yield _WORDING, worded(outcome.wording, scene.language)
    yield _MODALITY, str(OC[outcome.modality])
    yield from _figures(outcome)
    yield from _things(outcome, scene.language)
    yield from _parties(outcome, scene)
    yield from _times(outcome, report, scene.language)


def _figures(outcome: Outcome) -> Iterator[tuple[str, str | Value]]:
    if outcome.quantity is not None:
        yield _QUANTITY, decimal(outcome.quantity)
    if outcome.unit is not None:
        yield _UNIT, plain(outcome.unit)
    if outcome.value is not None:
        yield _VALUE, decimal(outcome.value)
    if outcome.currency is not None:
        yield _CURRENCY, plain(outcome.currency)
    if outcome.quantity is not None or outcome.value is not None:
        yield _COMPARATOR, str(OC[outcome.comparator])


def _things(outcome: Outcome, language: str) -> Iterator[tuple[str, str | Value]]:
    if outcome.item is not None:
        yield _ITEM, worded(outcome.item, language)
    if outcome.commodity is not None:
        yield _COMMODITY, concept(outcome.commodity)
    if outcome.offence_wording is not None:
        yield _OFFENCE_WORDING, worded(outcome.offence_wording, language)
    if outcome.offence is not None:
        yield _OFFENCE, concept(outcome.offence)


def _parties(outcome: Outcome, scene: Scene) -> Iterator[tuple[str, str | Value]]:
    roles = ((_BY, outcome.agency), (_AT, outcome.place), (_IN, outcome.operation))
    for predicate, entity in (*roles, *((_CONCERNS, person) for person in outcome.concerns)):
        node = scene.node(entity)
        if node is not None:
            yield predicate, node


def _times(outcome: Outcome, report: Report, language: str) -> Iterator[tuple[str, str | Value]]:
    if outcome.when_wording is not None:
        yield _WHEN, worded(outcome.when_wording, language)
    days = (
        (_NOT_BEFORE, outcome.not_before),
        (_NOT_AFTER, outcome.not_after),
        (_AS_OF, report.issued),
    )
    for predicate, when in days:
        if when is not None:
            yield predicate, day(when)
