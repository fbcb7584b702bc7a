"""Show doubtful pairs in the terminal and write down what people answer."""

from datetime import date
from getpass import getuser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from rich.console import Console

    from kg.cli.review.doubts import Doubt, One
    from kg.resolve.decisions import Decision

_ASK = "[m]erge, [d]istinct, [s]kip or [q]uit"
_ANSWERS = {"m": "merge", "d": "distinct", "s": "skip", "q": "quit"}


def review(
    graph: Annotated[Path, typer.Argument(help="A graph folder.", exists=True, file_okay=False)],
    by: Annotated[
        str | None, typer.Option(help="Who decides; left out: the name you are logged in under.")
    ] = None,
    most: Annotated[int, typer.Option(help="How many pairs to show.", min=1)] = 50,
) -> None:
    """Decide who is who: pairs of officials, operations and persons that may be one.

    Both are shown side by side, those first that most reports hang on. Answers are added to
    decisions.yml in the folder, with who, when and why; the next build obeys them.

    [bold]Example[/bold]
      kg review graph/ --by "A. Analyst"
    """
    from rich.console import Console  # noqa: PLC0415

    from kg.cli.review.doubts import doubts  # noqa: PLC0415
    from kg.resolve.decisions import append_decision, read_decisions  # noqa: PLC0415
    from kg.store import Store  # noqa: PLC0415

    decisions = graph / "decisions.yml"
    with Store.open(graph) as store:
        found = doubts(store, read_decisions(decisions))
    console = Console()
    written = 0
    for number, doubt in enumerate(found[:most], start=1):
        _show(console, doubt, f"{number} of {len(found)}")
        answer = _answer()
        if answer == "quit":
            break
        if answer != "skip":
            append_decision(decisions, _decision(doubt, answer, by or getuser()))
            written += 1
    typer.echo(_summary(written, len(found), decisions), err=True)


def _show(console: "Console", doubt: "Doubt", place: str) -> None:
    from rich.table import Table  # noqa: PLC0415

    title = f"{place}: one or two?  score {doubt.score:.2f}: {'; '.join(doubt.reasons)}"
    table = Table(title=title, title_justify="left", show_lines=True, expand=True)
    for one in doubt.ones:
        table.add_column(f"{one.label}\n{one.path}\n{_known_from(one)}", ratio=1)
    table.add_row(*("\n\n".join(_contexts(one)) for one in doubt.ones))
    console.print(table)


def _known_from(one: "One") -> str:
    """How many reports name one of a pair; none where it is an entry of a registry."""
    if one.reports == 0:
        return "listed in your registry"
    return f"{one.reports:,} report{'' if one.reports == 1 else 's'}"


def _contexts(one: "One") -> list[str]:
    return [f"{c.day or 'undated'}  {c.file_name}\n{c.sentence}" for c in one.contexts]


def _answer() -> str:
    """What is answered; the end of the input ends the review."""
    while True:
        try:
            letter = typer.prompt(_ASK, default="s", show_default=False).strip().casefold()[:1]
        except typer.Abort:
            return "quit"
        if letter in _ANSWERS:
            return _ANSWERS[letter]


def _decision(doubt: "Doubt", answer: str, by: str) -> "Decision":
    from kg.resolve.decisions import Decision  # noqa: PLC0415

    because = typer.prompt("why (may stay empty)", default="", show_default=False).strip() or None
    about = {"because": because, "by": by, "decided": date.today()}
    if answer == "merge":
        first, second = sorted(doubt.ones, key=lambda one: (-one.reports, one.path))
        return Decision(merge=(first.path, second.path), **about)  # type: ignore[arg-type]
    return Decision(distinct=doubt.sides, **about)  # type: ignore[arg-type]


def _summary(written: int, found: int, decisions: Path) -> str:
    if not found:
        return "nothing is left to decide"
    return f"{written:,} decisions written to {decisions}; build the graph again to apply them"
