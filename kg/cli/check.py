"""`kg check`: whether a graph keeps the ontology's contract."""

import json
from dataclasses import asdict
from typing import Annotated

import typer


def check(
    graph: Annotated[
        str, typer.Argument(help="A graph folder, any RDF file, or a server's address.")
    ],
    as_json: Annotated[
        bool, typer.Option("--json", help="Print violations as JSON, on standard output.")
    ] = False,
) -> None:
    """Check a graph: the ontology's shapes, and what shapes cannot say.

    Exit code 1 where anything is violated. Every fact must rest on a sentence, every offset must
    slice to its mention, no status may sit on a person.
    """
    from kg.query.check import check as run  # noqa: PLC0415
    from kg.remote import open_store  # noqa: PLC0415

    with open_store(graph) as store:
        violations = run(store)
    if as_json:
        typer.echo(json.dumps([asdict(v) for v in violations], indent=1))
    else:
        for violation in violations:
            typer.echo(f"{violation.severity}: {violation.focus}: {violation.message}")
        typer.echo(f"{len(violations):,} violations", err=True)
    if violations:
        raise typer.Exit(1)
