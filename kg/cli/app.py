"""Put the commands together and say what `kg` is."""

from importlib.metadata import version
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
    epilog="Start with:  kg build examples/reports -o graph/  then  kg query graph/ seizures",
)


def _print_version(wanted: bool) -> None:
    if wanted:
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

app.command(no_args_is_help=True)(build.build)
app.command(no_args_is_help=True, context_settings=_ANY_OPTION)(query.query)
for _command in (
    export.export,
    push.push,
    check.check,
    stats.stats,
    evaluate.evaluate,
    annotate.annotate,
    train.train,
    view.view,
    report.report,
):
    app.command(no_args_is_help=True)(_command)
app.add_typer(analyse.app)
