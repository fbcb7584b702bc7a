"""Named operations: "Operation Venetic", "Op Venetic", "Operations Tidal and Orochi"."""

import re
from collections.abc import Iterator
from functools import cache

from spacy.tokens import Doc

from kg.annotate.agencies.patterns import heads_by_last_word, team_words
from kg.annotate.agencies.spans import LISTED, PATTERN
from kg.annotate.draft import Candidate, Draft
from kg.annotate.naming import lexicon, listed, rows, stop_words
from kg.annotate.wording import CuedPattern

KIND = (
    r"(?P<kind>Operations?|OPERATIONS?|Ops?|OP|Programme|Project|Operación|Operación|Operação"
    r"|Opération|Operazione|Operatie|operación|operação|opération|operazione|operatie)"
)
NAME = r"(?:[A-Z]\.){2,}|[A-ZÀ-Þ][\w-]*(?:['’](?!s\b)\w+)*|\d{2,}\w*"
OPERATION = re.compile(rf"(?<![\w-]){KIND}\s+[\"'“‘]?(?P<name>{NAME})")
FURTHER = re.compile(rf" (?!\d)(?P<name>{NAME})")
# "Operation Otter 2" in its second round; "Operation Otter 13 people" are thirteen people.
ROUND = re.compile(
    r" \d(?![\w/-]|[.,]\d)(?=[\"'”’]|[,.;:)]|\s*\Z|\n"
    r"| (?:was|is|has|had|will|saw|ran|took|led|targeted|followed|and|in|on|at|to|with|by)\b)"
)
CODENAMED = CuedPattern(
    re.compile(
        r"\b(?:[Oo]peration|[Ii]nvestigation|[Pp]robe|[Cc]rackdown),?(?: -| –)?"
        r" (?:(?:was|is|which was|itself) )?(?:code[- ]?named|dubbed|nicknamed)"
        rf" [\"'“‘]?(?!Operation|Op\b)(?P<name>(?:{NAME})(?: (?!\d)(?:{NAME})){{0,2}})"
    ),
    ("named", "dubbed"),
)
# "OpOtter", "#OpNightOtter": as one writes where no space may stand.
# The letters come first, so that the search skips to them.
ONE_WORD = re.compile(r"Op(?<![\w@/.-]..)(?P<name>(?:[A-Z][a-z]{2,}){1,2})(?![\w@-])")
JOINED = re.compile(rf"[\"'”’]?(?:, | and |, and | & )[\"'“‘]?(?P<name>{NAME})")
AND = re.compile(r" (?:and|&) ")
FULL = {"Op": "Operation", "Ops": "Operation", "OP": "Operation", "Operations": "Operation"}
QUOTES = "\"'“‘"
CLOSING = ('"', "'", "”", "’")
PLURAL = frozenset(["Operations", "OPERATIONS", "Ops"])
ACRONYM = re.compile("[A-Z]{2,5}")
CAPITALISED = re.compile(r"\b([A-Z][a-z]+) \Z")
MOST_WORDS = 3


def find(draft: Draft, doc: Doc) -> None:
    """Add a candidate for each operation's name; in a title no more words than the body has."""
    bodies = {c.start for c in draft.candidates if c.type == "Agency"}
    ends = {c.end for c in draft.candidates if c.type == "Agency"}
    draft.candidates += [
        listed(hit, "operations", "Operation", LISTED)
        for hit in lexicon("operations").find(draft.text)
    ]
    for match in OPERATION.finditer(draft.text):
        if match["kind"] in PLURAL:
            draft.candidates += _plural(draft.text, match)
        elif (
            _is_kind(draft, match["kind"])
            and _is_name(match["name"])
            and not _in_a_headline(draft.text, match, ends)
        ):
            draft.candidates.append(_single(draft, match, bodies))
    draft.candidates += _codenamed(draft.text)
    draft.candidates += _in_one_word(draft.text)


def named_in_full(text: str, name: str) -> str | None:
    """The name with its "Operation", where a report has it so elsewhere.

    >>> named_in_full("Operation Otter began. Otter ended.", "Otter")
    'Operation Otter'
    """
    full = f"Operation {name}"
    return full if full in text else None


def may_name(surface: str) -> bool:
    """Whether words can name an operation: no acronym alone, nor "Operation" that leads to no name.

    >>> may_name("Operation Otter"), may_name("Operation Against"), may_name("Otter")
    (True, False, True)
    >>> may_name("PIRC")
    False
    """
    kind = re.match(rf"{KIND}\b", surface)
    match = OPERATION.match(surface)
    if kind is None:
        return not ACRONYM.fullmatch(surface)
    return match is not None and _is_name(match["name"])


def _codenamed(text: str) -> Iterator[Candidate]:
    """Names that a report gives an operation besides the word: "an operation codenamed Otter"."""
    for match in CODENAMED.finditer(text):
        if _is_name(match["name"].split()[0]):
            full = named_in_full(text, match["name"])
            yield Candidate(
                *match.span("name"), "Operation", "operations.codename", weight=PATTERN, name=full
            )


def _in_one_word(text: str) -> Iterator[Candidate]:
    for match in ONE_WORD.finditer(text):
        words = re.findall("[A-Z][a-z]+", match["name"])
        start = match.start() - text.endswith("#", 0, match.start())
        if all(map(_is_name, words)):
            yield _candidate(text, start, match.end(), "Op", " ".join(words))


def _in_a_headline(text: str, match: re.Match[str], ends: set[int]) -> bool:
    """Whether a capitalised word leads up to it: "Drug Trafficking Operation Involving …"."""
    before = CAPITALISED.search(text, max(0, match.start() - 30), match.start())
    if before is None or before.end(1) in ends or before[1].lower() in team_words("opener"):
        return False
    return text.find(match.group(), match.end()) < 0


def _single(draft: Draft, match: re.Match[str], bodies: set[int]) -> Candidate:
    text, end = draft.text, match.end()
    for _ in range(MOST_WORDS - 1):
        further = FURTHER.match(text, end)
        if further is None or not _goes_on(draft, match, further, bodies):
            break
        end = further.end()
    again = ROUND.match(text, end)
    end = again.end() if again else end
    name = text[match.start("name") : end]
    is_quoted = text[match.start("name") - 1] in QUOTES
    closing = 1 if is_quoted and text[end : end + 1] in CLOSING else 0
    return _candidate(text, match.start(), end + closing, match["kind"], name)


def _goes_on(draft: Draft, match: re.Match[str], further: re.Match[str], bodies: set[int]) -> bool:
    if further.start("name") in bodies or not _is_name(further["name"]):
        return False
    if match.start() >= draft.report.body_start:
        return True
    longer = draft.text[match.start() : further.end()]
    return draft.text.find(longer, draft.report.body_start) >= 0


def _plural(text: str, match: re.Match[str]) -> Iterator[Candidate]:
    """Each name of "Operations Tidal, Orochi and Adder"; one alone names a department."""
    names = [match]
    while joined := JOINED.match(text, names[-1].end()):
        if not _is_name(joined["name"]):
            break
        names.append(joined)
    # "My roles are Operations Planning, Strategic Command …": operations end in "and" another.
    if not AND.search(names[-1].group()) or not _is_name(match["name"]):
        return
    for index, name in enumerate(names):
        start = match.start() if index == 0 else name.start("name")
        yield _candidate(text, start, name.end(), match["kind"], name["name"])


@cache
def _listed() -> dict[str, str]:
    """The ids of listed operations by their names in full, in small letters."""
    return {row.name.casefold(): row.id for row in rows("operations")}


def _candidate(text: str, start: int, end: int, kind: str, name: str) -> Candidate:
    full = FULL.get(kind, kind)
    listed = _listed().get(f"{full} {name}".casefold())
    return Candidate(
        start,
        end,
        "Operation",
        f"operations.{full.lower()}",
        weight=PATTERN + 12,
        key=None if listed is None else f"operation:{listed}",
        name=f"{full} {name}" if full != kind or text[end - 1] in CLOSING else None,
    )


def _is_kind(draft: Draft, kind: str) -> bool:
    """Whether the word says "operation" in the language of the report: Dutch "op" is "on"."""
    return kind not in FULL or kind == "Operations" or draft.report.language == "en"


def _is_name(word: str) -> bool:
    return word not in _no_names() and word.lower() not in stop_words("operation")


@cache
def _no_names() -> frozenset[str]:
    """Words that open a sentence, name a rank or a kind of unit: never part of the name."""
    words = {head.words[-1] for heads in heads_by_last_word().values() for head in heads}
    lower = team_words("opener") | team_words("rank")
    return frozenset(words | {word.capitalize() for word in lower} | {w.upper() for w in lower})
