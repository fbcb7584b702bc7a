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
