"""`kg evaluate`: score a graph against marked-up reports."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from kg.evaluate import Evaluation


def evaluate(
    graph: Annotated[Path, typer.Argument(help="A graph folder, or any RDF file.")],
    gold: Annotated[Path, typer.Argument(help="A folder of marked-up reports (*.json).")],
    detail: Annotated[
        str | None,
        typer.Option(
            metavar="FAMILY",
            help="List every miss and false alarm of one family (an entity type, a relation, an "
            "outcome kind, FIGURES), or of all.",
        ),
    ] = None,
    baseline: Annotated[
        Path | None,
        typer.Option(help="Scores to compare with, as --json prints them; a drop is exit code 1."),
    ] = None,
    tolerance: Annotated[
        float, typer.Option(help="How far below the baseline an F1 may fall.")
    ] = 0.002,
    as_json: Annotated[bool, typer.Option("--json", help="Print scores as JSON.")] = False,
) -> None:
    """Score a graph against marked-up reports: precision, recall and F1 by family.

    The format of a marked-up report is described in docs/marking.md, so that you can score your
    own. Intervals are 95 %, by bootstrap over reports.
    """
    from kg.evaluate import evaluate as run  # noqa: PLC0415
    from kg.store import Store  # noqa: PLC0415

    with Store.open(graph) as store:
        scores = run(store, gold)
    if as_json:
        typer.echo(json.dumps(_as_json(scores), indent=1))
    else:
        _print(scores, detail)
    if scores.absent:
        typer.echo(
            f"not in the graph: {len(scores.absent)} reports, e.g. {scores.absent[0]}", err=True
        )
    if baseline is not None and _dropped(scores, baseline, tolerance):
        raise typer.Exit(1)


def _as_json(scores: "Evaluation") -> dict[str, dict[str, float]]:
    return {
        family: {
            "precision": round(tally.precision, 4),
            "recall": round(tally.recall, 4),
            "f1": round(tally.f1, 4),
            "marked": tally.marked,
            "found": tally.found,
        }
        for family, tally in scores.tallies.items()
    }


def _print(scores: "Evaluation", detail: str | None) -> None:
    for miss in scores.misses:
        if detail in (miss.family, "all"):
            typer.echo(f"{miss.family:15} {miss.kind:7} {miss.report:45} {miss.text}")
    typer.echo(f"{'':16}{'P':>7}{'R':>7}{'F1':>7}{'marked':>8}{'found':>7}   95 % of F1")
    for family, tally in scores.tallies.items():
        low, high = scores.intervals.get(family, (None, None))
        interval = "" if low is None else f"   {low:.3f} to {high:.3f}"
        typer.echo(
            f"{family:16}{tally.precision:7.3f}{tally.recall:7.3f}{tally.f1:7.3f}"
            f"{tally.marked:8}{tally.found:7}{interval}"
        )


def _dropped(scores: "Evaluation", baseline: Path, tolerance: float) -> bool:
    """Whether a group's F1 fell; each change is told on standard error."""
    from kg.evaluate import HEADLINES  # noqa: PLC0415

    before = json.loads(baseline.read_text(encoding="utf-8"))
    changes = {name: scores.tallies[name].f1 - before[name]["f1"] for name in HEADLINES}
    for name, change in changes.items():
        typer.echo(f"{name:16}{before[name]['f1']:7.3f} {change:+.3f}", err=True)
    return bool(min(changes.values()) < -tolerance)
