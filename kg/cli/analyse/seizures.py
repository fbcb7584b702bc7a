"""`kg analyse seizures`: a ledger of what was seized."""

from enum import StrEnum
from typing import Annotated

import typer

from kg.cli.analyse.options import Csv, GraphPath, Json, Limit, Place, Since, Until, opened
from kg.cli.analyse.show import ROWS, show


class By(StrEnum):
    commodity = "commodity"
    month = "month"
    place = "place"


def seizures(
    graph: GraphPath,
    by: Annotated[
        list[By] | None, typer.Option(help="A column to total by; may be repeated; default: all.")
    ] = None,
    since: Since = None,
    until: Until = None,
    place: Place = None,
    limit: Limit = ROWS,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """Add up what was seized by commodity, month and place, from a floor to a ceiling.

    The floor takes one report of each operation, the ceiling adds all reports up; "open" where a
    source says at least or more than.

    [bold]Example[/bold]
      kg analyse seizures graph/ --by commodity --since 2020-01-01
    """
    from kg.analyse.seizures import COLUMNS  # noqa: PLC0415
    from kg.analyse.seizures import seizures as ask  # noqa: PLC0415

    columns = [column for column in COLUMNS if by is None or By(column) in by]
    with opened(graph, since, until, place) as (store, scope):
        found = ask(store, by=columns, scope=scope)
    show(found, limit=limit, as_json=as_json, as_csv=as_csv, nothing="No figures of seizures.")
