"""No ORDER BY ends the process, and those of one kind of value stay as they are."""

import random
import subprocess
import sys

import pytest

from kg.store import Solutions, Store
from kg.total_order import in_total_order

KINDS = ('"{0}"', "{0}", '"20{0}-01-01"^^xsd:date', '"{0}"@en', "<http://a/{0}>", "{0}.5", "true")


def mixed(order: str, *, seed: int) -> str:
    """A query that sorts three hundred values of several kinds, made up by chance."""
    chance = random.Random(seed)  # noqa: S311  not for secrets
    values = [chance.choice(KINDS).format(chance.randrange(10, 60)) for _ in range(300)]
    return f"SELECT ?x {{ VALUES ?x {{ {' '.join(values)} }} }} ORDER BY {order}"


# in a process of its own: without the guard, Oxigraph would end that of the tests
ASK = (
    "import sys; from kg.store import Store; print(sum(1 for _ in Store().query(sys.argv[1]).rows))"
)


def test_order_is_seen_through_comments_and_not_in_texts() -> None:
    text = "SELECT ?x { ?x ?y ?z }Order # of names\nbY ?x"
    assert in_total_order(text) != text
    text = "SELECT ?x { ?x ?y 'a postal order' } # in no order"
    assert in_total_order(text) is text


@pytest.mark.parametrize("order", ["?x", "DESC(?x)", "ASC(?x) ?x LIMIT 300", "(COALESCE(?x, 1))"])
def test_mixed_values_are_sorted(order: str) -> None:
    store = Store()
    for seed in range(20):
        found = store.query(mixed(order, seed=seed))
        assert isinstance(found, Solutions)
        assert sum(1 for _ in found.rows) == 300


def test_command_outlives_a_query_of_mixed_values() -> None:
    done = subprocess.run(
        [sys.executable, "-c", ASK, mixed("?x", seed=1)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "300\n")


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        ("?x", ["-1", "2", "2.5", "10"]),
        ("DESC(?x)", ["10", "2.5", "2", "-1"]),
        ("ASC(?x + 1)", ["-1", "2", "2.5", "10"]),
    ],
)
def test_numbers_of_any_kind_are_sorted_by_value(order: str, expected: list[str]) -> None:
    found = Store().query(f"SELECT ?x {{ VALUES ?x {{ 10 2.5 2 -1 }} }} ORDER BY {order}")
    assert isinstance(found, Solutions)
    assert [
        row[0].value for row in found.rows if row[0] and not isinstance(row[0], str)
    ] == expected


@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?a { ?a ?b 'ORDER BY ?a' }",
        "SELECT ?order { ?order ?by ?x } # ORDER BY ?x",
        "SELECT ?x { ?x ?y ?z } ORDER BY STR(?x) LIMIT 3",
        "SELECT ?x { ?x ?y ?z } GROUP BY ?x ORDER BY COUNT(?y)",
    ],
)
def test_other_text_stays(text: str) -> None:
    assert in_total_order(text) == text


def test_aggregates_are_sorted() -> None:
    text = "SELECT ?x { VALUES (?x ?y) { (1 2) (3 4) (1 5) } } GROUP BY ?x ORDER BY DESC(COUNT(?y))"
    found = Store().query(text)
    assert isinstance(found, Solutions)
    assert sum(1 for _ in found.rows) == 2
