"""From names marked for a whole report to spans in its text.

A marking lists the forms that name each entity. Every place where a form stands as whole words is
a span, the longest forms first, so that "Luton" in "Luton Crown Court" stays the court's. A form
that two types of entity share has the type whose fullest name stands nearest before it. Ranks and
titles are no part of a person's name.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from pathlib import Path, PurePosixPath

from kg.errors import InputError
from kg.evaluate.marking import MarkedEntity, Marking, read_markings
from kg.model import EntityType, Report, SetAside
from kg.read import read
from kg.train.labelled import LABELS, Example, Labelled

# The marking's names for two of our types.
TYPES: Mapping[str, EntityType] = {"Group": "CriminalGroup", "Company": "Organisation"}
PEOPLE = frozenset(["Official", "Person"])


def marked_examples(
    markings: Sequence[Marking], reports: Mapping[str, Report]
) -> Iterator[Example]:
    """One example a marking. Raises `InputError` for a marking whose report is not there."""
    for marking in markings:
        report = reports.get(marking.file_name)
        if report is None:
            raise InputError(
                f"{marking.file_name}: the report of marking {marking.id!r} is missing"
            )
        yield Example(report.text, tuple(spans(report.text, marking.entities)), "marked")


def read_marked(folders: Sequence[Path]) -> list[Marking]:
    """The markings of all folders, each report once; raises `InputError` for a folder of none."""
    found = {m.file_name: m for folder in folders for m in read_markings(folder)}
    return [found[name] for name in sorted(found)]


def reports_by_name(folders: Sequence[Path]) -> dict[str, Report]:
    """The reports in folders, by the last part of their file name."""
    return {
        PurePosixPath(name).name: report
        for name, report in read(folders)
        if not isinstance(report, SetAside)
    }


def spans(text: str, entities: Sequence[MarkedEntity]) -> list[Labelled]:
    """Where the forms of the entities stand, none overlapping, in text order.

    >>> luton = MarkedEntity("e1", "Place", "Luton")
    >>> court = MarkedEntity("e2", "Agency", "Luton Crown Court")
    >>> spans("At Luton Crown Court, of Luton", [luton, court])
    [Labelled(start=3, end=20, label='AGENCY'), Labelled(start=25, end=30, label='PLACE')]
    """
    owners = _owners(entities)
    taken = bytearray(len(text))
    found = []
    for form in sorted(owners, key=lambda form: (-len(form), form)):
        for match in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text):
            if not any(taken[match.start() : match.end()]):
                taken[match.start() : match.end()] = b"\1" * len(form)
                label = _label(text, match.start(), owners[form])
                found.append(Labelled(match.start(), match.end(), label))
    return sorted(found)


def _owners(entities: Sequence[MarkedEntity]) -> dict[str, list[MarkedEntity]]:
    owners: dict[str, list[MarkedEntity]] = {}
    for entity in entities:
        forms = (_untitled(form, entity) for form in [entity.name, *entity.aliases])
        for form in dict.fromkeys(forms):
            owners.setdefault(form, []).append(entity)
    return owners


def _untitled(form: str, entity: MarkedEntity) -> str:
    """A person's form without rank or title, as the rules name people; other forms as they are."""
    if entity.type not in PEOPLE:
        return form
    named, words = set(entity.name.split()), form.split()
    titles = list(takewhile(lambda word: word not in named, words))
    return " ".join(words[len(titles) :]) or form


def _label(text: str, start: int, owners: Sequence[MarkedEntity]) -> str:
    """The label of the form's owner; of several, of the one last named in full before it."""
    owner = owners[0]
    if len({entity.type for entity in owners}) > 1:
        owner = max(owners, key=lambda entity: text.rfind(entity.name, 0, start))
    return LABELS[TYPES.get(owner.type, owner.type)]  # type: ignore[arg-type]
