"""Seizures as a ledger, histories in order of time, and what changed between two graphs."""

from collections.abc import Mapping
from decimal import Decimal

import pytest

from kg.analyse.changes import changes, count_changes, of_kind
from kg.analyse.find import find
from kg.analyse.seizures import seizures
from kg.analyse.timeline import timeline
from kg.errors import QueryError
from kg.model import Value
from kg.store import Store
from kg.vocab import OC, XSD
from tests.analyse.reported import Outcome, Said, iri, store_of


def seizure(report: str, kilos: int, *, day: str = "2021-03-02", **more: str | Value) -> Outcome:
    figures: Mapping[str, str | Value] = {
        "quantity": Value(str(kilos), XSD.decimal),
        "unit": Value("kg"),
        "itemWording": Value("cocaine", None, "en"),
    }
    return Outcome(report, day, "Seizure", {**figures, **more})


def test_seizures_have_a_line_for_each_commodity_month_and_place(small: Store) -> None:
    lines = [
        (
            one.commodity,
            one.month,
            one.place,
            one.measure,
            *map(int, [one.floor, one.ceiling]),
            one.open,
        )
        for one in seizures(small)
    ]
    assert lines == [
        ("cannabis", "", "Dale End", "worth GBP", 0, 40000, False),
        ("cash", "2021-03", "Portbury", "GBP", 25000, 25000, False),
        ("cocaine", "2021-02", "Portbury", "kg", 12, 12, True),
        ("cocaine", "2021-02", "Portbury", "worth GBP", 1000000, 1000000, True),
        ("cocaine", "2021-09", "", "kg", 15, 15, False),
    ]


def test_seizures_by_fewer_columns_leave_the_others_empty(small: Store) -> None:
    kilos = next(one for one in seizures(small, by=["commodity"]) if one.measure == "kg")
    assert (kilos.month, kilos.place) == (None, None)
    assert (int(kilos.floor), int(kilos.ceiling)) == (15, 27)
    assert (kilos.cases, kilos.reports) == (1, 2)


@pytest.mark.parametrize(
    ("facts", "floor", "ceiling"),
    [
        # two reports of one operation: the larger, or both
        ([seizure("1.md", 5, inOperation="o:Auk"), seizure("2.md", 3, inOperation="o:Auk")], 5, 8),
        # no operation: every report is its own case
        ([seizure("1.md", 5), seizure("2.md", 3)], 8, 8),
        # a figure that stands twice in one report, once with its place
        ([seizure("1.md", 5), seizure("1.md", 5, atPlace="p:Dale")], 5, 5),
        # the same figure at two places of one report
        ([seizure("1.md", 5, atPlace="p:Fell"), seizure("1.md", 5, atPlace="p:Dale")], 10, 10),
        ([seizure("1.md", 5, comparator=OC.upTo)], 0, 5),
        ([seizure("1.md", 5, modality=OC.suspected)], 0, 5),
        ([seizure("1.md", 5, modality=OC.stated)], 5, 5),
    ],
)
def test_floor_and_ceiling(facts: list[Outcome], floor: int, ceiling: int) -> None:
    (line,) = seizures(store_of(*facts), by=["commodity"])
    assert (line.floor, line.ceiling) == (Decimal(floor), Decimal(ceiling))


def test_seizures_refuse_unknown_columns(small: Store) -> None:
    with pytest.raises(QueryError, match=r"\['week'\]; there are commodity, month, place"):
        seizures(small, by=["week"])  # type: ignore[list-item]


def test_timeline_is_in_order_with_the_sources_own_dates_first(small: Store) -> None:
    events = timeline(small, find(small, "Operation Redwing").iri)
    assert [(one.day, one.until, one.dated, one.kind) for one in events[:2]] == [
        ("2021-02-27", "2021-02-28", "happened", "seizure"),
        ("2021-03-02", None, "reported", "arrest"),
    ]
    assert events[-1].what == "was jailed for five years"
    assert events[-1].involved == ("Liam Hartley",)
    assert [one.day for one in events] == sorted(one.day or "" for one in events)


def test_timeline_joins_what_two_reports_say(small: Store) -> None:
    events = timeline(small, find(small, "Operation Redwing").iri)
    (event,) = [one for one in events if one.what.startswith("Westmoor")]
    assert event.what == "Westmoor Regional Organised Crime Unit took part in it"
    assert (event.reports, event.report) == (2, "force/redwing-raids.md")


def test_timeline_of_a_person_tells_stages_as_reported(small: Store) -> None:
    events = timeline(small, find(small, "Liam Hartley").iri)
    assert [(one.kind, one.what) for one in events] == [
        ("charge", "was charged with supplying cocaine"),
        ("claim", "lives in Portbury"),
        ("sentencing", "was jailed for five years"),
    ]


def test_timeline_puts_the_undated_last() -> None:
    store = store_of(
        Said("a.md", None, "a:North", "workedWith", "a:South"),
        Said("b.md", "2021-01-01", "a:North", "workedWith", "a:Coast"),
    )
    events = timeline(store, iri("a:North"))
    assert [(one.day, one.dated) for one in events] == [("2021-01-01", "reported"), (None, "")]


def test_same_graph_has_no_changes(small: Store) -> None:
    assert len(changes(small, small)) == 0


def test_changes_say_why() -> None:
    kept = Said("one.md", None, "a:North", "tookPartIn", "o:Auk")
    old = store_of(kept, Said("one.md", None, "a:North", "workedWith", "a:South"))
    new = store_of(
        Said("one.md", None, "a:North", "workedWith", "a:Coast"),
        kept,
        Said("two.md", None, "a:Coast", "tookPartIn", "o:Auk"),
    )
    found = [(one.change, one.kind, one.what, one.because) for one in changes(old, new)]
    assert found == [
        ("added", "report", "", "new report"),
        ("added", "entity", "Coast (Agency)", ""),
        ("removed", "entity", "South (Agency)", ""),
        ("added", "claim", "Coast took part in Auk", "new report"),
        ("added", "claim", "North worked with Coast", "read differently"),
        ("removed", "claim", "North worked with South", "read differently"),
    ]
    counts = {(one.kind, one.because): (one.added, one.removed)
              for one in count_changes(changes(old, new))}  # fmt: skip
    assert counts["claim", "read differently"] == (1, 1)
    assert [one.kind for one in of_kind(changes(old, new), "report")] == ["report"]


def test_changes_name_what_was_renamed() -> None:
    old = store_of(Said("one.md", None, "a:North", "tookPartIn", "o:Auk"))
    new = store_of(Said("one.md", None, "a:NORTH", "tookPartIn", "o:Auk"))
    renamed = changes(old, new)[0]
    assert (renamed.change, renamed.what) == ("renamed", "North (Agency) is now NORTH (Agency)")
