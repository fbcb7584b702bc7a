"""Read the lines of a query that stand only where a parameter is given.

    SELECT ?fact WHERE {
      #if agency: VALUES ?body { $agency } ?fact oc:byAgency ?body .
      ?fact a oc:Seizure
    }

Such a line is a comment to any other reader, for whom the query asks for everything. With an agency
given it is a part of the query, `{ $agency }` the terms that the name stands for: Oxigraph starts
where there are fewest, and never looks at the rest. Terms come from a graph or the ontology; what a
user wrote is bound to a variable (`$given_since`) instead, and never becomes a part of the text.
"""

import json
import re
from collections.abc import Mapping, Sequence

from kg.errors import QueryError
from kg.model import Value

Term = str | Value  # an IRI (or a blank node, as "_:label"), or a literal

_LINE = re.compile(r"(?m)^(?P<indent>[ \t]*)#if (?P<name>[a-z][a-z_]*): (?P<line>.*\S)[ \t]*$")


def with_given(text: str, given: Mapping[str, Sequence[Term]]) -> str:
    """The query with the lines of all that is given; a value that is bound has no terms.

    >>> with_given("#if unit: VALUES ?whole { $unit }", {"unit": ["https://a/b"]})
    'VALUES ?whole { <https://a/b> }'
    """

    def line(match: re.Match[str]) -> str:
        name = match["name"]
        if name not in given:
            return match[0]
        terms = " ".join(map(_constant, given[name]))
        return match["indent"] + match["line"].replace(f"{{ ${name} }}", f"{{ {terms} }}")

    return _LINE.sub(line, text)


def conditional(text: str) -> set[str]:
    """The names of the parameters that have a line of their own."""
    return {match["name"] for match in _LINE.finditer(text)}


def with_terms(text: str) -> set[str]:
    """The names of the parameters whose lines take the terms that they stand for."""
    lines = _LINE.finditer(text)
    return {match["name"] for match in lines if f"{{ ${match['name']} }}" in match["line"]}


def written(term: Term | None) -> str:
    """A term as SPARQL, Turtle and N-Triples write it; "" for none.

    >>> written(Value("two", None, "en"))
    '"two"@en'
    """
    if term is None:
        return ""
    if isinstance(term, str):
        return term if term.startswith("_:") else f"<{term}>"
    text = json.dumps(term.value, ensure_ascii=False)
    if term.language is not None:
        return f"{text}@{term.language}"
    return text if term.datatype is None else f"{text}^^<{term.datatype}>"


def _constant(term: Term) -> str:
    if isinstance(term, str) and term.startswith("_:"):
        raise QueryError(f"{term} is a node without a name, which no query can name")
    return written(term)
