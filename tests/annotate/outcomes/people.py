"""Drafts for the tests of what became of people: names given, read without a model."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from kg.annotate import sentences
from kg.annotate.draft import Draft
from kg.annotate.outcomes import cases
from kg.model import EntityType, Mention, Outcome, Report, ReportEntity
from tests.annotate.bodies import BLANK

ISSUED = date(2020, 10, 30)  # a Friday


def told(
    text: str,
    *,
    people: tuple[str, ...] = (),
    courts: tuple[str, ...] = (),
    bodies: tuple[str, ...] = (),
    places: tuple[str, ...] = (),
    issued: date | None = ISSUED,
    title: str = "",
    publisher: str | None = None,
    ages: Mapping[str, int] | None = None,
) -> Draft:
    """The draft of a report of a day in October 2020 whose names are known."""
    whole = f"{title}\n\n{text}" if title else text
    draft = Draft(Report("0" * 64, title, whole, len(whole) - len(text), issued=issued))
    sentences.split(draft, BLANK(whole))
    for given, type_, subtype in (
        (people, "Person", None),
        (courts, "Agency", "Court"),
        (bodies, "Agency", None),
        (places, "Place", None),
    ):
        for name in given:
            _name(draft, name, type_, subtype, (ages or {}).get(name))  # type: ignore[arg-type]
    names = [entity.name for entity in draft.entities]
    draft.publisher_entity = names.index(publisher) if publisher else None
    draft.mentions.sort(key=lambda m: m.start)
    cases.find(draft)
    return draft


def _name(draft: Draft, name: str, type_: EntityType, subtype: str | None, age: int | None) -> None:
    """Mark every place that has a name, or a person's surname alone."""
    entity = len(draft.entities)
    draft.entities.append(ReportEntity(type_, name, subtype=subtype, age=age))
    surname = name.rsplit(maxsplit=1)[-1] if type_ == "Person" else name
    for match in re.finditer(rf"(?:{re.escape(name)}|{re.escape(surname)})\b", draft.text):
        start, end = match.span()
        draft.mentions.append(Mention(start, end, entity, draft.sentence_at(start), "test"))


def of_kind(draft: Draft, kind: str) -> list[Outcome]:
    return [outcome for outcome in draft.outcomes if outcome.kind == kind]


def figures(draft: Draft, kind: str) -> list[tuple[float | None, str]]:
    """The numbers of one kind of outcome, each with the surnames of its people."""
    return list(_figures(draft, kind))


def _figures(draft: Draft, kind: str) -> Iterator[tuple[float | None, str]]:
    for outcome in of_kind(draft, kind):
        names = " ".join(draft.entities[p].name.rsplit(maxsplit=1)[-1] for p in outcome.concerns)
        yield None if outcome.quantity is None else float(outcome.quantity), names
