"""Statements in the order that people read them: a report, its sentences, mentions and facts.

What a report says hangs under its IRI (`report/…/s3`, `report/…/fact/…`), so that the order comes
from IRIs alone; numbers in them sort as numbers. Terms stay as N-Triples writes them.
"""

import re
from collections.abc import Iterable, Iterator
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

_PARTS_IN_MEMORY = 200_000  # of some six lines each

Node = tuple[str, list[tuple[str, list[str]]]]  # a subject; each predicate with its objects


class Literal(NamedTuple):
    text: str
    language: str | None
    datatype: str | None


def nodes(store: Store) -> Iterator[Node]:
    """Each subject of the union of all graphs, with what is said of it, in reading order."""
    return _in_reading_order(store.triple_rows())


def nodes_by_graph(store: Store) -> Iterator[tuple[str, Iterator[Node]]]:
    """The same, graph by graph; the default graph is called ""."""
    graphs = sorted(store.lines_by_graph(), key=lambda graph: (reading_key(graph[0]), graph[0]))
    for name, lines in graphs:
        found = _in_reading_order(line[:-2].replace(" ", "\t", 2) for line in lines)
        first = next(found, None)
        if first is not None:
            yield name, chain([first], found)


def _in_reading_order(rows: Iterable[str]) -> Iterator[Node]:
    """Put together what rows of terms say of each subject, which may come in several parts."""
    parts = (part.split("\t") for part in in_order(_parts(rows), at_once=_PARTS_IN_MEMORY))
    for subject, same in groupby(parts, key=itemgetter(1)):
        yield _node(subject, same)


def _parts(rows: Iterable[str]) -> Iterator[str]:
    """What follows one another of one subject: its key, itself, then predicates and objects.

    To sort by subject, and not by row, leaves a fraction to sort. N-Triples escapes tabs.
    """
    opened = (row.partition("\t") for row in rows)
    for subject, group in groupby(opened, key=itemgetter(0)):
        yield "\t".join([reading_key(subject), subject, *[said for _, _, said in group]])


def _node(subject: str, parts: Iterable[list[str]]) -> Node:
    """Predicates in order, classes first; of these, those of the ontology before others.

    What one of them leads to is in reading order: the tenth sentence after the ninth.
    """
    about: dict[str, list[str]] = {}
    for predicate, object_ in sorted({said for part in parts for said in _said(part)}):
        about.setdefault(predicate, []).append(object_)
    for objects in about.values():
        if len(objects) > 1:
            objects.sort(key=reading_key)
    if RDF_TYPE in about:
        types = sorted(about.pop(RDF_TYPE), key=lambda object_: not object_.startswith(_OURS))
        about = {RDF_TYPE: types} | about
    return subject, list(about.items())


def _said(part: list[str]) -> Iterable[tuple[str, str]]:
    """The predicates and objects that follow a key and a subject."""
    return zip(part[2::2], part[3::2], strict=True)


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
