"""SPARQL in notebooks: `%load_ext kg`, then cells that open with `%%sparql graph`."""

from typing import Any

from IPython.core.error import UsageError
from IPython.core.interactiveshell import InteractiveShell
from IPython.core.magic import register_cell_magic
from IPython.core.magic_arguments import argument, magic_arguments, parse_argstring

from kg.api import Graph
from kg.errors import QueryError


def load(shell: InteractiveShell) -> None:
    """Add the magic to a shell; what a query finds is shown, and kept where `--into` says."""

    @register_cell_magic
    @magic_arguments()
    @argument("graph", help="The name of a variable that holds a graph.")
    @argument("--into", metavar="NAME", help="Keep the data frame in this variable.")
    @argument("--network", action="store_true", help="Show pairs as a network.")
    def sparql(line: str, cell: str) -> Any:
        """Ask a graph in SPARQL; the ontology's prefixes need no declaration."""
        asked = parse_argstring(sparql, line)
        graph = shell.user_ns.get(asked.graph)
        if not isinstance(graph, Graph):
            raise UsageError(f"%%sparql: {asked.graph!r} is no graph; open one: kg.open('graph/')")
        try:
            return (
                _network(graph, cell) if asked.network else _frame(shell, graph, cell, asked.into)
            )
        except QueryError as error:
            raise UsageError(f"%%sparql: {error}") from error


def _frame(shell: InteractiveShell, graph: Graph, text: str, into: str | None) -> Any:
    frame = graph.query(text).to_pandas()
    if into is not None:
        shell.user_ns[into] = frame
    return frame


def _network(graph: Graph, text: str) -> Any:
    from kg.view.network import network  # noqa: PLC0415

    return network(graph.analyse.network_of(text), title="Pairs")
