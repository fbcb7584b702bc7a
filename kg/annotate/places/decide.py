"""Decide which known names in a report are places, by the words around them."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.annotate.people.rules import given_names
from kg.annotate.places import evidence
from kg.annotate.places.known import Hit
from kg.annotate.places.rules import place_words
from kg.annotate.places.runs import Word

LARGE_AT_HOME = 5_000  # people
LARGE_ABROAD = 400_000
MIDDLING_ABROAD = 50_000


@dataclass(frozen=True, slots=True)
class Setting:
    """What decides alike for all names of a report."""

    text: str
    country: str | None  # of the publisher
    surnames: frozenset[str]
    labels: dict[int, tuple[int, str]]  # start of a span of the model: its end and label
    fixed: frozenset[int]  # ends of streets and buildings, which towns follow


@dataclass(frozen=True, slots=True)
class Decision:
    hit: Hit
    points: int  # for its being a place
    needed: int
    against: str | None = None  # why it is no place whatever the points

    @property
    def holds(self) -> bool:
        return self.against is None and self.points >= self.needed


def decide(hits: list[Hit], setting: Setting) -> list[Decision]:
    """A decision for each hit; a name that holds by itself somewhere lends that to its others."""
    first = [_alone(hit, setting) for hit in hits]
    strong = {setting.text[d.hit.start : d.hit.end] for d in first if d.holds and d.points >= 2}
    return [_with_others(d, strong, setting) for d in first]


def _with_others(decision: Decision, strong: set[str], setting: Setting) -> Decision:
    surface = setting.text[decision.hit.start : decision.hit.end]
    if decision.holds or surface not in strong or decision.against:
        return decision
    if surface in setting.surnames:
        return decision
    return Decision(decision.hit, decision.points + 2, decision.needed)


def _alone(hit: Hit, setting: Setting) -> Decision:
    return Decision(hit, _points(hit, setting), _needed(hit, setting), _against(hit, setting))


def _needed(hit: Hit, setting: Setting) -> int:
    """How many points a name needs: none where it is well known, the more the less it is."""
    surface = setting.text[hit.start : hit.end]
    doubtful = hit.doubtful or surface.lower() in place_words("doubtful")
    surname = surface in setting.surnames or surface.lower() in given_names()
    best = hit.places[0]
    if best.names and not hit.doubtful:
        base = 0
    else:
        base = min(_rarity(place.country, place.population, setting) for place in hit.places)
    return base + (2 if doubtful else 0) + (1 if surname else 0)


def _rarity(country: str | None, population: int, setting: Setting) -> int:
    if country == setting.country or (setting.country is None and country == "GB"):
        return 0 if population >= LARGE_AT_HOME or (country == "GB" and population == 0) else 1
    if population >= LARGE_ABROAD:
        return 0
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
    if any(hit.start - end in {1, 2, 4} for end in setting.fixed if 0 < hit.start - end < 5):
        points += 2
    end, label = setting.labels.get(hit.start, (0, ""))
    if label in {"GPE", "LOC", "FAC"} and end >= hit.end:
        points += 1
    return points


def _against(hit: Hit, setting: Setting) -> str | None:
    if hit.headline:
        return None
    if hit.left is not None and not _opens(hit.left):
        return "follows a capitalised word"
    if hit.right is not None:
        return "goes on to a capitalised word"
    return None


def _opens(word: Word) -> bool:
    return word.text.lower() in place_words("opener")


def surnames(words: list[Word]) -> Iterator[str]:
    """The words that follow a given name or a rank at once."""
    for first, second in zip(words, words[1:], strict=False):
        if second.before in {" ", ". "} and not second.headline:
            plain = first.text.lower()
            if plain in given_names() or plain in place_words("titled"):
                yield second.text
