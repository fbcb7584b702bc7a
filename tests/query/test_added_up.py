"""A query taken apart at the rows that it adds up, and asked of some of them."""

from kg.model import Value
from kg.query.added_up import taken_apart, with_rows
from kg.store import Solutions, Store
from kg.vocab import XSD

TEXT = """SELECT $given_since ?unit (SUM(?n) AS ?all) (COUNT(?case) AS ?cases) WHERE {
  SELECT DISTINCT $given_since ?unit ?n ?case WHERE { ?x oc:unit ?unit OPTIONAL { ?x oc:of ?case } }
} GROUP BY $given_since ?unit"""


def number(text: str) -> Value:
    return Value(text, XSD.decimal)


def test_rows_are_asked_for_without_what_is_given() -> None:
    parts = taken_apart(TEXT)
    assert parts.columns == ("unit", "n", "case")
    assert parts.rows.startswith("SELECT ?unit ?n ?case { ?x oc:unit")
    assert parts.rows.endswith("} } ORDER BY ?unit ?n ?case")
    assert "oc:unit" not in parts.total


def test_each_row_is_added_up_once_and_a_gap_is_no_value() -> None:
    parts = taken_apart(TEXT)
    kilos, said = Value("kg"), Value('a "gram"', None, "en")
    rows = [(kilos, number("2"), "http://a/1"), (kilos, number("2"), "http://a/1")]
    rows += [(kilos, number("0.5"), "http://a/1")]
    text = with_rows(parts.total, parts.columns, [*rows, (said, number("1"), None)])
    with Store() as store:
        found = store.query(text, {"given_since": Value("2020-01-01", XSD.date)})
        assert isinstance(found, Solutions)
        totals = {row[1:] for row in found.rows}
    two, none = (Value(text, XSD.integer) for text in ("2", "0"))
    assert totals == {(kilos, number("2.5"), two), (said, number("1"), none)}


def test_no_rows_add_up_to_nothing() -> None:
    parts = taken_apart(TEXT)
    with Store() as store:
        found = store.query(with_rows(parts.total, parts.columns, []))
        assert isinstance(found, Solutions)
        assert list(found.rows) == []
