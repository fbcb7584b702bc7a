"""Numbers that count nothing an outcome holds: ages, dates, times, references, roads, distances.

What a number is shows in the word before it, in what follows it, or in its own shape; each is
looked up at the number, so that the cost is that of the numbers and not of the text.
"""

import re
from functools import cache

from kg.annotate.outcomes.measures import number_words

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|April?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b"
)
TWO_DIGITS = 2
YEAR = r"(?:19|20)\d\d"
# What makes a count of a number that could be a year.
COUNTED = re.compile(
    r" (?:people|persons|men|women|officers|victims|suspects|children|items|pieces|packets|packs"
    r"|tablets|pills|plants|rounds|bullets|cartridges|wraps|cigarettes|litres|devices|phones"
    r"|counterfeit|fake|illegal|illicit|cannabis|ecstasy|MDMA)\b"
)
STREET = (
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Close|Court|Way|Place|Crescent|Terrace|Gardens"
    r"|Grove|Walk|Park|Hill|Square|Row|View|Green|Boulevard|Blvd|House)\b"
)
# The word before tells what is numbered: "Junction 10", "section 18", "aged 25", "call 101".
EMERGENCY = frozenset(["101", "999", "112", "111", "911", "105", "119"])
BEFORE = re.compile(r"(?<![A-Za-z])([A-Za-z]+)(?:[.:]|\))?\s?#?\(?\Z")
AGE_BEFORE = re.compile(
    r"\bage[sd]?:? (?:just |only |about |around |between |from |of )?\Z", re.IGNORECASE
)
NAME_BEFORE = re.compile(r"[A-Za-z’'”\")], ?\(?\Z")
AGE_FOLLOWS = re.compile(
    r"\)?(?:\s*(?:[,;)\n–-]|\.(?!\d)|\Z)| (?:of|from|was|were|who|has|had|is|appeared|pleaded"
    r"|admitted|received|both|each|no fixed|formerly|previously|then|will|denied|also|got|must"
    r"|did|later)\b)"
)
MORE_AGES = re.compile(r"(?:(?:,| ?-| ?–| and| to| or)+ ?\d\d?\b(?!,\d|[- ]?(?:kg|kilo)))+")
OLD = re.compile(r"[- –](?:years?|yrs?|months?|weeks?)[- –](?:olds?\b|of age)|yrs?\b|s\b|yo\b")
DAY_FOLLOWS = re.compile(
    r"(?: ?(?:st|nd|rd|th)\b)?(?:(?:,|,? and|,? to| ?-| ?–) ?\d{1,2}(?:st|nd|rd|th)?)*"
    rf"(?: of)? {MONTH}(?:,? {YEAR})?|(?:st|nd|rd|th)\b"
)
LENGTH = r"[- ](?:months?|years?|weeks?|days?)\b"
AFTER_MONTH = re.compile(
    rf"(?:st|nd|rd|th)?(?:[-–]\d+|(?: and| to) \d{{1,2}}\b(?!{LENGTH}))*(?:,? {YEAR})?"
)
NUMERIC_DATE = re.compile(r"\d{1,4}[/.]\d{1,2}[/.]\d{2,4}\b|\d{4}-\d\d(?:-\d\d)?\b")
TIME_FOLLOWS = re.compile(
    r"(?:[:.]\d\d)? ?(?:am\b|pm\b|a\.m|p\.m|noon\b|o[’']clock)|:\d\d\b| ?(?:hours|hrs|hour|minutes?"
    r"|mins?|seconds?)\b|-(?:hour|minute)"
)
TELEPHONE = re.compile(r"0[\d ()-]{5,}\d|\d{8,}|0\d+")
ITSELF_A_YEAR = re.compile(rf"{YEAR}(?:[-/–]\d\d(?:\d\d)?)?(?![\d,.]\d|\w)")
JOINED = re.compile(r"[/-]\d+|/\w|[A-Za-z]{2,}\d|[A-Z]{2,}\b(?<!GBP|EUR|USD)")
MEASURE = re.compile(
    r"[ -]?(?:%|per ?cent\b|percent|pc\b|percentage|out of \d+\b(?! \w))"
    r"|[ -]?(?:(?:square|nautical|sq) )?(?:miles?|km|kms|kilometres?|kilometers?|metres?|meters?|m"
    r"|mph|km/h|kmh|ft|feet|foot|inch(?:es)?|yards?|cm|mm|acres?|hectares?|sqm|sq|degrees|mbps|gb"
    r"|tb|mb|volts?|cc|calib(?:re|er)|times?)\b"
    r"|[- ](?:thirds|quarters|quarter)\b|-(?:half|third)\b"
    r"|-(?:year|month|week|day|man|person|bedroom|bed|door|storey|phase|part|fold|strong|way|seater"
    r"|wheel|wheeled|point|stage|vehicle|car|mile)\b(?!s?[- ](?:prison|sentence|jail|suspended"
    r"|term|custodial|imprison|community|stretch|extended|minimum|driving))"
    r"| (?:in|out of) (?:ten|five|four|three|10|[0-9]+)\b(?! )",
)
ADDRESS = re.compile(rf"[a-zA-Z]?(?: ?- ?\d+)? (?:[A-Z][\w’'-]+ ){{1,3}}{STREET}")
PRONOUN = re.compile(
    r"[- ](?:of|another|other|day|time|is|was|has|could|who|that|in|by|to|and|or|off|stop|way"
    r"|on-one|to-one|thing|point)\b"
)
POPULATION = re.compile(r"\bpopulation of (?:[a-z]+ )*\Z")


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(number_words(kind))


def end_of_uncounted(text: str, start: int, end: int) -> int | None:
    """Where the stretch ends that the number at `start` belongs to; None where it counts.

    >>> end_of_uncounted("aged 25 and 42 at", 5, 7)
    14
    >>> end_of_uncounted("seized 25 guns", 7, 9) is None
    True
    """
    number = text[start:end]
    before = BEFORE.search(text, max(0, start - 20), start)
    word = before[1].lower() if before else ""
    if number[0].isdigit():
        found = _by_shape(text, start, end, word) or _age(text, start, end, word)
        found = found or _date(text, start, end, word)
    else:
        found = _pronoun(text, start, end, word) or _age(text, start, end, word)
    return found or _numbered(text, start, end, word)


def _by_shape(text: str, start: int, end: int, word: str) -> int | None:
    for pattern in (NUMERIC_DATE, TELEPHONE):
        if match := pattern.match(text, start):
            return match.end()
    year = ITSELF_A_YEAR.match(text, start)
    if year and word not in _words("compared") and not COUNTED.match(text, year.end()):
        return year.end()
    if year and word in ("of", "to") and not COUNTED.match(text, year.end()):
        return year.end()
    joined = JOINED.match(text, end)
    return joined.end() if joined else None


def _age(text: str, start: int, end: int, word: str) -> int | None:
    if old := OLD.match(text, end):
        return old.end()
    named = AGE_BEFORE.search(text, max(0, start - 22), start)
    if (
        not named
        and end - start <= TWO_DIGITS
        and NAME_BEFORE.search(text, max(0, start - 4), start)
    ):
        named = AGE_FOLLOWS.match(text, end)
    if not named and text[start - 1 : start] == "(" and end - start == TWO_DIGITS:
        named = AGE_FOLLOWS.match(text, end)
    if not named and word in ("both", "each") and end - start == TWO_DIGITS:
        named = AGE_FOLLOWS.match(text, end)
    if not named:
        return None
    more = MORE_AGES.match(text, end)
    return more.end() if more else end


def _date(text: str, start: int, end: int, word: str) -> int | None:
    if end - start <= TWO_DIGITS:
        if day := DAY_FOLLOWS.match(text, end):
            return day.end()
        if (
            word in _words("month")
            and text[start - 1] == " "
            and (after := AFTER_MONTH.match(text, end))
        ):
            return after.end()
    time = TIME_FOLLOWS.match(text, end)
    return time.end() if time else None


def _pronoun(text: str, start: int, end: int, word: str) -> int | None:
    if text[start:end].lower() != "one":
        return None
    return end if word in _words("pronoun") or PRONOUN.match(text, end) else None


def _numbered(text: str, start: int, end: int, word: str) -> int | None:
    if word in _words("numbered") or (word in _words("dialled") and text[start:end] in EMERGENCY):
        return end
    if POPULATION.search(text, max(0, start - 40), start):
        return end
    for pattern in (MEASURE, ADDRESS):
        if match := pattern.match(text, end):
            return match.end()
    return None
