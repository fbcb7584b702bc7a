"""Load a spaCy pipeline for its names alone, with exact products of matrices."""

from collections.abc import Iterator
from contextlib import contextmanager

import spacy
from spacy.language import Language
from spacy.pipeline import Tok2Vec
from thinc.api import get_current_ops, set_current_ops, use_ops

from kg.annotate import recogniser  # noqa: F401  registers the component of our own pipelines
from kg.annotate.exact import ExactOps
from kg.annotate.once import embed_once
from kg.config import MODELS
from kg.errors import ConfigError

# Names are all that the rules ask of a model; the rest would cost time and go unread.
UNREAD = ("tagger", "parser", "attribute_ruler", "lemmatizer", "senter", "morphologizer")


def load_network(model: str) -> Language:
    """The pipeline `model`: one of our own, an installed one, or a folder that holds one.

    Raises `ConfigError` where there is none by that name, and for one that spaCy cannot load.
    """
    own = MODELS / model
    try:
        with exact_products():
            nlp = spacy.load(own if own.is_dir() else model, exclude=list(UNREAD))
    except OSError as error:
        raise ConfigError(
            f"no spaCy pipeline {model!r} is installed: `pip install` it, or name another"
        ) from error
    except ValueError as error:  # a setting that is missing, a component that is not installed
        said = str(error).strip().partition("\n")[0]
        raise ConfigError(f"the pipeline {model!r} cannot be loaded: {said}") from error
    _leave_out_unheard(nlp)
    embed_once(nlp)
    return nlp


@contextmanager
def exact_products() -> Iterator[None]:
    """Make networks whose products are the same in any batch; by numpy's BLAS, as below."""
    before = get_current_ops()
    set_current_ops(ExactOps())
    try:
        yield
    finally:
        set_current_ops(before)


@contextmanager
def numpy_products() -> Iterator[None]:
    """Make networks that multiply by numpy's BLAS: nearly three times as fast as thinc's own.

    Where thinc has chosen something else than its default (Apple's, a GPU), that stands.
    """
    if get_current_ops().name != "numpy":
        yield
        return
    with use_ops("numpy", use_blis=False):
        yield


def _leave_out_unheard(nlp: Language) -> None:
    """Remove embeddings that no component listens to: they cost and go unread."""
    for name, component in list(nlp.pipeline):
        if isinstance(component, Tok2Vec) and not component.listening_components:
            nlp.remove_pipe(name)
