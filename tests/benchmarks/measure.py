"""Time things beside each other, so that a busy machine slows both."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from signal import ITIMER_REAL, SIGALRM, setitimer, signal
from statistics import median
from time import perf_counter
from types import FrameType

TIMES = 5
Timed = Callable[[], object]


class TooLongError(Exception):
    """What was timed had not ended when its time was over."""


def seconds(what: Timed) -> float:
    start = perf_counter()
    what()
    return perf_counter() - start


def medians(what: Mapping[str, Timed], *, times: int = TIMES) -> Mapping[str, float]:
    """The median seconds of each, run by turns."""
    taken: dict[str, list[float]] = {name: [] for name in what}
    for _ in range(times):
        for name, one in what.items():
            taken[name].append(seconds(one))
    return {name: median(all_) for name, all_ in taken.items()}


def at_most(limit: float, what: Timed) -> float:
    """The seconds that it takes; `limit` where those are not enough, which Python code can tell."""
    try:
        with _alarm(limit):
            return seconds(what)
    except TooLongError:
        return limit


@contextmanager
def _alarm(limit: float) -> Iterator[None]:
    def ring(_: int, __: FrameType | None) -> None:
        raise TooLongError

    before = signal(SIGALRM, ring)
    setitimer(ITIMER_REAL, limit)
    try:
        yield
    finally:
        setitimer(ITIMER_REAL, 0)
        signal(SIGALRM, before)


def table(title: str, columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """A heading and a table, in Markdown."""
    lines = [columns, ["---"] * len(columns), *rows]
    return f"## {title}\n\n" + "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def said(taken: float) -> str:
    """A time as people read it."""
    return f"{taken:.2f} s" if taken >= 1 else f"{taken * 1000:.1f} ms"
