"""A sentence that tells of a case, and whom its verbs are about: subject before, object after."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from kg.annotate.draft import Draft
from kg.annotate.outcomes.around import WHO
from kg.annotate.outcomes.cast import Cast
from kg.annotate.outcomes.numerals import NUMBER, value_of
from kg.annotate.outcomes.subjects import Subject
from kg.model import Comparator, OutcomeKind

ADVERBS = (
    r"(?:(?:also|all|both|each|then|now|later|since|first|today|yesterday|together|again|this week"
    r"|last week|\w+ly|\([^)]{1,30}\)),? )*"
)
PASSIVE = re.compile(
    rf"\b(?:was|were|been|being|is|are|be|gets?|got|as)(?: (?:being|been))? {ADVERBS}"
    rf"(?:\w+ed and {ADVERBS})?\Z",
    re.IGNORECASE,
)
UNDONE = re.compile(
    r"\b(?:will|would|could|can|cannot|may|might|should|must|not|never|n[’']t|if|until|unless"
    r"|(?<!went on )to|without|avoid|faces?|facing|risk|likely|wanted|ever|before(?= being))"
    rf"(?: (?:also|then|be|have|have been|been|being|ever|yet|yet been|are|is|get))* {ADVERBS}\Z",
    re.IGNORECASE,
)
NOBODY = re.compile(
    r"\b(?:no[ -]?one|nobody|none|if|anyone|anybody|whether)\b[^,;.]*\Z", re.IGNORECASE
)
ADJECTIVE = re.compile(
    r"(?:['’]s|\b(?:the|his|her|their|its|an?|of|any|another|other|every)) (?:\w+ly )?\Z",
    re.IGNORECASE,
)
BEFORE_OBJECT = re.compile(
    r"\s*(?:and (?:\w+ )?(?:charged|detained|interviewed|jailed|sentenced) )?"
    r"(?:(?:a total of|a further|a|an|up to|more than|over|nearly|almost|around|about|at least|some"
    r"|as many as|approximately|another|other|suspected|alleged|suspect|today|yesterday"
    r"|\([^)]{1,30}\)|two brothers|brothers|father and son|ringleader|drug dealers?"
    r"|mr|mrs|ms|defendants?|the)[,:]? ?)*\Z",
    re.IGNORECASE,
)
# Before a name more may stand, but no word that opens a clause of its own.
DESCRIBING = re.compile(
    r"[\s,]*(?:(?!(?:who|whom|that|which|was|were|has|had|in|at|by|after|for|with|as|on|following"
    r"|of|to"
    r"|when|where)\b)[\w'’,-]+ ){0,6}\Z",
    re.IGNORECASE,
)
TO_NAMES = re.compile(
    r"\w+[^.;]{0,240}?(?:: ?| (?:are|were|is|was):? )(?:(?:Mr|Mrs|Ms|Miss|[\w-]+ year[- ]old) )?\Z",
    re.IGNORECASE,
)
# Who is one of those counted: "Smith is among the 15 people arrested".
MEMBER = re.compile(r"\b(?:is|was|are|were|became) (?:also )?(?:among|one of) (?:the |those )?\Z")
MANY = re.compile(rf"\b(?:were|are|have)(?: (?:been|being))? {ADVERBS}(?:been {ADVERBS})?\Z")
# A number that stands for people by itself: "arrested 43 people and charged 11 over the month".
BARE = re.compile(
    rf" (?:a (?:total of|further) |another |more than |over |up to )?(?!(?:19|20)\d\d\b){NUMBER}"
    r"(?= (?:over|in(?! (?:his|her|their)\b)|during|since|so far|this|with|to date|others|more)\b"
    r"|[.,;](?!\d)|\Z)",
    re.IGNORECASE,
)
CLAUSE_END = re.compile(r",?[^,;:]{0,90}\b(?:has|was|is|will be)\b[^,;:]{0,30}\Z")
BESIDE = re.compile(r"(?:[\s,(]|\d\d|aged|who|that|been|was|were|being|of|them|suspected)*\Z")
LONGEST_BEFORE = 70
LONGEST_OBJECT = 60
NEAR_START = 14


@dataclass(frozen=True, slots=True)
class Told:
    """What one verb of a sentence tells of a case, before repeats are dropped."""

    kind: OutcomeKind
    rule: str
    sentence: int
    start: int  # of the words that tell it
    end: int
    subject: Subject
    quantity: Decimal | None
    unit: str = "people"
    comparator: Comparator = "exactly"
    offence: str | None = None  # as written
    place: int | None = None
    places: tuple[int, ...] = ()  # with those it was done in together
    agency: int | None = None
    is_active: bool = False  # the doer stands before the verb
    is_weak: bool = False  # only mentioned: "his arrest"
    is_further: bool = False  # told as more than what was told before: "a further two"
    is_also: bool = False  # "was also charged"


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence with the cast of its report."""

    draft: Draft
    cast: Cast
    sentence: int
    start: int
    end: int

    @property
    def subjects(self) -> tuple[Subject, ...]:
        return self.cast.subjects(self.sentence)

    def group(self, subject: Subject) -> Subject:
        return self.cast.group(self.sentence, subject)

    def before(self, position: int) -> str:
        return self.draft.text[max(self.start, position - LONGEST_BEFORE) : position]

    def is_told(self, verb: int) -> bool:
        """Whether what stands before a verb leaves it told as done: no plan, no denial."""
        before = self.before(verb)
        return UNDONE.search(before) is None and NOBODY.search(before) is None

    def is_passive(self, verb: int) -> bool:
        return PASSIVE.search(self.before(verb)) is not None

    def object_at(self, position: int) -> Subject | None:
        """Who stands right after an active verb, with all that "and" joins."""
        if bare := BARE.match(self.draft.text, position, self.end):
            return Subject(bare.start(), bare.end(), value_of(bare))
        for subject in self.subjects:
            if subject.start >= position:
                before = DESCRIBING if subject.persons else BEFORE_OBJECT
                near = subject.start - position <= LONGEST_OBJECT
                if near and before.match(self.draft.text, position, subject.start):
                    return self.group(subject)
                return None
        return None

    def subject_of(self, verb: int) -> Subject | None:
        """Whom a passive verb is about: before it, or named after: "Those charged are: …"."""
        subject = self._before_verb(verb)
        if subject is not None and subject.persons:
            return subject
        return self._named_after(verb) or subject

    def _named_after(self, verb: int) -> Subject | None:
        for subject in self.subjects:
            if subject.start > verb and subject.persons:
                leads = TO_NAMES.match(self.draft.text, verb, subject.start)
                return self.group(subject) if leads else None
        return None

    def _before_verb(self, verb: int) -> Subject | None:
        """The nearest before that nothing governs, of "were" and "have" the nearest of several."""
        candidates = self._ungoverned(verb)
        nearest = next(candidates, None)
        if nearest is None:
            return self._told_of_before(verb)
        if (doer := self._doer_before(nearest, verb)) is not None:
            return doer
        if nearest.is_singular and MANY.search(self.before(verb)):
            return next((s for s in candidates if not s.is_singular), nearest)
        return nearest

    def _doer_before(self, nearest: Subject, verb: int) -> Subject | None:
        """Whoever did what the nearest suffered: "a man who hit Smith has been jailed"."""
        text = self.draft.text
        if nearest.is_pronoun or not CLAUSE_END.match(text, nearest.end, verb):
            return None
        for subject in self.subjects:
            if subject.end >= nearest.start:
                return None
            if subject.is_singular and WHO.match(text, subject.end, nearest.start):
                return self.group(subject)
        return None

    def _ungoverned(self, verb: int) -> Iterator[Subject]:
        """Those before a verb whom nothing governs, the nearest first, and then the governed."""
        governed: list[Subject] = []
        for subject in reversed([s for s in self.subjects if s.end <= verb]):
            if self.cast.is_possessed(subject):
                continue
            beside = BESIDE.match(self.draft.text, subject.end, verb)
            if beside or not self.cast.is_governed(self._first_of(subject)):
                yield self._with_member(self.group(subject))
            else:
                governed.append(subject)
        yield from (self.group(subject) for subject in governed)

    def _with_member(self, subject: Subject) -> Subject:
        """Those counted, with the one whom the sentence names as one of them."""
        if subject.persons or not MEMBER.search(self.before(subject.start)):
            return subject
        named = [s for s in self.subjects if s.end <= subject.start]
        who = self.group(named[-1]) if named else subject
        return replace(subject, persons=who.persons) if who.is_singular else subject

    def _first_of(self, subject: Subject) -> Subject:
        """The subject that opens the run in which this one stands."""
        chain = self.group(subject)
        return next((s for s in self.subjects if s.start == chain.start), subject)

    def _told_of_before(self, verb: int) -> Subject | None:
        """Whom the sentence before names, for one that opens with its verb: "Jailed for …"."""
        if verb - self.start > NEAR_START or self.sentence == 0:
            return None
        earlier = self.cast.subjects(self.sentence - 1)
        named = [s for s in earlier if s.persons]
        return self.cast.group(self.sentence - 1, named[0]) if named else None
