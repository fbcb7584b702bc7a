"""Statements in the order that people read them: a report, its sentences, mentions and facts.

What a report says hangs under its IRI (`report/…/s3`, `report/…/fact/…`), so that the order comes
from IRIs alone; numbers in them sort as numbers. Terms stay as N-Triples writes them.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, groupby
from operator import itemgetter
from typing import NamedTuple

from kg.export.lines import in_order
from kg.store import Store
from kg.vocab import PREFIXES

RDF_TYPE = f"<{PREFIXES['rdf']}type>"
_OURS = f"<{PREFIXES['oc']}"
_REPORT = re.compile(r"<(?P<base>.*/)report/[^/>]+(?P<rest>/[^>]*)?>")
_RANKS = ((re.compile(r"/s\d"), 1), (re.compile(r"/m"), 2), (re.compile(r"/fact/"), 4))
_DIGITS = re.compile(r"\d+")
_ESCAPE = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))")
_ESCAPED = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}
_LITERAL = re.compile(r'"(.*)"(?:@(.+)|\^\^<(.+)>)?', re.DOTALL)

Node = tuple[str, list[tuple[str, list[str]]]]  # a subject; each predicate with its objects


class Literal(NamedTuple):
    text: str
    language: str | None
    datatype: str | None


def nodes(store: Store) -> Iterator[Node]:
    """Each subject of the union of all graphs, with what is said of it, in reading order."""
    return _grouped(line.split("\t") for line in in_order(map(_sortable, store.triple_lines())))


def nodes_by_graph(store: Store) -> Iterator[tuple[str, Iterator[Node]]]:
    """The same, graph by graph; the default graph is called ""."""
    lines = (line.split("\t") for line in in_order(map(_sortable_quad, store.quad_lines())))
    for key, graph in groupby(lines, key=itemgetter(0, 1)):
        yield key[1], _grouped(fields[2:] for fields in graph)


def _grouped(rows: Iterator[list[str]]) -> Iterator[Node]:
    """Rows of (key, subject, predicate key, predicate, object) as nodes."""
    for subject, about in groupby(rows, key=itemgetter(1)):
        yield (
            subject,
            [(p, _in_turn(p, [row[4] for row in g])) for p, g in groupby(about, itemgetter(3))],
        )


def _in_turn(predicate: str, objects: list[str]) -> list[str]:
    """The objects as they come; of classes, those of the ontology before those of others."""
    if predicate != RDF_TYPE:
        return objects
    return sorted(objects, key=lambda object_: not object_.startswith(_OURS))


def _sortable(line: str) -> str:
    subject, predicate, rest = line.split(" ", 2)
    return _row(subject, predicate, rest[:-2])


def _sortable_quad(line: str) -> str:
    subject, predicate, rest = line.split(" ", 2)
    if rest.startswith('"'):
        end = rest.rindex('"') + 1
        tag, _, graph = rest[end:-2].partition(" ")
        object_ = rest[:end] + tag
    else:
        object_, _, graph = rest[:-2].partition(" ")
    return f"{reading_key(graph)}\t{graph}\t{_row(subject, predicate, object_)}"


def _row(subject: str, predicate: str, object_: str) -> str:
    first = "" if predicate == RDF_TYPE else predicate
    return f"{reading_key(subject)}\t{subject}\t{first}\t{predicate}\t{object_}"


@lru_cache(maxsize=1 << 16)
def reading_key(term: str) -> str:
    """What to sort an IRI by.

    >>> sorted(["<b/place/x>", "<b/report/r/s10>", "<b/report/r/s9>"], key=reading_key)
    ['<b/report/r/s9>', '<b/report/r/s10>', '<b/place/x>']
    """
    match = _REPORT.fullmatch(term)
    if match is None:
        return f"1{_padded(term)}"
    rest = match["rest"] or ""
    rank = next((rank for pattern, rank in _RANKS if pattern.match(rest)), 3 if rest else 0)
    return f"0{_padded(term[: match.start('rest')] if rest else term[:-1])} {rank}{_padded(rest)}"


def _padded(text: str) -> str:
    return _DIGITS.sub(lambda digits: digits[0].rjust(12, "0"), text)


def base_of(subject: str) -> str | None:
    """The IRI that all others are relative to, from that of a report.

    >>> base_of("<https://example.org/id/report/raid-1234>")
    'https://example.org/id/'
    """
    match = _REPORT.fullmatch(subject)
    return None if match is None else match["base"]


def with_base(found: Iterator[Node]) -> tuple[Iterator[Node], str | None]:
    """The same nodes, and the base of the first, which is a report where there is any."""
    first = next(found, None)
    if first is None:
        return found, None
    return chain([first], found), base_of(first[0])


def literal(term: str) -> Literal:
    r"""The parts of a literal in N-Triples.

    >>> literal('"say \\"no\\""@en')
    Literal(text='say "no"', language='en', datatype=None)
    """
    match = _LITERAL.fullmatch(term)
    if match is None:
        raise ValueError(f"{term!r} is no literal")
    text = _ESCAPE.sub(_unescaped, match[1]) if "\\" in match[1] else match[1]
    return Literal(text, match[2], match[3])


def _unescaped(match: re.Match[str]) -> str:
    code = match[1] or match[2]
    return chr(int(code, 16)) if code else _ESCAPED.get(match[3], match[3])
