"""`kg stats`: what is in a graph, in numbers."""

import json
from dataclasses import asdict
from typing import Annotated

import typer


def stats(
    graph: Annotated[
        str, typer.Argument(help="A graph folder, any RDF file, or a server's address.")
    ],
    as_json: Annotated[bool, typer.Option("--json", help="Print counts as JSON.")] = False,
) -> None:
    """Count what a graph holds: reports, sentences, mentions, entities and facts by type."""
    from rich.console import Console  # noqa: PLC0415

    from kg.cli.progress import count_table  # noqa: PLC0415
    from kg.query.stats import stats as count  # noqa: PLC0415
    from kg.remote import open_store  # noqa: PLC0415

    with open_store(graph) as store:
        counts = count(store)
    if as_json:
        typer.echo(json.dumps(asdict(counts), indent=1, default=str))
        return
    console = Console()
    console.print(count_table("Entities", counts.entities))
    console.print(count_table("Facts", counts.facts))
    console.print(
        f"{counts.reports:,} reports, {counts.sentences:,} sentences, "
        f"{counts.mentions:,} mentions, {counts.first_date} to {counts.last_date}"
    )
