"""A graph on a server, asked as one on disk is: see `kg.store.Store.query`."""

import logging
import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Self

import httpx

from kg.errors import ServerError
from kg.remote.address import RESULTS, Addresses, find
from kg.remote.bind import bound
from kg.remote.client import Client, is_missing, refuse_failure
from kg.remote.results import answer
from kg.store import Solutions, Term, Triple, read_triples

_TRIPLES = "application/n-triples"
_HEADERS: Mapping[str, Mapping[str, str]] = {"GET": {"Accept": _TRIPLES}, "DELETE": {}}
_log = logging.getLogger(__name__)


class RemoteStore:
    """A graph on a SPARQL server; close it, or use it in a `with`.

    Queries see the union of all named graphs where the server can be told so: docs/servers.md.
    Credentials come from `environment` (KG_STORE_USER, KG_STORE_PASSWORD) or from netrc.
    """

    __slots__ = ("_addresses", "_client", "name")

    def __init__(
        self,
        url: str,
        *,
        update: str | None = None,
        graph_store: str | None = None,
        environment: Mapping[str, str] = os.environ,
    ) -> None:
        """Find the server at `url`; `update` and `graph_store` say what it does not say itself.

        Raises `ServerError` where nothing answers SPARQL.
        """
        self.name = url
        self._client = Client(url, environment)
        try:
            found = find(self._client, url)
        except ServerError:
            self._client.close()
            raise
        self._addresses: Addresses = replace(
            found,
            update=update or found.update,
            graph_store=graph_store or found.graph_store,
        )

    @property
    def query_address(self) -> str:
        return self._addresses.query

    def close(self) -> None:
        self._client.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def query(
        self, text: str, bindings: Mapping[str, Term] | None = None
    ) -> Solutions | Iterator[Triple] | bool:
        """What a SPARQL query finds: rows, triples (CONSTRUCT, DESCRIBE) or a yes or no (ASK).

        As `kg.store.Store.query`. Raises `QueryError` for a query that the server does not take,
        and `ServerError` for anything else that is wrong there.
        """
        values = bindings or {}
        query = bound(text, values)
        response = self._client.send(
            "POST",
            self._addresses.query,
            form={"query": query.text, **self._addresses.union},
            headers={"Accept": _TRIPLES if query.finds_triples else RESULTS},
        )
        refuse_failure(response, query=True)
        if query.finds_triples:
            return read_triples(response.content)
        found = answer(response.content, columns=query.columns, values=values)
        return _complete(found, response) if isinstance(found, Solutions) else found

    def update(self, text: str) -> None:
        """Change the graph by SPARQL Update; `text` is ours, and holds no words of a user."""
        address = self._writable(self._addresses.update, "--update")
        refuse_failure(self._client.send("POST", address, form={"update": text}))

    def graph_triples(self, graph: str) -> list[Triple]:
        """All triples of a named graph; none where there is no such graph."""
        response = self._to_graph("GET", graph)
        if is_missing(response):
            return []
        refuse_failure(response)
        return list(read_triples(response.content))

    def replace_graph(self, graph: str, lines: bytes) -> None:
        """Make these lines of N-Triples the whole of a named graph."""
        refuse_failure(self._to_graph("PUT", graph, lines))

    def extend_graph(self, graph: str, lines: bytes) -> None:
        """Add these lines of N-Triples to a named graph."""
        refuse_failure(self._to_graph("POST", graph, lines))

    def remove_graph(self, graph: str) -> None:
        """Take a named graph away, if it is there."""
        response = self._to_graph("DELETE", graph)
        if not is_missing(response):
            refuse_failure(response)

    def _to_graph(self, method: str, graph: str, lines: bytes | None = None) -> httpx.Response:
        return self._client.send(
            method,
            self._writable(self._addresses.graph_store, "--graph-store"),
            parameters={"graph": graph},
            content=lines,
            headers=_HEADERS.get(method, {"Content-Type": _TRIPLES}),
        )

    def _writable(self, address: str | None, option: str) -> str:
        if address is None:
            raise ServerError(f"{self.name}: a server that is not known: say by {option} where")
        return address


def _complete(found: Solutions, response: httpx.Response) -> Solutions:
    """The same rows; warn where the server may have left out others."""
    rows = list(found.rows)
    limit = response.headers.get("x-sparql-maxrows", "")  # of Virtuoso
    if limit.isdigit() and len(rows) >= int(limit):
        _log.warning("the server gives no more than %s rows: there may be others", limit)
    return Solutions(found.variables, iter(rows))
