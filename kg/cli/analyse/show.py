"""Print the rows of an answer: a table for people, CSV or JSON for programs."""

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from kg.analyse.table import Table

ROWS = 20
_FOR_PROGRAMS = {"iri", "iris"}
_WIDTH = 160  # where the output is no terminal
_NUMBERS = (int, float, Decimal)
_NAMES = 6  # of a list
_CHARACTERS = 200  # of a sentence: --csv and --json have it whole


def show(table: "Table[Any]", *, limit: int, as_json: bool, as_csv: bool, nothing: str) -> None:
    """Print all rows for programs, or the first `limit` for people; `nothing` where none are."""
    if as_json:
        typer.echo(table.to_json())
    elif as_csv:
        typer.echo(table.to_csv(), nl=False)
    elif table:
        _print(table, limit or len(table))
    else:
        typer.echo(nothing, err=True)


def _print(table: "Table[Any]", limit: int) -> None:
    import sys  # noqa: PLC0415

    from rich import box  # noqa: PLC0415
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table as Printed  # noqa: PLC0415

    rows = table[:limit]
    shown = [
        name
        for name in table.columns
        if name not in _FOR_PROGRAMS and any(getattr(row, name) is not None for row in rows)
    ]
    printed = Printed(box=box.SIMPLE, caption=_caption(len(table), limit), caption_justify="left")
    for name in shown:
        number = all(isinstance(getattr(row, name), _NUMBERS) for row in rows)
        printed.add_column(name.replace("_", " "), justify="right" if number else "left")
    for row in rows:
        printed.add_row(*(_short(getattr(row, name)) for name in shown))
    Console(width=None if sys.stdout.isatty() else _WIDTH).print(printed)


def _short(value: object) -> str:
    from rich.markup import escape  # noqa: PLC0415

    from kg.analyse.table import in_text  # noqa: PLC0415

    if isinstance(value, tuple) and len(value) > _NAMES:
        return escape(f"{in_text(value[:_NAMES])} … and {len(value) - _NAMES} more")
    text = in_text(value)
    return escape(text if len(text) <= _CHARACTERS else f"{text[:_CHARACTERS].rstrip()} …")


def _caption(found: int, limit: int) -> str:
    if found <= limit:
        return f"{found:,} {'row' if found == 1 else 'rows'}"
    return f"{limit:,} of {found:,} rows; --limit 0 prints all"
