"""Score a graph against marked-up reports: precision, recall and F1 of what it says."""

import random
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from kg.evaluate.findings import Findings, read_findings
from kg.evaluate.marking import read_markings
from kg.evaluate.score import FIGURES, GROUPS, Miss, ReportScore, Tally, score_report
from kg.store import Store

RESAMPLES = 1000
SEED = 20_200_702  # any fixed number: the interval must come out the same every time
HEADLINES = (*GROUPS, FIGURES)


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Scores by family and group, over all marked-up reports of a folder."""

    tallies: Mapping[str, Tally]
    intervals: Mapping[str, tuple[float, float]]  # of F1: 95 %, by bootstrap over reports
    misses: Sequence[Miss]
    absent: Sequence[str]  # file names of marked-up reports that the graph does not hold


def evaluate(store: Store, folder: Path) -> Evaluation:
    """Hold a graph against the marked-up reports of `folder` (docs/marking.md gives the format).

    A marked-up report that the graph does not hold counts as one of which nothing was found.
    Raises `InputError` where the folder holds no marked-up report.
    """
    found = read_findings(store)
    markings = read_markings(folder)
    scores = [score_report(m, found.get(m.file_name, Findings())) for m in markings]
    return Evaluation(
        tallies=_total(scores),
        intervals=_intervals(scores),
        misses=[miss for score in scores for miss in score.misses],
        absent=[m.file_name for m in markings if m.file_name not in found],
    )


def _total(scores: Sequence[ReportScore]) -> dict[str, Tally]:
    """The sums by family, in order of name, then by group."""
    sums: dict[str, Tally] = defaultdict(Tally)
    for score in scores:
        for family, tally in score.tallies.items():
            sums[family] += tally
    families = {family: sums[family] for family in sorted(sums) if family != FIGURES}
    groups = {g: sum((sums[f] for f in parts), Tally()) for g, parts in GROUPS.items()}
    return {**families, **groups, FIGURES: sums[FIGURES]}


def _intervals(scores: Sequence[ReportScore]) -> dict[str, tuple[float, float]]:
    """F1 between the 2.5th and 97.5th percentile of resampled sets of reports (Efron 1979)."""
    chance = random.Random(SEED)  # noqa: S311  not for secrets
    drawn: dict[str, list[float]] = defaultdict(list)
    for _ in range(RESAMPLES):
        sample = chance.choices(scores, k=len(scores))
        for name in HEADLINES:
            parts = GROUPS.get(name, (name,))
            total = sum((s.tallies.get(f, Tally()) for s in sample for f in parts), Tally())
            drawn[name].append(total.f1)
    low, high = int(RESAMPLES * 0.025), int(RESAMPLES * 0.975) - 1
    return {name: (sorted(f1s)[low], sorted(f1s)[high]) for name, f1s in drawn.items()}
