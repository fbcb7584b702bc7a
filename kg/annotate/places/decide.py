"""Decide which known names in a report are places, by the words around them.

Each name needs points: none where it is well known in the country of the publisher, the more the
less it is, and more where it is also a word or a person's name. The words around it give points.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from kg.annotate.labels import type_of
from kg.annotate.people.rules import given_names
from kg.annotate.places import evidence
from kg.annotate.places.known import Hit
from kg.annotate.places.rules import place_words
from kg.annotate.places.runs import Word

CLEAR = 2  # points that make a name a place wherever else the report has it
LARGE_AT_HOME = {"GB": 5_000, "IE": 5_000}  # people
LARGE_IN_ANY_HOME = 50_000
MIDDLING_ABROAD = 50_000
LARGE_ABROAD = 400_000
WORLD_CITY = 1_500_000
NAME_GOES_ON = re.compile(r"\s[A-Z][a-z]")
YEAR = re.compile(r",?(?: of)? (?:19|20)\d\d\b")  # after a month
CONTAINERS = frozenset(["country", "county", "region", "state"])


@dataclass(frozen=True, slots=True)
class Setting:
    """What decides alike for all names of a report."""

    text: str
    country: str | None  # of the publisher
    surnames: frozenset[str]
    labels: dict[int, tuple[int, str]]  # start of a span of the model: its end and label
    fixed: frozenset[int]  # ends of streets and buildings, which towns follow
    containers: frozenset[int]  # starts of names of countries, states, counties

    def label(self, start: int, end: int) -> str:
        """What the model calls a span that it starts there, at least as long."""
        until, label = self.labels.get(start, (0, ""))
        return label if until >= end else ""


@dataclass(frozen=True, slots=True)
class Decision:
    hit: Hit
    surface: str
    points: int  # for its being a place
    needed: int
    against: str | None = None  # why it is no place whatever the points

    @property
    def holds(self) -> bool:
        return self.against is None and self.points >= self.needed


def decide(hits: list[Hit], setting: Setting) -> list[Decision]:
    """A decision for each hit; its neighbours in a list, and its like elsewhere, lend it points."""
    decisions = [_alone(hit, setting) for hit in hits]
    decisions = list(_in_lists(decisions, setting.text))
    clear = {d.surface for d in decisions if d.holds and d.points >= CLEAR}
    return [_like_others(decision, clear, setting) for decision in decisions]


def _alone(hit: Hit, setting: Setting) -> Decision:
    surface = setting.text[hit.start : hit.end]
    return Decision(
        hit,
        surface,
        _points(hit, setting),
        _needed(hit, surface, setting),
        _against(hit, setting),
    )


def _in_lists(decisions: list[Decision], text: str) -> Iterator[Decision]:
    for index, decision in enumerate(decisions):
        if decision.holds:
            yield decision
            continue
        before = decisions[index - 1] if index else None
        after = decisions[index + 1] if index + 1 < len(decisions) else None
        beside = int(before is not None and before.holds and _listed(text, before, decision))
        beside += int(after is not None and after.holds and _listed(text, decision, after))
        yield replace(decision, points=decision.points + beside)


def _listed(text: str, first: Decision, second: Decision) -> bool:
    return text[first.hit.end : second.hit.start] in evidence.LIST


def _like_others(decision: Decision, clear: set[str], setting: Setting) -> Decision:
    if decision.holds or decision.surface not in clear or decision.surface in setting.surnames:
        return decision
    return replace(decision, points=decision.points + CLEAR)


def _needed(hit: Hit, surface: str, setting: Setting) -> int:
    word = surface.lower()
    if word in place_words("calendar"):
        return 4
    best = hit.places[0]
    known = bool(best.names) and not hit.doubtful
    needed = 0 if best.names else min(_rarity(p.country, p.population, setting) for p in hit.places)
    if hit.doubtful or word in place_words("doubtful"):
        needed += 2
    if surface in setting.surnames:
        needed += 2
    elif not known and word in given_names():
        owns = setting.text.startswith(("'s ", "’s "), hit.end)  # "in Nathan's car"
        needed += 2 if owns else 1 if needed <= 1 else 0
    if hit.headline and not known and best.population < MIDDLING_ABROAD:
        needed += 1
    return needed


def _rarity(country: str | None, population: int, setting: Setting) -> int:
    if country == (setting.country or "GB"):
        large = LARGE_AT_HOME.get(country or "", LARGE_IN_ANY_HOME)
        if population >= large or (country == "GB" and population == 0):
            return 0
        return 1 if country in LARGE_AT_HOME else 2
    if population >= LARGE_ABROAD:
        return 0 if population >= WORLD_CITY else 1
    return 2 if population >= MIDDLING_ABROAD else 3


def _points(hit: Hit, setting: Setting) -> int:
    text = setting.text
    points = 0
    if evidence.is_locative(text, hit.start) or evidence.is_part_of(text, hit.start):
        points += 2
    elif evidence.is_loose(text, hit.start):
        points += 1
    if evidence.is_attributed(text, hit.end) or evidence.is_area(text, hit.end):
        points += 2
    if evidence.follows(text, hit.start, setting.fixed):
        points += 2
    if evidence.leads_to(text, hit.end, setting.containers):
        points += 2
    if evidence.is_dateline(text, hit.start, hit.end):
        points += 3
    if type_of(setting.label(hit.start, hit.end)) == "Place":
        points += 1
    return points


def _against(hit: Hit, setting: Setting) -> str | None:
    return _names_more(hit, setting) or _beside_capitals(hit, setting)


def _names_more(hit: Hit, setting: Setting) -> str | None:
    """What it is a part or the short form of, or names besides."""
    surface = setting.text[hit.start : hit.end].lower()
    if surface in place_words("calendar") and YEAR.match(setting.text, hit.end):
        return "names a month"
    if evidence.is_elliptical(setting.text, hit.end):
        return "stands for a body named after it"
    if evidence.is_court_district(setting.text, hit.start):
        return "stands in the name of a court's district"
    return "opens a longer name of a place" if _is_opening(hit, setting) else None


def _beside_capitals(hit: Hit, setting: Setting) -> str | None:
    if hit.headline:
        return "names a body" if hit.right is not None and _names_a_body(hit.right) else None
    if hit.left is not None and not _opens(hit.left):
        return "follows a capitalised word"
    if hit.right is not None and not _starts_anew(hit, setting):
        return "goes on to a capitalised word"
    return None


def _is_opening(hit: Hit, setting: Setting) -> bool:
    """Whether the model's place goes on to another word; "N16" after "London" is none."""
    end, label = setting.labels.get(hit.start, (0, ""))
    return type_of(label) == "Place" and bool(NAME_GOES_ON.match(setting.text, hit.end, end))


def _opens(word: Word) -> bool:
    return word.text.lower() in place_words("opener")


def _names_a_body(word: Word) -> bool:
    """Whether "Saltby Police" or "Saltby Attorney" is meant; "Saltby Man" is not of this kind."""
    plain = word.text.lower()
    return plain not in place_words("attributed") and (
        plain in place_words("stop") or plain in place_words("titled")
    )


def _starts_anew(hit: Hit, setting: Setting) -> bool:
    """Whether the next word is of another name: an acronym, or a person after "for Kent"."""
    if hit.right is None or hit.right.text.isupper():
        return True
    word = hit.right.text.lower()
    person = word in given_names() or word in place_words("titled")
    return person and evidence.is_led_to(setting.text, hit.start)


def surnames(words: list[Word]) -> Iterator[str]:
    """The words that follow a given name or a rank at once."""
    for first, second in pairwise(words):
        if second.before in {" ", ". "} and not second.headline:
            plain = first.text.lower()
            if plain in given_names() or plain in place_words("titled"):
                yield second.text
