"""`kg analyse brokers`: agencies that stand between others."""

from kg.cli.analyse.options import Csv, GraphPath, Json, Limit, Place, Since, Until, opened
from kg.cli.analyse.show import ROWS, show


def brokers(
    graph: GraphPath,
    since: Since = None,
    until: Until = None,
    place: Place = None,
    limit: Limit = ROWS,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """Show which agencies stand between others that share no operation, and what makes them so.

    Betweenness: the share of shortest paths between two others that an agency is on. Constraint:
    low where its partners are not tied to each other. Reported ties only: who is reported most is
    seen best.
    """
    from kg.analyse.brokers import brokers as ask  # noqa: PLC0415

    with opened(graph, since, until, place) as (store, scope):
        found = ask(store, scope=scope)
    show(found, limit=limit, as_json=as_json, as_csv=as_csv, nothing="No agency is between others.")
