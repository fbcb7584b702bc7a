"""Terms of imprisonment in a sentence, and what each hangs on: "to nine years", "18 months' jail".

A length of time is a term only where a word of sentencing leads to it, or imprisonment follows it;
bans, licence periods, maxima and what was suspended "for two years" are not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from kg.annotate.outcomes.numerals import NUMBER, value_of
from kg.annotate.outcomes.quantities import MONTHS, TERMS, Quantity, quantities
from kg.annotate.wording import in_small_letters
from kg.model import Comparator

VERB = re.compile(
    r"\b(?:jailed|jailing|imprisoned|sentenced|sentencing|sentences?|locked up|incarcerated|caged"
    r"|given"
    r"|handed"
    r"|received|receives|receive|got|gets|ordered to (?:serve|spend)|serving|serve|sent to prison"
    r"|sent to jail|sent down|put away|behind bars|imposed|(?:custodial|jail|prison) terms?"
    r"|imprisonment (?:of|for|totalling)|prison (?:for|sentences?)|jail for|custody for|prison time"
    r"|detained|(?:will|must)(?: now| each| both)? spend"
    r"|(?:start|began|begin|begun)(?:s|ning|ing|ed)?"
    r"(?= an? (?:[\w-]+ ){1,4}(?:sentence|term|stretch|behind|in prison|in jail)))\b",
    re.IGNORECASE,
)
# What turns a length of time after a verb of sentencing into something else.
OTHERWISE = re.compile(
    r"\b(?:disqualif\w+|bann?(?:ed)?|licen[cs]e|orders?|orders|register|maximum|minimum|faces?"
    r"|facing|up to|could|would"
    r"|might|can|probation|supervised|supervision|unpaid|suspended for|suspended|ago|eligible"
    r"|parole|restraining|registration|community|curfew|programme|rehabilitation|guidelines"
    r"|recommend\w*|sought|asked|requested|spanned|after spending|deferred|released?|remand"
    r"|awaiting|period of|over the (?:past|last)|rang(?:ed|ing))\b",
    re.IGNORECASE,
)
IN_PRISON = re.compile(
    r"['’]?s?,? ?(?:-?\s?(?:long )?)?(?:\(?(?:in|of|behind|and)? ?(?:a |an |the "
    r"|an? \w+ )?(?:\w+ (?:in )?)?"
    r"(?:prison|jail|imprison\w*|custod\w+|bars|detention|young offend\w+|youth detention"
    r"|youth custody|sentences?|jail terms?|incarceration|penitentiary|suspended sentence|stretch"
    r"|confinement|yoi|youth offend\w+)|inside\b)",
    re.IGNORECASE,
)
NOT_PRISON = re.compile(
    r"['’]?s?,? ?-?(?:(?:additional|extended|further) )?(?:community|referral|bans?\b"
    r"|driving|disqualif\w+|(?:on |of )?(?:an )?(?:extended )?licen[cs]e|probation|supervis\w+"
    r"|conditional|restraining|curfew|rehabilitation|orders?\b|court order|criminal behaviour"
    r"|old\b|ago\b|investigation|operation|period|later\b|earlier\b|campaign|unpaid"
    r"|of (?:probation|supervis\w+|community|experience|hard work|work)"
    r"|sexual harm|post-release|on (?:the )?(?:sex|probation)|to \w+ing|(?:of )?(?:\w+ )?service)",
    re.IGNORECASE,
)
LEADS = re.compile(
    r"(?:\b(?:to|for|of|a|an|another|extra|additional|his|her|their|serve|spend|received?|receives|given|got|handed"
    r"|just"
    r"|total|totall?(?:ing|ed)"
    r"|combined|exactly|sentences?|jailed|sentenced|further|be|and|received a|terms?)"
    r"|[:–—(,-])"
    r"[\s(]*\Z",
    re.IGNORECASE,
)
LIFE = re.compile(
    r"\b(?:(?:jailed|imprisoned|sentenced|prison|jail|locked up|detained|bars|custody"
    r"|detention) (?:\w+ ){0,8}?"
    r"(?:for|to)(?: the rest of (?:his|her|their))? (?P<life>life)\b(?! (?:in|of) )"
    r"|(?P<term>life (?:imprisonment|sentences?|in (?:prison|jail)|behind bars|terms?))"
    r"|(?:given|handed|received|receives) (?:a )?(?P<given>life(?:time)?)\b(?![- ](?:chang|threat"
    r"|alter|limit|sav|long|lesson|insur|support))"
    r"|(?P<whole>whole[- ]life (?:order|term|tariff)s?))",
    re.IGNORECASE,
)
FACED = re.compile(
    r"\b(?:fac(?:e|es|ed|ing)|maximum|minimum|up to|could|would|(?-i:may)|might|can|carr(?:y"
    r"|ies)|punishable"
    r"|statutory|risk|recommend\w*|asked for|sought|eligible|serving|asking|argu(?:ed|ing) for"
    r"|impose|provides? for|adds?"
    r"|not less than|life (?:\w+ ){1,6}?at least)\b[^.;]*\Z",
    re.IGNORECASE,
)
SERVED = re.compile(
    r"\b(?:(?:after|already|currently|still|while|whilst|was|is|are|were) serving"
    r"|(?:having|already) served|spent|existing|(?:during|breach of) (?:an?|the|his|her|their)"
    r"|previously (?:been )?(?:jailed|sentenced|imprisoned|locked up|given|handed|received)"
    r"|previous (?:sentence|jail term|prison term|term))\b[^,.;]*\Z",
    re.IGNORECASE,
)
# A maximum runs on over semicolons until a verb gives a term: "faces five years; ten years for".
FACES = re.compile(
    r"\b(?:faces?|facing|maximum|punishable)\b(?:(?!jailed|sentenced|received|given)[^.])*;"
    r"(?:(?!jailed|sentenced|received|given)[^.])*\Z",
    re.IGNORECASE,
)
# What one must serve only if a sum is not paid: "or he will receive a further seven months".
OR_ELSE = re.compile(
    r"\b(?:or|otherwise|failing which)\b[^.;]{0,20}?\b(?:will|would|faces?|must|risks?|be)\b"
    r"[^.;]*\Z",
    re.IGNORECASE,
)
IN_LIEU = re.compile(
    r"[^.;]{0,40}\b(?:in lieu|in default"
    r"|if (?:he|she|they) (?:do(?:es)? not|fails? to|cannot|can['’]t) (?:re)?pay)\b",
    re.IGNORECASE,
)
ORDER_IMPOSED = re.compile(r"\b(?:orders?|bans?)\b[^.;]*\bimposed\b[^.;]*\Z", re.IGNORECASE)
NO_TERMS = (NOT_PRISON, IN_LIEU)
OTHER_TERMS = (FACED, SERVED, OR_ELSE, ORDER_IMPOSED)
OVER_DAYS = re.compile(r"over (?:\w+)[- ]days?\b", re.IGNORECASE)  # how long a hearing took
_ANY_NUMBER = re.sub(r"\?P<\w+>", "?:", NUMBER)
A_NUMBER = re.compile(rf"(?<!\w){NUMBER}")
RUN = re.compile(
    rf"\b(?P<but_last>{_ANY_NUMBER}(?:, {_ANY_NUMBER})*),? and {_ANY_NUMBER}"
    r"[- ](?P<unit>day|week|month|year)s?\b"
)
# Elsewhere than in a term an article is no number.
A_YEAR = re.compile(
    rf"(?:(?<=to )|(?<=of )|(?<=for )|(?<=serve ))a (?P<one>month|year)"
    r"(?! (?:old|ago|later|earlier))"
    rf"(?: and (?:a (?P<rest>day|half)|{NUMBER} (?P<unit>month)s?))?\b"
)
HALF_A_YEAR = Decimal(6)
AGE = re.compile(r",? (?:of|from) (?:[A-Z]|no fixed)")
CONSECUTIVE = re.compile(r"\b(?:concurrent\w*|consecutive\w*|of which)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Term:
    """A length of imprisonment: months, or None for life; `verb` is what leads to it, if any."""

    start: int
    end: int
    months: Decimal | None
    comparator: Comparator = "exactly"
    verb: tuple[int, int] | None = None


def terms(
    text: str, start: int, end: int, *, names: frozenset[int] = frozenset(), led: bool = False
) -> Iterator[Term]:
    """The terms of a sentence in order.

    `names` are the ends of people's names, right after which a term may stand; `led` says that
    words before the sentence lead to terms, as they do to the items of a list.
    """
    lengths = _lengths(text, start, end)
    verbs = [m.span() for m in VERB.finditer(text, start, end)] if lengths else []
    last_end, last_verb = start, None
    for quantity in lengths:
        verb = next((v for v in reversed(verbs) if v[1] <= quantity[0]), None)
        lead, first, stop, months, comparator = quantity
        is_fresh = verb is not None and verb != last_verb
        since = verb[1] if verb and is_fresh else last_end
        if _is_term(
            text, start, since, lead, first, stop, has_verb=verb is not None or led, names=names
        ):
            yield Term(lead, stop, months, comparator, verb)
            last_end, last_verb = stop, verb


Length = tuple[int, int, int, Decimal | None, Comparator]


def _lengths(text: str, start: int, end: int) -> list[Length]:
    found: list[Length] = [
        (q.lead, q.start, q.end, _in_tenths(q.value), q.comparator)
        for q in _months(text)
        if start <= q.start < end
    ]
    lower = in_small_letters(text)
    if years := list(_of_one(lower, start, end)):
        found = [f for f in found if not any(y[1] <= f[1] < y[2] for y in years)]
        found = sorted(found + years, key=lambda length: length[1])
    if lower.find("respectively", start, end) >= 0:
        found = sorted(found + list(_elliptic(lower, start, end)), key=lambda length: length[1])
    if lower.find("life", start, end) < 0:
        return found
    for match in LIFE.finditer(text, start, end):
        group = match.lastgroup or "life"
        found.append((match.start(group), match.start(group), match.end(group), None, "exactly"))
    return sorted(found, key=lambda length: length[1])


def _of_one(lower: str, start: int, end: int) -> Iterator[Length]:
    """The lengths that an article counts: "to a year and four months"."""
    if lower.find(" a year", start, end) < 0 and lower.find(" a month", start, end) < 0:
        return
    for one in A_YEAR.finditer(lower, start, end):
        months = TERMS[one["one"]]
        if one["rest"] == "half":
            months += HALF_A_YEAR
        elif one["unit"]:
            months += value_of(one)
        yield one.start(), one.start(), one.end(), months, "exactly"


def _elliptic(lower: str, start: int, end: int) -> Iterator[Length]:
    """The lengths whose unit only the last one has: "36 and 22 months, respectively"."""
    for run in RUN.finditer(lower, start, end):
        for number in A_NUMBER.finditer(lower, run.start(), run.end("but_last")):
            months = _in_tenths(value_of(number) * TERMS[run["unit"]])
            yield number.start(), number.start(), number.end(), months, "exactly"


@lru_cache(maxsize=2)  # each sentence asks for its own
def _months(text: str) -> tuple[Quantity, ...]:
    return tuple(quantity for quantity in quantities(text) if quantity.unit == MONTHS)


def _in_tenths(months: Decimal) -> Decimal:
    """Months to a tenth, which only terms of weeks and days need: 32 weeks are 7.4 months."""
    return months if months == int(months) else months.quantize(Decimal("0.1"))


def _is_term(
    text: str,
    sentence: int,
    since: int,
    lead: int,
    first: int,
    stop: int,
    *,
    has_verb: bool,
    names: frozenset[int],
) -> bool:
    """Whether a length of time is one of imprisonment, by what stands on both its sides."""
    before = text[max(sentence, first - 140) : first]
    is_age = AGE.match(text, stop) and text[first - 2 : first] == ", "
    if is_age or OVER_DAYS.match(text, lead) or any(p.match(text, stop) for p in NO_TERMS):
        return False
    if FACES.search(text, sentence, first) or any(p.search(before) for p in OTHER_TERMS):
        return False
    if OTHERWISE.search(text, since, max(since, lead)):
        return False
    if IN_PRISON.match(text, stop):
        return True
    if not has_verb:
        return False
    return lead - 1 in names or LEADS.search(text, max(sentence, lead - 40), lead) is not None
