"""The questions of this folder for people who write Python: by names, not IRIs."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import TYPE_CHECKING, Literal, TypedDict, Unpack

from kg.analyse.find import find
from kg.analyse.scope import Scope
from kg.errors import QueryError
from kg.store import Queryable

if TYPE_CHECKING:
    import networkx as nx

    from kg.analyse.brokers import Broker
    from kg.analyse.central import CentralPlace
    from kg.analyse.changes import Change
    from kg.analyse.communities import Community
    from kg.analyse.core import Member
    from kg.analyse.partners import Partners, Period
    from kg.analyse.paths import Over, Step
    from kg.analyse.seizures import Column, LedgerLine
    from kg.analyse.table import Table
    from kg.analyse.timeline import Event


class Within(TypedDict, total=False):
    """Which reports count: days of publication, as dates or "2021-03-02"; a place's name."""

    since: date | str
    until: date | str
    place: str


class Analysis:
    """Questions to the network of a graph. Names are in any case, or IRIs.

    Every answer is a `Table`: rows with named fields, `.to_pandas()`, `.to_csv()`, `.to_json()`.
    `within` narrows to reports (`since=`, `until=`, `place=`). An unknown or ambiguous name raises
    `QueryError`.
    """

    # NetworkX takes half a second to import: each question loads what it needs.
    # ruff: noqa: PLC0415

    def __init__(self, store: Queryable) -> None:
        self._store = store

    def network(self, of: str = "everything", **within: Unpack[Within]) -> "nx.Graph[str]":
        """One of the networks that docs/analysis.md describes, as agencies or people."""
        from kg.analyse.project import PROJECTIONS

        if of not in PROJECTIONS:
            raise QueryError(f"no network is called {of!r}; there are {', '.join(PROJECTIONS)}")
        return PROJECTIONS[of](self._store, scope=self._scope(within))

    def network_of(self, select: str) -> "nx.Graph[str]":
        """The pairs that any SELECT of two columns finds; a third weighs them."""
        from kg.analyse.from_select import from_select

        return from_select(self._store, select)

    def brokers(self, **within: Unpack[Within]) -> "Table[Broker]":
        """Agencies that stand between others, and the operations that make them so."""
        from kg.analyse.brokers import brokers

        return brokers(self._store, scope=self._scope(within))

    def communities(self, of: str = "agencies", **within: Unpack[Within]) -> "Table[Community]":
        """Who hangs together, named by their main agencies."""
        from kg.analyse.communities import communities

        return communities(self._store, of=of, scope=self._scope(within))

    def core(self, of: str = "agencies", **within: Unpack[Within]) -> "Table[Member]":
        """Who is in the core of a network."""
        from kg.analyse.core import core

        return core(self._store, of=of, scope=self._scope(within))

    def places(self, **within: Unpack[Within]) -> "Table[CentralPlace]":
        """Places with anything reported in them, and how central they are."""
        from kg.analyse.central import central_places

        return central_places(self._store, scope=self._scope(within))

    def partners(
        self,
        name: str | None = None,
        *,
        by: "Period" = "year",
        of: Literal["agencies", "people", "places"] = "agencies",
        **within: Unpack[Within],
    ) -> "Table[Partners]":
        """Who works with whom, period by period."""
        from kg.analyse.partners import partners

        iri = None if name is None else self._iri(name)
        return partners(self._store, name=iri, by=by, of=of, scope=self._scope(within))

    def path(
        self,
        start: str,
        end: str,
        *,
        without: Collection[str] = (),
        over: "Over" = "facts",
        **within: Unpack[Within],
    ) -> "Table[Step]":
        """The shortest path between two, with a sentence for every step."""
        from kg.analyse.paths import path

        ends = self._iri(start), self._iri(end)
        return path(self._store, *ends, without=without, over=over, scope=self._scope(within))

    def seizures(
        self,
        by: "Sequence[Column]" = ("commodity", "month", "place"),
        **within: Unpack[Within],
    ) -> "Table[LedgerLine]":
        """What was seized, from a floor to a ceiling."""
        from kg.analyse.seizures import seizures

        return seizures(self._store, by=by, scope=self._scope(within))

    def timeline(self, name: str, **within: Unpack[Within]) -> "Table[Event]":
        """All that reports say of one entity, in order of time."""
        from kg.analyse.timeline import timeline

        return timeline(self._store, self._iri(name), scope=self._scope(within))

    def changes_since(self, earlier: "Analysis") -> "Table[Change]":
        """What is otherwise in this graph than in an earlier one."""
        from kg.analyse.changes import changes

        return changes(earlier._store, self._store)

    def _iri(self, name: str) -> str:
        return find(self._store, name).iri

    def _scope(self, within: Within) -> Scope:
        place = within.get("place")
        return Scope(
            since=_day(within.get("since")),
            until=_day(within.get("until")),
            place=None if place is None else find(self._store, place, "Place").iri,
        )


def _day(value: date | str | None) -> date | None:
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise QueryError(f"{value!r} is no date: write it as 2020-07-02") from error
