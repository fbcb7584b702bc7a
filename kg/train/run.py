"""Train a pipeline of names, and write it with what it was made from."""

import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import DocBin
from spacy.training.initialize import init_nlp
from spacy.training.loop import train as run_training
from spacy.util import load_config

from kg.annotate.network import numpy_products
from kg.errors import InputError
from kg.train import forms  # noqa: F401  registers the augmenter that the configuration names
from kg.train.labelled import Example, docs_of

CONFIG = Path(__file__).with_name("config.cfg")
NAME = "kg_reports"
SPACY = ">=3.8.0,<3.9.0"  # that the pipeline runs with
PROGRESS = {"@loggers": "spacy.ConsoleLogger.v1", "progress_bar": True}
HELD_BACK = 8  # of so many marked reports one is kept to choose the best state by


@dataclass(frozen=True, slots=True)
class Trained:
    """A pipeline written to `folder`, and how well it names on the reports held back."""

    folder: Path
    scores: Mapping[str, Any]  # ents_p, ents_r, ents_f, ents_per_type, as spaCy has them
    counts: Mapping[str, int]  # examples by source, and spans by label


def train(
    marked: Sequence[Example],
    silver: Iterable[Example],
    out: Path,
    *,
    work: Path,
    held_back: Sequence[Example] = (),
    config: Path = CONFIG,
    overrides: Mapping[str, Any] | None = None,
    repeat: int = 1,
) -> Trained:
    """Train on marked and silver examples and write the pipeline to `out`.

    `held_back` chooses the best state; without it, one in eight of the marked examples. `work`
    keeps the corpora as spaCy reads them. A marked example counts `repeat` times: there are few.
    Raises `InputError` where nothing is left to learn from or to judge by.
    """
    if not held_back:
        held_back = marked[::HELD_BACK]
        marked = [example for index, example in enumerate(marked) if index % HELD_BACK]
    silver = list(silver)
    teaching = [*silver, *list(marked) * repeat]
    if not teaching or not held_back:
        raise InputError("too few marked-up reports to train on: two at the least")
    paths = {"train": work / "train.spacy", "dev": work / "dev.spacy"}
    blank = spacy.blank("en")
    _write(paths["train"], teaching, blank)
    _write(paths["dev"], held_back, blank)
    corpora = {f"paths.{name}": str(path) for name, path in paths.items()}
    settings = load_config(config, overrides={**corpora, **(overrides or {})})
    settings["training"].setdefault("logger", PROGRESS)
    states = work / "states"
    states.mkdir(exist_ok=True)
    with numpy_products():
        run_training(init_nlp(settings), states, stdout=sys.stderr, stderr=sys.stderr)
    best = spacy.load(states / "model-best")
    counts = _counts({"taught": [*silver, *marked], "held back": held_back})
    best.meta.update(_meta(config, paths, counts, repeat))
    best.config["paths"].update(dict.fromkeys(paths))  # of this machine
    best.to_disk(out)
    _forget_words(out, best)
    return Trained(out, best.meta["performance"], counts)


def _forget_words(out: Path, nlp: Language) -> None:
    """Leave the words that training met out of the pipeline: many of them are people's names.

    The network knows words by their hashes; spaCy asks for the words themselves nowhere.
    """
    labels = sorted({label for kinds in nlp.pipe_labels.values() for label in kinds})
    (out / "vocab" / "strings.json").write_text(json.dumps(labels, indent=1), encoding="utf-8")


def _write(path: Path, examples: Iterable[Example], blank: Language) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    DocBin(docs=docs_of(examples, blank), store_user_data=False).to_disk(path)


def _counts(examples: Mapping[str, Iterable[Example]]) -> dict[str, int]:
    found: Counter[str] = Counter()
    for use, of_use in examples.items():
        for example in of_use:
            found[f"{use}, {example.source}: reports"] += 1
            found.update(f"{use}, {example.source}: {span.label}" for span in example.spans)
    return dict(sorted(found.items()))


def _meta(
    config: Path, paths: Mapping[str, Path], counts: Mapping[str, int], repeat: int
) -> dict[str, Any]:
    """What the packaged pipeline says of itself: where its knowledge comes from."""
    return {
        "name": NAME,
        "version": version("organised-crime-kg"),
        "spacy_version": SPACY,
        "description": "Names in reports on organised crime, for kg",
        "license": "MIT",
        "data": {
            "statement": "Press releases of police and agencies. Marked by hand at report level "
            "(names to spans by kg.train.marked), and labelled by kg's rules (silver).",
            "counts": dict(counts),
            "marked_repeated": repeat,
            "sha256": {name: _digest(path) for name, path in sorted(paths.items())},
            "config_sha256": _digest(config),
        },
    }


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
