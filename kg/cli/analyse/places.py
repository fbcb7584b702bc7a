"""`kg analyse places`: which places are central."""

from kg.cli.analyse.options import Csv, GraphPath, Json, Limit, Place, Since, Until, opened
from kg.cli.analyse.show import ROWS, show


def places(
    graph: GraphPath,
    since: Since = None,
    until: Until = None,
    place: Place = None,
    limit: Limit = ROWS,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """Show which places share operations with many others, and what is reported in them."""
    from kg.analyse.central import central_places as ask  # noqa: PLC0415

    with opened(graph, since, until, place) as (store, scope):
        found = ask(store, scope=scope)
    show(found, limit=limit, as_json=as_json, as_csv=as_csv, nothing="Nothing is placed.")
