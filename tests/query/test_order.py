"""Rows are put in the order that SPARQL gives them, whatever stands in them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model import Value
from kg.query.order import Key, in_order, unordered
from kg.store import Term
from kg.vocab import XSD

VALUES: list[Term | None] = [
    None,
    "_:b",
    "http://a/b",
    Value("2", XSD.integer),
    Value("2.5", XSD.decimal),
    Value("10", XSD.integer),
    Value("B"),
    Value("a"),
    Value("2021-03-02", XSD.date),
]


@given(st.permutations(VALUES))
def test_rows_are_sorted_by_kind_then_value(shuffled: list[Term | None]) -> None:
    rows = [(value,) for value in shuffled]
    assert in_order(rows, ["x"], [Key("x", descending=False)]) == [(value,) for value in VALUES]


def test_keys_may_go_down_and_up() -> None:
    rows = [(Value(number, XSD.integer), Value(name)) for number in "121" for name in "ba"]
    keys = [Key("n", descending=True), Key("name", descending=False)]
    found = in_order(rows, ["n", "name"], keys)
    assert ["".join(cell.value for cell in row if isinstance(cell, Value)) for row in found] == [
        *("2a", "2b"),
        *("1a", "1a", "1b", "1b"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?a { ?a ?b ?c }",
        "SELECT ?a { ?a ?b ?c } ORDER BY ?a LIMIT 3",
        "SELECT ?a { ?a ?b ?c } ORDER BY STR(?a)",
        "SELECT DISTINCT ?a { ?a ?b ?c } ORDER BY ?c",
        "SELECT * { ?a ?b ?c } ORDER BY ?c",
        "SELECT ?a { { SELECT ?a { ?a ?b ?c } ORDER BY ?c LIMIT 1 } }",
    ],
)
def test_other_orders_are_left_to_the_store(text: str) -> None:
    assert unordered(text) is None
