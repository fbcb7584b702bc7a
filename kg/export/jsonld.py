"""JSON-LD: a context, then one object a subject, in reading order, written as it comes."""

import json
import re
from functools import lru_cache
from typing import IO

from kg.export.statements import RDF_TYPE, Node, literal, nodes, with_base
from kg.export.turtle import prefixed
from kg.store import Store
from kg.vocab import PREFIXES

_XSD = PREFIXES["xsd"]
_NATIVE = {  # a bare decimal would read back as a double
    f"{_XSD}integer": re.compile(r"-?[1-9]\d*|0"),
    f"{_XSD}boolean": re.compile(r"true|false"),
}


def write(store: Store, file: IO[bytes]) -> None:
    """Write the union of all graphs."""
    found, base = with_base(nodes(store))
    context = dict(sorted(PREFIXES.items())) | ({"@base": base} if base else {})
    file.write(f'{{"@context": {json.dumps(context, indent=1)},\n"@graph": ['.encode())
    for number, node in enumerate(found):
        text = json.dumps(_object(node, base or ""), ensure_ascii=False, indent=1)
        file.write(f"{',' if number else ''}\n{text}".encode())
    file.write(b"\n]}\n")


def _object(node: Node, base: str) -> dict[str, object]:
    subject, about = node
    written: dict[str, object] = {"@id": _name(subject, base)}
    for predicate, objects in about:
        if predicate == RDF_TYPE:
            written["@type"] = [_term_name(object_) for object_ in objects]
        else:
            values = [_value(object_, base) for object_ in objects]
            written[_term_name(predicate)] = values[0] if len(values) == 1 else values
    return written


@lru_cache(maxsize=1 << 16)
def _name(term: str, base: str) -> str:
    """An IRI relative to the base, where no `:` could make the rest look like a prefix."""
    if base and term.startswith(f"<{base}") and ":" not in term[len(base) + 1 :]:
        return term[len(base) + 1 : -1]
    return _term_name(term)


def _term_name(term: str) -> str:
    return prefixed(term).strip("<>")


def _value(term: str, base: str) -> object:
    if not term.startswith('"'):
        return {"@id": _name(term, base)}
    text, language, datatype = literal(term)
    if language is not None:
        return {"@value": text, "@language": language}
    if datatype is None:
        return text
    if datatype in _NATIVE and _NATIVE[datatype].fullmatch(text):
        return json.loads(text)
    return {"@value": text, "@type": _term_name(f"<{datatype}>")}
