"""Options that several commands have."""

from pathlib import Path
from typing import Annotated, Any

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


def of_build(model: str | None, rules: Path | None, registry: list[Path] | None) -> dict[str, Any]:
    """These options as `kg.config.load_config` takes them; None for what was not given."""
    return {
        "model": model,
        "rules": None if rules is None else str(rules),
        "registries": tuple(map(str, registry)) if registry else None,
    }
