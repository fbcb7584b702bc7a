"""A chart to look at, or to print: one page that needs no network, or PNG, SVG or PDF."""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kg.appearing import appearing
from kg.errors import ExportError
from kg.view.page import framed

if TYPE_CHECKING:
    import altair as alt

SUFFIXES = (".html", ".png", ".svg", ".pdf")


def inline(values: object, **more: object) -> "alt.Data":
    """Data that travel within the chart, so that it needs no other file."""
    import altair as alt  # noqa: PLC0415  half a second, for charts alone

    return alt.Data(values=values, **more)  # type: ignore[no-untyped-call]


def whole_numbers(values: Iterable[int]) -> "alt.Legend":
    """A legend of counts: the least, the middle and the most, never a half."""
    import altair as alt  # noqa: PLC0415  half a second, for charts alone

    known = sorted(values) or [1]
    return alt.Legend(
        format="d", values=sorted({known[0], (known[0] + known[-1] + 1) // 2, known[-1]})
    )


@dataclass(frozen=True, slots=True)
class Picture:
    """An Altair chart; `chart` can be taken further with Altair's own means."""

    title: str
    chart: "alt.TopLevelMixin"
    height: int = 480  # of its frame in a notebook, in pixels

    @property
    def html(self) -> str:
        """The page with all that draws it."""
        page = io.StringIO()
        self.chart.save(page, format="html", inline=True)
        return page.getvalue()

    @property
    def svg(self) -> str:
        """The picture as an element to set into a page."""
        drawn = io.StringIO()
        self.chart.save(drawn, format="svg")
        return drawn.getvalue()

    def save(self, path: str | Path, *, scale: float = 2.0) -> Path:
        """Write the picture in the form its suffix names; `scale` is pixels a point, of PNG.

        Raises `ExportError` for a suffix that is none of .html .png .svg .pdf.
        """
        path = Path(path)
        if path.suffix not in SUFFIXES:
            raise ExportError(f"{path}: a picture is one of {' '.join(SUFFIXES)}")
        if path.suffix == ".html":
            with appearing(path) as file:
                file.write(self.html.encode())
        else:
            self.chart.save(str(path), scale_factor=scale)
        return path

    def _repr_html_(self) -> str:
        return framed(self.html, title=self.title, height=self.height)

    def __repr__(self) -> str:
        return f"<kg picture {self.title!r}>"
