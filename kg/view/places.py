"""A map of places: circles by how many reports tell of something there, over a plain outline."""

import json
import math
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from statistics import quantiles
from typing import Any, NamedTuple

import altair as alt

from kg.analyse.central import CentralPlace
from kg.view.page import asset
from kg.view.picture import Picture, inline, whole_numbers

WIDTH, HEIGHT = 720, 560
MARGIN = 1.25  # how much more than the places the map shows
LEAST_DEGREES = 1.5  # so that one town alone is not a map of nothing
FEWEST_TO_LEAVE_OUT = 8  # places: of fewer, each matters
MOST_NAMES = 12  # places whose names stand on the map: those of which most is reported
POLE = 80.0  # beyond it, Mercator's projection runs away


def place_map(places: Iterable[CentralPlace], *, title: str = "Places") -> Picture:
    """The places that have coordinates; a line under the title says how many have none.

    Outlines are Natural Earth's, at 1:50 million: for orientation, not for borders.
    """
    given = list(places)
    placed = [p for p in given if p.latitude is not None and p.longitude is not None]
    rows: list[dict[str, Any]] = [
        {
            "place": place.place,
            "reports": place.reports,
            "operations": place.operations,
            "outcomes": place.outcomes,
            "latitude": place.latitude,
            "longitude": place.longitude,
        }
        for place in placed
    ]
    outline = alt.Chart(_outline()).mark_geoshape(
        fill="#f1f1ee", stroke="#b5b5ad", strokeWidth=0.6, clip=True
    )
    circles = (
        alt.Chart(inline(rows))
        .mark_circle(opacity=0.65, color="#0072b2", clip=True)
        .encode(
            longitude="longitude:Q",
            latitude="latitude:Q",
            size=alt.Size(
                "reports:Q",
                scale=alt.Scale(range=[25, 900]),
                title="reports",
                legend=whole_numbers(row["reports"] for row in rows),
            ),
            tooltip=["place:N", "reports:Q", "operations:Q", "outcomes:Q"],
        )
    )
    names = (
        alt.Chart(inline(sorted(rows, key=_most_reported)[:MOST_NAMES]))
        .mark_text(align="left", dx=13, fontSize=11, clip=True)
        .encode(longitude="longitude:Q", latitude="latitude:Q", text="place:N")
    )
    frame = _frame(_near(placed))
    chart = alt.layer(outline, circles, names).project(
        "mercator", scale=frame.scale, center=frame.center, translate=[WIDTH / 2, HEIGHT / 2]
    )
    told = "; ".join(_left_out(given, placed))
    full = alt.TitleParams(title, subtitle=told) if told else title
    return Picture(title, chart.properties(title=full, width=WIDTH, height=HEIGHT), HEIGHT + 80)


def _most_reported(row: dict[str, Any]) -> tuple[int, str]:
    return -row["reports"], row["place"]


def _left_out(given: Sequence[CentralPlace], placed: Sequence[CentralPlace]) -> Iterator[str]:
    if missing := len(given) - len(placed):
        yield f"left out for want of coordinates: {missing}"
    if far := len(placed) - len(_near(placed)):
        yield f"far from the others and perhaps outside the map: {far}"


@cache
def _outline() -> alt.Data:
    shapes = json.loads(asset("countries-50m.json"))
    return inline(shapes, format=alt.TopoDataFormat(type="topojson", feature="countries"))


def _near(places: Sequence[CentralPlace]) -> list[CentralPlace]:
    """The places less those far from most: a few of another continent would shrink all others."""
    if len(places) < FEWEST_TO_LEAVE_OUT:
        return list(places)
    west, east = _fence([place.longitude or 0.0 for place in places])
    south, north = _fence([place.latitude or 0.0 for place in places])
    return [
        place
        for place in places
        if west <= (place.longitude or 0.0) <= east and south <= (place.latitude or 0.0) <= north
    ]


def _fence(values: Sequence[float]) -> tuple[float, float]:
    """The middle half and three times its width on either side: Tukey's outer fences (1977)."""
    lower, _, upper = quantiles(values, n=4)
    reach = 3 * max(upper - lower, LEAST_DEGREES)
    return lower - reach, upper + reach


class _Frame(NamedTuple):
    """What of the world a map shows."""

    center: list[float]  # longitude, latitude
    scale: float  # pixels a radian


def _frame(places: Sequence[CentralPlace]) -> _Frame:
    """The middle of the places, and a scale at which all of them can be seen."""
    easts = [place.longitude or 0.0 for place in places] or [0.0]
    norths = [_mercator(place.latitude or 0.0) for place in places] or [0.0]
    least = math.radians(LEAST_DEGREES)
    width = max(math.radians(max(easts) - min(easts)), least) * MARGIN
    height = max(max(norths) - min(norths), least) * MARGIN
    middle = _latitude((max(norths) + min(norths)) / 2)
    return _Frame([(max(easts) + min(easts)) / 2, middle], min(WIDTH / width, HEIGHT / height))


def _mercator(latitude: float) -> float:
    """How far north a latitude lies on Mercator's map, in radians of longitude."""
    bounded = math.radians(max(-POLE, min(POLE, latitude)))
    return math.log(math.tan(math.pi / 4 + bounded / 2))


def _latitude(northing: float) -> float:
    return math.degrees(2 * math.atan(math.exp(northing)) - math.pi / 2)
