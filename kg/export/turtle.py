"""Turtle and TriG for people: prefixes, one block a subject, reports before what they name."""

import re
from collections.abc import Callable
from typing import IO

from kg.export.statements import RDF_TYPE, Node, base_of, nodes, nodes_by_graph, with_base
from kg.store import Store
from kg.vocab import PREFIXES

Shorten = Callable[[str], str]

_NAMESPACES = sorted(((f"<{iri}", prefix) for prefix, iri in PREFIXES.items()), reverse=True)
_LOCAL_NAME = re.compile(r"[A-Za-z_][\w-]*", re.ASCII)
_RELATIVE = re.compile(r"[A-Za-z0-9][\w.~%()+,-]*(?:/[\w~%()+,-][\w.~%()+,-]*)*", re.ASCII)
_DECIMAL = f"<{PREFIXES['xsd']}decimal>"
_WHOLE = re.compile(r"[+-]?\d+")
_BARE = {
    f"<{PREFIXES['xsd']}integer>": _WHOLE,
    _DECIMAL: re.compile(r"[+-]?\d*\.\d+"),
    f"<{PREFIXES['xsd']}boolean>": re.compile(r"true|false"),
}
_REMEMBERED = 1 << 16  # terms


def write(store: Store, file: IO[bytes]) -> None:
    """Write the union of all graphs."""
    found, base = with_base(nodes(store))
    file.write(_head(base).encode())
    shorten = _shortener(base)
    for node in found:
        file.write(f"\n{_block(node, shorten)}".encode())


def write_trig(store: Store, file: IO[bytes]) -> None:
    """Write graph by graph, each with its subjects."""
    base = next((base for graph in store.graphs() if (base := base_of(f"<{graph}>"))), None)
    file.write(_head(base).encode())
    shorten = _shortener(base)
    for graph, members in nodes_by_graph(store):
        if graph:
            file.write(f"\n{shorten(graph)} {{\n".encode())
            file.writelines(_block(node, shorten, "  ").encode() for node in members)
            file.write(b"}\n")
        else:
            file.writelines(f"\n{_block(node, shorten)}".encode() for node in members)


def _head(base: str | None) -> str:
    lines = [f"@prefix {prefix}: <{iri}> ." for prefix, iri in sorted(PREFIXES.items())]
    return "\n".join([f"@base <{base}> ."] * (base is not None) + lines) + "\n"


def _block(node: Node, shorten: Shorten, indent: str = "") -> str:
    subject, about = node
    said = [
        f"{'a' if predicate == RDF_TYPE else shorten(predicate)} {', '.join(map(shorten, objects))}"
        for predicate, objects in about
    ]
    return f"{indent}{shorten(subject)} " + f" ;\n{indent}    ".join(said) + " .\n"


class _Short(dict[str, str]):
    """Terms of N-Triples as Turtle writes them, as short as can be: those met of late.

    A dictionary, since asking one is the quickest that Python does.
    """

    def __init__(self, base: str | None) -> None:
        self._start = None if base is None else f"<{base}"

    def __missing__(self, term: str) -> str:
        if term[-1] != ">":
            return term  # text, mostly met once
        if len(self) >= _REMEMBERED:
            self.clear()
        self[term] = short = self._iri(term) if term[0] == "<" else _literal(term)
        return short

    def _iri(self, term: str) -> str:
        if self._start is not None and term.startswith(self._start):
            rest = term[len(self._start) : -1]
            return f"<{rest}>" if _RELATIVE.fullmatch(rest) else term
        return prefixed(term)


def _shortener(base: str | None) -> Shorten:
    """A function that writes a term of N-Triples as Turtle does, as short as it can be."""
    return _Short(base).__getitem__


def prefixed(term: str) -> str:
    """An IRI in angle brackets with its prefix, where it has one that can stand there.

    >>> prefixed("<http://www.w3.org/2004/02/skos/core#prefLabel>")
    'skos:prefLabel'
    """
    for start, prefix in _NAMESPACES:
        if term.startswith(start) and _LOCAL_NAME.fullmatch(term, len(start), len(term) - 1):
            return f"{prefix}:{term[len(start) : -1]}"
    return term


def _literal(term: str) -> str:
    """A literal with a datatype: numbers and booleans bare where that reads back the same.

    A whole decimal gets its point back: `10` would be an integer, and `10.0` is the same decimal.
    """
    quoted, _, datatype = term.rpartition("^^")
    text, bare = quoted[1:-1], _BARE.get(datatype)
    if bare is not None and bare.fullmatch(text):
        return text
    if datatype == _DECIMAL and _WHOLE.fullmatch(text):
        return f"{text}.0"
    return f"{quoted}^^{prefixed(datatype)}"
