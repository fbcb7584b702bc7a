"""Answers stay quick: no query may try every report with every place, sentence or fact."""

from collections.abc import Callable, Iterator
from time import process_time

import pytest

from kg.analyse.questions import Analysis
from kg.model import Quad, Value
from kg.store import Store
from kg.vocab import OC, XSD
from tests.analyse.reported import ID, Outcome, Said, iri, store_of

REPORTS, PLACES, MENTIONS = 150, 40, 30
SECONDS = 4  # of one core: each takes a small part of one when nothing is wrong


def facts() -> Iterator[Said | Outcome]:
    for number in range(REPORTS):
        report, day = f"{number}.md", f"2021-{number % 12 + 1:02}-01"
        agency, operation = f"a:Agency {number % 25}", f"o:Operation {number % 30}"
        place = f"p:Place {number % PLACES}"
        yield Said(report, day, agency, "tookPartIn", operation)
        yield Said(report, day, operation, "tookPlaceIn", place)
        yield Said(report, day, place, "within", "p:County")
        figures: dict[str, str | Value] = {
            "quantity": Value(str(number), XSD.decimal),
            "unit": Value("kg"),
            "atPlace": place,
            "inOperation": operation,
        }
        yield Outcome(report, day, "Seizure", figures)


def mentions() -> Iterator[Quad]:
    for number in range(REPORTS * MENTIONS):
        report = number // MENTIONS
        mention = f"{ID}report/{report}.md/m{number}"
        named = iri(f"p:Place {number % PLACES}")
        yield Quad(mention, OC.mentionOf, named, "")
        yield Quad(mention, OC.inSentence, f"{ID}report/{report}.md/s{report * 4}", "")
        yield Quad(named, OC.within, iri("p:County"), "")


@pytest.fixture(scope="module")
def ask() -> Analysis:
    store: Store = store_of(*facts())
    store.load(mentions())
    return Analysis(store)


@pytest.mark.parametrize(
    "question",
    [
        lambda ask: ask.brokers(place="County"),
        lambda ask: ask.communities(of="everything"),
        lambda ask: ask.network("together", place="County"),
        lambda ask: ask.partners(by="month"),
        lambda ask: ask.path("Agency 1", "Agency 24"),
        lambda ask: ask.places(place="Place 3"),
        lambda ask: ask.seizures(place="County"),
        lambda ask: ask.timeline("Operation 7"),
        lambda ask: ask.changes_since(Analysis(Store())),
    ],
)
def test_answer_is_quick(ask: Analysis, question: Callable[[Analysis], object]) -> None:
    start = process_time()
    question(ask)
    assert process_time() - start < SECONDS
