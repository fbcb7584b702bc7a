"""What stands in quotation marks."""

import pytest

from kg.annotate.marks import is_quoted, segments


def quoted(text: str) -> list[str]:
    return [text[s.start : s.end] for s in segments(text, 0)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said: "We came. We saw."', ["We came. We saw."]),
        ("He said: “We came,” and left.", ["We came,"]),
        ("Ito said: 'It's the victims' money we want back.'",
         ["It's the victims' money we want back."]),
        ("‘We did,’ said Ito. ‘And more,’ he added.", ["We did,", "And more,"]),
        ('"We call it a "cuckoo" house," said Ito.', ['We call it a "cuckoo" house,']),
        ('He is 5ft 8" tall.', []),
        ("The officers' car and the victims' van.", []),
        ("”We saw it,” said Ito.", ["We saw it,"]),
        ('"Never closed.\n\nAn ordinary paragraph.', ["Never closed."]),
        ('"One.\n\n"Two.\n\n"Three."', ["One.", "Two.", "Three."]),
        ('Ito said: "One.\n\nTwo.\n\nThree."', ["One.", "Two.", "Three."]),
        ("Ito said: 'One.\n\n'Two.'", ["One.", "Two."]),
        ("Ito said: 'One.\n\nTwo.'", ["One.", "Two."]),
    ],
)  # fmt: skip
def test_words_in_marks_are_found(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


def test_words_that_run_on_are_told_from_new_ones() -> None:
    text = '"One.\n\n"Two."\n\n"Three."'
    assert [s.runs_on for s in segments(text, 0)] == [False, True, False]


def test_offsets_in_marks_are_told() -> None:
    text = 'Ito said: "We came" and "we went".'
    spans = segments(text, 0)
    inside = {text.index("came"), text.index("we went")}
    asked = inside | {0, text.index(" and "), len(text) - 1}
    assert {offset for offset in asked if is_quoted(spans, offset)} == inside
