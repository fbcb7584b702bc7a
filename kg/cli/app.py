"""Put the commands together and say what `kg` is."""

from collections.abc import Callable
from typing import Annotated

import typer

from kg.cli import (
    analyse,
    annotate,
    build,
    check,
    evaluate,
    export,
    push,
    query,
    report,
    review,
    stats,
    train,
    view,
)

app = typer.Typer(
    name="kg",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="Start with:  kg build examples/reports -o graph/  then  kg report graph/",
)


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version  # noqa: PLC0415  `kg --help` would wait for it

        typer.echo(version("organised-crime-kg"))
        raise typer.Exit


@app.callback()
def _kg(
    version_: Annotated[
        bool,
        typer.Option(
            "--version", callback=_print_version, is_eager=True, help="Print the version and stop."
        ),
    ] = False,
    debug: Annotated[  # read by kg.cli.main
        bool, typer.Option("--debug", help="Show the trace of an error.")
    ] = False,
) -> None:
    """Turn reports on organised crime into a knowledge graph, each fact tied to its sentence."""


# The parameters of saved queries are options that only the query knows.
_ANY_OPTION = {"allow_extra_args": True, "ignore_unknown_options": True}

_MAKE, _USE, _TRUST = "Make a graph", "Ask it, look at it, pass it on", "Measure and improve it"
_COMMANDS: tuple[tuple[str, Callable[..., None]], ...] = (
    (_MAKE, build.build),
    (_MAKE, annotate.annotate),
    (_USE, query.query),
    (_USE, view.view),
    (_USE, report.report),
    (_USE, export.export),
    (_USE, push.push),
    (_TRUST, stats.stats),
    (_TRUST, review.review),
    (_TRUST, check.check),
    (_TRUST, evaluate.evaluate),
    (_TRUST, train.train),
)
for _panel, _command in _COMMANDS:
    _settings = _ANY_OPTION if _command is query.query else {}
    app.command(no_args_is_help=True, rich_help_panel=_panel, context_settings=_settings)(_command)
app.add_typer(analyse.app, rich_help_panel=_USE)
