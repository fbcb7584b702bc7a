"""Named operations, and words that only look like one."""

import pytest
import spacy

from kg.annotate import operations
from kg.annotate.draft import Draft
from kg.annotate.nlp import annotate, with_components
from kg.model import Report
from tests.annotate.bodies import BLANK, found_by, names_of
from tests.make import report


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Operation Falcon was run with Op Heron.", ["Operation Falcon", "Op Heron"]),
        ("Operations Falcon, Heron and Kite ended.", ["Operations Falcon", "Heron", "Kite"]),
        ("Operation Silver Otter began.", ["Operation Silver Otter"]),
        ("Under Operation ‘Otter’ they searched.", ["Operation ‘Otter’"]),
        ("Programme Falcon and Project Heron go on.", ["Programme Falcon", "Project Heron"]),
        ("The Operation Otter team knocked.", ["Operation Otter"]),
        ("Operation Otter Detective Inspector Ito said", ["Operation Otter"]),
        ("The Operations Manager called the Operations Room.", []),
        ("An operation in Anytown; Operation in Anytown.", []),
        ("The Project Manager agreed.", []),
        ("Her duties are Operations Planning, Strategic Firearms Command, and more.", []),
        ("Operation Otter's officers", ["Operation Otter"]),
        ("Drug Trafficking Operation Involving Boats Ends", []),
        ("Operation Overview. Operation Against Fraud.", []),
        (
            "Operation Otter 2 was run; Operation Otter 13 people",
            ["Operation Otter 2", "Operation Otter"],
        ),
        ("Operation Otter Phase Two began.", ["Operation Otter"]),
        ("A global operation codenamed “Heron” began.", ["Heron"]),
    ],
)
def test_operations_are_found(text: str, names: list[str]) -> None:
    assert names_of(found_by(operations.find, text=text)) == names


def test_code_name_is_the_operation_that_bears_it_elsewhere() -> None:
    draft = found_by(operations.find, text="An operation codenamed Heron, Operation Heron, began.")
    assert [c.name for c in draft.candidates] == [None, "Operation Heron"]


def test_operations_under_a_short_form_carry_the_full_name() -> None:
    draft = found_by(operations.find, text="Op Heron and Operation Heron")
    assert [c.name for c in draft.candidates] == ["Operation Heron", None]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Follow #OpHeron or #OpNightHeron.", ["Operation Heron", "Operation Night Heron"]),
        ("OpHeron’s officers and OpVenetic", ["Operation Heron", "Operation Venetic"]),
        ("Write to OpHeron@saltby.example or see saltby.example/OpHeron; OpenRoad", []),
    ],
)
def test_operations_in_one_word_are_found_by_their_full_name(text: str, names: list[str]) -> None:
    assert [c.name for c in found_by(operations.find, text=text).candidates] == names


def test_quoted_operation_is_the_one_without_marks() -> None:
    draft = found_by(operations.find, text="Operation “Heron” and Operation Heron")
    assert [c.name for c in draft.candidates] == ["Operation Heron", None]


def test_op_is_an_operation_in_english_alone() -> None:
    report = Report("0" * 64, "", "Op Heron en Operatie Otter", language="nl")
    draft = Draft(report)
    operations.find(draft, BLANK(report.text))
    assert names_of(draft) == ["Operatie Otter"]


def test_operations_in_titles_take_no_word_that_the_body_lacks() -> None:
    draft = found_by(
        operations.find, title="Operation Otter Sees Arrests", text="Operation Otter ended."
    )
    assert names_of(draft) == ["Operation Otter", "Operation Otter"]


@pytest.mark.parametrize(
    "text", ["Operation Venetic led to arrests.", "It was Op Venetic.", "OPERATION VENETIC ends."]
)
def test_listed_operation_has_its_key_however_it_is_written(text: str) -> None:
    (annotation,) = annotate([report(text)], with_components(spacy.blank("en")))
    assert [one.key for one in annotation.entities] == ["operation:venetic"]
