"""GraphML, for Gephi, Cytoscape, yEd and NetworkX: entities and what reports say between them."""

from typing import IO, TYPE_CHECKING

from kg.export.rdfxml import refuse_outside_xml
from kg.store import Store

if TYPE_CHECKING:
    import networkx as nx

_BETWEEN = " | "


def write(store: Store, file: IO[bytes]) -> None:
    """Write the entity graph; lists become text, since GraphML knows only plain values."""
    import networkx as nx  # noqa: PLC0415  half a second to import

    from kg.analyse.project import multigraph  # noqa: PLC0415

    graph = _numbered(multigraph(store))
    for _, attributes in graph.nodes(data=True):
        _flatten(attributes)
    for *_, attributes in graph.edges(data=True):
        _flatten(attributes)
    # the writer of the standard library: with lxml, where that is installed, bytes would differ
    nx.write_graphml_xml(graph, file)
    file.write(b"\n")


def _numbered(graph: "nx.MultiDiGraph[str]") -> "nx.MultiDiGraph[str]":
    """The graph with numbers for keys: they become ids, which are unique in the whole file."""
    numbered = graph.__class__()
    numbered.add_nodes_from(graph.nodes(data=True))
    for number, (source, target, attributes) in enumerate(graph.edges(data=True)):
        numbered.add_edge(source, target, key=number, **attributes)
    return numbered


def _flatten(attributes: dict[str, object]) -> None:
    for name, value in list(attributes.items()):
        if value is None:
            del attributes[name]
        elif isinstance(value, tuple):
            attributes[name] = _BETWEEN.join(value)
        if isinstance(attributes.get(name), str):
            refuse_outside_xml(str(attributes[name]), name)
