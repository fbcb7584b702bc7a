from collections.abc import Iterator

import pytest
from IPython.core.error import UsageError
from IPython.core.interactiveshell import InteractiveShell
from IPython.testing.globalipapp import start_ipython

from kg.api import Graph
from kg.store import Store

AGENCIES = "SELECT ?name WHERE { ?agency a oc:Agency ; skos:prefLabel ?name } ORDER BY ?name"
PAIRS = """SELECT ?agency ?operation
WHERE { ?agency oc:tookPartIn ?operation }"""


@pytest.fixture
def shell(small: Store) -> Iterator[InteractiveShell]:
    found = start_ipython() or InteractiveShell.instance()
    found.run_line_magic("load_ext", "kg")
    found.user_ns["graph"] = Graph(small, "small")
    yield found
    found.user_ns.pop("graph")


def test_cell_gives_a_data_frame_and_keeps_it(shell: InteractiveShell) -> None:
    frame = shell.run_cell_magic("sparql", "graph --into found", AGENCIES)
    assert list(frame.columns) == ["name"]
    assert len(frame) > 0
    assert shell.user_ns["found"] is frame


def test_pairs_are_drawn(shell: InteractiveShell) -> None:
    assert "sigma" in shell.run_cell_magic("sparql", "graph --network", PAIRS).html


@pytest.mark.parametrize(
    ("line", "cell", "complaint"),
    [
        ("graph", "SELECT ?a\nWHERE { ?a oc:nosuch }", "line 2"),
        ("graph --network", "ASK { ?a ?b ?c }", "two or three columns"),
        ("grape", AGENCIES, "'grape' is no graph"),
    ],
)
def test_error_says_what_was_wrong_and_where(
    shell: InteractiveShell, line: str, cell: str, complaint: str
) -> None:
    with pytest.raises(UsageError, match=complaint):
        shell.run_cell_magic("sparql", line, cell)
