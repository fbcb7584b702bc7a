"""Kept answers that are filtered: the rows of the query as it is written, in the same order."""

from collections.abc import Iterator, Mapping
from itertools import combinations

import pytest

from kg.model import Quad, Value
from kg.query.answers import asked, keep_answers
from kg.query.columns import conditions, entries
from kg.query.library import ADDED_UP, Filter, SavedQuery, find_saved
from kg.query.run import run
from kg.store import Solutions, Store, Term, Triple
from kg.vocab import XSD
from tests.benchmarks.made_up import quads as made_up

NAMES = {
    "agency": "oc:Agency",
    "area": "oc:Place",
    "official": "oc:Official",
    "operation": "oc:Operation",
    "person": "oc:Person",
    "unit": "oc:RegionalUnit",
}
VALUES: Mapping[str, tuple[str, ...]] = {
    "commodity": ("Class A", "drugs", "cash", "cocaine"),
    "relation": ("tookPartIn", "LIVESIN", "within", "holdsPost"),
    "text": ("the", "LAW", "number 1", "  ", "nowhere said", "ß"),
    "date": ("2019-04-01", "2021-03-02", "2021-03-03", "2021-09-01"),
    "integer": ("0", "1", "2", "3", "100"),
}
FILTERED = [find_saved(name) for name in asked() if find_saved(name).filters]


class AsWritten:
    """A graph that is asked each query as it stands, as one on a server is."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def query(
        self, text: str, bindings: Mapping[str, Term] | None = None
    ) -> Solutions | Iterator[Triple] | bool:
        return self._store.query(text, bindings)


@pytest.fixture(scope="module", params=["small", "made up"])
def graph(
    request: pytest.FixtureRequest, small: Store, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Store]:
    """A graph on disk with its answers: of three reports in our words, or of thirty by chance."""
    quads: Iterator[Quad] = small.quads() if request.param == "small" else made_up(30)
    folder = tmp_path_factory.mktemp("graph") / "store"
    with Store.create(folder) as store:
        store.load(quads)
        store.flush()
    keep_answers(folder)
    with Store.open(folder) as store:
        yield store


def values(store: Store, kind: str) -> tuple[str, ...]:
    """What can be asked for: some things by IRI, and by a name that several may have."""
    if kind not in NAMES:
        return tuple(value for value in VALUES[kind] if kind != "commodity" or known(store, value))
    text = f"SELECT ?x ?name {{ ?x a {NAMES[kind]} ; skos:prefLabel ?name }} ORDER BY ?x LIMIT 5"
    rows = run(store, text)
    return tuple(dict.fromkeys([*(row.x for row in rows), *(row.name for row in rows[:2])]))


def known(store: Store, commodity: str) -> bool:
    return commodity != "cocaine" or bool(run(store, "SELECT ?x { ?x oc:commodity oc:cocaine }"))


def filters(store: Store, saved: SavedQuery) -> Iterator[dict[str, str]]:
    """Each value of each filter by itself, then each two of them by some values."""
    given = {one.name: values(store, one.type) for one in saved.parameters}
    for name, all_ in given.items():
        yield from ({name: value} for value in all_)
    for one, other in combinations(given, 2):
        for value in given[one][:2]:
            yield from ({one: value, other: second} for second in given[other][:2])


@pytest.mark.parametrize("saved", FILTERED, ids=lambda saved: saved.name)
def test_answer_filtered_is_that_of_the_query_as_written(graph: Store, saved: SavedQuery) -> None:
    for given in filters(graph, saved):
        found = run(graph, saved.name, **given)
        assert saved.kept == ADDED_UP or type(found.terms) is not tuple, given  # kept
        assert list(found.terms) == list(run(AsWritten(graph), saved.name, **given).terms), given


def test_filters_leave_something_and_leave_something_out(graph: Store) -> None:
    found = 0
    for saved in FILTERED:
        all_ = len(run(graph, saved.name))
        left = {len(run(graph, saved.name, **given)) for given in filters(graph, saved)}
        found += any(0 < length < all_ for length in left)
    assert found > len(FILTERED) / 2


def test_every_parameter_of_what_is_kept_is_a_filter() -> None:
    for saved in map(find_saved, asked()):
        assert saved.filters.keys() == {parameter.name for parameter in saved.parameters}


@pytest.mark.parametrize("part", [slice(0, 3), slice(-2, None), slice(None, None, -1)])
def test_page_of_what_is_filtered(graph: Store, part: slice) -> None:
    rows = run(graph, "quotes", words="a")
    assert tuple(rows.terms[part]) == tuple(rows.terms)[part]
    assert rows[part] == tuple(rows)[part]


ROWS = [
    ("http://a/1", Value("One İ", None, "en"), Value("2", XSD.integer)),
    (None, Value("ONE"), Value("10", XSD.integer)),
    ("http://a/1", None, Value("many")),
]


@pytest.mark.parametrize(
    ("variable", "test", "expected"),
    [
        ("x", "=", [("<http://a/1>", [0, 2])]),
        ("text", "contains", [("one i̇", [0]), ("one", [1])]),
        ("number", ">=", [(2, [0]), (10, [1])]),
    ],
)
def test_column_is_kept_as_its_test_compares_it(
    variable: str, test: str, expected: list[tuple[str | int, list[int]]]
) -> None:
    found = entries([Filter((variable,), test)], ("x", "text", "number"), ROWS)
    assert [(entry.term, entry.rows) for entry in found] == expected


def test_filter_of_two_variables_has_two_conditions() -> None:
    one, other = conditions(Filter(("class", "item"), "="), ["http://a/1", Value("x", None, "en")])
    assert (one.variable, other.variable) == ("class", "item")
    assert one.value == other.value == '["<http://a/1>", "\\"x\\"@en"]'
