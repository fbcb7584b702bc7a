"""Charts of what analysis finds: events in time, seizures by month, agencies side by side."""

from collections.abc import Iterable, Sequence

import altair as alt
import networkx as nx

from kg.analyse.seizures import LedgerLine
from kg.analyse.timeline import Event
from kg.view.picture import Picture, inline, whole_numbers

WIDTH = 720
ROW = 18  # pixels a row
WIDEST_MONTH = 56  # pixels
MOST_AGENCIES = 30
MOST_COMMODITIES = 8
# Okabe and Ito's palette, without the yellow that is lost on white (jfly.uni-koeln.de/color)
SCALE = alt.Scale(
    range=["#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#000000", "#999999"]
)


def timeline(events: Iterable[Event], *, title: str = "Timeline") -> Picture:
    """Events by kind along time, from the first day to the last that each may have happened."""
    rows = [
        {
            "from": event.day,
            "until": event.until or event.day,
            "kind": event.kind,
            "what": event.what,
            "with": "; ".join(event.involved),
            "sentence": event.sentence,
            "report": event.report,
        }
        for event in events
        if event.day
    ]
    base = alt.Chart(inline(rows)).encode(
        y=alt.Y("kind:N", title=None),
        color=alt.Color("kind:N", scale=SCALE, legend=None),
        tooltip=[f"{column}:N" for column in ("from", "what", "with", "sentence", "report")],
    )
    spans = base.mark_bar(height=6, opacity=0.35).encode(
        x=alt.X("from:T", title=None), x2="until:T"
    )
    margin = alt.Scale(padding=12)  # so that the first and last circle are whole
    days = base.mark_circle(size=90, opacity=0.75).encode(
        x=alt.X("from:T", title=None, scale=margin)
    )
    kinds = {row["kind"] for row in rows}
    chart = (spans + days).properties(title=title, width=WIDTH, height=max(2, len(kinds)) * 2 * ROW)
    return Picture(title, chart.interactive(bind_y=False), height=len(kinds) * 2 * ROW + 140)


def seizures(
    ledger: Sequence[LedgerLine], *, measure: str = "kg", title: str = "Seizures"
) -> Picture:
    """Bars of what was seized in one measure (a unit, or "worth GBP"): at least, and at most.

    The bars are the floor, and a line above them reaches to the ceiling of the month. The
    commodities of which most was seized are named, the rest is "other".
    """
    lines = [line for line in ledger if line.measure == measure and line.month]
    named = _largest(lines)
    rows = [
        {
            "month": line.month,
            "commodity": line.commodity if line.commodity in named else "other",
            "at least": float(line.floor),
            "at most": float(line.ceiling),
            "reports": line.reports,
        }
        for line in lines
    ]
    months = _months(row["month"] for row in rows)
    base = alt.Chart(inline(rows)).encode(x=_by_months(months))
    bars = base.mark_bar().encode(
        y=alt.Y("sum(at least):Q", title=measure),
        color=alt.Color("commodity:N", scale=SCALE, title=None),
        tooltip=["month:N", "commodity:N", "at least:Q", "at most:Q", "reports:Q"],
    )
    reach = base.mark_rule(color="#333").encode(y="sum(at least):Q", y2="sum(at most):Q")
    return Picture(title, (bars + reach).properties(title=title, width=_width(months), height=280))


def _largest(lines: Sequence[LedgerLine]) -> frozenset[str | None]:
    totals: dict[str | None, float] = {}
    for line in lines:
        totals[line.commodity] = totals.get(line.commodity, 0.0) + float(line.floor)
    ranked = sorted(totals, key=lambda name: (-totals[name], name or ""))
    return frozenset(ranked[: MOST_COMMODITIES - 1])


def by_month(
    counts: Iterable[tuple[str, str, int]], *, title: str = "Outcomes by month of publication"
) -> Picture:
    """Bars of (kind, month as 2021-03, number)."""
    rows = [{"kind": kind, "month": month, "number": number} for kind, month, number in counts]
    months = _months(row["month"] for row in rows)
    chart = (
        alt.Chart(inline(rows))
        .mark_bar()
        .encode(
            x=_by_months(months),
            y=alt.Y("number:Q", title="stated"),
            color=alt.Color("kind:N", scale=SCALE, title=None),
            tooltip=["month:N", "kind:N", "number:Q"],
        )
    )
    return Picture(title, chart.properties(title=title, width=_width(months), height=260))


def _months(values: Iterable[object]) -> list[str]:
    """Every month from the first to the last, so that a month without anything is seen as one."""
    known = sorted(map(str, values))
    if not known:
        return []
    first, last = (int(month[:4]) * 12 + int(month[5:7]) - 1 for month in (known[0], known[-1]))
    return [f"{month // 12:04}-{month % 12 + 1:02}" for month in range(first, last + 1)]


def _by_months(months: Sequence[str]) -> alt.X:
    axis = alt.Axis(labelAngle=0, labelOverlap="greedy", labelSeparation=6)
    return alt.X("month:O", title=None, scale=alt.Scale(domain=list(months)), axis=axis)


def _width(months: Sequence[str]) -> int:
    return min(WIDTH, max(4, len(months)) * WIDEST_MONTH)


def matrix(agencies: "nx.Graph[str]", *, title: str = "Who works with whom") -> Picture:
    """Agencies side by side: the darker a field, the more operations and joint work tie the two.

    The best-tied agencies are shown, thirty at most, in order of name.
    """
    ranked = sorted(agencies, key=lambda node: (-agencies.degree[node], node))[:MOST_AGENCIES]
    label = {node: str(agencies.nodes[node]["label"]) for node in ranked}
    rows = [
        {"one": label[a], "other": label[b], "ties": said["weight"], "by": _by(said)}
        for source, target, said in agencies.subgraph(ranked).edges(data=True)
        for a, b in ((source, target), (target, source))
    ]
    chart = (
        alt.Chart(inline(rows))
        .mark_rect(stroke="#fff")
        .encode(
            x=alt.X("one:N", title=None, axis=alt.Axis(labelAngle=-50, labelLimit=220)),
            y=alt.Y("other:N", title=None, axis=alt.Axis(labelLimit=260)),
            color=alt.Color(
                "ties:Q",
                scale=alt.Scale(scheme="blues"),
                title="ties",
                legend=whole_numbers(row["ties"] for row in rows),
            ),
            tooltip=["one:N", "other:N", "ties:Q", "by:N"],
        )
    )
    side = max(4, len(ranked)) * ROW
    return Picture(title, chart.properties(title=title, width=side, height=side), side + 240)


def _by(said: dict[str, object]) -> str:
    tied = said.get("tied_by")
    return ", ".join(map(str, tied)) if isinstance(tied, list | tuple) else ""
