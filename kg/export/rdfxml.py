"""RDF/XML, for tools that read nothing else: one description a subject, in reading order."""

import re
from functools import lru_cache
from typing import IO
from xml.sax.saxutils import escape, quoteattr

from kg.errors import ExportError
from kg.export.statements import Node, literal, nodes
from kg.store import Store
from kg.vocab import PREFIXES

_SPLIT = re.compile(r"<(?P<namespace>.*[#/:])(?P<local>[A-Za-z_][\w.-]*)>")
_PREFIX_OF = {iri: prefix for prefix, iri in PREFIXES.items()}
_NOT_IN_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(store: Store, file: IO[bytes]) -> None:
    """Write the union of all graphs.

    Raises `ExportError` for what XML cannot hold: control characters, and properties whose IRI
    ends in no name.
    """
    spaces = "".join(f" xmlns:{p}={quoteattr(iri)}" for p, iri in sorted(PREFIXES.items()))
    file.write(f'<?xml version="1.0" encoding="UTF-8"?>\n<rdf:RDF{spaces}>\n'.encode())
    file.writelines(_description(node).encode() for node in nodes(store))
    file.write(b"</rdf:RDF>\n")


def _description(node: Node) -> str:
    subject, about = node
    lines = [f"<rdf:Description {_reference(subject, 'rdf:about')}>"]
    for predicate, objects in about:
        name, space = _element(predicate)
        lines += [f"  <{name}{space}{_content(object_, name, subject)}" for object_ in objects]
    return "\n".join([*lines, "</rdf:Description>\n"])


def _reference(term: str, attribute: str) -> str:
    if term.startswith("_:"):
        return f'rdf:nodeID="{term[2:]}"'
    return f"{attribute}={quoteattr(term[1:-1])}"


@lru_cache(maxsize=1 << 10)
def _element(predicate: str) -> tuple[str, str]:
    """The name of a property's element, and the namespace to declare on it if it has no prefix."""
    match = _SPLIT.fullmatch(predicate)
    if match is None:
        raise ExportError(f"{predicate}: RDF/XML cannot name a property that ends like this")
    prefix = _PREFIX_OF.get(match["namespace"])
    if prefix is not None:
        return f"{prefix}:{match['local']}", ""
    return f"ns:{match['local']}", f" xmlns:ns={quoteattr(match['namespace'])}"


def _content(term: str, name: str, subject: str) -> str:
    """The rest of a property's element, from its attributes to its end."""
    if not term.startswith('"'):
        return f" {_reference(term, 'rdf:resource')}/>"
    text, language, datatype = literal(term)
    refuse_outside_xml(text, f"{name} of {subject}")
    tag = ""
    if language is not None:
        tag = f' xml:lang="{language}"'
    elif datatype is not None:
        tag = f" rdf:datatype={quoteattr(datatype)}"
    # a bare carriage return would be read back as a line feed
    return f"{tag}>{escape(text, {chr(13): '&#13;'})}</{name}>"


def refuse_outside_xml(text: str, where: str) -> None:
    """Raise `ExportError` where `text` holds a character that no XML file may."""
    if bad := _NOT_IN_XML.search(text):
        raise ExportError(f"{where}: XML cannot hold the character {bad[0]!r}")
