"""People who were kept safe: rescued, taken to safety, referred for support."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
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
    r"|placed (?:in|into) care|given (?:\w+ )?safeguarding)"
)
KEEPING_SAFE = r"(?:safeguard(?:ed|ing)?|rescu(?:ed|ing|e)|freed|freeing)(?: of)?"
# Who is found or helped was kept safe where the words say what from.
HELPED = (
    r"(?:identified|located|found|helped|supported|recovered|assisted|protected|removed|visited"
    r"|referred)"
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
SUSPECTED = re.compile(r"\b(?:suspected|potential|alleged)\b", re.IGNORECASE)
KEPT_STEMS = ("safeguard", "rescu", "freed", "freeing", "safety", "care", "mechanism", "nrm")
HELPING = 2  # forms
LONGEST_BEFORE = 30


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


def _fitting(words: str) -> tuple[re.Pattern[str], ...]:
    """The forms of which a sentence has the words without which they tell nothing."""
    patterns = _patterns()
    kept = patterns[:-HELPING] if any(stem in words for stem in KEPT_STEMS) else ()
    return kept + (patterns[-HELPING:] if AT_RISK.search(words) else ())


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """The forms of words, for a text in small letters; the last are those of helping."""
    many, one = some_of("safeguarded"), one_of("safeguarded")
    who = rf"(?:(?P<n>{ANY_NUMBER})[ -]{MODIFIERS}{many}|(?P<a>an?|another) {MODIFIERS}{one})\b"
    forms = (
        f"{who}{WERE}{KEPT_SAFE}",
        rf"\b{KEEPING_SAFE} {LEAD}{who}",
        rf"{who} (?:rescued|safeguarded)\b",
        rf"{who}{WERE}{HELPED}\b",
        rf"\b{HELPED} {LEAD}{who}(?: of (?:\w+ ){{0,3}}\w+)?",
    )
    return tuple(re.compile(rf"(?<![\w£$€.,-]){form}") for form in forms)


def _in_sentence(
    draft: Draft, counted: dict[int, Quantity], start: int, end: int
) -> Iterator[Kept]:
    used: set[int] = set()
    lower = in_small_letters(draft.text)
    for pattern in _fitting(lower[start:end]):
        for match in pattern.finditer(lower, start, end):
            at = match.start("n") if match["n"] else match.start("a")
            kept = _kept(match, at, counted.get(at)) if at not in used else None
            if kept is not None and _is_told(draft.text, match, start):
                used.add(at)
                yield kept


def _is_told(text: str, match: re.Match[str], start: int) -> bool:
    if NOT_DONE.search(text, max(start, match.start() - LONGEST_BEFORE), match.start()):
        return False
    return not HELP_ALONE.search(match.group()) or AT_RISK.search(match.group()) is not None


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
