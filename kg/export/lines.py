"""N-Triples and N-Quads, sorted; and the sorting of more lines than fit in memory."""

import heapq
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import groupby, islice
from typing import IO

from kg.store import Store

_LINES_IN_MEMORY = 1_000_000


def write_ntriples(store: Store, file: IO[bytes]) -> None:
    """Write each triple once, whatever the graphs it stands in."""
    _write(store.triple_lines(), file)


def write_nquads(store: Store, file: IO[bytes]) -> None:
    _write(store.quad_lines(), file)


def _write(lines: Iterable[str], file: IO[bytes]) -> None:
    file.writelines(f"{line}\n".encode() for line in in_order(lines))


def in_order(lines: Iterable[str], *, at_once: int = _LINES_IN_MEMORY) -> Iterator[str]:
    """The lines sorted, each once; those beyond `at_once` wait in temporary files.

    >>> list(in_order(["b", "a", "c", "a"], at_once=2))
    ['a', 'b', 'c']
    """
    with ExitStack() as stack:
        rest = iter(lines)
        runs: list[Iterable[str]] = [sorted(set(islice(rest, at_once)))]
        while batch := set(islice(rest, at_once)):
            runs.append(_set_down(sorted(batch), stack))
        if len(runs) == 1:
            yield from runs[0]
        else:
            yield from (line for line, _ in groupby(heapq.merge(*runs)))


def _set_down(run: list[str], stack: ExitStack) -> Iterator[str]:
    file = stack.enter_context(tempfile.TemporaryFile())  # noqa: SIM115  the stack closes it
    file.writelines(f"{line}\n".encode() for line in run)
    file.seek(0)
    return (line.decode()[:-1] for line in file)
