"""Every saved query: its header, and what it finds in the graph of three reports."""

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.given import conditional
from kg.model import Quad, Value
from kg.query.library import SavedQuery, find_saved, read_saved, saved_queries
from kg.query.run import Rows, run
from kg.store import Solutions, Store
from kg.vocab import OC, RDF, SKOS

HARBOURSHIRE = "Harbourshire Police"
WESTMOOR = "Westmoor Regional Organised Crime Unit"
HEADER = "# title: T\n# description: D\n# example: kg query graph/ t\n"
REQUIRED = {
    "everything-about": {"name": "Portbury"},
    "links": {"agency": HARBOURSHIRE, "other": WESTMOOR},
    "report": {"report": "dales.md"},
}


def cells(rows: Rows, *columns: str) -> list[tuple[object, ...]]:
    return [tuple(getattr(row, column) for column in columns) for row in rows]


def store_rows(store: Store, text: str) -> int:
    found = store.query(text)
    assert isinstance(found, Solutions)
    return sum(1 for _ in found.rows)


@pytest.mark.parametrize("saved", saved_queries(), ids=lambda saved: saved.name)
def test_saved_query_uses_all_its_parameters_and_no_others(saved: SavedQuery) -> None:
    used = set(re.findall(r"\$given_(\w+)", saved.text)) | conditional(saved.text)
    assert used == {parameter.name for parameter in saved.parameters}


@pytest.mark.parametrize("saved", saved_queries(), ids=lambda saved: saved.name)
def test_saved_query_is_whole_without_its_filters(saved: SavedQuery, small: Store) -> None:
    """Any other reader of SPARQL takes the lines of filters for comments."""
    assert store_rows(small, saved.text) >= 1


@pytest.mark.parametrize("saved", saved_queries(), ids=lambda saved: saved.name)
def test_saved_query_shows_itself_in_its_example(saved: SavedQuery) -> None:
    named = set(re.findall(r"--(\w+)", saved.example))
    assert f" {saved.name}" in saved.example
    assert named <= {parameter.name for parameter in saved.parameters}


@pytest.mark.parametrize("saved", saved_queries(), ids=lambda saved: saved.name)
def test_saved_query_finds_something_by_plain_names(saved: SavedQuery, small: Store) -> None:
    rows = run(small, saved.name, **REQUIRED.get(saved.name, {}))
    assert len(rows) > 0
    assert all(column.isidentifier() for column in rows.columns)
    assert rows[0]._fields == rows.columns  # none renamed for being a keyword
    assert not any(column.startswith("given_") for column in rows.columns)


@pytest.mark.parametrize("saved", saved_queries(), ids=lambda saved: saved.name)
def test_saved_query_orders_its_rows(saved: SavedQuery, small: Store) -> None:
    again = Store()
    again.load(sorted(small.quads(), key=repr, reverse=True))
    arguments = REQUIRED.get(saved.name, {})
    assert run(again, saved.name, **arguments) == run(small, saved.name, **arguments)


def test_agencies_operations_counts_reports(small: Store) -> None:
    rows = run(small, "agencies-operations")
    assert cells(rows, "agency", "operation", "reports", "first", "last") == [
        (HARBOURSHIRE, "Operation Redwing", 1, date(2021, 3, 2), date(2021, 3, 2)),
        (WESTMOOR, "Operation Redwing", 2, date(2021, 3, 2), date(2021, 9, 15)),
    ]


@pytest.mark.parametrize(
    ("arguments", "quantities"),
    [
        ({}, [None, 12, 25000, 15]),
        ({"place": "portbury"}, [12, 25000]),
        ({"place": "Harbourshire"}, [12, 25000]),
        ({"place": "https://w3id.org/ockg/id/place/portbury"}, [12, 25000]),
        ({"place": "PORTBURY"}, [12, 25000]),
        ({"place": ""}, [None, 12, 25000, 15]),
        ({"agency": "wrocu"}, [15]),
        ({"operation": "OPERATION LAPWING"}, [None]),
        ({"commodity": "Cocaine"}, [12, 15]),
        ({"commodity": "cash"}, [25000]),
        ({"commodity": "drugs"}, [None, 12, 15]),
        ({"commodity": "weed"}, [None]),
        ({"commodity": "class A"}, [12, 15]),
        ({"commodity": "https://w3id.org/ockg/ns#class-b"}, [None]),
        ({"commodity": "heroin"}, []),
        ({"since": "2021-03-03"}, [15]),
        ({"until": date(2021, 3, 2)}, [12, 25000]),
        ({"since": "2021-03-02", "until": "2021-03-02", "agency": "Dales Police"}, []),
    ],
)
def test_seizures_narrow_by_each_parameter(
    small: Store, arguments: dict[str, object], quantities: list[int | None]
) -> None:
    rows = run(small, "seizures", **arguments)
    assert [row.quantity for row in rows] == quantities


def test_seizures_carry_figure_and_sentence(small: Store) -> None:
    (row,) = run(small, "seizures", commodity="cocaine", place="Portbury")
    assert (row.comparator, row.quantity, row.unit) == ("atLeast", Decimal(12), "kg")
    assert (row.value, row.currency, row.modality) == (Decimal(1000000), "GBP", "stated")
    assert (row.report, row.issued) == ("force/redwing-raids.md", date(2021, 3, 2))
    assert "12kg of cocaine worth £1m" in row.sentence


def test_seizure_totals_take_the_larger_of_two_reports_of_one_operation(small: Store) -> None:
    rows = run(small, "seizure-totals")
    assert cells(rows, "commodity", "unit", "at_least", "cases", "reports") == [
        ("cash", "GBP", 25000, 1, 1),
        ("cocaine", "kg", 15, 1, 2),
    ]


def test_seizure_totals_add_within_the_window_only(small: Store) -> None:
    rows = run(small, "seizure-totals", until="2021-04-01")
    assert cells(rows, "commodity", "at_least") == [("cash", 25000), ("cocaine", 12)]
    assert len(run(small, "seizure-totals", place="Dale End")) == 0  # up to, and suspected


@pytest.mark.parametrize(
    "name", ["force/redwing-raids.md", "redwing-raids.md", "three held in operation redwing"]
)
def test_report_is_found_by_any_of_its_names(small: Store, name: str) -> None:
    rows = run(small, "report", report=name)
    assert len(rows) == 10
    assert {row.file for row in rows} == {"force/redwing-raids.md"}
    assert [row.number for row in rows] == sorted(row.number for row in rows)


def test_report_leaves_unknown_parts_empty(small: Store) -> None:
    charge = next(
        row for row in run(small, "report", report="redwing-raids.md") if row.number == 11
    )
    assert (charge.kind, charge.subject, charge.relation) == ("Charge", None, None)
    assert charge.object == "Liam Hartley"


def test_person_stages_give_the_latest_and_never_guilt(small: Store) -> None:
    (row,) = run(small, "person-stages")
    assert (row.name, row.stage, row.reported_by) == (
        "Liam Hartley",
        "reported sentenced",
        WESTMOOR,
    )
    assert (row.issued, row.report) == (date(2021, 9, 15), "unit/redwing-jailed.md")


def test_officials_have_post_and_words(small: Store) -> None:
    rows = run(small, "officials", agency="harbourshire constabulary")
    assert cells(rows, "name", "post", "agency", "said") == [
        ("Helen Marsh", "Detective Inspector", HARBOURSHIRE, "Nobody is above the law.")
    ]


@pytest.mark.parametrize(
    ("arguments", "names"),
    [
        ({"words": "HUSHPHONE"}, ["Tom Okoro"]),
        ({"speaker": "marsh"}, ["Helen Marsh"]),
        ({"agency": HARBOURSHIRE}, ["Helen Marsh"]),
        ({"since": "2021-05-01"}, ["Tom Okoro"]),
        ({"until": "2021-01-01"}, []),
    ],
)
def test_quotes_narrow_by_each_parameter(
    small: Store, arguments: dict[str, object], names: list[str]
) -> None:
    assert [row.name for row in run(small, "quotes", **arguments)] == names


def test_places_have_coordinates(small: Store) -> None:
    rows = run(small, "places", place="harbourshire")
    assert set(cells(rows, "place", "latitude", "longitude")) == {
        ("Portbury", Decimal("51.5"), Decimal("-2.75"))
    }
    assert [row.kind for row in rows] == ["Operation", "Seizure", "Seizure"]


def test_timeline_uses_the_facts_own_dates_first(small: Store) -> None:
    rows = run(small, "timeline", since="2021-02-28", until="2021-02-28")
    assert cells(rows, "first", "last", "dated", "kind") == [
        (date(2021, 2, 27), date(2021, 2, 28), "happened", "Seizure")
    ]
    assert {row.dated for row in run(small, "timeline", since="2021-03-01")} == {"reported"}


def test_regional_units_list_their_forces(small: Store) -> None:
    rows = run(small, "regional-units", unit="wrocu")
    assert [tuple(row) for row in rows] == [
        (WESTMOOR, "Coast Police", 0, "https://example.org/about-westmoor"),
        (WESTMOOR, HARBOURSHIRE, 1, "https://example.org/about-westmoor"),
    ]
    assert run(small, "regional-units") == rows


def test_links_are_the_same_from_either_end(small: Store) -> None:
    there = run(small, "links", agency=HARBOURSHIRE, other="wrocu")
    assert cells(there, "kind", "link", "reports") == [
        ("claim", "subOrganizationOf", 1),
        ("operation", "Operation Redwing", 2),
    ]
    assert run(small, "links", agency="wrocu", other=HARBOURSHIRE) == there
    assert len(run(small, "links", agency="wrocu", other="Dales Police")) == 0


def test_single_source_leaves_out_what_two_reports_say(small: Store) -> None:
    rows = run(small, "single-source", relation="tookPartIn")
    assert cells(rows, "subject", "object") == [(HARBOURSHIRE, "Operation Redwing")]
    assert {row.states for row in run(small, "single-source", relation="holdsPost")} == {
        "holdsPost"
    }


def test_disagreements_set_reports_side_by_side(small: Store) -> None:
    rows = run(small, "disagreements", operation="operation redwing")
    assert cells(rows, "kind", "item", "unit", "quantity", "report") == [
        ("Seizure", "cocaine", "kg", 12, "force/redwing-raids.md"),
        ("Seizure", "cocaine", "kg", 15, "unit/redwing-jailed.md"),
    ]
    assert len(run(small, "disagreements", operation="Operation Lapwing")) == 0


def test_value_seized_has_floor_and_ceiling(small: Store) -> None:
    rows = run(small, "value-seized")
    assert cells(rows, "operation", "floor", "ceiling", "open") == [
        ("Operation Lapwing", 0, 40000, False),
        ("Operation Redwing", 1025000, 1025000, True),
    ]


def test_everything_about_says_what_part_it_has(small: Store) -> None:
    rows = run(small, "everything-about", name="PORTBURY")
    assert cells(rows, "kind", "part", "what", "counterpart") == [
        ("Claim", "object", "livesIn", "Liam Hartley"),
        ("Claim", "object", "tookPlaceIn", "Operation Redwing"),
        ("Seizure", "atPlace", "at least 12kg of cocaine worth £1m", None),
        ("Seizure", "atPlace", "£25,000 in cash", None),
    ]


def test_unknown_name_lists_close_ones() -> None:
    with pytest.raises(QueryError, match="'seizzures'; did you mean seizures"):
        find_saved("seizzures")


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("# title: T\n# description: D\n", "no example"),
        (f"{HEADER}# parametr x (text, required): y\n", r"t\.rq:4: not understood"),
        (f"{HEADER}# parameter x (word, required): y\n", r"t\.rq:4: not understood"),
        (f"{HEADER}# parameter x (date, default soon): y\n", r"t\.rq:4: 'soon' is no date"),
        (f"{HEADER}# parameter x (place, default Kent): y\n", "is required or optional"),
        (f"{HEADER}# parameter x (place, optional): y\n", "no line `#if x"),
        (f"{HEADER}# parameter x (text, optional): y\n", r"nothing in the query reads \$given_x"),
        (f"{HEADER}\n#if x: FILTER(true)\n", "the header has no parameter x"),
    ],
)
def test_header_not_understood_is_an_error_with_its_place(
    tmp_path: Path, header: str, said: str
) -> None:
    path = tmp_path / "t.rq"
    path.write_text(f"{header}\nSELECT ?s WHERE {{ ?s ?p ?o }}", encoding="utf-8")
    with pytest.raises(QueryError, match=said):
        read_saved(path)


def test_corroboration_counts_sources(small: Store) -> None:
    rows = run(small, "corroboration")
    assert rows[0].sources >= rows[-1].sources
    assert {row.states for row in run(small, "corroboration", relation="within")} <= {"within"}


def test_corroboration_counts_near_duplicates_once() -> None:
    store = Store()
    store.load(_two_reports_of_one_claim())
    assert cells(run(store, "corroboration", minimum=2), "sources", "reports") == [(2, 2)]
    near = Quad("urn:b", OC.nearDuplicateOf, "urn:a", "urn:b")
    store.load([*_two_reports_of_one_claim(), near])
    assert len(run(store, "corroboration", minimum=2)) == 0
    assert cells(run(store, "corroboration"), "sources", "reports") == [(1, 2)]
    assert len(run(store, "single-source")) == 1


def _two_reports_of_one_claim() -> list[Quad]:
    said: list[tuple[str, str, str | Value]] = [
        ("urn:kent", SKOS.prefLabel, Value("Kent Police", None, "en")),
        ("urn:redwing", SKOS.prefLabel, Value("Operation Redwing", None, "en")),
    ]
    for name in ("a", "b"):
        report, fact, sentence = f"urn:{name}", f"urn:{name}/fact", f"urn:{name}/s1"
        said += [
            (fact, RDF.type, OC.Claim),
            (fact, RDF.subject, "urn:kent"),
            (fact, RDF.predicate, OC.tookPartIn),
            (fact, RDF.object, "urn:redwing"),
            (fact, OC.statedIn, sentence),
            (sentence, OC.inReport, report),
            (sentence, OC.text, Value("Kent Police ran it.", None, "en")),
            (report, OC.fileName, Value(f"{name}.md")),
        ]
    return [Quad(*triple, "urn:graph") for triple in said]
