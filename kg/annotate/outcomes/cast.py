"""Who is who in a report's sentences: subjects joined by "and", and what pronouns refer back to."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal

from kg.annotate.coreference.referents import gender_of
from kg.annotate.draft import Draft
from kg.annotate.outcomes.around import (
    ALIAS,
    AND_OTHERS,
    FOLLOWING,
    GOVERNED,
    INDEFINITE,
    JOINS,
    LINK,
    POSSESSED,
    PREDICATE,
    TOTAL_APPOSED,
    WHO,
    YOUNG,
)
from kg.annotate.outcomes.subjects import Subject, subjects_in

GROWN = 20  # years
FURTHEST = 8  # sentences
FIRST = 6  # sentences of the body after its first
SOONEST = 5  # sentences until somebody told of is named
LONGEST_BEFORE = 60


class Cast:
    """The subjects of a draft, sentence by sentence: found once, when first asked for."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self._found: dict[int, tuple[Subject, ...]] = {}
        self._resolved: dict[tuple[int, int], Subject] = {}

    def subjects(self, sentence: int) -> tuple[Subject, ...]:
        if sentence not in self._found:
            span = self.draft.sentences[sentence]
            found = subjects_in(self.draft, span.start, span.end)
            self._found[sentence] = tuple(self._without_aliases(found))
        return self._found[sentence]

    def _without_aliases(self, found: tuple[Subject, ...]) -> Iterator[Subject]:
        """Leave out other names of the person before: "aka Rook and Castle"."""
        last: Subject | None = None
        for subject in found:
            if self._is_predicate(subject):
                continue
            if last is None or not ALIAS.match(self.draft.text, last.end, subject.start):
                last = subject
                yield subject

    def _is_predicate(self, subject: Subject) -> bool:
        """Whether it only tells what somebody is: "Smith, who was a teacher at the time"."""
        if subject.persons or not subject.is_singular or subject.is_back:
            return False
        lead = max(0, subject.start - LONGEST_BEFORE)
        return PREDICATE.search(self.draft.text, lead, subject.start) is not None

    def group(self, sentence: int, subject: Subject) -> Subject:
        """The subject with all that "and" joins to it, each read as what it refers back to."""
        chain = self._less_asides(self._less_total(self._chain_of(sentence, subject)))
        if len(chain) > 1:
            return _joined(
                [s if s.persons or not s.is_back else self.resolved(sentence, s) for s in chain]
            )
        return _joined([self.resolved(sentence, s) for s in chain])

    def _less_total(self, chain: list[Subject]) -> list[Subject]:
        """The run without the total that opens it: "three men, Smith, 31, Jones, 25, and …"."""
        total, *each = chain
        if not each or total.persons or total.ages or total.count != sum(s.count for s in each):
            return chain
        apposed = TOTAL_APPOSED.fullmatch(self.draft.text, total.end, each[0].start)
        if not (apposed or all(s.persons or s.ages for s in each)):
            return chain
        if total.gender is not None and _sexes(each) - {total.gender, None}:
            return chain
        if JOINS.search(self.draft.text, total.end, each[0].start):
            return chain
        return [replace(each[0], start=total.start), *each[1:]]

    def _less_asides(self, chain: list[Subject]) -> list[Subject]:
        """The run without what a name is described as: "Smith, a dealer and a fixer"."""
        kept, last_is_aside = chain[:1], False
        for subject in chain[1:]:
            described = bool(kept[-1].persons) and not JOINS.search(
                self.draft.text, kept[-1].end, subject.start
            )
            last_is_aside = (described or last_is_aside) and self._is_description(subject)
            if not last_is_aside:
                kept.append(subject)
        return kept

    def _is_description(self, subject: Subject) -> bool:
        if subject.persons or subject.ages or subject.gender or not subject.is_singular:
            return False
        return INDEFINITE.match(self.draft.text, subject.start) is not None

    def is_possessed(self, subject: Subject) -> bool:
        """Whether the words only tell whose: "Smith's home"."""
        return POSSESSED.match(self.draft.text, subject.end) is not None

    def is_governed(self, subject: Subject) -> bool:
        """Whether a preposition, or a deed done to them, stands before: "with", "robbed"."""
        lead = max(0, subject.start - LONGEST_BEFORE)
        return GOVERNED.search(self.draft.text, lead, subject.start) is not None

    def resolved(self, sentence: int, subject: Subject) -> Subject:
        """The subject, counted and named as the words that it refers back to."""
        if subject.persons:
            return subject
        if not subject.is_back:
            return self._introduced(sentence, subject)
        key = (subject.start, subject.end)
        if key not in self._resolved:
            self._resolved[key] = subject  # a circle ends where it began
            self._resolved[key] = self._referred(sentence, subject)
        return self._resolved[key]

    def _introduced(self, sentence: int, subject: Subject) -> Subject:
        """Read "a man", of whom a report tells first, as the one whom it then names.

        The name must be the subject of one of the next sentences, alone, and the report must
        have named nobody else before.
        """
        if not subject.is_singular:
            return subject
        opening = self.draft.sentence_at(self.draft.report.body_start) + FIRST
        named = self._next_named(sentence, subject)
        if named is not None and self._follows_newly(sentence, named):
            return (
                replace(subject, persons=named.persons) if self._agrees(subject, named) else subject
            )
        if sentence > opening:
            return subject
        if named is None or self._named_before(subject.start) - set(named.persons):
            return subject
        return replace(subject, persons=named.persons) if self._agrees(subject, named) else subject

    def _follows_newly(self, sentence: int, named: Subject) -> bool:
        """Whether the next sentence opens with a name and an age that the report had not told."""
        if not named.ages or sentence + 1 >= len(self.draft.sentences):
            return False
        opens = named.start == self.draft.sentences[sentence + 1].start
        return opens and self._named_before(named.start).isdisjoint(named.persons)

    def _next_named(self, sentence: int, subject: Subject) -> Subject | None:
        """The next subject, if it is a person alone; "the man" may stand between."""
        end = self.draft.sentences[sentence].end
        first = sentence + (WHO.match(self.draft.text, subject.end, end) is not None)
        for later in range(first, min(sentence + SOONEST, len(self.draft.sentences))):
            for candidate in self.subjects(later):
                if candidate.start <= subject.start or self._is_aside(candidate):
                    continue
                alone = len(self._chain_of(later, candidate)) == 1
                return candidate if candidate.persons and alone else None
        return None

    def _is_aside(self, subject: Subject) -> bool:
        """Whether it is nobody new, or not a subject at all."""
        if subject.is_pronoun or self.is_governed(subject) or self.is_possessed(subject):
            return True
        return subject.is_back and subject.is_singular and not subject.persons

    def _named_before(self, position: int) -> set[int]:
        start = self.draft.report.body_start
        return {m.entity for m in self.draft.mentions_in(start, position, "Person")}

    def _chain_of(self, sentence: int, subject: Subject) -> list[Subject]:
        return next(c for c in self._chains(sentence) if subject in c)

    def _referred(self, sentence: int, subject: Subject) -> Subject:
        if subject.is_singular:
            return self._one(sentence, subject)
        return self._some(sentence, subject)

    def _one(self, sentence: int, subject: Subject) -> Subject:
        aged = self._by_age(subject)
        if aged.persons:
            return aged
        for earlier, candidates in self._before(sentence, subject):
            for candidate in self._in_precedence(candidates, same=earlier == sentence):
                if self._agrees(subject, candidate):
                    found = self.resolved(earlier, candidate)
                    return replace(subject, persons=found.persons, ages=found.ages or subject.ages)
        return subject

    def _by_age(self, subject: Subject) -> Subject:
        """A person of the one age that "the 28-year-old" tells, wherever the report names them."""
        if len(subject.ages) == 1:
            for mention in self.draft.mentions:
                entity = self.draft.entities[mention.entity]
                if entity.type == "Person" and entity.age == subject.ages[0]:
                    return replace(subject, persons=(mention.entity,))
        return subject

    def _in_precedence(self, found: tuple[Subject, ...], *, same: bool) -> list[Subject]:
        """The nearest first within a sentence; of one before, its subject first."""
        ordered = list(reversed(found)) if same else list(found)
        loose = [s for s in ordered if not (self.is_governed(s) or self.is_possessed(s))]
        return loose + [s for s in ordered if s not in loose]

    def _agrees(self, subject: Subject, candidate: Subject) -> bool:
        if not candidate.is_singular:
            return False
        words = self.draft.text[subject.start : subject.end]
        if YOUNG.search(words) and any(age >= GROWN for age in candidate.ages):
            return False
        if subject.ages and not subject.is_pronoun:
            return not candidate.ages or bool(set(subject.ages) & set(candidate.ages))
        gender = candidate.gender
        if candidate.persons:
            gender = gender_of(self.draft, candidate.persons[0]) or gender
        return subject.gender is None or gender in (subject.gender, None)

    def _some(self, sentence: int, subject: Subject) -> Subject:
        if FOLLOWING.search(self.draft.text, subject.start, subject.end):
            return subject
        wanted = int(subject.count)
        names: dict[int, None] = {}
        for earlier, candidates in self._before(sentence, subject):
            group = self._plural(earlier, candidates, wanted)
            if group is not None:
                return replace(subject, count=group.count, persons=group.persons)
            names |= dict.fromkeys(p for s in candidates for p in s.persons)
            if wanted and len(names) >= wanted:
                return replace(subject, persons=self._most_told(names, wanted))
        return subject

    def _most_told(self, names: Iterable[int], wanted: int) -> tuple[int, ...]:
        """The people whom the report names most often, in the order of their entities."""
        often = Counter(m.entity for m in self.draft.mentions)
        return tuple(sorted(sorted(names, key=lambda p: (-often[p], p))[:wanted]))

    def _plural(self, sentence: int, found: tuple[Subject, ...], wanted: int) -> Subject | None:
        last = found[-1].end if found else 0
        for chain in self._chains(sentence):
            if chain[-1].end <= last:
                group = _joined([self.resolved(sentence, s) for s in chain])
                if group.count > 1 and (not wanted or group.count == wanted):
                    return group
        return None

    def _before(self, sentence: int, subject: Subject) -> Iterator[tuple[int, tuple[Subject, ...]]]:
        yield sentence, tuple(s for s in self.subjects(sentence) if s.end <= subject.start)
        for earlier in range(sentence - 1, max(-1, sentence - FURTHEST - 1), -1):
            yield earlier, self.subjects(earlier)

    def _chains(self, sentence: int) -> list[list[Subject]]:
        """The subjects in runs that are one: "Smith, 31, of Hull, and Jones"."""
        chains: list[list[Subject]] = []
        for subject in self.subjects(sentence):
            if chains and self._links(chains[-1][-1], subject):
                chains[-1].append(subject)
            else:
                chains.append([subject])
        return [part for chain in chains for part in self._proved(chain)]

    def _links(self, first: Subject, second: Subject) -> bool:
        if first.is_pronoun or second.is_pronoun:
            return False
        return LINK.match(self.draft.text, first.end, second.start) is not None

    def _proved(self, chain: list[Subject]) -> list[list[Subject]]:
        """A run is one subject only where a word joins it; commas alone set names beside names."""
        joined = JOINS.search(self.draft.text, chain[0].end, chain[-1].start)
        if len(chain) > 1 and (joined or AND_OTHERS.match(self.draft.text, chain[-1].end)):
            return [chain]
        return [[subject] for subject in chain]


def _joined(chain: list[Subject]) -> Subject:
    if len(chain) == 1 and len(chain[0].persons) <= chain[0].count:
        return chain[0]
    persons = tuple(dict.fromkeys(p for s in chain for p in s.persons))
    return replace(
        chain[0],
        end=chain[-1].end,
        count=max(sum((s.count for s in chain), Decimal(0)), Decimal(len(persons))),
        persons=persons,
        ages=tuple(a for s in chain for a in s.ages),
        gender=chain[0].gender if len({s.gender for s in chain}) == 1 else None,
        is_back=all(s.is_back for s in chain),
    )


def _sexes(subjects: Iterable[Subject]) -> set[str | None]:
    """The sexes that the words tell, where no name does."""
    return {subject.gender for subject in subjects if not subject.persons}
