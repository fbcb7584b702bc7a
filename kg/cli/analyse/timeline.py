"""`kg analyse timeline`: what happened to, by or around somebody or something."""

from typing import Annotated

import typer

from kg.cli.analyse.options import Csv, GraphPath, Json, Limit, Place, Since, Until, opened
from kg.cli.analyse.show import ROWS, show


def timeline(
    graph: GraphPath,
    name: Annotated[str, typer.Argument(help="An operation, agency, person …: a name or IRI.")],
    since: Since = None,
    until: Until = None,
    place: Place = None,
    limit: Limit = ROWS,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """Show all that reports say of one entity, in order of time.

    Dates are the source's own ("happened") or of the first report ("reported"). What is told of a
    person is a report, never a finding of guilt.

    [bold]Example[/bold]
      kg analyse timeline graph/ "Operation Venetic"
    """
    from kg.analyse.find import find  # noqa: PLC0415
    from kg.analyse.timeline import timeline as ask  # noqa: PLC0415

    with opened(graph, since, until, place) as (store, scope):
        found = ask(store, find(store, name).iri, scope=scope)
    nothing = f"No fact is stated of {name}: reports may name it, all the same."
    show(found, limit=limit, as_json=as_json, as_csv=as_csv, nothing=nothing)
