import os
from collections.abc import Iterator

import msgspec
import pytest

from kg.config import DEFAULT_MODEL
from kg.engines import local
from kg.engines.local import annotated
from kg.errors import ConfigError, EngineError
from kg.model import Annotation, Report
from tests.make import report

TOWNS = ("Saltby", "Northmoor", "Eastwick", "Millford", "Redcliff", "Penby")
REPORTS = [report(f"DC Ada Quill spoke in {town}. Two men were arrested.") for town in TOWNS]


@pytest.fixture
def many_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a handful of reports be worth a second process."""
    monkeypatch.setattr(local, "BATCH", 2)
    monkeypatch.setattr(local, "WORTH_A_PROCESS", 2)


def end(_: int) -> None:
    os._exit(9)


def test_things_are_made_in_their_order_by_two_processes() -> None:
    things = list(range(20, 0, -1))
    assert list(local.spread(str, things, workers=2)) == list(map(str, things))


def test_process_that_dies_while_it_makes_something_is_an_error() -> None:
    with pytest.raises(EngineError, match="a worker process died"):
        list(local.spread(end, [1, 2], workers=2))


def die(reports: list[Report], model: str, rules: None) -> list[object]:
    os._exit(9)


@pytest.mark.model
@pytest.mark.usefixtures("many_processes")
def test_workers_change_neither_order_nor_bytes() -> None:
    alone = list(annotated(REPORTS, model=DEFAULT_MODEL, workers=1))
    assert list(annotated(REPORTS, model=DEFAULT_MODEL, workers=2)) == alone
    read = [msgspec.msgpack.decode(one.content, type=Annotation) for one in alone]
    assert [annotation.report for annotation in read] == REPORTS


@pytest.mark.usefixtures("many_processes")
def test_worker_that_dies_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "_annotated_batch", die)
    with pytest.raises(EngineError, match="a worker process died"):
        list(annotated(REPORTS, model=DEFAULT_MODEL, workers=2))


@pytest.mark.usefixtures("many_processes")
def test_reader_is_never_far_ahead_of_the_workers(monkeypatch: pytest.MonkeyPatch) -> None:
    read = 0

    def reading() -> Iterator[Report]:
        nonlocal read
        for one in REPORTS * 10:
            read += 1
            yield one

    monkeypatch.setattr(local, "ProcessPoolExecutor", Here)
    results = annotated(reading(), model=DEFAULT_MODEL, workers=2)
    next(results)
    assert read <= local.WORTH_A_PROCESS + local.BATCH * (2 * local.AHEAD + 1)
    assert sum(1 for _ in results) == len(REPORTS) * 10 - 1


@pytest.mark.model
@pytest.mark.usefixtures("many_processes")
@pytest.mark.parametrize("workers", [1, 2])
def test_unknown_model_is_an_error_whoever_loads_it(workers: int) -> None:
    with pytest.raises(ConfigError, match="no spaCy pipeline 'no_such_model'"):
        list(annotated(REPORTS, model="no_such_model", workers=workers))


class Here:
    """An executor that works at once, in this process."""

    def __init__(self, *_: object, **__: object) -> None:
        pass

    def submit(self, _: object, batch: list[Report], model: str, __: None) -> "Done":
        return Done([model] * len(batch))

    def shutdown(self, **_: object) -> None:
        pass


class Done:
    def __init__(self, results: list[str]) -> None:
        self._results = results

    def result(self) -> list[str]:
        return self._results
