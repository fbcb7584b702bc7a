"""Annotate on a Ray cluster, or on a local Ray: actors that each load the model once.

Results come in the order of the reports. Ray replaces an actor that dies and gives its batch to
another. Reports go out in shares: neither this process nor Ray's object store holds a corpus.
"""

import logging
import os
import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, cast

import msgspec

from kg.cache import Encoded
from kg.engines import local
from kg.errors import EngineError
from kg.model import Report
from kg.own import NOTHING, Own

if TYPE_CHECKING:
    import pyarrow as pa

SHARE = 16_384  # reports that Ray holds at once: minutes of work, tens of megabytes
_OURS = re.compile(r"\bkg\.errors\.\w+: (.+)")
INSTALL = "pip install 'organised-crime-kg[ray]'"


def annotated(
    reports: Iterable[Report],
    *,
    model: str,
    workers: int = 1,
    own: Own = NOTHING,
    address: str = "",
) -> Iterator[Encoded]:
    """The annotations of reports, encoded, in their order: those of `kg.engines.local`.

    `address` is that of a cluster, on whose machines kg, the model and the user's own files are
    installed; without it a Ray of `workers` cores runs here as long as needed. Raises `EngineError`
    where Ray is not installed, cannot be reached, or cannot finish.
    """
    rest = iter(reports)
    share = list(islice(rest, SHARE))
    if not share:
        return
    with _connected(workers, address):
        while share:
            yield from _shared(share, model, workers, own)
            share = list(islice(rest, SHARE))


def _shared(reports: list[Report], model: str, workers: int, own: Own) -> Iterator[Encoded]:
    import pyarrow as pa  # noqa: PLC0415  both optional, and a second to import
    import ray.data  # noqa: PLC0415

    batches = [reports[i : i + local.BATCH] for i in range(0, len(reports), local.BATCH)]
    packed = [pa.table({"report": list(map(msgspec.msgpack.encode, one))}) for one in batches]
    found = ray.data.from_arrow(packed).map_batches(
        Annotator,
        fn_constructor_kwargs={"model": model, "own": own},
        batch_size=None,  # as they were packed
        batch_format="pyarrow",
        compute=ray.data.ActorPoolStrategy(size=min(workers, len(batches))),
    )
    try:
        for batch in found.iter_batches(batch_size=None, batch_format="pyarrow"):
            rows = cast("pa.Table", batch).to_pylist()
            yield from (Encoded(row["sha256"], row["content"]) for row in rows)
    except ray.exceptions.RayError as error:
        raise EngineError(f"Ray cannot finish: {_reason(error)}") from error


class Annotator:
    """What an actor does: batches of packed reports in, packed annotations out."""

    def __init__(self, model: str, own: Own) -> None:
        self._model, self._own = model, own

    def __call__(self, batch: "pa.Table") -> "pa.Table":
        import pyarrow as pa  # noqa: PLC0415

        packed = batch["report"].to_pylist()
        reports = [msgspec.msgpack.decode(one, type=Report) for one in packed]
        found = list(local.annotated(reports, model=self._model, own=self._own))
        return pa.table(
            {"sha256": [one.sha256 for one in found], "content": [one.content for one in found]}
        )


@contextmanager
def _connected(workers: int, address: str) -> Iterator[None]:
    os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # kg tells nobody that it runs
    os.environ.setdefault("RAY_BACKEND_LOG_LEVEL", "fatal")  # what fails is raised here
    try:
        import ray.data  # noqa: PLC0415
    except ImportError as error:
        raise EngineError(f"Ray is not installed: {INSTALL}") from error
    try:
        ray.init(
            address=address or "local",
            num_cpus=None if address else workers,
            include_dashboard=None if address else False,
            runtime_env={"env_vars": local.ONE_THREAD},
            log_to_driver=False,
            logging_level=logging.ERROR,
        )
    except (OSError, ValueError, RuntimeError) as error:
        raise EngineError(f"Ray cannot be reached: {_reason(error)}") from error
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    context = ray.data.DataContext.get_current()
    context.enable_progress_bars = False
    context.execution_options.preserve_order = True
    try:
        yield
    finally:
        ray.shutdown()


def _reason(error: Exception) -> str:
    """What is wrong, without Ray's traces: an error of ours, else the last line."""
    text = str(error).strip()
    ours = _OURS.search(text)
    return ours[1] if ours is not None else text.rpartition("\n")[2]
