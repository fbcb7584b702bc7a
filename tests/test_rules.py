from pathlib import Path

import msgspec
import pytest

from kg.errors import RuleError
from kg.rules import load, rules_file


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
