"""What was seized: a ledger by commodity, month and place, from a floor to a ceiling."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Literal, NamedTuple, get_args

from kg.analyse.ask import Row, local_name, rows_in_scope, text_of
from kg.analyse.scope import EVERYTHING, Scope
from kg.analyse.table import Table
from kg.errors import QueryError
from kg.store import Queryable
from kg.vocab import label_of

Column = Literal["commodity", "month", "place"]
COLUMNS: tuple[Column, ...] = get_args(Column)


@dataclass(frozen=True, slots=True)
class LedgerLine:
    commodity: str | None  # a concept's name, else the source's wording; None where not asked for
    month: str | None  # as 2021-03: of the last day it can have been, else of publication
    place: str | None  # "" where no report says
    measure: str  # a unit (kg, items, litres, GBP of cash); "worth GBP" for stated values
    floor: Decimal
    ceiling: Decimal
    open: bool  # a source says "at least" or "more than", so that the ceiling is none
    cases: int  # operations, and reports that name none
    reports: int


class _Figure(NamedTuple):
    commodity: str
    item: str
    measure: str
    case: str
    report: str
    amount: Decimal
    place: str
    month: str
    sure: bool
    more: bool


def seizures(
    store: Queryable, *, by: Collection[Column] = COLUMNS, scope: Scope = EVERYTHING
) -> Table[LedgerLine]:
    """Totals by any of `COLUMNS` and by unit.

    The floor takes in each case (an operation, or a report that names none) the largest total of
    one report, since reports repeat each other, and leaves out "up to" and what is suspected or
    alleged. The ceiling adds all reports up, as if none repeated another. A figure that stands
    twice in a report counts once. Raises `QueryError` for an unknown column.
    """
    if unknown := set(by) - set(COLUMNS):
        raise QueryError(f"no column is called {sorted(unknown)}; there are {', '.join(COLUMNS)}")

    def line(figure: _Figure) -> tuple[str, ...]:
        return (*(getattr(figure, column) for column in COLUMNS if column in by), figure.measure)

    figures = sorted(_figures(rows_in_scope(store, "figures", scope)), key=line)
    return Table(LedgerLine, (_line(list(group), by) for _, group in groupby(figures, key=line)))


def _figures(rows: Iterable[Row]) -> Iterator[_Figure]:
    """Each figure of a report once; one without a place is the same as one that has a place."""
    for _, group in groupby(sorted(map(_figure, rows)), key=lambda figure: figure[:6]):
        said = list(group)
        placed = {figure.place: figure for figure in said if figure.place}
        yield from placed.values() or said[:1]


def _figure(row: Row) -> _Figure:
    commodity, item, measure, amount, comparator, modality, month, place, case, report = row
    compared = local_name(comparator)
    return _Figure(
        commodity=text_of(item) if commodity is None else label_of(text_of(commodity)),
        item=text_of(item),
        measure=text_of(measure),
        case=text_of(case),
        report=text_of(report),
        amount=Decimal(text_of(amount)),
        place=text_of(place),
        month=text_of(month),
        sure=compared != "upTo" and local_name(modality) in {"", "stated"},
        more=compared in {"atLeast", "moreThan"},
    )


def _line(figures: list[_Figure], by: Collection[Column]) -> LedgerLine:
    most: dict[str, Decimal] = {}
    for (case, _), total in _totals(figure for figure in figures if figure.sure).items():
        most[case] = max(total, most.get(case, Decimal(0)))
    first = figures[0]
    return LedgerLine(
        commodity=first.commodity if "commodity" in by else None,
        month=first.month if "month" in by else None,
        place=first.place if "place" in by else None,
        measure=first.measure,
        floor=sum(most.values(), Decimal(0)),
        ceiling=sum((figure.amount for figure in figures), Decimal(0)),
        open=any(figure.more for figure in figures),
        cases=len({figure.case for figure in figures}),
        reports=len({figure.report for figure in figures}),
    )


def _totals(figures: Iterable[_Figure]) -> dict[tuple[str, str], Decimal]:
    """The sum of each report of each case."""
    totals: dict[tuple[str, str], Decimal] = {}
    for figure in figures:
        key = figure.case, figure.report
        totals[key] = totals.get(key, Decimal(0)) + figure.amount
    return totals
