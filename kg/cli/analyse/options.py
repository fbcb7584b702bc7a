"""What the commands of `kg analyse` share: their options, and how a store is opened for them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from kg.analyse.scope import Scope
    from kg.remote.store import RemoteStore
    from kg.store import Store

_DAY = ["%Y-%m-%d"]

GraphPath = Annotated[
    str, typer.Argument(help="A graph folder, any RDF file, or a server's address.")
]
Since = Annotated[
    datetime | None,
    typer.Option(formats=_DAY, metavar="DATE", help="The first day of publication, as 2021-03-02."),
]
Until = Annotated[
    datetime | None,
    typer.Option(formats=_DAY, metavar="DATE", help="The last day of publication."),
]
Place = Annotated[
    str | None, typer.Option(help="Only reports that name this place, or one within it.")
]
Limit = Annotated[int, typer.Option(min=0, help="The rows to print as a table; 0 for all.")]
Json = Annotated[bool, typer.Option("--json", help="Print all rows as JSON.")]
Csv = Annotated[bool, typer.Option("--csv", help="Print all rows as CSV.")]


class Network(StrEnum):
    agencies = "agencies"
    officials = "officials"
    people = "people"
    places = "places"
    everything = "everything"
    together = "together"


Of = Annotated[Network, typer.Option(help="Whose ties: see docs/analysis.md.")]


@contextmanager
def opened(
    graph: str, since: datetime | None, until: datetime | None, place: str | None
) -> Iterator[tuple["Store | RemoteStore", "Scope"]]:
    """The store of a graph, and the scope that the options ask for."""
    from kg.analyse.find import find  # noqa: PLC0415
    from kg.analyse.scope import Scope  # noqa: PLC0415
    from kg.remote import open_store  # noqa: PLC0415

    with open_store(graph) as store:
        yield (
            store,
            Scope(
                since=None if since is None else since.date(),
                until=None if until is None else until.date(),
                place=None if place is None else find(store, place, "Place").iri,
            ),
        )
