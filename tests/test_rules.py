from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
import spacy

from kg.annotate.naming import NameRow
from kg.annotate.nlp import annotate, with_components
from kg.cache import pipeline_version
from kg.errors import RuleError
from kg.rules import load, rules_file, use
from tests.make import report


class Fruit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    weight: int = 0


def written(folder: Path, text: str) -> Path:
    path = rules_file("fruits", folder)
    path.write_text(text, encoding="utf-8")
    return path


def test_load_gives_rows_in_file_order(tmp_path: Path) -> None:
    path = written(tmp_path, "fruits:\n- id: pear\n- id: apple\n  weight: 3\n")
    assert load(path, Fruit) == (Fruit("pear"), Fruit("apple", 3))


@pytest.mark.parametrize(
    ("text", "line", "complaint"),
    [
        ("fruits:\n- id: pear\n- id: apple\n  colour: red\n", 3, "unknown field `colour`"),
        ("fruits:\n- id: pear\n- id: apple\n  weight: heavy\n", 4, "Expected `int`, got `str`"),
        ("fruits:\n- id: pear\n  id: apple\n", 3, "'id' stands twice"),
        ("fruits:\n- id: pear\n- id: apple\n- id: pear\n", 4, "'pear' stands twice"),
        ("fruits:\n- id: [pear\n", 3, "expected ',' or ']'"),
        ("vegetables:\n- id: leek\n", 1, "expected one key 'fruits'"),
        ("", 1, "expected one key 'fruits'"),
        ("fruits:\n- id: !!python/name:os.system\n", 2, "could not determine a constructor"),
    ],
)
def test_load_refuses_what_it_does_not_understand_with_its_place(
    tmp_path: Path, text: str, line: int, complaint: str
) -> None:
    path = written(tmp_path, text)
    with pytest.raises(RuleError) as caught:
        load(path, Fruit)
    assert str(caught.value).startswith(f"{path}:{line}: ")
    assert complaint in str(caught.value)


def test_load_names_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match=r"fruits\.yml: cannot be read: No such file"):
        load(rules_file("fruits", tmp_path), Fruit)


def test_every_packaged_rules_file_opens_with_a_header() -> None:
    files = sorted(rules_file("x").parent.glob("*.yml"))
    assert files
    assert [f.name for f in files if not f.read_text(encoding="utf-8").startswith("# ")] == []


OWN = {
    "platforms": "platforms:\n- id: murmur-phone\n  name: MurmurPhone\n  kind: phone\n",
    "commodities": "commodities:\n- id: cocaine\n  bulk: [glimmer]\n",
    "operations": "operations:\n- id: lantern\n  name: Operation Lantern\n  kind: named\n"
    "  aliases: [the Lantern inquiry]\n",
}
TEXT = (
    "Northmoor Police seized 4kg of glimmer and three cars. He used MurmurPhone to send messages."
)


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Path]:
    for name, text in OWN.items():
        rules_file(name, tmp_path).write_text(text, encoding="utf-8")
    yield tmp_path
    use(None)


def found_in(text: str) -> tuple[set[str], set[str | None]]:
    (annotation,) = annotate([report(text)], with_components(spacy.blank("en")))
    return {e.name for e in annotation.entities}, {o.commodity for o in annotation.outcomes}


def test_own_rules_add_rows_and_words_until_they_are_put_away(own: Path) -> None:
    assert "MurmurPhone" not in found_in(TEXT)[0]
    use(own)
    names, commodities = found_in(TEXT)
    assert "MurmurPhone" in names
    assert "cocaine" in commodities
    use(None)
    names, commodities = found_in(TEXT)
    assert "MurmurPhone" not in names
    assert "cocaine" not in commodities


def test_own_rules_that_changed_are_read_again(own: Path) -> None:
    use(own)
    assert "MurmurPhone" in found_in(TEXT)[0]
    rules_file("platforms", own).write_text("platforms: []\n", encoding="utf-8")
    use(own)
    assert "MurmurPhone" not in found_in(TEXT)[0]


def platforms_with(folder: Path) -> tuple[NameRow, ...]:
    try:
        use(folder)
        return load(rules_file("platforms"), NameRow)
    finally:
        use(None)


@pytest.mark.parametrize(
    ("name", "text", "complaint"),
    [
        (
            "platforms",
            "platforms:\n- name: Murmur\n",
            r"platforms\.yml:2: expected a row with an id",
        ),
        ("platforms", "platforms:\n- id: x\n  colour: red\n", r"platforms\.yml:2: .*`colour`"),
        ("platforms", "platforms:\n- id: encrochat\n  name: Enc\n", r"platforms\.yml:2: name of"),
        ("plattforms", "plattforms:\n- id: x\n", "extends no rules"),
    ],
)
def test_own_rules_are_read_as_strictly(
    tmp_path: Path, name: str, text: str, complaint: str
) -> None:
    rules_file(name, tmp_path).write_text(text, encoding="utf-8")
    with pytest.raises(RuleError, match=complaint):
        platforms_with(tmp_path)


def test_folder_of_rules_has_to_be_there(tmp_path: Path) -> None:
    with pytest.raises(RuleError, match="no such folder of rules"):
        use(tmp_path / "none")


def test_annotations_of_other_rules_are_not_taken_for_these(own: Path) -> None:
    with_own = pipeline_version("some_model", own)
    assert with_own != pipeline_version("some_model")
    rules_file("platforms", own).write_text("platforms: []\n", encoding="utf-8")
    assert pipeline_version("some_model", own) != with_own
