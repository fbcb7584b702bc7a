"""Put the rows of a saved query in order here: Oxigraph reads a text again for each comparison."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from itertools import groupby

from kg.model import Value
from kg.sparql import Token, selected, tokens
from kg.store import Term
from kg.vocab import PREFIXES

_XSD = PREFIXES["xsd"]
_NUMBERS = {f"{_XSD}{name}" for name in ("integer", "decimal", "double", "float")}

Row = Sequence[Term | None]
SortKey = tuple[int, str, Decimal, str]


@dataclass(frozen=True, slots=True)
class Key:
    variable: str
    descending: bool


@dataclass(frozen=True, slots=True)
class Unordered:
    """A query without its ORDER BY, which selects all that its rows are to be sorted by."""

    text: str
    keys: tuple[Key, ...]
    added: frozenset[str]  # variables that it did not select


def unordered(text: str, more: Iterable[str] = ()) -> Unordered | None:
    """The query with its order apart; None for one that cuts its rows, or sorts by expressions.

    It selects the variables named in `more` as well.

    >>> unordered("SELECT ?a { ?a ?p ?b } ORDER BY DESC(?b) ?a")
    ... # doctest: +NORMALIZE_WHITESPACE
    Unordered(text='SELECT ?b ?a { ?a ?p ?b } ',
      keys=(Key(variable='b', descending=True), Key(variable='a', descending=False)),
      added=frozenset({'b'}))
    """
    found = list(tokens(text))
    opens = [at for at, token in enumerate(found) if token.word == "ORDER"]
    keys = _keys(found[opens[-1] + 1 :]) if opens else None
    select = next(at for at, token in enumerate(found) if token.word == "SELECT") + 1
    names = selected(found[select:])
    if keys is None or names is None or _next_word(found[select:]) in {"DISTINCT", "REDUCED"}:
        return None
    wanted = dict.fromkeys([*(key.variable for key in keys), *more])
    added = [name for name in wanted if name not in names]
    body = "".join(token.text for token in found[select : opens[-1]])
    head = "".join(token.text for token in found[:select])
    also = "".join(f" ?{name}" for name in added)
    return Unordered(head + also + body, tuple(keys), frozenset(added))


def _next_word(found: list[Token]) -> str:
    return next((token.word for token in found if token.kind != "space"), "")


def _keys(found: list[Token]) -> list[Key] | None:
    """What follows ORDER: BY, then variables and DESC(…) of them, up to the end of the query."""
    words = [token for token in found if token.kind != "space"][1:]
    keys: list[Key] = []
    while words:
        descending = words[0].word == "DESC"
        around = words[1:4] if descending else words[:1]  # (?variable)
        variable = around[len(around) // 2]
        if variable.kind != "variable":
            return None
        keys.append(Key(variable.text[1:], descending))
        words = words[descending + len(around) :]
    return keys


def in_order(rows: Iterable[Row], variables: Sequence[str], keys: Sequence[Key]) -> list[Row]:
    """The rows sorted as SPARQL sorts: what is unbound, blank nodes, IRIs, then literals."""
    ordered = list(rows)
    for descending, group in reversed([(d, list(g)) for d, g in groupby(keys, _descending)]):
        ordered.sort(key=_key_of([variables.index(k.variable) for k in group]), reverse=descending)
    return ordered


def _descending(key: Key) -> bool:
    return key.descending


def _key_of(columns: list[int]) -> Callable[[Row], list[SortKey]]:
    return lambda row: [_sortable(row[column]) for column in columns]


_NOTHING = Decimal(0)


@lru_cache(maxsize=1 << 14)  # rows repeat each other: what they are sorted by takes less room
def _sortable(term: Term | None) -> SortKey:
    """Literals by kind, numbers by value, all else by text: dates are written so that it serves."""
    if term is None:
        return (0, "", _NOTHING, "")
    if isinstance(term, str):
        return (1 if term.startswith("_:") else 2, "", _NOTHING, term)
    if term.datatype in _NUMBERS:
        return (3, "", _number(term), "")
    return (4, term.datatype or "", _NOTHING, term.value)


def _number(term: Value) -> Decimal:
    try:
        number = Decimal(term.value)
    except InvalidOperation:
        return _NOTHING
    return _NOTHING if number.is_nan() else number
