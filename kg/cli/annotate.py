"""`kg annotate`: one report, with what was found in it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.options import Model, Registry, Rules, of_build

if TYPE_CHECKING:
    from rich.text import Text

    from kg.model import Annotation


def annotate(
    file: Annotated[Path, typer.Argument(help="One report.")],
    html: Annotated[
        Path | None, typer.Option(help="Write a self-contained page here instead of printing.")
    ] = None,
    explain: Annotated[
        bool, typer.Option("--explain", help="Show candidates that a rule turned down, and why.")
    ] = False,
    model: Model = None,
    rules: Rules = None,
    registry: Registry = None,
) -> None:
    """Show one report with its mentions in the text and its facts under each sentence.

    Each fact stands with the rule that found it; nothing is kept. See docs/rules.md.

    [bold]Examples[/bold]
      kg annotate report.md
      kg annotate report.md --html report.html --explain
      kg annotate report.md --rules rules/
    """
    from kg.annotate.nlp import annotate as run  # noqa: PLC0415
    from kg.annotate.nlp import make_nlp  # noqa: PLC0415
    from kg.config import load_config  # noqa: PLC0415
    from kg.errors import InputError, ReportError  # noqa: PLC0415
    from kg.own import use  # noqa: PLC0415
    from kg.read import read_file  # noqa: PLC0415

    try:
        report = read_file(file)
    except ReportError as error:
        raise InputError(f"{file}: {error}") from error
    settings = load_config(**of_build(model, rules, registry))
    use(settings.own)
    (annotation,) = run([report], make_nlp(settings.model))
    if html is None:
        _print(annotation, explain=explain)
        return
    from kg.appearing import appearing  # noqa: PLC0415
    from kg.view.text import page  # noqa: PLC0415

    with appearing(html) as out:
        out.write(page(annotation, explain=explain).encode())


def _print(annotation: "Annotation", *, explain: bool) -> None:
    from rich.console import Console  # noqa: PLC0415

    from kg.view.text import rejections_in, why  # noqa: PLC0415
    from kg.view.words import facts_in, say  # noqa: PLC0415

    console = Console(highlight=False)
    for ordinal in range(len(annotation.sentences)):
        console.print(_marked(annotation, ordinal))
        for fact in facts_in(annotation, ordinal):
            console.print(f"    → {say(annotation, fact)}  ({fact.stated.rule})", markup=False)
        for rejection in rejections_in(annotation, ordinal) if explain else ():
            console.print(f"    ✗ {why(annotation, rejection)}", style="red", markup=False)


def _marked(annotation: "Annotation", ordinal: int) -> "Text":
    from rich.text import Text  # noqa: PLC0415

    from kg.view.colours import COLOURS, DARK  # noqa: PLC0415

    sentence = annotation.sentences[ordinal]
    text = Text(annotation.report.text[sentence.start : sentence.end])
    for mention in annotation.mentions:
        if mention.sentence == ordinal:
            type_ = annotation.entities[mention.entity].type
            ink = "white" if type_ in DARK else "black"
            span = mention.start - sentence.start, mention.end - sentence.start
            text.stylize(f"{ink} on {COLOURS[type_]}", *span)
    return text
