"""Names that no list holds, where only a place can stand: villages, streets without a head."""

import re
from collections.abc import Iterator

from kg.annotate.draft import Candidate, Draft
from kg.annotate.people.rules import given_names
from kg.annotate.places import evidence
from kg.annotate.places.decide import Setting
from kg.annotate.places.rules import place_words
from kg.annotate.places.runs import WITHIN_UNKNOWN, Word

PATTERN = 50
ADDRESS = re.compile(
    r"(?:\d\d\)?,? ?(?:and )?|\b(?:formerly|previously|originally|both|all|address|home) )"
    r"(?:of|from|in|at) (?:(?:\d+[a-z]?|[Ff]lat \d+),? )?(?:[Tt]he )?\Z"
)
LIST = frozenset([", ", " and ", ", and ", " & ", " or ", " in ", " near ", ", near ", ", in "])


def find(
    draft: Draft, words: list[Word], named: list[Candidate], setting: Setting
) -> Iterator[Candidate]:
    """Runs of capitalised words in the slots of addresses and after prepositions of place."""
    taken = _taken(draft, named)
    text = draft.text
    known_starts = {c.start for c in named}
    known_ends = {c.end for c in named}
    for start, end, parts in _runs(words):
        if taken[start] or taken[end - 1] or not _may_be_a_name(parts, setting):
            continue
        label = setting.labels.get(start, (0, ""))[1]
        how = _how(text, start, end, label, known_starts)
        if how is None:
            continue
        yield Candidate(start, end, "Place", f"places.{how}", weight=PATTERN)
        known_ends.add(end)


def _how(text: str, start: int, end: int, label: str, known_starts: set[int]) -> str | None:
    if ADDRESS.search(text, max(0, start - 40), start):
        return "address"
    if evidence.is_area(text, end) and text[end : end + 2] != "'s":
        return "area"
    if not evidence.is_locative(text, start) or label in {"PERSON", "ORG", "DATE"}:
        return None
    if text[end : end + 2] == ", " and end + 2 in known_starts:
        return "within"
    if text[end : end + 4] == " in " and end + 4 in known_starts:
        return "within"
    if label in {"GPE", "LOC", "FAC"}:
        return "model"
    return None


def _runs(words: list[Word]) -> Iterator[tuple[int, int, list[Word]]]:
    run: list[Word] = []
    for word in words:
        if run and word.before in WITHIN_UNKNOWN:
            run.append(word)
            continue
        if run:
            yield run[0].start, run[-1].end, run
        run = [word]
    if run:
        yield run[0].start, run[-1].end, run


def _may_be_a_name(parts: list[Word], setting: Setting) -> bool:
    if parts[0].headline or len(parts) > 4 or parts[0].text.isupper():
        return False
    plain = [word.text.lower() for word in parts]
    if any(word in place_words("stop") for word in plain) or plain[0] in place_words("opener"):
        return False
    return plain[0] not in given_names() and parts[0].text not in setting.surnames


def _taken(draft: Draft, named: list[Candidate]) -> bytearray:
    taken = bytearray(len(draft.text) + 1)
    for candidate in (*draft.candidates, *named):
        taken[candidate.start : candidate.end] = b"\1" * (candidate.end - candidate.start)
    return taken
