from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.pipeline import Tok2Vec
from thinc.api import get_current_ops

from kg.annotate.network import exact_products, load_network
from kg.config import DEFAULT_MODEL, MODELS
from kg.errors import ConfigError

TEXTS = ("Police searched a flat in Saltby, police said.", "", "Saltby Police: a flat, a flat.")


def vectors(nlp: Language) -> list[bytes]:
    """The vectors of the texts' tokens, as bytes."""
    embeddings = nlp.get_pipe("tok2vec")
    assert isinstance(embeddings, Tok2Vec)
    return [rows.tobytes() for rows in embeddings.predict([nlp.make_doc(t) for t in TEXTS])]


def test_embeddings_that_nobody_listens_to_are_left_out(tmp_path: Path) -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("tok2vec")
    nlp.initialize()
    nlp.to_disk(tmp_path)
    assert load_network(str(tmp_path)).pipe_names == []


def test_words_embedded_once_have_the_same_vectors_to_the_last_bit() -> None:
    with exact_products():
        plain = spacy.load(MODELS / DEFAULT_MODEL)
    assert vectors(load_network(DEFAULT_MODEL)) == vectors(plain)


def test_text_has_the_same_vectors_alone_and_among_others() -> None:
    nlp = load_network(DEFAULT_MODEL)
    embeddings = nlp.get_pipe("tok2vec")
    assert isinstance(embeddings, Tok2Vec)
    alone = [embeddings.predict([nlp.make_doc(text)])[0].tobytes() for text in TEXTS]
    assert vectors(nlp) == alone


def test_pipeline_that_embeds_words_once_refuses_to_learn() -> None:
    nlp = load_network(DEFAULT_MODEL)
    _, learn = nlp.get_pipe("tok2vec").model.begin_update([nlp.make_doc("Saltby")])  # type: ignore[attr-defined]
    with pytest.raises(NotImplementedError, match="does not learn"):
        learn(nlp.get_pipe("tok2vec").model.predict([nlp.make_doc("Saltby")]))  # type: ignore[attr-defined]


def test_loading_leaves_the_settings_of_others_alone(blank_model: Path) -> None:
    before = get_current_ops()
    load_network(str(blank_model))
    assert get_current_ops() is before


def test_model_that_is_nowhere_is_a_clear_error() -> None:
    with pytest.raises(ConfigError, match="no_such_model"):
        load_network("no_such_model")
