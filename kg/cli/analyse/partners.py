"""`kg analyse partners`: who works with whom over time."""

from enum import StrEnum
from typing import Annotated

import typer

from kg.cli.analyse.options import Csv, GraphPath, Json, Limit, Place, Since, Until, opened
from kg.cli.analyse.show import ROWS, show


class By(StrEnum):
    year = "year"
    quarter = "quarter"
    month = "month"


class Whose(StrEnum):
    agencies = "agencies"
    people = "people"
    places = "places"


def partners(
    graph: GraphPath,
    name: Annotated[
        str | None, typer.Argument(help="Only the partners of this one: a name or IRI.")
    ] = None,
    by: Annotated[By, typer.Option(help="The length of a period.")] = By.year,
    of: Annotated[Whose, typer.Option(help="Whose ties.")] = Whose.agencies,
    since: Since = None,
    until: Until = None,
    place: Place = None,
    limit: Limit = ROWS,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """Show who works with whom in each period, with what ties them and a sentence for it.

    [bold]Example[/bold]
      kg analyse partners graph/ "National Crime Agency" --by quarter
    """
    from kg.analyse.find import find  # noqa: PLC0415
    from kg.analyse.partners import partners as ask  # noqa: PLC0415

    with opened(graph, since, until, place) as (store, scope):
        iri = None if name is None else find(store, name).iri
        found = ask(store, name=iri, of=of.value, by=by.value, scope=scope)
    show(found, limit=limit, as_json=as_json, as_csv=as_csv, nothing="No ties are reported.")
