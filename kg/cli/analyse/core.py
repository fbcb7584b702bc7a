"""`kg analyse core`: who is in the core of a network."""

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


def core(
    graph: GraphPath,
    of: Of = Network.agencies,
    since: Since = None,
    until: Until = None,
    place: Place = None,
    limit: Limit = ROWS,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """Show who is in the core of a network: tied to many who are tied to as many (k-core)."""
    from kg.analyse.core import core as ask  # noqa: PLC0415

    with opened(graph, since, until, place) as (store, scope):
        found = ask(store, of=of.value, scope=scope)
    show(found, limit=limit, as_json=as_json, as_csv=as_csv, nothing="Nothing is tied.")
