"""The entity of the body that published a report: what "we" and "the force" stand for."""

from kg.annotate.draft import Draft
from kg.model import ReportEntity
from kg.registry import agencies


def entity_of(draft: Draft) -> int | None:
    """The index of the publisher's entity, added without a mention where the report has none."""
    row = agencies().get(draft.report.publisher or "")
    if row is None:
        return _named(draft, draft.report.publisher_name)
    key = f"agency:{row.id}"
    for index, entity in enumerate(draft.entities):
        if entity.key == key:
            return index
    draft.entities.append(ReportEntity("Agency", row.name, key, row.type))
    return len(draft.entities) - 1


def _named(draft: Draft, name: str | None) -> int | None:
    """The agency of the report that is called as its publisher is, where no list has it."""
    if name is None:
        return None
    agencies_called_so = (
        index
        for index, entity in enumerate(draft.entities)
        if entity.type == "Agency" and entity.name.casefold() == name.casefold()
    )
    return next(agencies_called_so, None)
