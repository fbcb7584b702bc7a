"""Answers as tables."""

import json
from dataclasses import dataclass
from decimal import Decimal

import pytest

from kg.analyse.table import Table


@dataclass(frozen=True, slots=True)
class Line:
    name: str
    figure: Decimal | float | None
    of: tuple[str, ...] = ()


@pytest.fixture
def table() -> Table[Line]:
    return Table(Line, [Line("a, b", Decimal("1.50"), ("x", "y")), Line("<c>", None)])


def test_table_is_a_sequence_of_its_rows(table: Table[Line]) -> None:
    assert (len(table), table[1].name, table.columns) == (2, "<c>", ("name", "figure", "of"))
    assert [row.name for row in table[:1]] == ["a, b"]
    assert table == Table(Line, list(table))
    assert table != Table(Line, [])
    assert repr(table) == "<2 rows of name, figure, of>"


def test_table_as_csv(table: Table[Line]) -> None:
    assert table.to_csv().splitlines() == ["name,figure,of", '"a, b",1.5,x; y', "<c>,,"]


def test_table_as_json(table: Table[Line]) -> None:
    assert json.loads(table.to_json()) == [
        {"name": "a, b", "figure": "1.50", "of": ["x", "y"]},
        {"name": "<c>", "figure": None, "of": []},
    ]


def test_table_as_data_frame(table: Table[Line]) -> None:
    frame = table.to_pandas()
    assert list(frame.columns) == ["name", "figure", "of"]
    assert frame.iloc[0]["of"] == ("x", "y")


def test_table_in_a_notebook_is_escaped(table: Table[Line]) -> None:
    html = table._repr_html_()
    assert "&lt;c&gt;" in html
    assert "2 of 2 rows" in html


def test_numbers_are_short() -> None:
    assert Table(Line, [Line("a", 1 / 3)]).cells() == [["a", "0.333", ""]]
