from pathlib import Path

import pytest
import spacy
from thinc.api import get_current_ops

from kg.annotate.network import load_network
from kg.errors import ConfigError


def test_embeddings_that_nobody_listens_to_are_left_out(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec")
    nlp.initialize()
    nlp.to_disk(tmp_path)
    assert load_network(str(tmp_path)).pipe_names == []


def test_loading_leaves_the_settings_of_others_alone(blank_model: Path) -> None:
    before = get_current_ops()
    load_network(str(blank_model))
    assert get_current_ops() is before


def test_model_that_is_nowhere_is_a_clear_error() -> None:
    with pytest.raises(ConfigError, match="no_such_model"):
        load_network("no_such_model")


def test_model_that_is_broken_is_a_clear_error(tmp_path: Path) -> None:
    (tmp_path / "config.cfg").write_text("[nlp]\n", encoding="utf-8")
    (tmp_path / "meta.json").write_text("{}", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"cannot be loaded: .*lang"):
        load_network(str(tmp_path))
