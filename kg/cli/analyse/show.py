"""Print the rows of an answer: a table for people, CSV or JSON for programs."""

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import typer

if TYPE_CHECKING:
    from kg.analyse.table import Table

ROWS = 20
_FOR_PROGRAMS = {"iri", "iris"}
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
    from kg.cli.rows import print_rows  # noqa: PLC0415

    rows = table[:limit]
    shown = [name for name in table.columns if name not in _FOR_PROGRAMS]
    print_rows(
        [name.replace("_", " ") for name in shown],
        [[_short(getattr(row, name)) for name in shown] for row in rows],
        caption=_caption(len(table), limit),
        numbers=frozenset(
            name.replace("_", " ")
            for name in shown
            if all(isinstance(getattr(row, name), _NUMBERS) for row in rows)
        ),
    )


def _short(value: object) -> str:
    from kg.analyse.table import in_text  # noqa: PLC0415

    if isinstance(value, tuple) and len(value) > _NAMES:
        return f"{in_text(value[:_NAMES])} … and {len(value) - _NAMES} more"
    text = in_text(value)
    return text if len(text) <= _CHARACTERS else f"{text[:_CHARACTERS].rstrip()} …"


def _caption(found: int, limit: int) -> str:
    if found <= limit:
        return f"{found:,} {'row' if found == 1 else 'rows'}"
    return f"{limit:,} of {found:,} rows; --limit 0 prints all"
