"""Rows for people: a table, or, where its columns would be too narrow to read, one block a row."""

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

WIDTH = 160  # where the output is no terminal
NARROWEST = 13  # characters of a column that can be read, on average


def print_rows(
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    caption: str,
    numbers: frozenset[str] = frozenset(),
) -> None:
    """Print texts under the names of their columns; those of `numbers` stand to the right.

    Columns in which no row has anything are left out.
    """
    from rich.console import Console  # noqa: PLC0415

    kept = [n for n in range(len(columns)) if not rows or any(row[n] for row in rows)]
    columns, rows = [columns[n] for n in kept], [[row[n] for n in kept] for row in rows]
    console = Console(width=None if sys.stdout.isatty() else WIDTH, highlight=False)
    if len(columns) * NARROWEST <= console.width:
        _print_table(console, columns, rows, caption, numbers)
    else:
        _print_blocks(console, columns, rows, caption)


def _print_table(
    console: "Console",
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    caption: str,
    numbers: frozenset[str],
) -> None:
    from rich import box  # noqa: PLC0415
    from rich.markup import escape  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    table = Table(box=box.SIMPLE, caption=caption, caption_justify="left")
    for column in columns:
        table.add_column(column, justify="right" if column in numbers else "left", overflow="fold")
    for row in rows:
        table.add_row(*map(escape, row))
    console.print(table)


def _print_blocks(
    console: "Console", columns: Sequence[str], rows: Sequence[Sequence[str]], caption: str
) -> None:
    from rich.padding import Padding  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    for number, row in enumerate(rows, start=1):
        block = Table.grid(padding=(0, 2))
        for column, text in zip(columns, row, strict=True):
            if text:
                block.add_row(Text(column, style="dim"), Text(text))
        console.print(Text(str(number), style="bold"), Padding(block, (0, 0, 1, 2)))
    console.print(caption, style="dim italic")
