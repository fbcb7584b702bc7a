"""The sentences that are read for outcomes: those with a stem, each once, in order."""

from kg.annotate.outcomes.stems import sentences_with
from tests.annotate.bodies import found_by


def test_sentences_with_a_stem_are_found_once_and_in_order() -> None:
    draft = found_by(text="We raided a flat. It rained. Searches and raids went on. Raid over.")
    assert sentences_with(draft, ("search", "raid")) == [0, 2, 3]


def test_a_report_without_sentences_has_none() -> None:
    assert sentences_with(found_by(text=""), ("raid",)) == []
