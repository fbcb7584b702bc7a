"""`kg export`: write a graph to a file that other tools open."""

import sys
from pathlib import Path
from typing import Annotated

import typer


def export(
    graph: Annotated[Path, typer.Argument(help="A graph folder, or any RDF file.")],
    out: Annotated[
        Path,
        typer.Argument(
            help="RDF: .ttl .nt .nq .trig .jsonld .rdf, .framed.jsonld for pages. "
            "Networks: .graphml .gexf .i2.csv .neo4j.zip. Tables: .csv.zip .parquet.zip. "
            "Investigations: .ftm.json .ftm.csv "
            ".stix.json .case.jsonld. Any of them with .gz. Or .parquet: what was found in each "
            "report of a graph folder. Or - for standard output.",
        ),
    ],
    format_: Annotated[
        str | None,
        typer.Option("--format", "-f", help="As ttl, csv or ftm, where OUT does not say it."),
    ] = None,
    shards: Annotated[
        int | None,
        typer.Option(min=1, help="Write N-Quads into so many files of a new folder OUT."),
    ] = None,
) -> None:
    """Write a graph to a file for other stores and tools; the suffix names the format.

    docs/exports.md says what each format is for, and what it leaves out.

    [bold]Examples[/bold]
      kg export graph/ graph.ttl
      kg export graph/ tables/ -f csv              (a folder of tables)
      kg export graph/ annotations.parquet         (a row a report)
      kg export graph/ shards/ --shards 64         (N-Quads to load at once)
      kg export graph/ - -f nq | gzip > graph.nq.gz
    """
    from kg.errors import ExportError  # noqa: PLC0415
    from kg.export import export as write  # noqa: PLC0415
    from kg.export import export_shards, write_to  # noqa: PLC0415
    from kg.pipeline import export_annotations  # noqa: PLC0415
    from kg.store import Store  # noqa: PLC0415

    plain = format_ == "nq" or (format_ is None and not out.suffix)
    if shards is not None and (not plain or str(out) == "-"):
        raise ExportError("shards are files of N-Quads in a folder: name one, and no other format")
    if format_ is None and out.suffix == ".parquet":
        export_annotations(graph, out)
        return
    with Store.open(graph) as store:
        if shards is not None:
            export_shards(store, out, count=shards)
        elif str(out) == "-":
            write_to(store, sys.stdout.buffer, format=format_ or "ttl")
        else:
            write(store, out, format=format_)
