"""Asking: parameters, prefixes, files, and rows of plain values."""

import csv
import io
import json
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.model import Quad, Value
from kg.query.run import IRI, Rows, run
from kg.query.stats import stats
from kg.store import Store
from kg.vocab import PREFIXES

XSD = PREFIXES["xsd"]


def test_rows_are_plain_values(small: Store) -> None:
    (row,) = run(
        small,
        "SELECT ?fact ?quantity ?asOf ?ordinal ?unit ?nothing WHERE { ?fact oc:unit ?unit ; "
        "oc:quantity ?quantity ; oc:asOf ?asOf ; oc:statedIn/oc:ordinal ?ordinal "
        'FILTER(?unit = "GBP") }',
    )
    assert row[1:] == (Decimal(25000), date(2021, 3, 2), 3, "GBP", None)
    assert isinstance(row.fact, IRI)
    assert row.unit == "GBP"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (Value("12", f"{XSD}integer"), 12),
        (Value("1.50", f"{XSD}decimal"), Decimal("1.50")),
        (Value("2020-07-02", f"{XSD}date"), date(2020, 7, 2)),
        (Value("-0044-03-15", f"{XSD}date"), "-0044-03-15"),
        (Value("true", f"{XSD}boolean"), True),
        (Value("many", f"{XSD}integer"), "many"),
        (Value("raid", None, "en"), "raid"),
        ("http://a/b", "http://a/b"),
        (None, None),
    ],
)
def test_term_becomes_plain_value(value: str | Value | None, expected: object) -> None:
    found = Rows(("x",), [(value,)])[0].x
    assert found == expected
    assert type(found) is type(expected) or isinstance(found, IRI)


def test_iri_knows_its_short_form() -> None:
    assert IRI("https://w3id.org/ockg/ns#Agency").compact == "oc:Agency"
    assert IRI("http://elsewhere/x").compact == "http://elsewhere/x"


def test_parameters_of_text_bind_iris_and_literals(small: Store) -> None:
    text = "SELECT ?entity ?label WHERE { ?entity skos:prefLabel ?label }"
    (row,) = run(small, text, entity="https://w3id.org/ockg/id/agency/dales")
    assert row.label == "Dales Police"
    (row,) = run(small, text, label=Value("Tom Okoro", None, "en"))
    assert row.entity.endswith("official/tom-okoro")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({"plaze": "x"}, "no parameter 'plaze'; it has agency, place"),
        (
            {"place": "Portberry"},
            "no place in the graph is called 'Portberry'; did you mean 'Portbu",
        ),
        ({"agency": "https://a/b"}, "no agency in the graph has the IRI https://a/b"),
        ({"agency": "Portbury"}, "no agency in the graph is called 'Portbury'"),
        (
            {"commodity": "cocain"},
            "no commodity in the graph is called 'cocain'; did you mean 'coca",
        ),
        ({"since": "last week"}, "since: 'last week' is no date: write it as"),
    ],
)
def test_wrong_parameters_are_told_in_one_line(
    small: Store, arguments: dict[str, object], said: str
) -> None:
    with pytest.raises(QueryError, match=said) as error:
        run(small, "seizures", **arguments)
    assert "\n" not in str(error.value)


def test_missing_parameter_is_described(small: Store) -> None:
    with pytest.raises(QueryError, match="links needs other: the other agency's name"):
        run(small, "links", agency="Dales Police")


def test_parameter_of_a_strange_type_is_refused(small: Store) -> None:
    with pytest.raises(QueryError, match="cannot be a list"):
        run(small, "SELECT ?s WHERE { ?s ?p ?o }", s=["x"])


def test_file_is_asked_with_or_without_header(small: Store, tmp_path: Path) -> None:
    plain = tmp_path / "plain.rq"
    plain.write_text("SELECT ?s WHERE { ?s a oc:Report }", encoding="utf-8")
    assert len(run(small, plain)) == len(run(small, str(plain))) == 3
    headed = tmp_path / "headed.rq"
    headed.write_text(
        "# title: T\n# description: D\n# parameter name (text, required): N\n# example: E\n"
        "SELECT $given_name ?s WHERE { ?s oc:fileName ?n FILTER(?n = $given_name) }",
        encoding="utf-8",
    )
    assert len(run(small, headed, name="dales.md")) == 1


def test_file_that_is_missing_is_named(small: Store, tmp_path: Path) -> None:
    with pytest.raises(QueryError, match=r"gone\.rq: the query cannot be read"):
        run(small, tmp_path / "gone.rq")


def test_ask_is_one_row_and_a_truth(small: Store) -> None:
    no = run(small, "ASK { ?s a oc:Court }")
    assert (no.columns, no[0].answer, bool(no)) == (("answer",), False, False)
    assert json.loads(no.to_json()) == {"head": {}, "boolean": False}


def test_construct_gives_a_row_a_triple(small: Store) -> None:
    rows = run(small, "CONSTRUCT { ?s a oc:Place } WHERE { ?s a oc:Report }")
    assert (rows.columns, len(rows)) == (("subject", "predicate", "object"), 3)


def test_describe_is_answered(small: Store) -> None:
    rows = run(small, "DESCRIBE <https://w3id.org/ockg/id/agency/dales>")
    assert "Dales Police" in [row.object for row in rows]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc"])), min_size=1, max_size=4))
def test_csv_and_json_hold_every_value(texts: list[str]) -> None:
    rows = Rows(("x", "y"), [(Value(text), None) for text in texts])
    lines = list(csv.reader(io.StringIO(rows.to_csv())))
    assert lines == [["x", "y"], *([text, ""] for text in texts)]
    found = json.loads(rows.to_json())
    assert found["head"] == {"vars": ["x", "y"]}
    assert found["results"]["bindings"] == [
        {"x": {"type": "literal", "value": text}} for text in texts
    ]


def test_json_and_tsv_keep_kinds_of_terms() -> None:
    terms = ("http://a/b", "_:c", Value("d", None, "en"), Value("1", f"{XSD}integer"))
    rows = Rows(("i", "b", "l", "n"), [terms])
    (binding,) = json.loads(rows.to_json())["results"]["bindings"]
    assert binding["i"] == {"type": "uri", "value": "http://a/b"}
    assert binding["b"] == {"type": "bnode", "value": "c"}
    assert binding["l"] == {"type": "literal", "value": "d", "xml:lang": "en"}
    assert binding["n"] == {"type": "literal", "value": "1", "datatype": f"{XSD}integer"}
    assert rows.to_tsv() == f'?i\t?b\t?l\t?n\n<http://a/b>\t_:c\t"d"@en\t"1"^^<{XSD}integer>\n'


def test_rows_are_a_sequence_that_does_not_change(small: Store) -> None:
    rows = run(small, "agencies-operations")
    assert list(rows[:1]) == [rows[0]]
    assert rows == run(small, "agencies-operations")
    assert len({rows, run(small, "agencies-operations")}) == 1
    assert repr(rows) == "<2 rows of agency, operation, reports, first, last>"


def test_notebook_table_escapes_markup() -> None:
    shown = Rows(("x",), [(Value("<script>"),)])._repr_html_()
    assert "<script>" not in shown
    assert "&lt;script&gt;" in shown


def test_to_pandas_keeps_columns(small: Store) -> None:
    frame = run(small, "agencies-operations").to_pandas()
    assert list(frame.columns) == ["agency", "operation", "reports", "first", "last"]
    assert list(frame["reports"]) == [1, 2]


def test_to_pandas_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(QueryError, match="pip install pandas"):
        Rows(("x",), []).to_pandas()


def test_stats_count_each_thing_once(small: Store) -> None:
    found = stats(small)
    assert (found.reports, found.sentences, found.mentions) == (3, 9, 1)
    assert (found.entities["Agency"], found.entities["Official"], found.entities["Person"]) == (
        3,
        2,
        1,
    )
    assert (found.facts["Seizure"], found.facts["Claim"], found.facts["Search"]) == (4, 7, 0)
    assert (found.first_date, found.last_date) == (date(2021, 3, 2), date(2021, 9, 15))
    assert found.publishers["Dales Police"] == 1


def test_stats_of_nothing_are_nought() -> None:
    found = stats(Store())
    assert (found.reports, found.first_date, found.publishers) == (0, None, {})


def test_stats_count_a_thing_in_two_graphs_once() -> None:
    store = Store()
    thing = Quad("http://a/x", f"{PREFIXES['rdf']}type", f"{PREFIXES['oc']}Report", "http://a/g")
    store.load([thing, thing._replace(graph="http://a/h")])
    assert stats(store).reports == 1
