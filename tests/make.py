"""Small factories: a report, an annotation and its parts, without saying what does not matter."""

import hashlib
from collections.abc import Sequence
from typing import Any

from kg.model import (
    Annotation,
    EntityType,
    Mention,
    Report,
    ReportEntity,
    Section,
    Sentence,
    Stated,
)


def report(text: str = "", *, title: str = "", **more: Any) -> Report:
    """A report whose text is its title, a blank line and `text`."""
    whole = f"{title}\n\n{text}" if title else text
    sha256 = more.pop("sha256", None) or hashlib.sha256(f"{whole}{more}".encode()).hexdigest()
    return Report(sha256, title, whole, len(whole) - len(text), **more)


def entity(type_: EntityType, name: str, **more: Any) -> ReportEntity:
    return ReportEntity(type_, name, **more)


def stated(sentence: int = 0, start: int = 0, end: int = 1, rule: str = "test") -> Stated:
    return Stated((sentence,), start, end, rule)


def annotation(of: Report, entities: Sequence[ReportEntity] = (), **facts: Any) -> Annotation:
    """An annotation with a sentence a line, and a mention for each time an entity's name stands."""
    mentions = [
        Mention(start, start + len(one.name), index, _line(of.text, start), "test")
        for index, one in enumerate(entities)
        for start in _places(of.text, one.name)
    ]
    ordered = tuple(sorted(mentions, key=lambda m: (m.start, m.end)))
    return Annotation(of, _lines(of), ordered, tuple(entities), **facts)


def _lines(of: Report) -> tuple[Sentence, ...]:
    sentences, start = [], 0
    for line in of.text.splitlines(keepends=True):
        if line.strip():
            section: Section = "title" if start < of.body_start else "body"
            sentences.append(Sentence(start, start + len(line.rstrip("\n")), section))
        start += len(line)
    return tuple(sentences)


def _line(text: str, offset: int) -> int:
    return sum(1 for line in text[:offset].split("\n")[:-1] if line.strip())


def _places(text: str, name: str) -> list[int]:
    found, start = [], text.find(name)
    while start != -1:
        found.append(start)
        start = text.find(name, start + 1)
    return found
