"""Collect a finished draft into an `Annotation`: ordered, without entities that nothing names."""

from dataclasses import replace
from typing import TypeVar

from kg.annotate.draft import Draft
from kg.model import Annotation, Claim, Mention, Outcome, PostHolding, Quotation

Fact = TypeVar("Fact", PostHolding, Claim, Quotation, Outcome)


def collect(draft: Draft) -> Annotation:
    """The annotation of a draft: entities numbered by first mention, facts in text order."""
    number = _numbering(draft)
    renumber = {old: new for new, old in enumerate(number)}

    def at(entity: int | None) -> int | None:
        return None if entity is None else renumber[entity]

    return Annotation(
        report=draft.report,
        sentences=tuple(draft.sentences),
        mentions=tuple(_of(m, renumber[m.entity]) for m in sorted(draft.mentions, key=_start)),
        entities=tuple(draft.entities[old] for old in number),
        posts=_in_order(
            [replace(p, official=renumber[p.official], agency=at(p.agency)) for p in draft.posts]
        ),
        claims=_in_order(
            [
                replace(c, subject=renumber[c.subject], object=renumber[c.object])
                for c in draft.claims
            ]
        ),
        quotations=_in_order(
            [
                replace(q, speaker=renumber[q.speaker], on_behalf_of=at(q.on_behalf_of))
                for q in draft.quotations
            ]
        ),
        outcomes=_in_order(
            [
                replace(
                    o,
                    agency=at(o.agency),
                    place=at(o.place),
                    operation=at(o.operation),
                    concerns=tuple(renumber[p] for p in o.concerns),
                )
                for o in draft.outcomes
            ]
        ),
        rejections=tuple(sorted(draft.rejections, key=lambda r: (r.start, r.end, r.rule))),
        publisher_entity=at(draft.publisher_entity),
    )


def _numbering(draft: Draft) -> list[int]:
    """The entities that anything names or any fact uses, by first mention, then by index."""
    used = {m.entity: m.start for m in sorted(draft.mentions, key=_start, reverse=True)}
    unnamed: set[int] = set()
    for post in draft.posts:
        unnamed |= {post.official} | _some(post.agency)
    for claim in draft.claims:
        unnamed |= {claim.subject, claim.object}
    for quotation in draft.quotations:
        unnamed |= {quotation.speaker} | _some(quotation.on_behalf_of)
    for outcome in draft.outcomes:
        unnamed |= set(outcome.concerns) | _some(outcome.agency)
        unnamed |= _some(outcome.place) | _some(outcome.operation)
    unnamed |= _some(draft.publisher_entity)
    return [*sorted(used, key=lambda e: (used[e], e)), *sorted(unnamed - used.keys())]


def _some(entity: int | None) -> set[int]:
    return set() if entity is None else {entity}


def _of(mention: Mention, entity: int) -> Mention:
    """The mention of an entity under its number, which mostly stays."""
    return mention if mention.entity == entity else replace(mention, entity=entity)


def _start(mention: Mention) -> tuple[int, int]:
    return (mention.start, mention.end)


def _in_order(facts: list[Fact]) -> tuple[Fact, ...]:
    return tuple(sorted(facts, key=lambda f: (f.stated.start, f.stated.end, f.stated.rule)))
