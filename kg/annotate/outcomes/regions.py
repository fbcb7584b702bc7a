"""Where the things stand that a cue of seizing takes: before it, after it, in the lines below."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kg.annotate.draft import Draft
from kg.annotate.outcomes.cues import PASSIVE, Cue, passive_start, verb_of_taking
from kg.annotate.outcomes.reader import Reader
from kg.annotate.outcomes.tails import phrase_at
from kg.model import Sentence

CLAUSES = (
    r"which|who|whose|that(?! (?:(?:later )?tested positive|contain))|when|while|whilst|where"
    r"|because|although|but|then|he|she|they|we|it|was|were|has|have|had|after|before"
)
# After a semicolon a list goes on where another thing follows.
SEMICOLON = (
    r";(?! (?:and )?(?:(?:about|around|approximately|over|more than|almost|nearly) )?"
    r"(?:an?|one|two|three|several|some|cash|drugs?|\d[\d,.]*|[£$€]\S+|[a-z-]+[;,]) )"
)
OPENS = re.compile(rf"{SEMICOLON}|\b(?:{CLAUSES}|if)\b", re.IGNORECASE)
ENDS = re.compile(
    rf"{SEMICOLON}|\b(?<!\bwhat )(?:{CLAUSES}|is|are|during|following)\b", re.IGNORECASE
)
BEING = re.compile(r"being\b")
RESULTING = re.compile(r"\b(?:result(?:ed|ing) in|led to|leading to|saw|seeing)\b")
STILL_TO_COME = re.compile(r"\b(?:will|would|can|could|may|must|should) be\b", re.IGNORECASE)
COUNTED = (
    r"(?:also |more than |over |nearly |almost |around |about |approximately |just |a total of )*"
    r"(?:[\d£$€]|one |two|three|four|five|six|seven|eight|nine|ten\b|several)"
)
INCLUDING = re.compile(
    r"[,:]? (?:including|includes?|included|such as|consisting of|comprising|as (?:was|were)"
    r"|along with|alongside|together with|in addition to|as well as|plus|housing|containing)\b:? ?"
)
GOES_ON = re.compile(
    r"(?:These|This|They|It|Items|Other items|Among (?:them|these|the items)"
    r"|The (?:[\w-]+ ){0,3}?(?:total|haul|hauls|items?|seizures?|drugs|weapons|firearms|vehicles"
    r"|goods|property|cash|finds?|assets))"
    r" (?:(?:seized|recovered|found|also|was|were|\w+ed) ){0,2}?"
    r"(?:includes?|included|contained|comprised|consisted of)\b"
)
WITH = re.compile(rf",? with (?={COUNTED})")
# What follows "with" was taken by a verb of its own: "with £9,000 clawed back".
TAKEN_ITSELF = re.compile(
    r"\b(?:clawed|seized|recovered|found|arrested|reported|charged|confiscated|taken)\b"
)
AND_MORE = re.compile(
    r",? (?:and|in addition to|plus|with(?= cash| drugs| a further))"
    r" (?=(?:also |more than |over |nearly |almost |around )*"
    r"(?:an? |[\d£$€]|two|three|four|five|six|seven|eight|nine|ten|several|cash|drugs))"
)
COLON = re.compile(r"(?:(?: (?!dates?\b)[\w’'-]+){0,8}| \([^)\n]{1,40}\)): (?=\S)")
DASH = re.compile(rf"(?: [\w’'-]+){{0,5}} [-–—] (?={COUNTED})")
# "Also found was a gun", "what officers discovered was 15 plants".
INVERTED = re.compile(r"(?: (?!and\b)[\w’'-]+){0,8},? (?:was|were) ")
UNSAID = re.compile(
    r"(?:|also|items|among (?:the )?(?:items|things|drugs|haul)"
    r"|(?:[^.;]{0,80}?\b)?(?:but|and|where)? ?what (?:\w+ ){1,3})\s*",
    re.IGNORECASE,
)
# A clause set in before the verb: "two guns, which were loaded, were seized".
RELATIVE = re.compile(
    r",? (?:which|that|whose|(?:some|all|one) of which)\b(?! \w+ (?:suspected|believed|thought))"
    r"[^,.;]*, ?\Z"
)
WORTH = re.compile(r"\b(?:worth|valued?)\b")
TELLING = re.compile(r" \w+s (?:that|how|just)\b")
ACTIVE = re.compile(
    r"\b(?:officers|police|detectives|agents|investigators|they|we)(?: (?:also|then|later))? \Z",
    re.IGNORECASE,
)
LONGEST_ACTIVE = 30
OBJECT = re.compile(r" an? (?!week|month|year|day|few|short)")
INCLUDED = re.compile(r"(?: [\w’'-]+){0,4} (?:included?|includes|including|comprised|were):? ")
# "Eight vehicle seizures" are eight vehicles; "eight drug seizures" are no number of drugs.
COUNTED_SEIZURES = re.compile(
    rf"\b{COUNTED}[\w,-]* (?:\w+ )?(?:vehicle|car|bike|weapons?|firearms?|gun|knife|phone) \Z",
    re.IGNORECASE,
)
ITEMS = re.compile(r"(?:items|goods|property|assets|drugs|weapons) ", re.IGNORECASE)
HEADING = re.compile(r"(?!- )[^:.;]{1,60}")
FINITE = re.compile(r"\b(?:was|were|said|has|have|had|arrested|charged)\b")
BULLET, OF = "- ", " of "
LONGEST_LINE = 160


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch of the text in which a cue's things stand."""

    start: int
    stop: int
    embraced: bool = False  # as in "led to a gun being seized"


def regions_of(draft: Draft, reader: Reader, cue: Cue) -> Iterator[Region]:
    """The stretches in which to look for what a cue takes."""
    text, sentence = draft.text, draft.sentences[draft.sentence_at(cue.start)]
    if cue.form == "parted":
        taken = verb_of_taking(text, cue, sentence.start)
        if taken is not None:
            yield from _around_particle(reader, cue, taken, sentence)
        return
    if (inverted := _inverted(reader, cue, sentence)) is not None:
        yield Region(inverted, _clause_end(text, inverted, sentence.end))
    elif _is_taken_before(reader, cue, sentence):
        passive = passive_start(text, cue, sentence.start)
        if passive is None and STILL_TO_COME.search(text, cue.end, sentence.end):
            return
        yield _before(text, sentence.start, cue.start if passive is None else passive)
        yield from _going_on(text, cue.end, sentence.end)
    elif counted := COUNTED_SEIZURES.search(text, sentence.start, cue.start):
        yield Region(counted.start(), cue.start)
    elif cue.form != "noun":
        yield Region(cue.end, _clause_end(text, cue.end, sentence.end))
    elif text.startswith(OF, cue.end):
        yield Region(cue.end + len(OF), _clause_end(text, cue.end, sentence.end))
    elif included := INCLUDED.match(text, cue.end, sentence.end):
        yield Region(included.end(), _clause_end(text, included.end(), sentence.end))
    yield from _after_colon(text, cue.end, sentence.end)
    yield from _listed(draft, reader, cue)
    yield from _continued(draft, cue)


def _inverted(reader: Reader, cue: Cue, sentence: Sentence) -> int | None:
    """Where the subject starts that follows its verb: "also found in the loft was a gun"."""
    inverted = INVERTED.match(reader.text, cue.end, sentence.end)
    if inverted is None or not UNSAID.fullmatch(reader.text, sentence.start, cue.start):
        return None
    return inverted.end() if phrase_at(reader, inverted.end(), sentence.end) else None


def _is_taken_before(reader: Reader, cue: Cue, sentence: Sentence) -> bool:
    """Whether the thing stands before the verb: "a gun was seized", "weapons seized in raids"."""
    if cue.form != "past" or cue.row.kind in ("holds", "contains"):
        return False
    if passive_start(reader.text, cue, sentence.start) is not None:
        return True
    if TELLING.match(reader.text, cue.end, sentence.end):
        return True
    if ACTIVE.search(reader.text[max(sentence.start, cue.start - LONGEST_ACTIVE) : cue.start]):
        return False
    at = cue.end + 1
    follows = reader.text[cue.end : at] == " " and phrase_at(reader, at, sentence.end)
    return not (follows or OBJECT.match(reader.text, cue.end, sentence.end))


def _around_particle(
    reader: Reader, cue: Cue, taken: re.Match[str], sentence: Sentence
) -> Iterator[Region]:
    """What was taken "off the streets": after its verb, or before it where it is passive."""
    text = reader.text
    if phrase_at(reader, taken.end() + 1, cue.start):
        yield Region(taken.end(), cue.start)
    elif passive := PASSIVE.search(text, sentence.start, taken.start()):
        yield _before(text, sentence.start, passive.start())
    yield from _going_on(text, cue.end, sentence.end)


def _before(text: str, start: int, stop: int) -> Region:
    relative = RELATIVE.search(text, start, stop)
    if relative and not WORTH.search(relative.group()):
        stop = relative.start()
    opened = [match.end() for match in OPENS.finditer(text, start, stop)]
    opening = opened[-1] if opened else start
    embraced = BEING.match(text, stop) or RESULTING.search(text, opening, stop)
    return Region(opening, stop, embraced is not None)


def _clause_end(text: str, start: int, stop: int) -> int:
    end = ENDS.search(text, start, stop)
    return end.start() if end else stop


def _going_on(text: str, start: int, stop: int) -> Iterator[Region]:
    """What is added after the verb: "drugs were found, along with a gun"."""
    broken = OPENS.search(text, start, stop)
    end = broken.start() if broken else stop
    if including := INCLUDING.search(text, start, end):
        yield Region(including.end(), end)
    elif (beside := WITH.search(text, start, end)) and not TAKEN_ITSELF.search(text, start, end):
        yield Region(beside.end(), end)
    elif (more := AND_MORE.match(text, start, end)) and not FINITE.match(text, end):
        yield Region(more.end(), end)


def _after_colon(text: str, start: int, stop: int) -> Iterator[Region]:
    """What stands after the colon of the same line: "Seizures from his home: two phones"."""
    if colon := COLON.match(text, start, stop):
        yield Region(colon.end(), stop)
    elif dash := DASH.match(text, start, stop):
        yield Region(dash.end(), _clause_end(text, dash.end(), stop))


def _continued(draft: Draft, cue: Cue) -> Iterator[Region]:
    """The sentence that goes on with what was seized: "These included …"."""
    following = draft.sentence_at(cue.start) + 1
    if following < len(draft.sentences):
        sentence = draft.sentences[following]
        if goes_on := GOES_ON.match(draft.text, sentence.start, sentence.end):
            yield Region(goes_on.end(), _clause_end(draft.text, goes_on.end(), sentence.end))


def _listed(draft: Draft, reader: Reader, cue: Cue) -> Iterator[Region]:
    """The lines after a sentence that ends in a colon: "officers seized:"."""
    here = draft.sentence_at(cue.start)
    if not _leads_to_list(draft, cue, here):
        return
    for sentence in draft.sentences[here + 1 :]:
        if draft.text.startswith(BULLET, sentence.start):
            yield Region(sentence.start + len(BULLET), sentence.end)
        elif _is_line(draft, sentence) and phrase_at(reader, sentence.start, sentence.end):
            yield Region(sentence.start, sentence.end)
        else:
            return


def _leads_to_list(draft: Draft, cue: Cue, here: int) -> bool:
    """Whether a sentence ends in a colon, or heads a list: "Seizures during the raid"."""
    sentence = draft.sentences[here]
    if draft.text[cue.end : sentence.end].rstrip().endswith(":"):
        return True
    is_noun = cue.form == "noun" or ITEMS.fullmatch(draft.text, sentence.start, cue.start)
    heads = is_noun and HEADING.fullmatch(draft.text, sentence.start, sentence.end)
    following = draft.sentences[here + 1 : here + 2]
    return bool(heads) and any(draft.text.startswith(BULLET, line.start) for line in following)


def _is_line(draft: Draft, sentence: Sentence) -> bool:
    """Whether a sentence is a line of its own that ends like none."""
    text = draft.surface(sentence)
    return len(text) <= LONGEST_LINE and not FINITE.search(text) and text[-1] not in '.?!”"'
