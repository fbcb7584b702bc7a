"""The saved queries: `.rq` files whose header says what they answer and what they can be asked.

    # title: Officials and what they said
    # description: One row for each post and quotation.
    # parameter agency (agency, optional): an agency's name, in any case, or its IRI
    # parameter since (date, optional): the first day of publication
    # example: kg query graph/ officials --agency "Example Police"
    # unfiltered: read through
    # filter agency: ?body =
    # filter since: ?day >=

    SELECT $given_since ?name WHERE {
      #if agency: VALUES ?body { $agency } ?post org:organization ?body .
      #if since: ?report dct:issued ?day . FILTER(?day >= $given_since)

A line that opens with `#if` is a part of the query only where that parameter is given: see
`kg.given`. A parameter that names something (an agency, a place: `kg.query.names`) is looked up
first, and its line holds all that the name stands for. Any other is a value, `$given_since` in the
query. Oxigraph gives values only to variables that are selected, so each SELECT that reads one
selects it too, subqueries included; those columns are left out of the rows. A value with a default
needs no line of its own.

"Unfiltered: read through" is for a query of many rows: `kg.query.through` says what becomes of it
where nothing is named. Its order is made here (`kg.query.order`).

"Filter" says that the parameter does no more than leave out rows of the answer that has no filter,
and by which variables: `=` one of what the name stands for, `>=` and `<=` a day or number,
`contains` words in any case. Where that answer is kept, it is filtered (`kg.query.columns`).
"Kept: rows added up" says that this is so of the rows that the query adds up (`kg.query.added_up`);
"kept: of what is reported most", of a query that needs a name, that its answers are kept for the
names of most facts (`kg.query.answers`).

What keeps a query fast in Oxigraph, which looks a single pattern up for each row and reads all the
graph for anything larger: what is required stands before the first OPTIONAL; an OPTIONAL holds one
pattern, and what goes on from it is an OPTIONAL within; a list of classes is a FILTER, since VALUES
is where it may start; no EXISTS depends on a row.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from kg.closest import closest
from kg.errors import QueryError
from kg.given import conditional, with_terms
from kg.query.names import NAMED

PACKAGED = Path(__file__).parent
READ_THROUGH = "read through"
ADDED_UP = "rows added up"
MOST_REPORTED = "of what is reported most"
_SAID = {"unfiltered": (READ_THROUGH,), "kept": (ADDED_UP, MOST_REPORTED)}
TESTS = ("=", ">=", "<=", "contains")

_TYPES: Mapping[str, Callable[[str], object]] = {
    "text": str,
    "date": date.fromisoformat,
    "integer": int,
    "decimal": Decimal,
}
_HINTS = {"date": ": write it as 2020-07-02"}
_LINE = re.compile(r"# (?P<key>title|description|example|unfiltered|kept): (?P<text>\S.*)")
_FILTER = re.compile(
    r"# filter (?P<name>[a-z][a-z_]*): (?P<variables>(?:\?\w+ )+)"
    rf"(?P<test>{'|'.join(TESTS)})"
)
_PARAMETER = re.compile(
    r"# parameter (?P<name>[a-z][a-z_]*) "
    rf"\((?P<type>{'|'.join([*_TYPES, *NAMED])}), "
    r"(?P<need>required|optional|default (?P<default>[^)]+))\): (?P<text>\S.*)"
)


@dataclass(frozen=True, slots=True)
class Parameter:
    name: str
    type: str  # "text", "date", "integer", "decimal", or a kind of what it names
    description: str
    required: bool
    default: object = None

    @property
    def names_something(self) -> bool:
        return self.type in NAMED


@dataclass(frozen=True, slots=True)
class Filter:
    """By which variables a parameter leaves rows out: one of them has to pass the test."""

    variables: tuple[str, ...]
    test: str  # one of TESTS


@dataclass(frozen=True, slots=True)
class SavedQuery:
    name: str
    title: str
    description: str
    parameters: tuple[Parameter, ...]
    example: str
    text: str
    unfiltered: str = ""  # "read through", or as it stands
    kept: str = ""  # "rows added up", "of what is reported most", or its answer
    filters: Mapping[str, Filter] = field(default_factory=dict)  # by parameter


@cache
def saved_queries() -> tuple[SavedQuery, ...]:
    """The packaged queries, by name."""
    return tuple(read_saved(path) for path in sorted(PACKAGED.glob("*.rq")))


def find_saved(name: str) -> SavedQuery:
    """The packaged query of that name; raises `QueryError` with the closest ones."""
    known = {saved.name: saved for saved in saved_queries()}
    if name in known:
        return known[name]
    close = closest(name, known)
    hint = f"did you mean {' or '.join(close)}?" if close else f"there are {', '.join(known)}"
    raise QueryError(f"no saved query is called {name!r}; {hint}")


def read_saved(path: Path) -> SavedQuery:
    """The query in a `.rq` file with a header; raises `QueryError` for a line not understood."""
    text = read_text(path)
    said: dict[str, str] = {}
    parameters: list[Parameter] = []
    filters: dict[str, Filter] = {}
    for number, line in _header(text):
        if match := _LINE.fullmatch(line):
            said[match["key"]] = match["text"]
        elif match := _PARAMETER.fullmatch(line):
            parameters.append(_parameter(match, f"{path}:{number}"))
        elif match := _FILTER.fullmatch(line):
            variables = tuple(name[1:] for name in match["variables"].split())
            filters[match["name"]] = Filter(variables, match["test"])
        else:
            raise QueryError(f"{path}:{number}: not understood in a header: {line!r}")
    missing = {"title", "description", "example"} - said.keys()
    if missing:
        raise QueryError(f"{path}:1: the header says no {' and no '.join(sorted(missing))}")
    for key, known in _SAID.items():
        if key in said and said[key] not in known:
            raise QueryError(f"{path}: {key}: {said[key]!r} is not {' or '.join(map(repr, known))}")
    _refuse_unused(path, parameters, text)
    _refuse_unknown(path, parameters, conditional(text) | filters.keys())
    return SavedQuery(path.stem, **said, parameters=tuple(parameters), text=text, filters=filters)


def _refuse_unused(path: Path, parameters: Sequence[Parameter], text: str) -> None:
    """Hold the header against the query: a filter that filters nothing would go unnoticed."""
    for parameter in parameters:
        name = parameter.name
        if parameter.names_something and name not in with_terms(text):
            raise QueryError(f"{path}: no line `#if {name}: …` takes its terms, as {{ ${name} }}")
        if not parameter.names_something and f"$given_{name}" not in text:
            raise QueryError(f"{path}: nothing in the query reads $given_{name}")


def _refuse_unknown(path: Path, parameters: Sequence[Parameter], named: Set[str]) -> None:
    if unknown := named - {parameter.name for parameter in parameters}:
        raise QueryError(f"{path}: the header has no parameter {' or '.join(sorted(unknown))}")


def has_header(text: str) -> bool:
    """Whether SPARQL text opens as a saved query does."""
    return text.startswith("# title:")


def read_text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise QueryError(f"{path}: the query cannot be read: {error}") from error


def parameter_value(text: str, type_: str) -> object:
    """The value that `text` states; raises `ValueError` where it is none of that type."""
    try:
        return _TYPES[type_](text)
    except (ValueError, ArithmeticError) as error:
        raise ValueError(f"{text!r} is no {type_}{_HINTS.get(type_, '')}") from error


def _header(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.startswith("#"):
            return
        yield number, line


def _parameter(match: re.Match[str], where: str) -> Parameter:
    type_, default = match["type"], match["default"]
    if default is not None and type_ in NAMED:
        raise QueryError(f"{where}: a parameter that names something is required or optional")
    try:
        value = None if default is None else parameter_value(default.strip('"'), type_)
    except ValueError as error:
        raise QueryError(f"{where}: {error}") from error
    return Parameter(match["name"], type_, match["text"], match["need"] == "required", value)
