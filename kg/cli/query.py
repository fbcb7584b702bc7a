"""`kg query`: ask a graph."""

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from kg.query.run import Rows


class Format(StrEnum):
    table = "table"
    csv = "csv"
    json = "json"


def query(
    context: typer.Context,
    graph: Annotated[
        str, typer.Argument(help="A graph folder, any RDF file, or a server's address.")
    ],
    question: Annotated[
        str | None,
        typer.Argument(
            metavar="QUERY|FILE.rq|NAME",
            help="SPARQL, a file of it, or the name of a saved query; left out: list those.",
        ),
    ] = None,
    format_: Annotated[
        Format, typer.Option("--format", "-f", help="json is the SPARQL results format.")
    ] = Format.table,
    limit: Annotated[
        int | None, typer.Option(min=1, help="How many rows to print; left out: all.")
    ] = None,
    offset: Annotated[int, typer.Option(min=0, help="How many rows to pass over first.")] = 0,
) -> None:
    """Ask a graph, in SPARQL or by the name of a saved query.

    Parameters of a saved query are given as options of that name. Prefixes are filled in, and a
    query sees all named graphs unless it says GRAPH.

    [bold]Examples[/bold]
      kg query graph/                              (lists the saved queries and their parameters)
      kg query graph/ seizures --place Luton
      kg query graph/ timeline --limit 50 --offset 100
      kg query http://localhost:7878/ officials
      kg query graph/ 'SELECT ?name WHERE { ?a a oc:Agency ; skos:prefLabel ?name }' -f csv
    """
    from kg.query.run import run  # noqa: PLC0415
    from kg.remote import open_store  # noqa: PLC0415

    with open_store(graph) as store:
        if question is None:
            _list_queries()
            return
        rows = run(store, question, **_parameters(context.args))
        _print_rows(rows.page(offset, limit), format_, of=len(rows))


def _parameters(arguments: list[str]) -> dict[str, str]:
    """`--place Luton --since=2020-01-01` as a mapping; a hyphen in a name is an underscore."""
    parameters: dict[str, str] = {}
    words = iter(arguments)
    for word in words:
        if not word.startswith("--"):
            raise typer.BadParameter(f"{word!r}: parameters are given as --name value")
        name, equals, value = word[2:].partition("=")
        value = value if equals else next(words, "")
        if not value:
            raise typer.BadParameter(f"--{name} needs a value")
        parameters[name.replace("-", "_")] = value
    return parameters


def _print_rows(rows: "Rows", format_: Format, *, of: int) -> None:
    if format_ is Format.csv:
        typer.echo(rows.to_csv(), nl=False)
    elif format_ is Format.json:
        typer.echo(rows.to_json())
    else:
        _print_table(rows, of=of)


def _print_table(rows: "Rows", *, of: int) -> None:
    from kg.cli.rows import print_rows  # noqa: PLC0415

    texts = [["" if value is None else str(value) for value in row] for row in rows]
    found = f"{of:,} rows" if len(rows) == of else f"{len(rows):,} of {of:,} rows"
    print_rows(rows.columns, texts, caption=found)


def _list_queries() -> None:
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415

    from kg.query.library import saved_queries  # noqa: PLC0415

    table = Table("name", "parameters", "question", title="Saved queries", title_justify="left")
    for saved in saved_queries():
        parameters = " ".join(f"--{p.name.replace('_', '-')}" for p in saved.parameters)
        table.add_row(saved.name, parameters, saved.title)
    Console().print(table)
