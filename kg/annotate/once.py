"""Embed each different word of a batch once: a text says "the" and "police" again and again.

What spaCy's embeddings make of a token depends on its form alone (norm, prefix, suffix, shape), and
rows of a matrix product do not depend on each other, so the vectors are the same to the last bit.
"""

from collections.abc import Callable
from typing import Any

import numpy as np
from spacy.language import Language
from thinc.api import Model, chain
from thinc.types import Ragged

# How spaCy's MultiHashEmbed without vectors begins and ends; what lies between them embeds.
BEGINS, ENDS = ("extract_features", "list2ragged"), "ragged2list"
# Odd numbers, to make one key of the forms of a token: two tokens share one by a chance of 2⁻⁶⁴.
FACTORS = (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93)


def embed_once(nlp: Language) -> None:
    """Have a pipeline's embeddings read each different word of a batch once: to predict only."""
    models = [component.model for _, component in nlp.pipeline if hasattr(component, "model")]
    for node in [node for model in models for node in model.walk()]:
        names = [layer.name for layer in node.layers]
        if tuple(names[:2]) == BEGINS and names[-1] == ENDS and _attributes(node) == len(FACTORS):
            node.layers[2:-1] = [_once(chain(*node.layers[2:-1]))]


def _attributes(embed: Model[Any, Any]) -> int:
    return len(embed.layers[0].attrs["columns"])


def _once(layer: Model[Ragged, Ragged]) -> Model[Ragged, Ragged]:
    return Model("once", _forward, layers=[layer])


def _forward(
    model: Model[Ragged, Ragged], tokens: Ragged, is_train: bool
) -> tuple[Ragged, Callable[[Ragged], Ragged]]:
    forms: Any = tokens.data  # tokens by forms
    keys = (forms * np.array(FACTORS, dtype="uint64")).sum(axis=1, dtype="uint64")
    _, first, which = np.unique(keys, return_index=True, return_inverse=True)
    length: Any = np.array([len(first)], dtype="int32")
    vectors: Any = model.layers[0].predict(Ragged(forms[first], length)).data
    return Ragged(vectors[which], tokens.lengths), _no_training


def _no_training(_: Ragged) -> Ragged:
    raise NotImplementedError("a pipeline that embeds words once does not learn: load it by spaCy")
