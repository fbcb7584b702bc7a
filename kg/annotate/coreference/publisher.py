"""The entity of the body that published a report: what "we" and "the force" stand for."""

from kg.annotate.draft import Draft
from kg.model import ReportEntity
from kg.registry import agencies


def entity_of(draft: Draft) -> int | None:
    """The index of the publisher's entity, added without a mention where the report has none."""
    row = agencies().get(draft.report.publisher or "")
    if row is None:
        return None
    key = f"agency:{row.id}"
    for index, entity in enumerate(draft.entities):
        if entity.key == key:
            return index
    draft.entities.append(ReportEntity("Agency", row.name, key, row.type))
    return len(draft.entities) - 1
