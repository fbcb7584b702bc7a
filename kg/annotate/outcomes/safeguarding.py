"""People who were kept safe: rescued, taken to safety, referred for support."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache

from kg.annotate.draft import Draft
from kg.annotate.outcomes.circumstances import circumstances, told
from kg.annotate.outcomes.numerals import NUMBER
from kg.annotate.outcomes.premises import one_of, some_of
from kg.annotate.outcomes.quantities import Quantity, quantities
from kg.annotate.outcomes.stems import sentences_with
from kg.annotate.wording import in_small_letters
from kg.model import Comparator, Modality, Outcome, Stated

CONFIDENCE = 0.85
STEMS = (
    "safeguard",
    "rescue",
    "safety",
    "referral mechanism",
    "nrm",
    "freed",
    "into care",
    "vulnerable",
    "missing",
    "slavery",
    "trafficking",
    "trafficked",
    "exploit",
)
ANY_NUMBER = re.sub(r"\?P<\w+>", "?:", NUMBER)
# No noun phrase runs on over these.
NOT_OVER = (
    r"(?!(?:and|or|at|in|on|for|to|by|with|was|were|that|which|from|the|after|have|has|had|been"
    r"|officers?|arrest\w*)\b)"
)
MODIFIERS = rf"(?:{NOT_OVER}[\w’'-]+,? ){{0,6}}?"
LEAD = r"(?:a total of |up to |more than |over |nearly |around |some )*"
WERE = r"[^.;:]{0,60}?\b(?:was|were|been|being) (?:also |now |all |then |both |\w+ly )*"
KEPT_SAFE = (
    r"(?:safeguarded|rescued|freed|taken (?:away )?to (?:a place of )?safety|brought to safety"
    r"|referred (?:in)?to (?:the )?(?:national referral mechanism|nrm)|taken into care"
    r"|placed (?:in|into) care|(?:given|offered) (?:\w+ )?safeguarding)"
)
KEEPING_SAFE = r"(?:safeguard(?:ed|ing)?|rescu(?:ed|ing|e)|freed|freeing)(?: of)?"
# Who is found or helped was kept safe where the words say what from.
HELPED = (
    r"(?:identified|located|found|helped|supported|recovered|assisted|protected|removed|visited"
    r"|referred|engaged(?: with)?)"
)
HELP_ALONE = re.compile(rf"\b{HELPED}\b(?! (?:in)?to (?:the )?(?:National|NRM))", re.IGNORECASE)
AT_RISK = re.compile(
    r"\b(?:vulnerable|missing|trafficked|exploited|victims? of (?:modern|human|slavery"
    r"|trafficking|(?:\w+ )?exploitation)|(?:slavery|trafficking|exploitation) victims?)\b",
    re.IGNORECASE,
)
NOT_DONE = re.compile(
    r"\b(?:will|would|could|can|cannot|may|might|should|must|not|never|if|help(?:ing)?|work(?:ing)?"
    r"|aim\w*|want|hope|commit\w*|order|continue|dogs?|horses?|how) (?:to )?(?:be |also |have )*\Z",
    re.IGNORECASE,
)
# Rescues that are no work of crime.
FROM_DANGER = re.compile(
    r"\b(?:sea|water|lake|loch|canal|river|bay|fire|firefighters|burning|drown\w*|bridge|cliffs?"
    r"|submerged|flood\w*|mountains?|lifeboats?|coastguard)\b",
    re.IGNORECASE,
)
SUSPECTED = re.compile(r"\b(?:suspected|potential|alleged)\b", re.IGNORECASE)
KEPT_STEMS = ("safeguard", "rescu", "freed", "freeing", "safety", "care", "mechanism", "nrm")
LONGEST_BEFORE, LONGEST_JOINED = 30, 50
AGED = r"(?: in (?:his|her|their) (?:\w+ )?\d0s|,? aged \d\d,?)?"
BEFORE = re.compile(
    r"(?<![\w-])an? (?:\d\d-year-old |[a-z]+ )?(?:woman|man|girl|boy|child|person|teenager|victim)"
    rf"{AGED} and \Z"
)


@dataclass(frozen=True, slots=True)
class Kept:
    """People kept safe, as the words tell it."""

    start: int
    end: int
    quantity: Decimal
    comparator: Comparator = "exactly"
    modality: Modality = "stated"


def find(draft: Draft) -> None:
    """Add those that the sentences tell were kept safe, each figure once."""
    counted = {q.start: q for q in quantities(draft.text) if q.unit is None}
    sentences = [draft.sentences[index] for index in sentences_with(draft, STEMS)]
    found = [k for s in sentences for k in _in_sentence(draft, counted, s.start, s.end)]
    kept: list[Kept] = []
    for one in sorted(found, key=lambda k: k.start < draft.report.body_start):
        if not any(_repeats(draft, one, other) for other in kept):
            kept.append(one)
    draft.outcomes += [_outcome(draft, one) for one in kept]


def _repeats(draft: Draft, one: Kept, other: Kept) -> bool:
    if one.quantity != other.quantity:
        return False
    return one.quantity > 1 or draft.sentence_at(one.start) == draft.sentence_at(other.start)


def _fitting(words: str) -> Iterator[tuple[re.Pattern[str], bool]]:
    """The forms of which a sentence has the words without which they tell nothing.

    With each, whether it tells of help alone, which keeps safe whom the words call at risk.
    """
    if any(stem in words for stem in KEPT_STEMS):
        yield from ((pattern, False) for pattern in _patterns(_who()[0]))
    if AT_RISK.search(words):
        yield from ((pattern, True) for pattern in _helping(_who()[0]))


@cache
def _who() -> tuple[str, re.Pattern[str]]:
    """A pattern of people who are counted, and one of those joined to others."""
    many, one = some_of("safeguarded"), one_of("safeguarded")
    who = rf"(?:(?P<n>{ANY_NUMBER})[ -]{MODIFIERS}{many}|(?P<a>an?|another|one) {MODIFIERS}{one})\b"
    return rf"(?P<who>{who})(?: of (?:\w+ ){{0,3}}?\w+)?", re.compile(rf"{AGED},? (?:and )?{who}")


@cache
def _patterns(who: str) -> tuple[re.Pattern[str], ...]:
    """The forms of words of keeping safe, for a text in small letters."""
    return _compiled(
        f"{who}{WERE}{KEPT_SAFE}",
        rf"\b{KEEPING_SAFE} {LEAD}{who}",
        rf"{who}(?: \w+ly| {HELPED} and)? (?:rescued|safeguarded)\b",
        rf"\breferred {LEAD}{who} to the (?:national referral mechanism|nrm)\b",
    )


@cache
def _helping(who: str) -> tuple[re.Pattern[str], ...]:
    """The forms of words of finding and helping."""
    return _compiled(
        rf"{who}{WERE}{HELPED}\b",
        rf"{who}[^.;:]{{0,40}}? {HELPED}(?: and (?:{HELPED}|supported)\b|\.?\Z)",
        rf"\b{HELPED} {LEAD}{who}",
    )


def _compiled(*forms: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"(?<![\w£$€.,-]){form}") for form in forms)


def _in_sentence(
    draft: Draft, counted: dict[int, Quantity], start: int, end: int
) -> Iterator[Kept]:
    used: set[int] = set()
    lower = in_small_letters(draft.text)
    for pattern, is_help in _fitting(lower[start:end]):
        for match in pattern.finditer(lower, start, end):
            at = match.start("who")
            kept = _kept(match, at, counted.get(at)) if at not in used else None
            if kept is not None and _is_told(draft.text, match, start, end, is_help=is_help):
                used.add(at)
                yield _with_others(match, kept, counted, used)


def _is_told(text: str, match: re.Match[str], start: int, end: int, *, is_help: bool) -> bool:
    lead = max(start, match.start() - LONGEST_BEFORE)
    if NOT_DONE.search(text, lead, match.start()):
        return False
    if "rescu" in match.group() and FROM_DANGER.search(text, start, end):
        return False
    alone = is_help and HELP_ALONE.search(match.group())
    return not alone or AT_RISK.search(match.group()) is not None


def _with_others(
    match: re.Match[str], kept: Kept, counted: dict[int, Quantity], used: set[int]
) -> Kept:
    """The people with those joined to them: "five men and two women were rescued" are seven."""
    end, total = match.end("who"), kept.quantity + _joined_before(match, used)
    while other := _who()[1].match(match.string, end, match.end()):
        count = counted.get(other.start("n")) if other["n"] else None
        total += count.value if count else Decimal(1)
        used.add(other.start("n") if other["n"] else other.start("a"))
        end = other.end()
    return replace(kept, quantity=total)


def _joined_before(match: re.Match[str], used: set[int]) -> Decimal:
    """How many are joined before: "a woman in her 30s and a girl were rescued"."""
    before = BEFORE.search(match.string, max(0, match.start() - LONGEST_JOINED), match.start("who"))
    if before is None or before.start() in used:
        return Decimal(0)
    used.add(before.start())
    return Decimal(1)


def _kept(match: re.Match[str], at: int, count: Quantity | None) -> Kept | None:
    """Those that a match tells of; none where its number counts nothing."""
    if match["n"] and count is None:
        return None
    return Kept(
        min(match.start(), count.lead if count else at),
        match.end(),
        count.value if count else Decimal(1),
        count.comparator if count else "exactly",
        "suspected" if SUSPECTED.search(match.group()) else "stated",
    )


def _outcome(draft: Draft, kept: Kept) -> Outcome:
    sentences = draft.sentences_of(kept.start, kept.end)
    outcome = Outcome(
        Stated(sentences, kept.start, kept.end, "safeguarding.people", CONFIDENCE),
        "Safeguarding",
        draft.text[kept.start : kept.end],
        quantity=kept.quantity,
        unit="people",
        comparator=kept.comparator,
        modality=kept.modality,
    )
    return told(draft, outcome, circumstances(draft, kept.start, kept.end))
