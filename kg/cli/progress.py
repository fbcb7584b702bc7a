"""Words and bars on standard error; data alone goes to standard output."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.table import Table


def stderr() -> Console:
    return Console(stderr=True)


@contextmanager
def build_progress(*, quiet: bool) -> Iterator[Callable[[str, int], None]]:
    """A progress line a stage; called with the stage and the number of reports done.

    A terminal alone shows them: in a file, all that is left of them would be an empty line.
    """
    console = stderr()
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        TextColumn("{task.completed:,.0f} reports"),
        TimeElapsedColumn(),
    )
    with Progress(
        *columns, console=console, disable=quiet or not console.is_terminal, transient=True
    ) as bars:
        stages: dict[str, TaskID] = {}

        def report(stage: str, done: int) -> None:
            if stage not in stages:
                stages[stage] = bars.add_task(stage, total=None)
            bars.update(stages[stage], completed=done)

        yield report


@contextmanager
def push_progress(*, quiet: bool) -> Iterator[Callable[[int, int], None]]:
    """A bar; called with the number of named graphs looked at, and how many there are."""
    console = stderr()
    columns = (TextColumn("push"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(
        *columns, console=console, disable=quiet or not console.is_terminal, transient=True
    ) as bars:
        task = bars.add_task("push", total=None)
        yield lambda done, total: bars.update(task, completed=done, total=total)


def count_table(title: str, counts: Mapping[str, int]) -> Table:
    table = Table(title=title, title_justify="left")
    table.add_column("type")
    table.add_column("count", justify="right")
    for kind, number in counts.items():
        table.add_row(kind, f"{number:,}")
    return table
