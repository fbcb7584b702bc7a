"""Take a query that adds up rows apart from these, to have it add up those that a filter leaves.

What is added up is the innermost SELECT. A total with a filter is none of the totals without, but
its rows are some of theirs: they are kept and filtered, and the rest of the query is asked of them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kg.given import written
from kg.sparql import Token, selected, tokens
from kg.store import Term

_ROWS = "# rows\n"  # where they stand in a query that is given them


@dataclass(frozen=True, slots=True)
class AddedUp:
    """A query in two: of the rows that it adds up, and what adds up rows that it is given."""

    rows: str
    columns: tuple[str, ...]  # of these rows
    total: str


def taken_apart(text: str) -> AddedUp:
    r"""The query in two; its rows have the order of their columns, and may come more than once.

    >>> taken_apart("SELECT (SUM(?n) AS ?all) { SELECT DISTINCT ?x ?n { ?x oc:quantity ?n } }")
    ... # doctest: +NORMALIZE_WHITESPACE
    AddedUp(rows='SELECT ?x ?n { ?x oc:quantity ?n } ORDER BY ?x ?n', columns=('x', 'n'),
      total='SELECT (SUM(?n) AS ?all) { # rows\n }')
    """
    found = list(tokens(text))
    start = max(at for at, token in enumerate(found) if token.word == "SELECT")
    opens = next(at for at in range(start, len(found)) if found[at].text == "{")
    end = _closed(found, opens)
    names = selected(found[start:opens]) or ()
    columns = tuple(name for name in names if not name.startswith("given_"))
    shown = " ".join(f"?{name}" for name in columns)
    rows = f"SELECT {shown} {_text(found[opens:end])} ORDER BY {shown}"
    return AddedUp(rows, columns, _text(found[:start]) + _ROWS + _text(found[end:]))


def with_rows(total: str, columns: Sequence[str], rows: Iterable[Sequence[Term | None]]) -> str:
    """The query of a total, asked of these rows, each once, and of nothing else."""
    found = (f"({' '.join(written(term) or 'UNDEF' for term in row)})" for row in rows)
    names = " ".join(f"?{name}" for name in columns)
    return total.replace(_ROWS, f"VALUES ({names}) {{ {' '.join(dict.fromkeys(found))} }}")


def _closed(found: Sequence[Token], opens: int) -> int:
    """The place after the brace that closes the one at `opens`."""
    depth = 0
    for at in range(opens, len(found)):
        depth += (found[at].text == "{") - (found[at].text == "}")
        if depth == 0:
            return at + 1
    return len(found)


def _text(found: Sequence[Token]) -> str:
    return "".join(token.text for token in found)
