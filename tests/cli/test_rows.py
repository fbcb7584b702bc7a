import pytest

from kg.cli import rows
from kg.cli.rows import print_rows

COLUMNS = ("item", "place", "sentence")
FOUND = [("cocaine", "", "- [bold]92[/bold] kilos of cocaine"), ("cash", "", "- £184,500 in cash")]


def test_table_leaves_out_what_is_empty_and_keeps_words_as_words(
    capsys: pytest.CaptureFixture[str],
) -> None:
    print_rows(COLUMNS, FOUND, caption="2 rows")
    said = capsys.readouterr().out
    assert "- [bold]92[/bold] kilos of cocaine" in said
    assert "place" not in said
    assert "2 rows" in said


def test_row_is_a_block_where_columns_would_be_too_narrow(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rows, "WIDTH", 25)
    print_rows(COLUMNS, FOUND, caption="2 rows")
    lines = [line.rstrip() for line in capsys.readouterr().out.splitlines()]
    assert lines[:2] == ["1", "  item      cocaine"]
    assert "2" in lines


def test_columns_of_an_empty_answer_are_shown(capsys: pytest.CaptureFixture[str]) -> None:
    print_rows(COLUMNS, [], caption="0 rows")
    said = capsys.readouterr().out
    assert [column for column in COLUMNS if column not in said] == []
