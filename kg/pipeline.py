"""Compose the stages: reports in, a graph folder (or one RDF file) out.

A graph folder holds `annotations.db`, `store/` and `manifest.json`. Annotations are kept from one
build to the next; everything after them is computed again, beside the old store, and swapped in.
"""

import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from importlib.metadata import version
from itertools import chain, islice
from pathlib import Path
from time import perf_counter
from typing import BinaryIO

from kg import export
from kg.appearing import check_place
from kg.cache import AnnotationCache, Encoded, pipeline_version
from kg.config import Config
from kg.engines import local, ray
from kg.errors import GraphError, InputError
from kg.folder import Manifest, locked, read_manifest, swapped_in, write_manifest
from kg.graph import quads
from kg.model import Annotation, Report, Resolution, SetAside
from kg.own import use
from kg.query.answers import keep_answers
from kg.read import read
from kg.resolve import resolve
from kg.resolve.decisions import read_decisions
from kg.store import Store

WORTH_KEEPING = 1000  # reports: of fewer, every saved query answers within a second by itself
ASKED_BY_TWO = 25_000  # reports: beyond, two processes that ask and this one pass two gibibytes
Progress = Callable[[str, int], None]  # the stage, and how many reports it has done


@dataclass(slots=True)
class _Intake:
    """What reading has found so far: the texts go on to be annotated, the names stay."""

    inputs: dict[str, str] = field(default_factory=dict)
    set_aside: list[SetAside] = field(default_factory=list)


def _silent(stage: str, done: int) -> None:
    """Report no progress."""


def build(
    paths: Sequence[str | Path],
    out: Path,
    *,
    config: Config | None = None,
    text_field: str | None = None,
    stdin: BinaryIO | None = None,
    progress: Progress = _silent,
) -> Manifest:
    """Build a graph from reports: a folder, or one file where `out` has the suffix of a format.

    Raises `InputError` where a path is missing or nothing at all can be read, and `ExportError`
    where `out` cannot be written. A report that cannot be read is set aside in the manifest.
    """
    config = config or Config()
    reports = _begun(read(paths, text_field=text_field, stdin=stdin))
    if out.suffix and not out.is_dir():
        export.format_of(out)
        check_place(out)
        with tempfile.TemporaryDirectory(prefix="kg-") as folder:
            manifest = _build_folder(reports, Path(folder), config, progress, _keep_none)
            with Store.open(Path(folder)) as store:
                export.export(store, out)
            return manifest
    return _build_folder(reports, out, config, progress, _keep_answers)


def _keep_none(*_: object) -> None:
    """Keep no answers: the store goes once it is written to a file."""


def _keep_answers(store: Path, reports: int, workers: int) -> None:
    """Keep the answers of a store of many reports: by two processes where there is room for two."""
    if reports >= WORTH_KEEPING:
        most = min(workers, 2 if reports <= ASKED_BY_TWO else 1)
        keep_answers(store, spread=partial(local.spread, workers=most))


def export_annotations(folder: Path, out: Path) -> Path:
    """Write what is kept of each report of a graph folder to a Parquet file.

    Raises `GraphError` for what is no graph folder, `ExportError` where `out` cannot be written.
    """
    database = folder / "annotations.db"
    if not database.is_file():
        raise GraphError(f"{folder}: no annotations there; `kg build` keeps them in a graph folder")
    manifest = read_manifest(folder)
    file_names = _file_names(manifest.inputs)
    with AnnotationCache(database, manifest.pipeline) as cache:
        return export.export_annotations(cache.read(sorted(file_names)), file_names, out)


def _begun(
    reports: Iterable[tuple[str, Report | SetAside]],
) -> Iterator[tuple[str, Report | SetAside]]:
    """The same reports, the first already read: a wrong path fails before anything is written."""
    rest = iter(reports)
    return chain(list(islice(rest, 1)), rest)


def _build_folder(
    reports: Iterable[tuple[str, Report | SetAside]],
    folder: Path,
    config: Config,
    progress: Progress,
    keep: Callable[[Path, int, int], None],
) -> Manifest:
    use(config.own)
    with locked(folder):
        seconds: dict[str, float] = {}
        pipeline = pipeline_version(config.model, config.own.rules, config.own.registries)
        with AnnotationCache(folder / "annotations.db", pipeline) as cache:
            intake = _Intake()
            with _timed(seconds, "read and annotate"):
                newly_annotated = _annotate(reports, intake, cache, config, progress)
            if not intake.inputs:
                raise InputError(_nothing_read(intake.set_aside))
            resolution = _resolved(folder, cache, intake.inputs, config, seconds, progress)
            with swapped_in(folder) as beside:
                facts = _make_store(
                    beside, cache, intake.inputs, resolution, config, seconds, progress
                )
                entities, unmatched = _entity_types(resolution), resolution.unmatched_decisions
                del resolution  # of a large archive, half of what is in memory
                with _timed(seconds, "answers"):
                    keep(beside, len(set(intake.inputs.values())), config.workers)
                manifest = Manifest(
                    kg_version=version("organised-crime-kg"),
                    pipeline=pipeline,
                    model=config.model,
                    inputs=dict(sorted(intake.inputs.items())),
                    set_aside=intake.set_aside,
                    annotated=newly_annotated,
                    entities=entities,
                    facts=facts,
                    seconds=seconds,
                    unmatched_decisions=unmatched,
                )
                write_manifest(folder, manifest)
            cache.forget_other_versions()
        return manifest


def _annotate(
    reports: Iterable[tuple[str, Report | SetAside]],
    intake: _Intake,
    cache: AnnotationCache,
    config: Config,
    progress: Progress,
) -> int:
    """Annotate what the cache does not hold; the number of reports annotated."""
    new = _new_reports(reports, intake, cache.known(), progress)
    done = 0
    for done in cache.put(_annotations(new, config)):
        progress("annotate", done)
    return done


def _annotations(reports: Iterable[Report], config: Config) -> Iterator[Encoded]:
    model, workers, own = config.model, config.workers, config.own
    if config.engine == "ray":
        return ray.annotated(reports, model=model, workers=workers, own=own, address=config.address)
    return local.annotated(reports, model=model, workers=workers, own=own)


def _new_reports(
    reports: Iterable[tuple[str, Report | SetAside]],
    intake: _Intake,
    known: set[str],
    progress: Progress,
) -> Iterator[Report]:
    """The reports to annotate, each once, noting in `intake` everything that was read."""
    for number, (file_name, report) in enumerate(reports, start=1):
        progress("read", number)
        if isinstance(report, SetAside):
            intake.set_aside.append(report)
            continue
        intake.inputs[file_name] = report.sha256
        if report.sha256 not in known:
            known.add(report.sha256)
            yield report


def _resolved(
    folder: Path,
    cache: AnnotationCache,
    inputs: Mapping[str, str],
    config: Config,
    seconds: dict[str, float],
    progress: Progress,
) -> Resolution:
    """Who is who in all that was read, as people decided and as the evidence says."""
    with _timed(seconds, "resolve"):
        decisions = read_decisions(folder / "decisions.yml")
        annotations = cache.read(sorted(set(inputs.values())))
        return resolve(
            _told(annotations, "resolve", progress), decisions=decisions, base_iri=config.base_iri
        )


def _make_store(
    beside: Path,
    cache: AnnotationCache,
    inputs: Mapping[str, str],
    resolution: Resolution,
    config: Config,
    seconds: dict[str, float],
    progress: Progress,
) -> Mapping[str, int]:
    """Build the store at a path; the number of facts that went into it, by type."""
    file_names = _file_names(inputs)
    facts: Counter[str] = Counter()

    def counted() -> Iterator[Annotation]:
        for annotation in _told(cache.read(sorted(file_names)), "graph", progress):
            facts.update(_fact_types(annotation))
            yield annotation

    with _timed(seconds, "graph and store"), Store.create(beside) as store:
        store.load(quads(counted(), resolution, file_names=file_names, base_iri=config.base_iri))
        store.flush()
    return dict(sorted(facts.items()))


def _told(
    annotations: Iterable[Annotation], stage: str, progress: Progress
) -> Iterator[Annotation]:
    for done, annotation in enumerate(annotations, start=1):
        yield annotation
        progress(stage, done)


def _entity_types(resolution: Resolution) -> Mapping[str, int]:
    return dict(sorted(Counter(one.type for one in resolution.entities.values()).items()))


def _fact_types(annotation: Annotation) -> Iterator[str]:
    for fact in (*annotation.posts, *annotation.claims, *annotation.quotations):
        yield type(fact).__name__
    for outcome in annotation.outcomes:
        yield outcome.kind


def _file_names(inputs: Mapping[str, str]) -> dict[str, list[str]]:
    """The file names of each report, sorted, by its SHA-256."""
    names: dict[str, list[str]] = {}
    for file_name, sha256 in sorted(inputs.items()):
        names.setdefault(sha256, []).append(file_name)
    return names


@contextmanager
def _timed(seconds: dict[str, float], stage: str) -> Iterator[None]:
    start = perf_counter()
    yield
    seconds[stage] = round(perf_counter() - start, 3)


def _nothing_read(set_aside: Sequence[SetAside]) -> str:
    if not set_aside:
        return "no reports found: expected .md, .txt, .html, .jsonl or .ndjson files"
    first = set_aside[0]
    return f"no report could be read; the first, {first.file_name}: {first.reason}"
