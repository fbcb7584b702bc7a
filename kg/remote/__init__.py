"""Ask and fill a graph on a SPARQL 1.1 server, by its protocols."""

import re
from pathlib import Path
from typing import TYPE_CHECKING, TypeGuard

from kg.store import Store

if TYPE_CHECKING:
    from kg.remote.store import RemoteStore

_ADDRESS = re.compile(r"https?://\S+")


def is_address(graph: str | Path) -> TypeGuard[str]:
    """Whether what names a graph is a server's address, and no path."""
    return isinstance(graph, str) and _ADDRESS.fullmatch(graph) is not None


def open_store(graph: str | Path) -> "Store | RemoteStore":
    """The graph of that name: a graph folder, an RDF file, or a server's address.

    Raises `GraphError` or `ServerError` where there is none.
    """
    if not is_address(graph):
        return Store.open(graph)
    from kg.remote.store import RemoteStore  # noqa: PLC0415  HTTP: a fifth of a second to import

    return RemoteStore(graph)
