"""Lines of a query that stand only where something is given."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import QueryError
from kg.given import Term, conditional, with_given, with_terms, written
from kg.model import Value
from kg.store import Solutions, Store

TEXT = """SELECT ?s WHERE {
  #if one: VALUES ?s { $one } ?s ?p ?o .
  # if this were a note
  #if two: FILTER(?o > $given_two)
}"""


def test_lines_of_what_is_given_stand_and_others_stay_comments() -> None:
    lines = with_given(TEXT, {"one": ["https://a/b", Value("c", None, "en")]}).splitlines()
    assert lines[1] == '  VALUES ?s { <https://a/b> "c"@en } ?s ?p ?o .'
    assert lines[2:] == TEXT.splitlines()[2:]
    assert with_given(TEXT, {}) == TEXT


def test_name_of_nothing_finds_nothing() -> None:
    text = with_given("SELECT ?s WHERE {\n#if s: VALUES ?s { $s }\n}", {"s": []})
    found = Store().query(text)
    assert isinstance(found, Solutions)
    assert list(found.rows) == []


def test_parameters_with_lines_are_known() -> None:
    assert conditional(TEXT) == {"one", "two"}
    assert with_terms(TEXT) == {"one"}


def test_node_without_a_name_is_refused() -> None:
    with pytest.raises(QueryError, match="_:b is a node without a name"):
        with_given(TEXT, {"one": ["_:b"]})


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_literal_is_read_back_as_it_was(text: str) -> None:
    terms: list[Term] = [Value(text), Value(text, None, "en")]
    query = with_given("SELECT ?s WHERE {\n#if s: VALUES ?s { $s }\n}", {"s": terms})
    found = Store().query(query)
    assert isinstance(found, Solutions)
    assert [row[0] for row in found.rows] == terms


def test_nothing_is_written_as_nothing() -> None:
    assert written(None) == ""
    assert written("_:b") == "_:b"
