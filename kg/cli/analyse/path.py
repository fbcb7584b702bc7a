"""`kg analyse path`: how two entities are connected."""

from enum import StrEnum
from typing import Annotated

import typer

from kg.cli.analyse.options import Csv, GraphPath, Json, Place, Since, Until, opened
from kg.cli.analyse.show import show


class Over(StrEnum):
    facts = "facts"
    sentences = "sentences"


def path(
    graph: GraphPath,
    start: Annotated[str, typer.Argument(help="A name, or an IRI.")],
    end: Annotated[str, typer.Argument(help="Another.")],
    without: Annotated[
        list[str] | None,
        typer.Option(help="A type that no step may lead through, as Place; may be repeated."),
    ] = None,
    over: Annotated[
        Over, typer.Option(help="Steps are facts, or that one sentence names both.")
    ] = Over.facts,
    since: Since = None,
    until: Until = None,
    place: Place = None,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """Show the shortest path between two entities, with the sentence that states each step.

    [bold]Example[/bold]
      kg analyse path graph/ "Dorset Police" EncroChat --without Place
    """
    from kg.analyse.find import find  # noqa: PLC0415
    from kg.analyse.paths import path as ask  # noqa: PLC0415

    with opened(graph, since, until, place) as (store, scope):
        ends = find(store, start).iri, find(store, end).iri
        found = ask(store, *ends, without=without or (), over=over.value, scope=scope)
    nothing = f"Nothing reported connects {start} and {end}."
    show(found, limit=0, as_json=as_json, as_csv=as_csv, nothing=nothing)
