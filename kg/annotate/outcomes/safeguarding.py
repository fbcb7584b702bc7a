"""People who were safeguarded: rescued, taken to safety, referred for support."""

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
from kg.model import Comparator, Modality, Outcome, Stated

STEMS = ("safeguard", "rescue", "safety", "referral mechanism", "nrm", "freed", "into care")
AT_RISK_STEMS = ("vulnerable", "missing", "slavery", "trafficking", "exploit", "trafficked")
ANY_NUMBER = re.sub(r"\?P<\w+>", "?:", NUMBER)
NOT_OVER = (
    r"(?!(?:and|or|at|in|on|for|to|by|with|was|were|that|which|from|the|after|have|has|had|been"
    r"|officers?|arrest\w*)\b)"
)
MODIFIERS = rf"(?:{NOT_OVER}[\w’'-]+,? ){{0,6}}?"
KEPT_SAFE = (
    r"(?:safeguarded|rescued|freed|taken (?:away )?to (?:a place of )?safety|brought to safety"
    r"|referred (?:in)?to (?:the )?(?:National Referral Mechanism|NRM)|taken into care"
    r"|placed (?:in|into) care|given (?:\w+ )?safeguarding)"
)
# Who is found or helped was kept safe where the words say what from.
AT_RISK = re.compile(
    r"\b(?:vulnerable|missing|trafficked|exploited|victims? of (?:modern|human|slavery|trafficking"
    r"|(?:\w+ )?exploitation)|(?:slavery|trafficking|exploitation) victims?)\b",
    re.IGNORECASE,
)
HELPED = (
    r"(?:identified|located|found|helped|supported|recovered|assisted|protected|removed|visited"
    r"|referred)"
)
KEEPING_SAFE = r"(?:safeguard(?:ed|ing)?|rescu(?:ed|ing|e)|freed|freeing)(?: of)?"
HELP_ALONE = re.compile(rf"\b{HELPED}\b(?! (?:in)?to (?:the )?(?:National|NRM))", re.IGNORECASE)
NOT_DONE = re.compile(
    r"\b(?:will|would|could|can|cannot|may|might|should|must|not|never|if|help(?:ing)?"
    r"|working|work|aim\w*|want|hope|commit\w*|order|continue|dogs?|horses?|how) (?:to )?(?:be |also |have )*\Z",
    re.IGNORECASE,
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
    found = [k for a, b in _sentences(draft) for k in _in_sentence(draft, counted, a, b)]
    kept: list[Kept] = []
    for one in sorted(found, key=lambda k: k.start < draft.report.body_start):
        if not any(_repeats(draft, one, other) for other in kept):
            kept.append(one)
    draft.outcomes += [_outcome(draft, one) for one in kept]


def _repeats(draft: Draft, one: Kept, other: Kept) -> bool:
    if one.quantity != other.quantity:
        return False
    return one.quantity > 1 or draft.sentence_at(one.start) == draft.sentence_at(other.start)


def _sentences(draft: Draft) -> Iterator[tuple[int, int]]:
    for sentence in draft.sentences:
        text = draft.text[sentence.start : sentence.end].lower()
        if any(stem in text for stem in (*STEMS, *AT_RISK_STEMS)):
            yield sentence.start, sentence.end


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    many, one = some_of("safeguarded"), one_of("safeguarded")
    who = rf"(?:(?P<n>{ANY_NUMBER})[ -]{MODIFIERS}(?:{many})|(?P<a>an?|another) {MODIFIERS}(?:{one}))\b"
    forms = (
        rf"{who}[^.;:]{{0,60}}?\b(?:was|were|been|being) (?:also |now |all |then )*{KEPT_SAFE}",
        rf"\b{KEEPING_SAFE} (?:a total of |up to |more than |over |nearly |around |some )*{who}",
        rf"{who} (?:rescued|safeguarded)\b",
        rf"{who}[^.;:]{{0,60}}?\b(?:was|were|been|being) (?:also |now |all |then )*{HELPED}\b",
        rf"\b{HELPED} (?:a total of |up to |more than |over |nearly |around |some )*{who}"
        r"(?: of (?:\w+ ){0,3}\w+)?",
    )
    return tuple(re.compile(rf"(?<![\w£$€.,-]){form}", re.IGNORECASE) for form in forms)


def _in_sentence(
    draft: Draft, counted: dict[int, Quantity], start: int, end: int
) -> Iterator[Kept]:
    used: set[int] = set()
    for pattern in _patterns():
        for match in pattern.finditer(draft.text, start, end):
            at = match.start("n") if match["n"] else match.start("a")
            if at in used or NOT_DONE.search(
                draft.text, max(start, match.start() - 30), match.start()
            ):
                continue
            if HELP_ALONE.search(match.group()) and not AT_RISK.search(match.group()):
                continue
            quantity = counted.get(at)
            if match["n"] and quantity is None:
                continue
            used.add(at)
            suspected = re.search(
                r"\b(?:suspected|potential|alleged)\b", match.group(), re.IGNORECASE
            )
            yield Kept(
                min(match.start(), quantity.lead if quantity else at),
                match.end(),
                quantity.value if quantity else Decimal(1),
                quantity.comparator if quantity else "exactly",
                "suspected" if suspected else "stated",
            )


def _outcome(draft: Draft, kept: Kept) -> Outcome:
    outcome = Outcome(
        Stated(
            draft.sentences_of(kept.start, kept.end),
            kept.start,
            kept.end,
            "safeguarding.people",
            0.85,
        ),
        "Safeguarding",
        draft.text[kept.start : kept.end],
        quantity=kept.quantity,
        unit="people",
        comparator=kept.comparator,
        modality=kept.modality,
    )
    return told(draft, outcome, circumstances(draft, kept.start, kept.end))
