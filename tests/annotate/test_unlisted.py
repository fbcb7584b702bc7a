import pytest
import spacy

from kg.annotate.nlp import annotate, with_components
from kg.model import Annotation
from tests.make import report

TEXT = "The Redwing inquiry ended. Northmoor Police held Ada Quill in Saltby."


def annotated(*patterns: tuple[str, str]) -> Annotation:
    """The report as a pipeline reads it that names these words by these labels."""
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": label, "pattern": words} for words, label in patterns])  # type: ignore[attr-defined]
    (annotation,) = annotate([report(TEXT)], with_components(nlp))
    return annotation


@pytest.mark.parametrize(
    ("label", "expected"),
    [("OPERATION", {("Operation", "model.operation")}), ("WORK_OF_ART", set()), ("ORG", set())],
)
def test_name_that_only_the_model_sees_stands_where_its_label_is_trusted(
    label: str, expected: set[tuple[str, str]]
) -> None:
    found = annotated(("Redwing", label))
    mentions = {
        (found.entities[m.entity].type, m.rule)
        for m in found.mentions
        if TEXT[m.start : m.end] == "Redwing"
    }
    assert mentions == expected


def test_rule_goes_before_the_model() -> None:
    found = annotated(("Northmoor", "PLACE"), ("Police", "PLACE"))
    surfaces = {TEXT[m.start : m.end]: m.rule for m in found.mentions}
    assert surfaces["Northmoor Police"].startswith("agencies.")
    assert "Northmoor" not in surfaces


def test_name_that_the_rules_of_operations_turn_down_does_not_stand() -> None:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "OPERATION", "pattern": "Operation Overview"}])  # type: ignore[attr-defined]
    (annotation,) = annotate([report("Operation Overview.")], with_components(nlp))
    assert [r.reason for r in annotation.rejections] == ["no name of an operation"]
    assert annotation.mentions == ()


def test_short_name_that_the_model_sees_is_the_operation_in_full() -> None:
    nlp = spacy.blank("en")
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "OPERATION", "pattern": "Redwing"}])  # type: ignore[attr-defined]
    (annotation,) = annotate(
        [report("Operation Redwing began. Redwing ended.")], with_components(nlp)
    )
    assert [entity.name for entity in annotation.entities] == ["Operation Redwing"]
