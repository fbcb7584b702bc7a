"""Find where a SPARQL server is asked, changed and filled: each product has its own addresses."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import httpx

from kg.errors import ServerError
from kg.remote.client import Client, refuse_failure

RESULTS = "application/sparql-results+json"


@dataclass(frozen=True, slots=True)
class Layout:
    """The addresses of one product, below that of the server or of a data set on it."""

    query: str
    update: str
    graph_store: str
    union: Mapping[str, str] = field(default_factory=dict)  # asks for all named graphs as one


LAYOUTS: Mapping[str, Layout] = {  # by a word of what the server calls itself, in lower case
    "fuseki": Layout("sparql", "update", "data", {"default-graph-uri": "urn:x-arq:UnionGraph"}),
    "oxigraph": Layout("query", "update", "store", {"union-default-graph": "true"}),
    "virtuoso": Layout("sparql", "sparql-auth", "sparql-graph-crud-auth"),
}


@dataclass(frozen=True, slots=True)
class Addresses:
    """Where a server is asked; and, where that is known, how it is changed."""

    query: str
    update: str | None = None
    graph_store: str | None = None
    union: Mapping[str, str] = field(default_factory=dict)


def find(client: Client, url: str) -> Addresses:
    """The addresses of the server at `url`: its own, or the one where it is asked.

    A server that is not one of `LAYOUTS` is asked at `url` itself. Raises `ServerError` where
    nothing answers SPARQL.
    """
    response = _probe(client, url)
    layout = _layout(response)
    if _is_answer(response):
        return _around(url, layout)
    if layout is not None:
        base = url.rstrip("/")
        response = _probe(client, f"{base}/{layout.query}")
        if _is_answer(response):
            return _below(base, layout)
    refuse_failure(response)
    raise ServerError(f"{url}: does not answer SPARQL: give the address of its queries")


def _probe(client: Client, url: str) -> httpx.Response:
    return client.send("POST", url, form={"query": "ASK { }"}, headers={"Accept": RESULTS})


def _is_answer(response: httpx.Response) -> bool:
    return response.is_success and "json" in response.headers.get("content-type", "")


def _layout(response: httpx.Response) -> Layout | None:
    name = response.headers.get("server", "").lower()
    return next((layout for word, layout in LAYOUTS.items() if word in name), None)


def _around(url: str, layout: Layout | None) -> Addresses:
    """The addresses beside the one where a server is asked."""
    if layout is None:
        return Addresses(url)
    base, _, _ = url.rstrip("/").rpartition("/")
    return Addresses(url, f"{base}/{layout.update}", f"{base}/{layout.graph_store}", layout.union)


def _below(base: str, layout: Layout) -> Addresses:
    return _around(f"{base}/{layout.query}", layout)
