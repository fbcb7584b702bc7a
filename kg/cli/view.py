"""`kg view`: a graph as a network to look at."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class Projection(StrEnum):
    agencies = "agencies"
    everything = "everything"
    officials = "officials"
    people = "people"
    places = "places"


def view(
    graph: Annotated[
        str, typer.Argument(help="A graph folder, any RDF file, or a server's address.")
    ],
    projection: Annotated[
        Projection, typer.Argument(help="What the nodes are, and what ties them.")
    ] = Projection.everything,
    out: Annotated[
        Path, typer.Option("-o", "--out", help="The page to write: one HTML file.")
    ] = Path("network.html"),
    most_nodes: Annotated[
        int, typer.Option(help="If there are more, show those of strongest ties.")
    ] = 5000,
) -> None:
    """Draw a graph as a network, in one HTML file that needs no network itself.

    Search a name, filter by type, relation and date, click a node for what reports say of it and
    a line for its sentences.

    [bold]Examples[/bold]
      kg view graph/
      kg view graph/ agencies -o agencies.html
    """
    from kg.api import open_graph  # noqa: PLC0415

    with open_graph(graph) as opened:
        page = opened.view(projection.value, most_nodes=most_nodes).save(out)
    typer.echo(f"{page}: open it in a browser", err=True)
