"""`kg report`: a graph as one page to read."""

from pathlib import Path
from typing import Annotated

import typer


def report(
    graph: Annotated[
        str, typer.Argument(help="A graph folder, any RDF file, or a server's address.")
    ],
    out: Annotated[
        Path, typer.Option("-o", "--out", help="The page to write: one HTML file.")
    ] = Path("report.html"),
    title: Annotated[str | None, typer.Option(help="What the page is called.")] = None,
) -> None:
    """Write a report on a graph: one HTML page, which opens without a network.

    Main agencies, operations and officials, seizures, a network, outcomes in time, a map, figures
    that differ between reports, and what was set aside; each line opens to its sentence.

    [bold]Example[/bold]
      kg report graph/ -o report.html
    """
    from kg.api import open_graph  # noqa: PLC0415

    with open_graph(graph) as opened:
        page = opened.report(title=title).save(out)
    typer.echo(f"{page}: open it in a browser", err=True)
