"""Names in a body's own language, in brackets: "Judicial Police (Polícia Judiciária)"."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from kg.annotate.agencies.patterns import team_words
from kg.annotate.draft import Candidate

BRACKET = re.compile(r" ?\(_?(?P<name>[^\W\d_][^()\n;:,_]{3,80}?)_?\)")


def find(text: str, found: list[Candidate]) -> list[Candidate]:
    """The candidates, each with the name in brackets after it as one body."""
    by_start = {candidate.start: candidate for candidate in found}
    united: dict[int, Candidate] = {}
    added: list[Candidate] = []
    for body in found:
        bracket = BRACKET.match(text, body.end)
        if bracket is None:
            continue
        start, end = bracket.span("name")
        inner = by_start.get(start)
        if inner is not None and inner.end == end:
            united |= {c.start: c for c in _united(text, body, inner)}
        elif _is_native(bracket["name"]) and not any(c.overlaps(start, end) for c in found):
            name = body.name or text[body.start : body.end]
            native = replace(body, start=start, end=end, rule="agencies.native", name=name)
            added.append(native)
    return sorted([*(united.get(c.start, c) for c in found), *added], key=lambda c: c.start)


def _united(text: str, body: Candidate, inner: Candidate) -> Iterator[Candidate]:
    """Both under one key or name; none where each is known, or the inner one is a unit."""
    if body.key is not None and inner.key is not None:
        return
    if inner.subtype == "Team" and not _is_native(text[inner.start : inner.end]):
        return
    if inner.key is not None:
        yield replace(body, key=inner.key, subtype=inner.subtype)
    else:
        name = body.name or text[body.start : body.end]
        yield replace(inner, key=body.key, subtype=body.subtype, name=name)


def _is_native(name: str) -> bool:
    return _opening().search(name) is not None


@cache
def _opening() -> re.Pattern[str]:
    """The start of a word by which bodies are called in other languages than English."""
    return re.compile(rf"(?i)(?<!\w)(?:{'|'.join(sorted(team_words('native'), reverse=True))})")
