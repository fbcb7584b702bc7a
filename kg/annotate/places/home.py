"""Where a report is from: the country and the area of its publisher."""

from kg.annotate.draft import Draft
from kg.gazetteer import Place, listed_place
from kg.registry import agencies


def area_of(draft: Draft) -> Place | None:
    """The place that the publisher serves; a country where it serves all of it."""
    row = agencies().get(draft.report.publisher or "")
    if row is None:
        return None
    served = listed_place(row.place) if row.place else None
    return served or _country(row.country)


def _country(code: str | None) -> Place | None:
    return None if code is None else Place(f"country:{code}", code, "country", code)
