"""Searches: warrants executed, addresses searched and raided, people stopped and searched."""

from collections.abc import Iterator
from decimal import Decimal

from kg.annotate.draft import Draft
from kg.annotate.outcomes.cast import Cast
from kg.annotate.outcomes.circumstances import circumstances, told
from kg.annotate.outcomes.counted_searches import counted_searches
from kg.annotate.outcomes.person_searches import person_searches
from kg.annotate.outcomes.quantities import quantities
from kg.annotate.outcomes.repeats import end_of_lead, is_rounding
from kg.annotate.outcomes.search_words import ARREST_WARRANTS, NOT_POLICE, PEOPLE, STEMS, Search
from kg.annotate.outcomes.single_searches import single_searches
from kg.annotate.outcomes.stems import sentences_with
from kg.annotate.outcomes.when import When
from kg.annotate.wording import in_small_letters
from kg.model import Outcome, Stated

CONFIDENCE = 0.85


def find(draft: Draft) -> None:
    """Add the searches that the sentences tell of, each figure once."""
    found = list(_searches(draft))
    if "arrest warrant" in in_small_letters(draft.text):
        others = _arrest_warrants(draft)
        found = [s for s in found if not s.definite and s.quantity not in others]
    draft.outcomes += [
        _outcome(draft, s) for s in _less_repeats(draft, found, end_of_lead(draft, 1))
    ]


def _arrest_warrants(draft: Draft) -> set[Decimal]:
    """How many warrants for an arrest there were: they are no searches where told again."""
    counts = (q for q in quantities(draft.text) if q.unit is None and q.value > 1)
    return {q.value for q in counts if ARREST_WARRANTS.match(draft.text, q.end)}


def _searches(draft: Draft) -> Iterator[Search]:
    counts = [q for q in quantities(draft.text) if q.unit is None]
    lower, cast = in_small_letters(draft.text), Cast(draft)
    for index in sentences_with(draft, STEMS):
        start, end = draft.sentences[index].start, draft.sentences[index].end
        if NOT_POLICE.search(lower[start:end]):
            continue
        here = [q for q in counts if start <= q.lead < end]
        counted = counted_searches(draft, here, start, end)
        yield from counted or single_searches(draft, cast, start, end)
        if "search" in lower[start:end]:
            yield from person_searches(draft, cast, index)


def _less_repeats(draft: Draft, found: list[Search], lead: int) -> list[Search]:
    """Each figure once; one search among counted ones only if it has a place of its own."""
    kept: list[Search] = []
    for search in sorted(found, key=lambda s: _precedence(s, lead)):
        same = [s for s in kept if s.unit == search.unit]
        weak = search.definite or (search.quantity == 1 and search.start < lead)
        if not (same and weak) and not any(_repeats(draft, search, other) for other in same):
            kept.append(search)
    return kept


def _repeats(draft: Draft, search: Search, other: Search) -> bool:
    same_place = search.place is None or search.place == other.place
    if search.quantity == 1 and search.unit == PEOPLE and search.concerns:
        return search.concerns == other.concerns
    if search.quantity == 1:
        return same_place and not _is_another(draft, search, other)
    same = search.quantity == other.quantity
    if other.comparator == "exactly":
        same = same or is_rounding(search.quantity, search.comparator, other.quantity)
    return same and (same_place or other.place is None)


def _is_another(draft: Draft, search: Search, other: Search) -> bool:
    """Whether a search is told of somebody else's home, or of another day."""
    if search.concerns and other.concerns and set(search.concerns).isdisjoint(other.concerns):
        return True
    when, then = (circumstances(draft, s.start, s.end).when for s in (search, other))
    if when is None or then is None:
        return False
    return _is_before(when, then) or _is_before(then, when)


def _is_before(when: When, then: When) -> bool:
    if when.not_after is None or then.not_before is None:
        return False
    return when.not_after < then.not_before


def _precedence(search: Search, lead: int) -> tuple[bool, bool, bool, bool, int]:
    single = search.quantity == 1
    placeless = single and (search.start < lead or search.place is None)
    is_rounded = search.comparator != "exactly"
    return (search.definite, single, placeless, is_rounded, search.start)


def _outcome(draft: Draft, search: Search) -> Outcome:
    outcome = Outcome(
        Stated(
            draft.sentences_of(search.start, search.end),
            search.start,
            search.end,
            search.rule,
            CONFIDENCE,
        ),
        "Search",
        draft.text[search.start : search.end],
        quantity=search.quantity,
        unit=search.unit,
        comparator=search.comparator,
        place=search.place,
        concerns=search.concerns,
    )
    return told(draft, outcome, circumstances(draft, search.start, search.end))
