"""`kg analyse …`: tables for people, CSV and JSON for programs."""

import csv
import io
import json
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from kg.analyse.table import Table
from kg.cli.analyse.show import _short
from kg.cli.app import app
from kg.errors import QueryError


@dataclass(frozen=True, slots=True)
class Row:
    text: str
    names: tuple[str, ...]


SMALL = str(Path(__file__).parents[1] / "golden" / "small.trig")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(app, ["analyse", *arguments])


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["brokers", SMALL], "Harbourshire Police"),
        (["communities", SMALL], "Dales Police"),
        (["core", SMALL, "--of", "everything"], "Operation Redwing"),
        (["places", SMALL, "--place", "Harbourshire"], "Portbury"),
        (["partners", SMALL, "WROCU", "--by", "quarter"], "2021-Q1"),
        (["path", SMALL, "dales police", "liam hartley"], "worked with"),
        (["seizures", SMALL, "--by", "commodity"], "cocaine"),
        (["timeline", SMALL, "Operation Redwing", "--since", "2021-09-01"], "was jailed for"),
    ],
)
def test_command_prints_table_csv_and_json(arguments: list[str], said: str) -> None:
    table, as_csv, as_json = run(*arguments), run(*arguments, "--csv"), run(*arguments, "--json")
    assert {table.exit_code, as_csv.exit_code, as_json.exit_code} == {0}, table.output
    assert said in table.stdout
    assert said in as_csv.stdout
    rows = list(csv.DictReader(io.StringIO(as_csv.stdout)))
    objects = json.loads(as_json.stdout)
    assert len(rows) == len(objects) > 0
    assert list(rows[0]) == list(objects[0])


def test_place_narrows(capsys: pytest.CaptureFixture[str]) -> None:
    found = run("places", SMALL, "--place", "Harbourshire", "--csv").stdout
    assert [row["place"] for row in csv.DictReader(io.StringIO(found))] == ["Portbury"]


def test_table_says_how_many_rows_it_leaves_out() -> None:
    assert "1 of 5 rows; --limit 0 prints all" in run("seizures", SMALL, "--limit", "1").stdout
    assert "5 rows" in run("seizures", SMALL, "--limit", "0").stdout


def test_nothing_found_is_said_on_standard_error() -> None:
    found = run("brokers", SMALL, "--since", "2030-01-01")
    assert (found.exit_code, found.stdout) == (0, "")
    assert "No agency" in found.stderr


def test_diff_counts_and_lists(tmp_path: Path) -> None:
    empty = tmp_path / "empty.nt"
    empty.touch()
    found = run("diff", str(empty), SMALL, "--kind", "report")
    assert "new report" in found.stdout
    assert "dales.md" in found.stdout
    assert len(json.loads(run("diff", str(empty), SMALL, "--kind", "report", "--json").stdout)) == 3


def test_unknown_name_is_an_error_with_close_names() -> None:
    found = run("timeline", SMALL, "Operation Redwings")
    assert isinstance(found.exception, QueryError)
    assert "did you mean 'Operation Redwing'" in str(found.exception)


def test_table_shortens_what_is_long_and_csv_does_not() -> None:
    rows = Table(Row, [Row("word " * 99, tuple("abcdefgh"))])
    assert len(_short(rows[0].text)) < 210
    assert _short(rows[0].names) == "a; b; c; d; e; f … and 2 more"
    assert rows.to_csv().count("word") == 99
