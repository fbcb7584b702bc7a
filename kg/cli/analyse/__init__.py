"""`kg analyse`: questions to the network of who did what with whom, one command a module."""

import typer

from kg.cli.analyse import (
    brokers,
    communities,
    core,
    diff,
    partners,
    path,
    places,
    seizures,
    timeline,
)

app = typer.Typer(
    name="analyse",
    no_args_is_help=True,
    help="Ask the network that the reports make: who stands between whom, what happened when.",
)
for _command in (
    brokers.brokers,
    communities.communities,
    core.core,
    diff.diff,
    partners.partners,
    path.path,
    places.places,
    seizures.seizures,
    timeline.timeline,
):
    app.command(no_args_is_help=True)(_command)
