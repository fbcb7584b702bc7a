"""`kg push`: a graph to a SPARQL server."""

from pathlib import Path
from typing import Annotated

import typer


def push(
    graph: Annotated[Path, typer.Argument(help="A graph folder, or an .nq or .trig of one.")],
    url: Annotated[
        str, typer.Argument(metavar="URL", help="The server, or where it is asked (SPARQL).")
    ],
    update: Annotated[
        str | None, typer.Option(help="Where it takes SPARQL Update, if kg cannot know.")
    ] = None,
    graph_store: Annotated[
        str | None,
        typer.Option(
            "--graph-store", help="Where it takes the Graph Store Protocol, if kg cannot know."
        ),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")] = False,
) -> None:
    """Bring a graph to a SPARQL 1.1 server: only the reports that have changed since the last push.

    A push that was stopped goes on where it was. Credentials come from KG_STORE_USER and
    KG_STORE_PASSWORD, or from ~/.netrc. Then `kg query URL …` asks the server.

    [bold]Example[/bold]
      kg push graph/ http://localhost:7878/
    """
    push_graph(graph, url, update=update, graph_store=graph_store, quiet=quiet)


def push_graph(
    graph: Path,
    url: str,
    *,
    update: str | None = None,
    graph_store: str | None = None,
    quiet: bool = False,
) -> None:
    """Push, with a bar and a line of what was done."""
    from kg.cli.progress import push_progress, stderr  # noqa: PLC0415
    from kg.remote.push import push as run  # noqa: PLC0415
    from kg.remote.store import RemoteStore  # noqa: PLC0415
    from kg.store import Store  # noqa: PLC0415

    with (
        Store.open(graph) as store,
        RemoteStore(url, update=update, graph_store=graph_store) as server,
        push_progress(quiet=quiet) as progress,
    ):
        done = run(store, server, progress=progress)
    if not quiet:
        stderr().print(
            f"{done.sent:,} named graphs sent, {done.unchanged:,} unchanged, "
            f"{done.removed:,} removed → {url}",
            soft_wrap=True,
        )
