"""`kg analyse diff`: what changed between two graphs."""

from pathlib import Path
from typing import Annotated

import typer

from kg.cli.analyse.options import Csv, Json, Limit
from kg.cli.analyse.show import ROWS, show


def diff(
    old: Annotated[Path, typer.Argument(help="A graph folder, or any RDF file.")],
    new: Annotated[Path, typer.Argument(help="A later one.")],
    kind: Annotated[
        str | None, typer.Option(help="Only changes of this kind, as report, entity, seizure.")
    ] = None,
    limit: Limit = ROWS,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """Show what changed between two builds: counts for people, then each change and its reason.

    A fact is "read differently" where both builds hold its report. Facts are compared by their
    words, not by their numbers.
    """
    from kg.analyse.changes import changes, count_changes, of_kind  # noqa: PLC0415
    from kg.store import Store  # noqa: PLC0415

    with Store.open(old) as before, Store.open(new) as after:
        found = changes(before, after)
    if kind is not None:
        found = of_kind(found, kind)
    if found and not (as_json or as_csv):
        show(count_changes(found), limit=0, as_json=False, as_csv=False, nothing="")
    show(found, limit=limit, as_json=as_json, as_csv=as_csv, nothing="Nothing changed.")
