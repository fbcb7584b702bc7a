"""GEXF 1.3, for Gephi: the entity graph with a time line and colours by type."""

from collections.abc import Iterator, Mapping
from typing import IO
from xml.sax.saxutils import quoteattr

from kg.export.rdfxml import refuse_outside_xml
from kg.store import Store

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<graph defaultedgetype="directed" mode="dynamic" timeformat="date">
"""
_NODE = {"type": "string", "subtype": "string", "latitude": "double", "longitude": "double"}
_EDGE = {"type": "string", "relation": "string", "reports": "string", "sentences": "string"}
_COLOURS = {  # of a palette that the colour-blind tell apart (Okabe and Ito)
    "Agency": (0, 114, 178),
    "CriminalGroup": (213, 94, 0),
    "Official": (86, 180, 233),
    "Operation": (230, 159, 0),
    "Organisation": (153, 153, 153),
    "Person": (204, 121, 167),
    "Place": (0, 158, 115),
    "Platform": (240, 228, 66),
}
_BETWEEN = " | "
Attributes = Mapping[str, object]


def write(store: Store, file: IO[bytes]) -> None:
    """Write the entity graph; an edge lasts from its first report to its last."""
    from kg.analyse.project import multigraph  # noqa: PLC0415  NetworkX: half a second

    graph = multigraph(store)
    file.write(_HEAD.encode())
    file.writelines(line.encode() for line in _declared("node", _NODE))
    file.writelines(line.encode() for line in _declared("edge", _EDGE))
    file.write(b"<nodes>\n")
    file.writelines(_node(iri, about).encode() for iri, about in graph.nodes(data=True))
    file.write(b"</nodes>\n<edges>\n")
    for number, (source, target, about) in enumerate(graph.edges(data=True)):
        file.write(_edge(number, source, target, about).encode())
    file.write(b"</edges>\n</graph>\n</gexf>\n")


def _declared(class_: str, types: Mapping[str, str]) -> Iterator[str]:
    yield f'<attributes class="{class_}">\n'
    for name, type_ in types.items():
        yield f'  <attribute id="{name}" title="{name}" type="{type_}"/>\n'
    yield "</attributes>\n"


def _node(iri: str, about: Attributes) -> str:
    red, green, blue = _COLOURS[str(about["type"])]
    values = {name: about[name] for name in _NODE}
    return (
        f"<node id={_quoted(iri)} label={_quoted(about['label'])}>\n{_values(values)}"
        f'  <viz:color r="{red}" g="{green}" b="{blue}"/>\n</node>\n'
    )


def _edge(number: int, source: str, target: str, about: Attributes) -> str:
    lasts = "".join(
        f" {name}={_quoted(day)}"
        for name, day in (("start", about["first"]), ("end", about["last"]))
        if day is not None
    )
    values = {
        "type": about["type"],
        "relation": about["label"],
        "reports": _BETWEEN.join(about["reports"]),  # type: ignore[arg-type]
        "sentences": _BETWEEN.join(about["sentences"]),  # type: ignore[arg-type]
    }
    return (
        f'<edge id="{number}" source={_quoted(source)} target={_quoted(target)} '
        f'label={_quoted(about["label"])} weight="{about["weight"]}"{lasts}>\n'
        f"{_values(values)}</edge>\n"
    )


def _values(values: Attributes) -> str:
    lines = "".join(
        f'    <attvalue for="{name}" value={_quoted(value)}/>\n'
        for name, value in values.items()
        if value is not None
    )
    return f"  <attvalues>\n{lines}  </attvalues>\n"


def _quoted(value: object) -> str:
    refuse_outside_xml(str(value), "GEXF")
    return quoteattr(str(value), {"\n": "&#10;", "\r": "&#13;", "\t": "&#9;"})
