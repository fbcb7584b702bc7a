"""Sentence boundaries by form: paragraphs, list items, and closing marks within a paragraph.

Press releases break a parser trained on news: titles without a full stop, bullets, "DC Smith
said", "£1.5m". The boundaries here rest on line breaks first and on punctuation second.
"""

import re
from itertools import pairwise

from spacy.tokens import Doc

from kg.annotate.draft import Draft
from kg.model import Section, Sentence

# A closing mark, any closing quotes or brackets, white space, then something that can open one.
END = re.compile(r"[.!?…]+[\"'”’)\]]*(?=\s+[\"'“‘(\[]*[A-Z0-9£€$@#])")
ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "st",
        "sgt",
        "insp",
        "supt",
        "det",
        "const",
        "cllr",
        "rev",
        "hon",
        "prof",
        "gen",
        "col",
        "capt",
        "lt",
        "no",
        "vs",
        "approx",
        "inc",
        "ltd",
        "co",
        "corp",
        "jr",
        "sr",
        "u.s",
        "u.k",
        "e.g",
        "i.e",
        "a.k.a",
        "jan",
        "feb",
        "mar",
        "apr",
        "aug",
        "sept",
        "oct",
        "nov",
        "dec",
    ]
)
LAST_WORD = re.compile(r"([A-Za-z][\w.]*)\.$")


def split(draft: Draft, doc: Doc) -> None:
    """Fill `draft.sentences`; every character that is not white space lies in one of them."""
    for match in re.finditer(r"[^\n]+", draft.text):
        section: Section = "title" if match.start() < draft.report.body_start else "body"
        for start, end in _within_line(draft.text, match.start(), match.end()):
            draft.sentences.append(Sentence(start, end, section))


def _within_line(text: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts = [m.end() for m in END.finditer(text, start, end) if not _abbreviates(text, start, m)]
    bounds = [start, *cuts, end]
    return [_trim(text, a, b) for a, b in pairwise(bounds) if text[a:b].strip()]


def _abbreviates(text: str, start: int, match: re.Match[str]) -> bool:
    """Whether the full stop belongs to a word: an abbreviation, or an initial ("Robert S.")."""
    if match.group()[0] != "." or len(match.group()) > 1:
        return False
    word = LAST_WORD.search(text, max(start, match.start() - 20), match.end())
    if word is None:
        return False
    return word.group(1).casefold() in ABBREVIATIONS or bool(
        re.fullmatch(r"(?:[A-Z]\.)*[A-Z]", word.group(1))
    )


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())
