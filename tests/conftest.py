"""Fixtures that several parts of the tests share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.store import Store


@pytest.fixture(scope="session")
def small() -> Iterator[Store]:
    """The graph of three reports in tests/golden."""
    with Store.open(Path(__file__).parent / "golden" / "small.trig") as store:
        yield store
