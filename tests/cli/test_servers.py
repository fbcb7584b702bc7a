"""`kg push`, and the commands that ask, with a server's address for a folder."""

import json
from pathlib import Path

import pytest

from kg.cli.build import SET_ASIDE
from tests.cli.conftest import Run
from tests.remote.servers import free_port, oxigraph

GOLDEN = Path(__file__).parents[1] / "golden" / "small.trig"
SEIZURES = ("seizures", "--place", "Portbury", "-f", "csv")


def test_graph_is_pushed_and_asked(kg: Run) -> None:
    with oxigraph() as url:
        first, second = kg("push", GOLDEN, url), kg("push", GOLDEN, url)
        assert (first.code, first.out) == (0, "")
        assert "4 named graphs sent, 0 unchanged, 0 removed" in first.err
        assert "0 named graphs sent, 4 unchanged, 0 removed" in second.err
        assert kg("push", GOLDEN, url, "--quiet").err == ""
        there, here = kg("query", url, *SEIZURES), kg("query", GOLDEN, *SEIZURES)
        assert (there.code, there.out) == (0, here.out)
        assert json.loads(kg("stats", url, "--json").out)["reports"] == 3
        assert kg("view", url, "-o", "network.html").code == 0


def test_build_goes_to_a_server(kg: Run, reports: Path, blank_model: Path) -> None:
    with oxigraph() as url:
        ended = kg("build", reports, "-o", "graph", "--model", blank_model, "--store", url)
        assert "named graphs sent, 0 unchanged, 0 removed" in ended.err
        assert (ended.code, json.loads(kg("stats", url, "--json").out)["reports"]) == (SET_ASIDE, 2)


@pytest.mark.parametrize("words", [("push", GOLDEN), ("query",), ("stats",), ("check",)])
def test_server_that_is_not_there_is_told_in_one_line(kg: Run, words: tuple[str, ...]) -> None:
    url = f"http://127.0.0.1:{free_port()}/"
    ended = kg(*words, url)
    assert (ended.code, ended.out) == (1, "")
    assert ended.err.startswith(f"kg: {url}: cannot be reached: ")
    assert ended.err.count("\n") == 1


def test_parameter_that_names_nothing_is_told_in_one_line(kg: Run) -> None:
    with oxigraph() as url:
        kg("push", GOLDEN, url)
        ended = kg("query", url, "seizures", "--place", "Portbry")
    assert (ended.code, ended.out) == (1, "")
    assert "did you mean 'Portbury'" in ended.err
