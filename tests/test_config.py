from pathlib import Path

import pytest

from kg.config import Config, load_config
from kg.errors import ConfigError


def test_flag_wins_over_file_and_file_over_default(tmp_path: Path) -> None:
    file = tmp_path / "kg.yml"
    file.write_text("model: my_model\nbase_iri: https://example.org/id/\n", encoding="utf-8")
    config = load_config(file, model="other_model", base_iri=None)
    assert config == Config(model="other_model", base_iri="https://example.org/id/")


def test_file_in_working_folder_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert load_config() == Config()
    (tmp_path / "kg.yml").write_text("model: mine\n", encoding="utf-8")
    assert load_config().model == "mine"


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("model: mine\nspeed: 11\n", "kg.yml:2: unknown setting 'speed'; known: model, base_iri"),
        ("workers: two\n", "kg.yml:1: workers must be a whole number, found 'two'"),
        ("workers: 0\n", "workers 0: expected one or more"),
        ("registries: bodies.csv\n", "kg.yml:1: registries must be a list of texts, found 'bodies"),
        ("model: 3\n", "kg.yml:1: model must be a text, found 3"),
        ("base_iri: example.org\n", "base IRI 'example.org': expected http"),
        ("base_iri: https://example.org/id\n", "that ends in '/' or '#'"),
        ("- model\n", "kg.yml:1: expected settings"),
    ],
)
def test_bad_setting_is_an_error_with_its_place(tmp_path: Path, text: str, complaint: str) -> None:
    file = tmp_path / "kg.yml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=complaint.replace("(", r"\(")):
        load_config(file)


def test_registries_are_a_list_of_files(tmp_path: Path) -> None:
    file = tmp_path / "kg.yml"
    file.write_text("rules: mine\nregistries: [bodies.csv, list.json]\n", encoding="utf-8")
    own = load_config(file).own
    assert own.rules == Path("mine")
    assert own.registries == (Path("bodies.csv"), Path("list.json"))
