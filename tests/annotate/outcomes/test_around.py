"""What stands between subjects that are one."""

import pytest

from kg.annotate.outcomes.around import LINK


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        (", 31, of Otter Lane, and ", True),
        (" (pictured below left) and ", True),
        (" told ", False),
        (f" {'A' * 60} ran ", False),  # a long run of capitals must not be split in every way
    ],
)
def test_only_ages_and_addresses_link_subjects(between: str, expected: bool) -> None:
    assert (LINK.match(between) is not None) is expected
