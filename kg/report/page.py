"""Set the contents into one page, pictures within it, that opens without a network."""

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from kg.analyse.central import central_places
from kg.analyse.project import agencies
from kg.model import SetAside
from kg.query.run import run
from kg.query.stats import stats
from kg.report.contents import disagreements, ledger, sections
from kg.store import Queryable
from kg.view import charts
from kg.view.network import network
from kg.view.page import POLICY, View
from kg.view.places import place_map
from kg.view.relations import in_words

FOLDER = Path(__file__).parent


def report(store: Queryable, *, title: str, set_aside: Sequence[SetAside] = ()) -> View:
    """One HTML page about a graph: who and what, seizures, pictures, what disagrees.

    `set_aside` are the reports that could not be read, as the build's manifest lists them.
    """
    counted = stats(store)
    counts = {"sentences": counted.sentences, **counted.entities, **counted.facts}
    months = [(row.kind, row.month, row.number) for row in run(store, FOLDER / "months.rq")]
    html = _template("report.html.j2").render(
        policy=POLICY,
        title=title,
        stats=counted,
        counts=[(in_words(name), number) for name, number in counts.items() if number],
        sections=sections(store),
        ledger=ledger(store),
        network=network(agencies(store), title="Agencies, tied by operations and joint work"),
        months=Markup(charts.by_month(months).svg),  # noqa: S704  drawn here, names escaped
        map=Markup(place_map(central_places(store)).svg),  # noqa: S704  drawn here, names escaped
        disagreements=list(disagreements(store)),
        set_aside=set_aside,
    )
    return View(title, html, height=900)


def _template(name: str) -> Template:
    environment = Environment(
        loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined
    )
    return environment.get_template(name)
