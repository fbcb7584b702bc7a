"""Which mentions of people are one person: full names first, then surnames and given names alone.

Within a report a full name is one person, unless two ages are stated for it. A surname goes to the
nearest person before it who bears it; with a rank, to an official; without one, rather to somebody
who is none, as reports seldom call an officer by the bare surname.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from kg.annotate.draft import Candidate, Draft
from kg.annotate.people.spelling import is_misspelt, words_of_name
from kg.model import EntityType, ReportEntity

AGES_APART = 2  # years: a birthday may fall between two reports' sentences
RANKED = frozenset(["people.rank", "people.office"])


@dataclass(slots=True)
class Person:
    """Somebody as a report names them, and the mentions found so far."""

    number: int
    words: tuple[str, ...]
    candidates: list[tuple[int, Candidate, str]] = field(default_factory=list)

    @property
    def age(self) -> int | None:
        return next((c.age for _, c, _ in self.candidates if c.age is not None), None)

    @property
    def type(self) -> EntityType:
        officials = any(c.type == "Official" for _, c, _ in self.candidates)
        return "Official" if officials else "Person"

    def entity(self) -> ReportEntity:
        """The person under the fullest of the names, in the usual case where one is."""
        forms = [surface for _, c, surface in self.candidates if c.name is None]
        fullest = max(forms, key=lambda s: (len(s.split()), not s.isupper(), len(s)), default="")
        return ReportEntity(self.type, fullest or " ".join(self.words), age=self.age)


def people_of(draft: Draft) -> Mapping[int, Person]:
    """The person of each kept candidate that names one, by its position in `draft.kept`."""
    named = [
        (position, candidate, words_of_name(candidate.name or draft.surface(candidate)))
        for position, candidate in enumerate(draft.kept)
        if candidate.type in ("Official", "Person")
    ]
    people: list[Person] = []
    found: dict[int, Person] = {}
    for position, candidate, words in sorted(named, key=lambda n: (-len(n[2]), n[0])):
        person = _bearer(people, position, candidate, words)
        if person is None:
            person = Person(len(people), words)
            people.append(person)
        person.candidates.append((position, candidate, draft.surface(candidate)))
        found[position] = person
    return found


def _bearer(
    people: Iterable[Person], position: int, candidate: Candidate, words: tuple[str, ...]
) -> Person | None:
    """The person whom a name stands for, among those who have a fuller one."""
    if len(words) > 1:
        same = [p for p in people if _are_one(p.words, words) and _may_be_aged(p, candidate)]
        return _nearest(same, position)
    bearers = [p for p in people if words and (p.words[-1] == words[0] or p.words[0] == words[0])]
    bearers = [p for p in bearers if _may_be_aged(p, candidate)]
    return _nearest(_fitting(bearers, candidate, words[0]) if bearers else [], position)


def _fitting(bearers: list[Person], candidate: Candidate, word: str) -> list[Person]:
    """Those whom a single name may mean: by surname before given name, by rank, or by its lack."""
    surnames = [p for p in bearers if p.words[-1] == word]
    if candidate.rule in RANKED:
        officials = [p for p in surnames if p.type == "Official"]
        return officials or [p for p in surnames if p.age is None]
    bearers = surnames or bearers
    return [p for p in bearers if p.type == "Person"] or bearers


def _nearest(people: list[Person], position: int) -> Person | None:
    """The person mentioned last before a position, else first after it."""
    before: dict[int, Person] = {}
    after: dict[int, Person] = {}
    for person in people:
        for other, _, _ in person.candidates:
            (before if other < position else after)[other] = person
    if before:
        return before[max(before)]
    return after[min(after)] if after else None


def _may_be_aged(person: Person, candidate: Candidate) -> bool:
    if person.age is None or candidate.age is None:
        return True
    return abs(person.age - candidate.age) < AGES_APART


def _are_one(longer: tuple[str, ...], shorter: tuple[str, ...]) -> bool:
    """Whether two full names can be one person's: "James J. Hunt" and "James Hunt"."""
    if longer == shorter:
        return True
    if longer[-1] != shorter[-1] or len(longer) == 1:
        return False
    first, other = longer[0], shorter[0]
    if first != other and not _begins(first, other) and not is_misspelt(first, other):
        return False
    return all(_has(longer[1:-1], word) for word in shorter[1:-1])


def _begins(name: str, initial: str) -> bool:
    return len(initial) == 1 and name.startswith(initial)


def _has(words: tuple[str, ...], word: str) -> bool:
    return any(w == word or (w[0] == word[0] and 1 in (len(w), len(word))) for w in words)
