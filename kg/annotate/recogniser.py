"""Name what a text names, all tokens at once: the recogniser of our own pipeline.

Each token has a score for each thing that it can be to a name: outside, or the beginning, inside,
last or only token of one of a kind (BILUO). The best tags stand where they make whole names;
where they do not, the best sequence that does (Viterbi). spaCy's own recogniser walks through the
text token by token, at a third of the speed (docs/decisions/recogniser.md).
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.language import Language
from spacy.pipeline import Tagger
from spacy.scorer import get_ner_prf
from spacy.tokens import Doc, Span
from spacy.training import Example
from thinc.api import Model, SequenceCategoricalCrossentropy

NAME = "kg_names"
OUTSIDE = "O"
OPEN = frozenset("BI")  # a name that has these goes on


class Recogniser(Tagger):  # type: ignore[misc]  # spaCy leaves it untyped
    """A tagger whose tags are parts of names; sets `doc.ents` and leaves `token.tag` alone."""

    def set_annotations(self, docs: Iterable[Doc], batch_tag_ids: Sequence[NDArray[Any]]) -> None:
        for doc, ids in zip(docs, batch_tag_ids, strict=True):
            doc.set_ents(list(_spans(doc, ids, self.labels)))

    def _scores2guesses(self, scores: Sequence[NDArray[Any]]) -> list[NDArray[Any]]:
        follows = _follows(self.labels)
        return [_tags(np.asarray(of_doc), follows) for of_doc in scores]

    def get_loss(
        self, examples: Iterable[Example], scores: Sequence[NDArray[Any]]
    ) -> tuple[float, list[NDArray[Any]]]:
        """The loss and its gradient; tokens without annotation teach nothing."""
        loss_of = SequenceCategoricalCrossentropy(names=self.labels, normalize=False)
        truths = [example.get_aligned_ner() for example in examples]
        gradient, loss = loss_of(scores, truths)  # type: ignore[arg-type]
        return float(loss), gradient  # type: ignore[return-value]

    def initialize(
        self,
        get_examples: Callable[[], Iterable[Example]],
        *,
        nlp: Language | None = None,  # noqa: ARG002  as spaCy calls it
        labels: Sequence[str] | None = None,
    ) -> None:
        """Take the kinds of names from the examples, and the network's shapes from a few."""
        kinds = {ent.label_ for example in get_examples() for ent in example.reference.ents}
        for tag in labels or [
            OUTSIDE,
            *(f"{part}-{kind}" for kind in sorted(kinds) for part in "BILU"),
        ]:
            self.add_label(tag)
        sample = [example.predicted for example in islice(get_examples(), 10)]
        shapes = [self.model.ops.alloc2f(len(doc), len(self.labels)) for doc in sample]
        self.model.initialize(X=sample, Y=shapes)


@Language.factory(
    NAME,
    assigns=["doc.ents", "token.ent_iob", "token.ent_type"],
    default_score_weights={"ents_f": 1.0, "ents_p": 0.0, "ents_r": 0.0, "ents_per_type": None},
)
def make(nlp: Language, name: str, model: Model[list[Doc], list[NDArray[Any]]]) -> Recogniser:
    """The component, as spaCy's configuration makes it."""
    return Recogniser(nlp.vocab, model, name, scorer=get_ner_prf)


def _spans(doc: Doc, ids: NDArray[Any], labels: Sequence[str]) -> Iterator[Span]:
    start = 0
    for index in np.flatnonzero(ids).tolist():
        part, _, kind = labels[ids[index]].partition("-")
        if part in "BU":
            start = index
        if part in "LU":
            yield Span(doc, start, index + 1, label=kind)


def _tags(scores: NDArray[Any], follows: NDArray[np.bool_]) -> NDArray[Any]:
    """The best tags of a text, `scores` being tokens by tags; tag 0 is outside."""
    tags: NDArray[Any] = scores.argmax(axis=1)
    bounded = np.concatenate(([0], tags, [0]))
    broken = np.flatnonzero(~follows[bounded[:-1], bounded[1:]])
    outside = np.flatnonzero(bounded == 0)
    mended = 0
    for index in broken.tolist():
        if index < mended:
            continue
        after = np.searchsorted(outside, index, side="right")
        start, mended = int(outside[after - 1]), int(outside[after])
        tags[start : mended - 1] = _best_path(scores[start : mended - 1], follows)
    return tags


def _best_path(scores: NDArray[Any], follows: NDArray[np.bool_]) -> list[int]:
    """The best sequence of tags that makes whole names, between tokens outside (Viterbi)."""
    barred = np.where(follows, 0.0, -np.inf)
    total = scores[0] + barred[0]
    back = []
    for row in scores[1:]:
        paths = total[:, None] + barred
        back.append(paths.argmax(axis=0))
        total = paths.max(axis=0) + row
    path = [int((total + barred[:, 0]).argmax())]
    for step in reversed(back):
        path.append(int(step[path[-1]]))
    return path[::-1]


@cache
def _follows(labels: tuple[str, ...]) -> NDArray[np.bool_]:
    """Which tag may follow which: tags by tags."""
    parted = [label.partition("-")[::2] for label in labels]
    return np.array(
        [
            [
                (after in "IL" and kind == before_kind) if before in OPEN else after not in "IL"
                for after, kind in parted
            ]
            for before, before_kind in parted
        ]
    )
