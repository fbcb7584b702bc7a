"""Each filter of each saved query: it finds what it should, and a name nobody has is an error."""

from datetime import date

import pytest

from kg.errors import QueryError
from kg.iri import name_key
from kg.model import Quad, Value
from kg.query.library import Parameter, SavedQuery, saved_queries
from kg.query.run import run
from kg.store import Store
from kg.vocab import OC

HARBOURSHIRE, WESTMOOR = "Harbourshire Police", "Westmoor Regional Organised Crime Unit"
RAIDS, JAILED = "force/redwing-raids.md", "unit/redwing-jailed.md"
LINK: dict[str, object] = {"agency": "HARBOURSHIRE constabulary", "other": "wrocu"}

# query, its parameters, a column of the rows, all that stands in it
HITS: list[tuple[str, dict[str, object], str, set[object]]] = [
    ("agencies-operations", {"agency": "wrocu"}, "agency", {WESTMOOR}),
    ("agencies-operations", {"operation": "operation REDWING"}, "agency", {HARBOURSHIRE, WESTMOOR}),
    ("corroboration", {"relation": "tookPartIn"}, "states", {"tookPartIn"}),
    ("corroboration", {"minimum": 2}, "subject", {WESTMOOR}),
    ("disagreements", {"operation": "Operation Redwing"}, "report", {RAIDS, JAILED}),
    ("everything-about", {"name": "hushphone"}, "entity", set()),
    ("everything-about", {"name": "MARSH"}, "kind", {"PostHolding", "Quotation"}),
    ("former-names", {"agency": "harbourshire police"}, "until", {date(2019, 4, 1)}),
    ("links", LINK, "link", {"Operation Redwing", "subOrganizationOf"}),
    ("officials", {"agency": "wrocu"}, "name", {"Tom Okoro"}),
    ("officials", {"official": "marsh"}, "said", {"Nobody is above the law."}),
    ("person-stages", {"person": "liam HARTLEY"}, "stage", {"reported sentenced"}),
    ("person-stages", {"person": "Helen Marsh"}, "stage", set()),
    ("places", {"place": "harbourshire"}, "place", {"Portbury"}),
    ("places", {"place": "dale end"}, "kind", {"Seizure"}),
    ("quotes", {"speaker": "marsh"}, "name", {"Helen Marsh"}),
    ("quotes", {"agency": HARBOURSHIRE}, "name", {"Helen Marsh"}),
    ("quotes", {"words": "hushPHONE"}, "name", {"Tom Okoro"}),
    ("quotes", {"since": "2021-05-01"}, "name", {"Tom Okoro"}),
    ("quotes", {"until": "2021-05-01"}, "name", {"Helen Marsh"}),
    ("regional-units", {"unit": "wrocu"}, "agency", {"Coast Police", HARBOURSHIRE}),
    ("report", {"report": "DALES.md"}, "file", {"dales.md"}),
    ("report", {"report": "Redwing: dealer jailed"}, "file", {JAILED}),
    ("seizure-totals", {"agency": "wrocu"}, "at_least", {15}),
    ("seizure-totals", {"place": "Portbury"}, "at_least", {12, 25000}),
    ("seizure-totals", {"commodity": "Drugs"}, "commodity", {"cocaine"}),
    ("seizure-totals", {"since": "2021-03-03"}, "at_least", {15}),
    ("seizure-totals", {"until": "2021-03-03"}, "at_least", {12, 25000}),
    ("seizures", {"agency": "dales police"}, "item", {"cannabis"}),
    ("seizures", {"place": "Harbourshire"}, "item", {"cocaine", "cash"}),
    ("seizures", {"operation": "operation lapwing"}, "item", {"cannabis"}),
    ("seizures", {"commodity": "class a"}, "quantity", {12, 15}),
    ("seizures", {"since": "2021-03-03"}, "report", {JAILED}),
    ("seizures", {"until": "2021-03-03"}, "report", {RAIDS}),
    ("single-source", {"relation": "LIVESIN"}, "subject", {"Liam Hartley"}),
    ("single-source", {"relation": "holdsPost"}, "subject", {"Helen Marsh", "Tom Okoro"}),
    ("timeline", {"since": "2021-09-01"}, "report", {JAILED}),
    ("timeline", {"until": "2021-02-28"}, "kind", {"Seizure"}),
    ("timeline", {"agency": "wrocu"}, "what", {"15kg of cocaine"}),
    ("value-seized", {"operation": "operation lapwing"}, "ceiling", {40000}),
]


def key_of(quad: Quad) -> Quad:
    assert isinstance(quad.object, Value)
    return quad._replace(predicate=OC.nameKey, object=Value(name_key(quad.object.value)))


NAMES = [
    (saved, parameter)
    for saved in saved_queries()
    for parameter in saved.parameters
    if parameter.names_something
]


@pytest.mark.parametrize(("name", "parameters", "column", "expected"), HITS, ids=str)
def test_filter_keeps_what_it_names(
    small: Store, name: str, parameters: dict[str, object], column: str, expected: set[object]
) -> None:
    assert {getattr(row, column) for row in run(small, name, **parameters)} == expected


def test_every_filter_of_every_query_is_tried_and_hits() -> None:
    tried = {(name, one) for name, parameters, _, found in HITS if found for one in parameters}
    every = {(saved.name, one.name) for saved in saved_queries() for one in saved.parameters}
    assert every - tried == set()


@pytest.mark.parametrize(("saved", "parameter"), NAMES, ids=lambda one: one.name)
def test_name_that_nothing_has_is_an_error_in_one_line(
    small: Store, saved: SavedQuery, parameter: Parameter
) -> None:
    others = LINK if saved.name == "links" else {}
    with pytest.raises(QueryError, match="called 'No Such Name'") as error:
        run(small, saved.name, **{**others, parameter.name: "No Such Name"})
    assert "\n" not in str(error.value)


def test_keys_find_what_reading_all_names_finds(small: Store) -> None:
    """A graph of ours has keys for its names; others are read."""
    keyed = Store()
    keyed.load(small.quads())
    keyed.load(key_of(quad) for quad in small.quads() if quad.predicate.endswith("Label"))
    for name, parameters, _, _ in HITS:
        assert run(keyed, name, **parameters) == run(small, name, **parameters)
