"""`kg analyse communities`: who hangs together."""

from kg.cli.analyse.options import (
    Csv,
    GraphPath,
    Json,
    Limit,
    Network,
    Of,
    Place,
    Since,
    Until,
    opened,
)
from kg.cli.analyse.show import ROWS, show


def communities(
    graph: GraphPath,
    of: Of = Network.agencies,
    since: Since = None,
    until: Until = None,
    place: Place = None,
    limit: Limit = ROWS,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """Part a network into communities, named by their main agencies (or members).

    Louvain's method with a fixed seed: the same graph gives the same communities.
    """
    from kg.analyse.communities import communities as ask  # noqa: PLC0415

    with opened(graph, since, until, place) as (store, scope):
        found = ask(store, of=of.value, scope=scope)
    show(found, limit=limit, as_json=as_json, as_csv=as_csv, nothing="Nothing is tied.")
