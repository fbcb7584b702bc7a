"""Say facts in words, for people who look at one report's annotation."""

from collections.abc import Iterator
from decimal import Decimal

from kg.model import Annotation, Claim, Outcome, PostHolding, Quotation

Fact = PostHolding | Claim | Quotation | Outcome

PREDICATES = {
    "tookPartIn": "took part in",
    "tookPlaceIn": "took place in",
    "subOrganizationOf": "is part of",
    "within": "is in",
    "livesIn": "lives in",
    "memberOf": "is a member of",
    "worksFor": "works for",
    "used": "used",
    "workedWith": "worked with",
}
ONE = {
    "addresses": "address",
    "items": "item",
    "litres": "litre",
    "months": "month",
    "people": "person",
}
COMPARATORS = {
    "exactly": "",
    "atLeast": "at least ",
    "moreThan": "more than ",
    "upTo": "up to ",
    "about": "about ",
}


def facts_of(annotation: Annotation) -> Iterator[Fact]:
    """Every fact of an annotation, by kind, each kind in text order."""
    yield from annotation.posts
    yield from annotation.claims
    yield from annotation.quotations
    yield from annotation.outcomes


def facts_in(annotation: Annotation, sentence: int) -> list[Fact]:
    """The facts whose statement begins in a sentence."""
    return [fact for fact in facts_of(annotation) if fact.stated.sentences[0] == sentence]


def say(annotation: Annotation, fact: Fact) -> str:
    """A fact in one line of words."""
    if isinstance(fact, PostHolding):
        return ", ".join(
            [*_named(annotation, fact.official), fact.title, *_named(annotation, fact.agency)]
        )
    if isinstance(fact, Claim):
        subject, object_ = annotation.entities[fact.subject], annotation.entities[fact.object]
        return f"{subject.name} {PREDICATES[fact.predicate]} {object_.name}" + _hedge(fact)
    if isinstance(fact, Quotation):
        return f"{annotation.entities[fact.speaker].name}: “{fact.text}”"
    return _say_outcome(annotation, fact)


def _say_outcome(annotation: Annotation, outcome: Outcome) -> str:
    parts = [f"{outcome.kind}: {_figure(outcome)}".rstrip(": ")]
    if outcome.value is not None:
        parts.append(f"worth {number(outcome.value)} {outcome.currency}")
    if outcome.offence_wording:
        parts.append(f"for {outcome.offence_wording}")
    for word, entity in (
        ("by", outcome.agency),
        ("in", outcome.place),
        ("during", outcome.operation),
    ):
        parts += [f"{word} {name}" for name in _named(annotation, entity)]
    if outcome.concerns:
        names = [annotation.entities[person].name for person in outcome.concerns]
        parts.append("concerning " + " and ".join(names))
    when = f" ({outcome.when_wording})" if outcome.when_wording else ""
    return ", ".join(parts) + when + _hedge(outcome)


def _figure(outcome: Outcome) -> str:
    if outcome.quantity is None:
        return " ".join(word for word in (outcome.item, outcome.unit) if word)
    figure = COMPARATORS[outcome.comparator] + number(outcome.quantity)
    return " ".join(word for word in (figure, _unit(outcome), outcome.item) if word)


def _unit(outcome: Outcome) -> str | None:
    """The unit of a figure; things that have a name need no other."""
    if outcome.unit == "items" and outcome.item:
        return None
    return ONE.get(outcome.unit or "", outcome.unit) if outcome.quantity == 1 else outcome.unit


def number(value: Decimal) -> str:
    """A figure as people write it.

    >>> number(Decimal("54000000")), number(Decimal("0.350"))
    ('54,000,000', '0.35')
    """
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _named(annotation: Annotation, entity: int | None) -> list[str]:
    return [] if entity is None else [annotation.entities[entity].name]


def _hedge(fact: Claim | Outcome) -> str:
    return "" if fact.modality == "stated" else f" [{fact.modality}]"
