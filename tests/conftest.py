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


@pytest.fixture(scope="session")
def blank_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pipeline without a network: builds take less than a second, our rules find what they do."""
    import spacy  # noqa: PLC0415  seconds to import: for those who build alone

    folder = tmp_path_factory.mktemp("model") / "blank"
    spacy.blank("en").to_disk(folder)
    return folder
