"""Which entity of a report is the body that published it."""

import pytest

from kg.annotate.coreference.publisher import entity_of
from kg.annotate.draft import Draft
from kg.model import Report, ReportEntity


@pytest.mark.parametrize(
    ("publisher", "name", "index"),
    [
        ("kent-police", "Kent Police", 1),
        (None, "ANYSHIRE POLICE", 0),
        (None, "Anytown Gazette", None),
        (None, None, None),
    ],
)
def test_publisher_is_found_by_key_or_by_the_name_it_goes_by(
    publisher: str | None, name: str | None, index: int | None
) -> None:
    draft = Draft(Report("0" * 64, "", "Text.", publisher=publisher, publisher_name=name))
    draft.entities += [
        ReportEntity("Agency", "Anyshire Police"),
        ReportEntity("Agency", "Kent Police", "agency:kent-police"),
        ReportEntity("Organisation", "Anytown Gazette"),
    ]
    assert entity_of(draft) == index
    assert len(draft.entities) == 3


def test_publisher_of_the_lists_is_added_where_the_report_names_it_not() -> None:
    draft = Draft(Report("0" * 64, "", "Text.", publisher="kent-police"))
    index = entity_of(draft)
    assert index is not None
    assert draft.entities[index].key == "agency:kent-police"
