from pathlib import Path

import pytest
import spacy

from kg.errors import InputError
from kg.train.labelled import Example, Labelled
from kg.train.run import train

SMALL = {
    "training.max_steps": 60,
    "training.eval_frequency": 20,
    "training.optimizer.learn_rate.warmup_steps": 0,
    "training.optimizer.learn_rate.initial_rate": 0.01,
    "components.tok2vec.model.encode.width": 32,
    "components.tok2vec.model.encode.depth": 1,
}
TOWNS = ("Saltby", "Northmoor", "Eastwick", "Harrowgate", "Millford", "Redcliff", "Penby", "Orrin")


def example(town: str) -> Example:
    text = f"A man was arrested in {town} on Friday."
    return Example(text, (Labelled(22, 22 + len(town), "PLACE"),), "marked")


@pytest.mark.model
def test_trained_pipeline_loads_by_itself_and_says_what_it_is_made_of(tmp_path: Path) -> None:
    out = tmp_path / "mine"
    examples = [example(town) for town in TOWNS] * 4
    trained = train(examples, [], out, work=tmp_path / "work", overrides=SMALL)
    nlp = spacy.load(out)
    assert nlp.pipe_names == ["tok2vec", "names"]
    assert nlp.meta["data"]["counts"]["taught, marked: reports"] == 28
    assert str(tmp_path) not in (out / "config.cfg").read_text(encoding="utf-8")
    assert "Penby" not in (out / "vocab" / "strings.json").read_text(encoding="utf-8")
    assert trained.scores["ents_f"] > 0.5
    assert [ent.text for ent in nlp("A man was arrested in Penby on Friday.").ents] == ["Penby"]


def test_nothing_to_learn_from_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="too few"):
        train([example("Saltby")], [], tmp_path / "out", work=tmp_path)
