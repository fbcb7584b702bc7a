"""One entity on a card: what it is called, and every fact about it with its sentence."""

from dataclasses import dataclass
from html import escape

from kg.analyse.find import find
from kg.analyse.table import Table
from kg.analyse.timeline import Event, timeline
from kg.store import Queryable

_SHOWN = 25  # events on a card in a notebook; `events` has all


@dataclass(frozen=True, slots=True)
class Card:
    """An entity with what reports say of it, in order of time."""

    iri: str
    name: str
    type: str  # as Agency
    events: Table[Event]

    def __repr__(self) -> str:
        return f"<{self.type} {self.name!r}: {len(self.events):,} facts>"

    def _repr_html_(self) -> str:
        shown = "".join(map(_item, self.events[:_SHOWN]))
        more = len(self.events) - _SHOWN
        rest = f"<p>and {more:,} more: see <code>.events</code></p>" if more > 0 else ""
        return (
            f"<h3>{escape(self.name)} <small>{escape(self.type)}</small></h3>"
            f"<p><code>{escape(self.iri)}</code></p><ul>{shown}</ul>{rest}"
        )


def card(store: Queryable, name: str) -> Card:
    """The card of who or what is called `name`, or has it as IRI.

    Raises `QueryError` for a name that nothing has, with close ones, or that several have.
    """
    found = find(store, name)
    return Card(found.iri, found.label, found.type, timeline(store, found.iri))


def _item(event: Event) -> str:
    reports = f"{event.reports} report{'s' * (event.reports != 1)}"
    involved = f" ({escape(', '.join(event.involved))})" if event.involved else ""
    return (
        f"<li><b>{escape(event.day or 'undated')}</b> {escape(event.kind)}: "
        f"{escape(event.what)}{involved}<br><q>{escape(event.sentence)}</q> "
        f"<small>{escape(event.report)}, {reports}</small></li>"
    )
