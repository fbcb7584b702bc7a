"""`kg build`: reports in, graph out."""

import json
import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import Model, Registry, Rules, of_build
from kg.cli.push import push_graph

if TYPE_CHECKING:
    from kg.folder import Manifest


class Engine(StrEnum):
    local = "local"
    ray = "ray"


SET_ASIDE = 3  # exit code: the graph was built, but some reports could not be read
SHOWN = 10


def build(
    inputs: Annotated[
        list[str],
        typer.Argument(
            metavar="INPUT",
            help="Files or folders of reports (.md .txt .html .jsonl .ndjson, .gz of these), here "
            "or in object storage (s3://…), or - for standard input.",
        ),
    ],
    out: Annotated[
        Path,
        typer.Option(
            "-o",
            "--out",
            help="A graph folder, built upon by the next build; or one file: "
            ".ttl .nt .nq .trig .jsonld .rdf .graphml.",
        ),
    ],
    model: Model = None,
    base_iri: Annotated[
        str | None, typer.Option(help="What the IRIs of the graph's nodes begin with.")
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option(help="Processes that annotate; by default the cores of this machine."),
    ] = None,
    engine: Annotated[
        Engine | None, typer.Option(help="What annotates: this machine, or actors of Ray.")
    ] = None,
    address: Annotated[
        str | None,
        typer.Option(help="Of a Ray cluster; without it Ray runs here.", show_default=False),
    ] = None,
    config: Annotated[
        Path | None, typer.Option(help="A kg.yml; by default the one in this folder, if any.")
    ] = None,
    rules: Rules = None,
    registry: Registry = None,
    text_field: Annotated[
        str | None, typer.Option(help="The field that holds the text, in JSON lines.")
    ] = None,
    store: Annotated[
        str | None,
        typer.Option(metavar="URL", help="A SPARQL server to push to afterwards, as `kg push`."),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print the summary as JSON, on standard output.")
    ] = False,
) -> None:
    """Build a graph from reports.

    The folder OUT keeps each report's annotations, so the next build reads only what is new.
    Exit code 3: the graph was built, but some reports had to be set aside.

    [bold]Examples[/bold]
      kg build reports/ -o graph/
      kg build reports/ more.jsonl.gz --text-field body -o graph.ttl
      kg build reports/ -o graph/ --rules rules/ --registry bodies.csv
    """
    from kg.cli.progress import build_progress  # noqa: PLC0415
    from kg.config import load_config  # noqa: PLC0415
    from kg.pipeline import build as run  # noqa: PLC0415

    settings = load_config(
        config,
        **of_build(model, rules, registry),
        base_iri=base_iri,
        workers=workers,
        engine=None if engine is None else engine.value,
        address=address,
    )
    with build_progress(quiet=quiet or as_json) as progress:
        manifest = run(
            inputs,
            out,
            config=settings,
            text_field=text_field,
            stdin=sys.stdin.buffer,
            progress=progress,
        )
    if as_json:
        typer.echo(json.dumps(_summary(manifest, out), indent=1))
    elif not quiet:
        _print_summary(manifest, out)
    if store is not None:
        push_graph(out, store, quiet=quiet or as_json)
    if manifest.set_aside:
        raise typer.Exit(SET_ASIDE)


def _summary(manifest: "Manifest", out: Path) -> dict[str, object]:
    return {
        "out": str(out),
        "reports": manifest.reports,
        "annotated": manifest.annotated,
        "duplicates": manifest.duplicates,
        "set_aside": [[s.file_name, s.reason, s.offset] for s in manifest.set_aside],
        "unmatched_decisions": list(manifest.unmatched_decisions),
        "entities": dict(manifest.entities),
        "facts": dict(manifest.facts),
        "seconds": dict(manifest.seconds),
    }


def _print_summary(manifest: "Manifest", out: Path) -> None:
    from rich.markup import escape  # noqa: PLC0415

    from kg.cli.progress import count_table, stderr  # noqa: PLC0415

    console = stderr()
    console.print(count_table("Entities", manifest.entities))
    console.print(count_table("Facts", manifest.facts))
    console.print(
        f"{manifest.reports:,} reports ({manifest.annotated:,} annotated now, "
        f"{manifest.duplicates:,} files held a report again) "
        f"in {sum(manifest.seconds.values()):.1f} s → {out}",
        soft_wrap=True,
    )
    for decision in manifest.unmatched_decisions:
        console.print(f"[yellow]decision without a match[/]: {escape(decision)}", soft_wrap=True)
    for aside in manifest.set_aside[:SHOWN]:
        said = escape(f"{aside.file_name}: {aside.reason}")  # brackets are markup to rich
        console.print(f"[yellow]set aside[/] {said}", highlight=False, soft_wrap=True)
    if len(manifest.set_aside) > SHOWN:
        console.print(f"… and {len(manifest.set_aside) - SHOWN:,} more: see manifest.json")
