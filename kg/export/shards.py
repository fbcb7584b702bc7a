"""N-Quads in several files, for stores that load many at once."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from kg.export.lines import in_order
from kg.store import Store


def write_shards(store: Store, folder: Path, *, count: int) -> None:
    """Write the lines of the one file, in their order, into `count` files of like length.

    One after the other, by name, they are the one file.
    """
    lines, total = in_order(store.quad_lines()), len(store)
    for number, size in enumerate(_sizes(total, count), start=1):
        with (folder / f"{number:05}-of-{count:05}.nq").open("wb") as file:
            file.writelines(f"{line}\n".encode() for line in islice(lines, size))


def _sizes(total: int, count: int) -> Iterator[int]:
    """Numbers that differ by one at most.

    >>> list(_sizes(10, 4))
    [2, 3, 2, 3]
    """
    for number in range(count):
        yield total * (number + 1) // count - total * number // count
