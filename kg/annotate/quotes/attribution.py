"""Find the clause that says who spoke: before the words, after them, or in the paragraph before."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kg.annotate.draft import Draft
from kg.annotate.marks import Line, Segment
from kg.annotate.quotes.speakers import introduced, speaker_in
from kg.annotate.quotes.verbs import verb

LONGEST_REACH = 90  # characters from the verb to the words it reports
FEWEST_WORDS = 4  # without a colon: fewer are a term set apart, not speech
LONGEST_TAIL = 3  # words that may follow the verb of a clause: "DI Ito said in court today."
SPEAKER_LINE = re.compile(r"\W*[-–—]\s*(?=[A-Z])")
ENDS_REPORTING = re.compile(r"(?:\W*|.*\W)(\w+)\W{0,2}")
SIGNATURE = re.compile(r"(?:(?:[A-Z][\w.'’-]*|and|at|for|from|in|of|the|&)[ ,]*){2,14}")
WORD = re.compile(r"\w")


@dataclass(frozen=True, slots=True)
class Attribution:
    """A reporting clause; `speaker` is None where it names nobody."""

    start: int
    end: int
    speaker: int | None
    rule: str
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Saying:
    """A group of segments in its place: the lines, the words before it and after it."""

    draft: Draft
    lines: Sequence[Line]
    group: Sequence[Segment]
    floor: int  # where the words in marks before it end
    limit: int  # where those after it open
    last: Attribution | None  # of the group before it
    last_line: int = -1  # of the end of the group before it

    @property
    def first(self) -> Segment:
        return self.group[0]

    @property
    def length(self) -> int:
        """The number of words, up to the fewest that are speech."""
        words = self.draft.text[self.first.start : self.first.end].split(None, FEWEST_WORDS)
        return len(words)


def attribute(saying: Saying) -> Attribution | None:
    """The clause that reports a group of segments; the one before it where its words go on."""
    return (
        _same_clause(saying)
        or _clause_before(saying)
        or _clause_after(saying, saying.first)
        or (_clause_after(saying, saying.group[-1]) if len(saying.group) > 1 else None)
        or _signature(saying)
        or _goes_on(saying)
        or _sentence_before(saying)
        or _line_before(saying)
    )


def _clause_before(saying: Saying) -> Attribution | None:
    """`DI Ito said: "…"`, `Ms Bell described it as "…"`."""
    draft, mark = saying.draft, saying.first.start - 1
    line = saying.lines[saying.first.line]
    start = max(draft.sentences[draft.sentence_at(mark)].start, line.start, saying.floor)
    lead = draft.text[start:mark].rstrip()
    if mark <= start or not WORD.search(lead):
        return None
    if lead.endswith(":"):
        return _reported(saying, start, mark, "quotes.colon")
    reports = list(verb().finditer(lead))
    near = reports and len(lead) - reports[-1].end() <= LONGEST_REACH
    if not near or saying.length < FEWEST_WORDS:
        return None
    return _reported(saying, start, mark, "quotes.before")


def _clause_after(saying: Saying, segment: Segment) -> Attribution | None:
    """`"…," said DI Ito`, `"…," Ms Bell added`; or a short sentence of that kind."""
    if not segment.closed:
        return None
    draft, line = saying.draft, saying.lines[segment.line]
    start = segment.end + 1
    ordinal = draft.sentence_at(segment.end)
    end = min(draft.sentences[ordinal].end, line.end, saying.limit)
    if not WORD.search(draft.text, start, end) and ordinal + 1 < len(draft.sentences):
        following = draft.sentences[ordinal + 1]
        start, end = following.start, min(following.end, line.end, saying.limit)
    clause = draft.text[start:end]
    if SPEAKER_LINE.match(clause) and draft.mentions_in(start, end, "Official", "Person"):
        return _reported(saying, start, end, "quotes.dash")
    match = verb().search(clause)
    if match is None or clause.rstrip().endswith(":") or not _reports_back(clause, match):
        return None
    return _reported(saying, start, end, "quotes.after")


def _reports_back(clause: str, match: re.Match[str]) -> bool:
    """Whether the verb closes or opens its clause, and so has the words before it as object."""
    opens = not WORD.search(clause[: match.start()])
    return opens or clause[:1] == "," or len(clause[match.end() :].split()) <= LONGEST_TAIL


def _same_clause(saying: Saying) -> Attribution | None:
    """`"…," said DI Ito, "…"`: in one line, with nothing between but the clause of the first."""
    return saying.last if saying.first.line == saying.last_line and _adjoins(saying) else None


def _goes_on(saying: Saying) -> Attribution | None:
    """The clause of the paragraph before, where that ends with its words or with the clause."""
    near = saying.first.opens_line and saying.first.line == saying.last_line + 1
    long_enough = saying.length >= FEWEST_WORDS
    return saying.last if near and long_enough and _adjoins(saying) else None


def _adjoins(saying: Saying) -> bool:
    if saying.last is None:
        return False
    start = max(saying.floor, saying.last.end)
    return not WORD.search(saying.draft.text, start, saying.first.start - 1)


def _line_before(saying: Saying) -> Attribution | None:
    """`He said:` on a line of its own, a paragraph that ends so, or one about the speaker."""
    first, draft = saying.first, saying.draft
    if not first.opens_line or first.line == 0:
        return None
    line = saying.lines[first.line - 1]
    sentence = draft.sentences[draft.sentence_at(line.end - 1)]
    start = max(sentence.start, line.start, saying.floor)
    lead = draft.text[start : line.end].rstrip()
    last_word = ENDS_REPORTING.fullmatch(lead)
    reports = last_word is not None and verb().fullmatch(last_word[1])
    if reports or lead.endswith(":"):
        return _reported(saying, start, line.end, "quotes.line-before")
    return _introduced(saying, max(line.start, saying.floor), line.end)


def _sentence_before(saying: Saying) -> Attribution | None:
    """The sentence before in the same line, where that is about the speaker."""
    line = saying.lines[saying.first.line]
    mark = saying.first.start - 1
    start = max(line.start, saying.floor)
    if saying.first.opens_line or saying.draft.text[start:mark].rstrip()[-1:] not in (".", ""):
        return None
    start = max(start, saying.draft.sentences[saying.draft.sentence_at(mark - 2)].start)
    return _introduced(saying, start, mark)


def _introduced(saying: Saying, start: int, end: int) -> Attribution | None:
    speaker = introduced(saying.draft, start, end) if saying.length >= FEWEST_WORDS else None
    if speaker is None:
        return None
    return Attribution(start, end, speaker, "quotes.introduced", confidence=0.6)


def _signature(saying: Saying) -> Attribution | None:
    """A line after the words that is all rank, name and post: `"…"`, then `PC Leo Bell`."""
    last = saying.group[-1]
    if not last.closed or last.line + 1 >= len(saying.lines):
        return None
    words, line = saying.draft.text, saying.lines[last.line + 1]
    named = saying.draft.mentions_in(line.start, line.end, "Official", "Person")
    alone = not WORD.search(words, last.end, saying.lines[last.line].end)
    if len(named) != 1 or not alone or not SIGNATURE.fullmatch(words[line.start : line.end]):
        return None
    return Attribution(line.start, line.end, named[0].entity, "quotes.signature", confidence=0.8)


def _reported(saying: Saying, start: int, end: int, rule: str) -> Attribution:
    """The clause between two offsets, with whoever speaks in it."""
    last = saying.last
    previous = None if last is None else (last.end, last.speaker)
    return Attribution(start, end, speaker_in(saying.draft, start, end, previous), rule)
