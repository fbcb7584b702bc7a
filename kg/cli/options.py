"""Options that several commands have."""

from pathlib import Path
from typing import Annotated

import typer

Model = Annotated[
    str | None, typer.Option(help="Any installed spaCy pipeline, or a folder that holds one.")
]
Rules = Annotated[Path | None, typer.Option(help="A folder of your own rules, beside those of kg.")]
Registry = Annotated[
    list[Path] | None,
    typer.Option(
        help="Bodies or people with ids of your own: .csv, .yml, or .json lines of "
        "FollowTheMoney entities. May be given again."
    ),
]
