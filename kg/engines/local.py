"""Annotate on this machine: in this process, or in several that each load the model once.

Results come in the order of the reports, whatever the number of workers. No more than a few
batches wait at once, so that a reader that is faster than the network does not fill the memory.
Annotations travel encoded: a worker packs them, and whoever stores them need not unpack.
"""

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import cache, partial
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from multiprocessing.connection import wait
from threading import Thread
from typing import TypeVar

from kg.cache import Encoded, encoded
from kg.errors import EngineError
from kg.model import Annotation, Report
from kg.own import NOTHING, Own, use

Thing = TypeVar("Thing")
Made = TypeVar("Made")

BATCH = 64  # reports a task: seconds of work, so that passing them on costs nothing
WORTH_A_PROCESS = 4 * BATCH  # fewer reports are annotated before a second process has begun
AHEAD = 2  # tasks a worker that may wait
# The libraries below the network take a thread a core each; processes then only disturb each other.
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "BLIS_NUM_THREADS"), "1")


def annotated(
    reports: Iterable[Report], *, model: str, workers: int = 1, own: Own = NOTHING
) -> Iterator[Encoded]:
    """The annotations of reports, encoded, in their order.

    More than one worker starts processes only where there is enough to do. Raises `ConfigError`
    for a model that is not installed and `EngineError` where a worker dies.
    """
    rest = iter(reports)
    first = list(islice(rest, WORTH_A_PROCESS if workers > 1 else 1))
    if not first:
        return  # a build with nothing new: the model need not even be loaded
    if workers > 1 and len(first) == WORTH_A_PROCESS:
        yield from _in_processes(chain(first, rest), model, workers, own)
    else:
        yield from _annotated_here(chain(first, rest), model, own)


def _in_processes(
    reports: Iterator[Report], model: str, workers: int, own: Own
) -> Iterator[Encoded]:
    waiting: deque[Future[list[Encoded]]] = deque()
    pool = ProcessPoolExecutor(
        workers, mp_context=get_context("spawn"), initializer=_end_with_parent
    )
    try:
        while batch := list(islice(reports, BATCH)):
            with _one_thread_each():  # processes start when the first tasks come
                waiting.append(pool.submit(_annotated_batch, batch, model, own))
            if len(waiting) > workers * AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool as error:
        raise EngineError(
            "a worker process died, perhaps for want of memory: try fewer workers; "
            "what was annotated so far is kept"
        ) from error
    finally:
        pool.shutdown(cancel_futures=True)


def spread(
    make: Callable[[Thing], Made], things: Sequence[Thing], *, workers: int
) -> Iterator[Made]:
    """What is made of each thing, in their order: here, or in several processes.

    Raises `EngineError` where a process dies.
    """
    if workers == 1:
        yield from map(make, things)
        return
    context = get_context("spawn")
    try:
        with ProcessPoolExecutor(workers, context, initializer=_end_with_parent) as pool:
            yield from pool.map(make, things)
    except BrokenProcessPool as error:
        raise EngineError(
            "a worker process died, perhaps for want of memory: try fewer workers"
        ) from error


def _annotated_batch(reports: list[Report], model: str, own: Own) -> list[Encoded]:
    return list(_annotated_here(reports, model, own))


def _annotated_here(reports: Iterable[Report], model: str, own: Own) -> Iterator[Encoded]:
    use(own)
    yield from map(encoded, _annotator(model)(reports))


@cache
def _annotator(model: str) -> Callable[[Iterable[Report]], Iterator[Annotation]]:
    """What annotates with a model, loaded once a process."""
    from kg.annotate.nlp import annotate, make_nlp  # noqa: PLC0415  spaCy: seconds to import

    return partial(annotate, nlp=make_nlp(model))


def _end_with_parent() -> None:
    """End this worker when the build is killed: nothing else would tell it to."""

    def watch(sentinel: int) -> None:
        wait([sentinel])
        os._exit(1)

    parent = parent_process()
    if parent is not None:
        Thread(target=watch, args=(parent.sentinel,), daemon=True).start()


@contextmanager
def _one_thread_each() -> Iterator[None]:
    """Let processes that start now take one thread for their sums; leave what a user has set."""
    missing = {name: value for name, value in ONE_THREAD.items() if name not in os.environ}
    os.environ.update(missing)
    try:
        yield
    finally:
        for name in missing:
            del os.environ[name]
