"""Who works with whom over time: ties of each year, quarter or month."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from kg.analyse.ask import Row, rows_in_scope, text_of
from kg.analyse.described import labels
from kg.analyse.project import MEMBERS
from kg.analyse.scope import EVERYTHING, Scope
from kg.analyse.table import Table
from kg.analyse.ties import tie_together
from kg.store import Queryable, Term

Period = Literal["year", "quarter", "month"]
UNDATED = "undated"
_MONTHS_IN_QUARTER = 3


@dataclass(frozen=True, slots=True)
class Partners:
    period: str  # as 2021, 2021-Q1, 2021-03, undated
    one: str
    other: str
    tied_by: tuple[str, ...]  # joint operations; that they are said to have worked together
    reports: int
    report: str  # the first of them
    sentence: str  # its first


def partners(
    store: Queryable,
    *,
    name: str | None = None,
    of: Literal["agencies", "people", "places"] = "agencies",
    by: Period = "year",
    scope: Scope = EVERYTHING,
) -> Table[Partners]:
    """Pairs tied by reports of the same period, period by period, those of most ties first.

    Two are tied in a period if its reports state the part of both. `name` is the IRI of one that
    each pair must hold.
    """
    rows = sorted(rows_in_scope(store, of, scope), key=lambda row: period_of(row[4], by))
    called = labels(store, {text_of(row[2]) for row in rows}, MEMBERS[of])
    found = [
        pair
        for period, group in groupby(rows, key=lambda row: period_of(row[4], by))
        for pair in _pairs(period, group, called, name)
    ]
    return Table(Partners, found)


def _pairs(
    period: str, rows: Iterable[Row], called: dict[str, str], name: str | None
) -> list[Partners]:
    _, ties = tie_together(rows)
    found = [
        Partners(
            period=period,
            one=called[one],
            other=called[other],
            tied_by=tie.tied_by,
            reports=len(tie.evidence.reports),
            report=tie.evidence.reports[0],
            sentence=tie.evidence.sentences[0],
        )
        for (one, other), tie in ties
        if name is None or name in {one, other}
    ]
    return sorted(found, key=lambda p: (-len(p.tied_by), -p.reports, p.one, p.other))


def period_of(issued: Term | None, by: Period) -> str:
    """The period that a day lies in.

    >>> from kg.model import Value
    >>> [period_of(Value("2021-03-02"), by) for by in ("year", "quarter", "month")]
    ['2021', '2021-Q1', '2021-03']
    """
    day = text_of(issued)
    if not day:
        return UNDATED
    if by == "year":
        return day[:4]
    if by == "month":
        return day[:7]
    return f"{day[:4]}-Q{(int(day[5:7]) - 1) // _MONTHS_IN_QUARTER + 1}"
