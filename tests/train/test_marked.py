from itertools import pairwise
from pathlib import Path

import msgspec
import pytest

from kg.errors import InputError
from kg.evaluate.marking import MarkedEntity, Marking
from kg.train.labelled import Labelled
from kg.train.marked import marked_examples, read_marked, spans
from tests.make import report

FORCE = MarkedEntity("e1", "Agency", "Northmoor Police", ("the force",))
TOWN = MarkedEntity("e2", "Place", "Northmoor")
OFFICER = MarkedEntity("e3", "Official", "Ada Quill", ("DS Ada Quill", "Quill"))
RELATIVE = MarkedEntity("e4", "Person", "Bram Quill", ("Quill",))
LINE = MarkedEntity("e5", "Group", "Max line")


def surfaces(text: str, *entities: MarkedEntity) -> list[tuple[str, str]]:
    return [(text[s.start : s.end], s.label) for s in spans(text, entities)]


def test_longest_form_has_its_words() -> None:
    text = "Northmoor Police searched a flat in Northmoor."
    assert surfaces(text, TOWN, FORCE) == [("Northmoor Police", "AGENCY"), ("Northmoor", "PLACE")]


def test_form_is_found_as_whole_words_only() -> None:
    assert surfaces("Quills of Northmoorside", OFFICER, TOWN) == []


def test_possessive_leaves_the_name() -> None:
    assert surfaces("the Max line’s number", LINE) == [("Max line", "GROUP")]


def test_form_of_two_entities_is_of_the_one_last_named_in_full() -> None:
    text = "DS Ada Quill spoke. Quill said so. Bram Quill was jailed. Quill admitted it."
    labels = [label for _, label in surfaces(text, OFFICER, RELATIVE)]
    assert labels == ["OFFICIAL", "OFFICIAL", "PERSON", "PERSON"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("DS Ada Quill spoke.", "Ada Quill"),
        ("Detective Sergeant Quill spoke.", "Quill"),
        ("A spokeswoman, Ada, spoke.", "Ada"),
    ],
)
def test_titles_are_no_part_of_a_name(text: str, name: str) -> None:
    forms = ("DS Ada Quill", "Detective Sergeant Quill", "Ada")
    officer = MarkedEntity("e1", "Official", "Ada Quill", forms)
    assert surfaces(text, officer) == [(name, "OFFICIAL")]


def test_spans_never_overlap() -> None:
    text = "Northmoor Police and the force in Northmoor; DS Ada Quill, Ada Quill, Quill"
    found = spans(text, [FORCE, TOWN, OFFICER, RELATIVE])
    assert all(a.end <= b.start for a, b in pairwise(found))
    assert Labelled(0, 16, "AGENCY") in found


def test_marking_without_its_report_is_an_error() -> None:
    marking = Marking("case", (TOWN,))
    with pytest.raises(InputError, match=r"case\.md"):
        list(marked_examples([marking], {}))
    (example,) = marked_examples([marking], {"case.md": report("In Northmoor.")})
    assert example.spans == (Labelled(3, 12, "PLACE"),)


def test_report_marked_in_two_folders_counts_once(tmp_path: Path) -> None:
    for folder, entities in (("a", (TOWN,)), ("b", (TOWN, FORCE))):
        path = tmp_path / folder / "case.json"
        path.parent.mkdir()
        path.write_bytes(msgspec.json.encode(Marking("case", entities)))
    assert [len(m.entities) for m in read_marked([tmp_path / "a", tmp_path / "b"])] == [2]
