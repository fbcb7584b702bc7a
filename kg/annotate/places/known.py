"""Names that the gazetteer knows, found among the capitalised words of a report."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from kg.annotate.agencies.nations import Nation
from kg.annotate.places.rules import place_words
from kg.annotate.places.runs import Word
from kg.annotate.wording import first_letters_first
from kg.gazetteer import Place, folded, listed, opens_a_town, towns
from kg.rules import load, rules_file

LONGEST = 6  # words
NEVER = ("area", "attributed", "opener", "side", "stop", "titled")  # words that name no town
SHORTEST_IN_CAPITALS = 4  # letters: shorter words in capitals are acronyms
ACRONYM = re.compile(r"[A-Z]{2,4}|(?:[A-Z]\.)+|(?:[A-Z]\.? ?)+[A-Z][a-z]+\.")


# A name with a word in small letters other than those that join names: "Eastern region"; or with
# one that opens so: "Côte d'Ivoire".
SMALL = re.compile(r" d'|(?:^|[ -])(?!(?:and|and the|de|la|of|the|on|upon)\b)[a-z]\w{2,}\b")


@dataclass(frozen=True, slots=True)
class Hit:
    """A name of the gazetteer in the text, and the capitalised words it stands among."""

    start: int
    end: int
    places: tuple[Place, ...]  # that bear the name: those of our own list first, then by population
    doubtful: bool = False  # also a word, or a person's name
    left: Word | None = None  # the capitalised word that it follows at once
    right: Word | None = None
    headline: bool = False
    part: bool = False  # "South Saltby": a part of the places that bear the name

    @property
    def is_listed(self) -> bool:
        return bool(self.places[0].names)


def find(text: str, words: list[Word]) -> Iterator[Hit]:
    """The longest known name at each capitalised word."""
    index = 0
    while index < len(words):
        hit, count = _longest(text, words, index)
        if hit is not None:
            yield hit
        index += count


def _longest(text: str, words: list[Word], first: int) -> tuple[Hit | None, int]:
    opener = _first_word(words[first].text)
    if not (opener in _openers() or opens_a_town(opener)):
        return None, 1
    last = first
    while last + 1 < len(words) and last - first < LONGEST - 1 and words[last + 1].before:
        last += 1
    for end in range(last, first - 1, -1):
        if end == first and _is_common(words[first].text):
            break
        surface = text[words[first].start : words[end].end]
        places = bearers(surface)
        if places and _is_written(surface):
            return _hit(text, words, first, end, places), end - first + 1
    return None, 1


def _hit(text: str, words: list[Word], first: int, last: int, places: tuple[Place, ...]) -> Hit:
    surface = text[words[first].start : words[last].end]
    after = words[last + 1] if last + 1 < len(words) else None
    opens = _opens_a_part(text, words, first)
    part = opens < first
    return Hit(
        words[opens].start,
        words[last].end,
        places,
        folded(surface) in _guarded(),
        words[opens - 1] if _is_joined(words, opens) else None,
        after if after and after.before == " " else None,
        words[first].headline,
        part,
    )


def _opens_a_part(text: str, words: list[Word], first: int) -> int:
    """The word at which "South Saltby" and "South Side of Saltby" open; else the name's first."""
    if first > 1 and words[first].before == " of " and words[first - 1].text in {"Side", "End"}:
        opens = first - 2
    else:
        opens = first - 1 if _is_joined(words, first) else first
    side = opens >= 0 and words[opens].text.lower() in place_words("side")
    return opens if side else first


def _is_joined(words: list[Word], index: int) -> bool:
    """Whether a capitalised word stands just before."""
    return index > 0 and words[index].before in {" ", ". "}


@lru_cache(maxsize=50_000)
def _is_common(word: str) -> bool:
    plain = word.lower()
    return plain in adjectives() or any(plain in place_words(kind) for kind in NEVER)


@cache
def adjectives() -> frozenset[str]:
    """What is said of nations alone: "Canadian" is a town, too; "Singapore" is the country."""
    rows = load(rules_file("nations"), Nation)
    return frozenset(
        adjective.lower() for row in rows for adjective in row.adjectives if adjective != row.name
    )


def _is_written(surface: str) -> bool:
    return not surface.isupper() or len(surface) >= SHORTEST_IN_CAPITALS


@lru_cache(maxsize=50_000)
def bearers(surface: str) -> tuple[Place, ...]:
    """The places that bear a name: of our own list, then towns of GeoNames, none twice."""
    name = folded(surface)
    own = _by_name().get(name, ())
    keys = {place.key for place in own}
    return (*own, *(town for town in towns(name) if town.key not in keys))


@lru_cache(maxsize=50_000)
def _first_word(word: str) -> str:
    return folded(word).partition(" ")[0]


@cache
def _by_name() -> dict[str, tuple[Place, ...]]:
    """The listed places by their names, acronyms and abbreviations left out."""
    found: dict[str, tuple[Place, ...]] = {}
    for place in listed():
        for name in place.names:
            if not ACRONYM.fullmatch(name) and not name.endswith("."):
                found[folded(name)] = (*found.get(folded(name), ()), place)
    return found


@cache
def _openers() -> frozenset[str]:
    return frozenset(name.partition(" ")[0] for name in _by_name())


@cache
def _guarded() -> frozenset[str]:
    return frozenset(folded(name) for place in listed() for name in place.guarded)


@cache
def written_exactly() -> dict[str, Place]:
    """Acronyms ("UK"), abbreviations ("Calif.") and names with a word that opens small."""
    return {
        written: place
        for place in listed()
        for name in place.names
        if ACRONYM.fullmatch(name) or name.endswith(".") or SMALL.search(name)
        for written in (name, name.replace("'", "’"))
    }


@cache
def exact_pattern() -> re.Pattern[str]:
    longest_first = sorted(written_exactly(), key=lambda name: (-len(name), name))
    names = first_letters_first(longest_first, not_after=r"\w@#/.-")
    return re.compile(rf"{names}(?![\w/]|\.\w)")
