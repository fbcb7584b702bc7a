"""The documents are true: their commands exist, their links lead somewhere, their examples run."""

import ast
import importlib.util
import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import spacy
import typer.main
import yaml

import kg
from kg.annotate.nlp import annotate, with_components
from kg.cli.app import app
from kg.export import SUFFIXES
from kg.model import ReportEntity
from kg.own import NOTHING, Own, use
from kg.query.library import saved_queries
from kg.resolve import resolve
from kg.resolve.decisions import read_decisions
from tests.make import annotation, report

ROOT = Path(__file__).parents[1]
PAGES = [
    *(ROOT / name for name in ("README.md", "CONTRIBUTING.md", "CHANGELOG.md")),
    *sorted((ROOT / "docs").rglob("*.md")),
]
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
LINK = re.compile(r"\]\((?!https?://|#|mailto:)([^)#\s]+)")
README_INSTALLS = 2  # blocks of the README that .ci/run runs instead
CLI: Any = typer.main.get_command(app)


def blocks(page: Path, *languages: str) -> list[str]:
    found = BLOCK.findall(page.read_text(encoding="utf-8"))
    return [text for language, text in found if language in languages]


def commands(page: Path) -> Iterator[list[str]]:
    """The `kg` commands of a page's shell blocks, as words."""
    for block in blocks(page, "sh", "bash", "console"):
        for line in re.split(r"\n|&&", block):
            words = shlex.split(line, comments=True)
            if words and words[0] == "kg":
                yield words[1:]


def script(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / ".ci" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


EVERY = [(page, words) for page in PAGES for words in commands(page)]


@pytest.mark.parametrize(
    ("page", "words"), EVERY, ids=lambda value: value.name if isinstance(value, Path) else None
)
def test_command_of_a_page_exists_with_its_options(page: Path, words: list[str]) -> None:
    command = CLI
    while hasattr(command, "commands"):
        assert words[0] in command.commands
        command, words = command.commands[words[0]], words[1:]
    known = {option for param in command.params for option in (*param.opts, *param.secondary_opts)}
    if command.name == "query":
        known |= parameters_of(words)
    assert {word.partition("=")[0] for word in words if re.match(r"--?[a-z]", word)} <= known
    if command.name == "export":
        assert words[1].endswith((*SUFFIXES, ".parquet"))


def parameters_of(words: list[str]) -> set[str]:
    """The options of the saved query that a command names, if it names one."""
    queries = {saved.name: saved for saved in saved_queries()}
    asked = words[1] if len(words) > 1 else ""
    if " " in asked or not asked:
        return set()
    return {f"--{one.name.replace('_', '-')}" for one in queries[asked].parameters}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_of_a_page_lead_to_files(page: Path) -> None:
    links = LINK.findall(page.read_text(encoding="utf-8"))
    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_blocks_of_a_page_parse(page: Path) -> None:
    for text in blocks(page, "python"):
        ast.parse(text)
    for text in blocks(page, "yaml"):
        assert yaml.safe_load(text)
    for text in blocks(page, "json"):
        assert json.loads(text)


def test_names_that_pages_use_are_public() -> None:
    used = {
        name
        for page in PAGES
        for text in blocks(page, "python")
        for name in re.findall(r"(?<!from )\bkg\.(\w+)", text)
    }
    assert used <= set(kg.__all__)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_names_that_a_page_imports_exist(page: Path) -> None:
    trees = (ast.walk(ast.parse(text)) for text in blocks(page, "python"))
    for node in (node for tree in trees for node in tree):
        if isinstance(node, ast.ImportFrom) and node.module is not None:
            for name in node.names:
                module = importlib.import_module(node.module)
                assert hasattr(module, name.name) or importlib.util.find_spec(
                    f"{node.module}.{name.name}"
                )


def test_page_of_saved_queries_is_what_their_headers_say() -> None:
    page = (ROOT / "docs" / "queries.md").read_text(encoding="utf-8")
    assert page == script("query_docs").page(), "run: python .ci/query_docs.py > docs/queries.md"


def test_decisions_of_a_page_are_read(tmp_path: Path) -> None:
    (text,) = blocks(ROOT / "docs" / "who-is-who.md", "yaml")
    file = tmp_path / "decisions.yml"
    file.write_text(text, encoding="utf-8")
    assert len(read_decisions(file)) == len(yaml.safe_load(text)["decisions"]) == 6


def test_registries_of_a_page_link_bodies_and_leave_people_to_people(tmp_path: Path) -> None:
    page = ROOT / "docs" / "who-is-who.md"
    paths = tmp_path / "bodies.csv", tmp_path / "watchlist.json"
    for path, language in zip(paths, ("csv", "json"), strict=True):
        path.write_text(blocks(page, language)[0], encoding="utf-8")
    use(Own(registries=paths))
    try:
        text = "The Harbour Trust and the NCA met."
        held = ReportEntity("Person", "Jane Doe", age=40)
        [found] = annotate([report(text)], with_components(spacy.blank("en")))
        people = annotation(report("Jane Doe was held.", issued=date(2021, 5, 1)), [held])
        resolution = resolve([found, people])
    finally:
        use(NOTHING)
    assert sorted(one.listed_as for one in resolution.entities.values()) == [
        (),
        ("registry/bodies/B-17",),
        ("registry/bodies/B-18",),
    ]
    assert {one.verdict for one in resolution.assessments} == {"doubtful"}
    assert len(resolution.assessments) == 2


def test_list_of_decisions_is_whole() -> None:
    folder = ROOT / "docs" / "decisions"
    listed = set(LINK.findall((folder / "README.md").read_text(encoding="utf-8")))
    assert listed == {path.name for path in folder.glob("*.md")} - {"README.md"}


@pytest.mark.parametrize("name", ["", *sorted(CLI.commands)])
def test_help_is_shown(name: str) -> None:
    words = [name] if name else []
    runner = importlib.import_module("typer.testing").CliRunner()
    done = runner.invoke(app, [*words, "--help"])
    assert (done.exit_code, done.stderr) == (0, "")
    assert "Usage" in done.stdout


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder to run the README's commands in, with the examples beside them."""
    path = tmp_path_factory.mktemp("readme")
    (path / "examples").symlink_to(ROOT / "examples")
    kg.build(ROOT / "examples" / "reports", path / "graph").close()
    return path


def run(code: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONWARNINGS": "ignore"}
    return subprocess.run(
        [sys.executable, *code],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.model
def test_commands_of_the_readme_run(folder: Path) -> None:
    for block in blocks(ROOT / "README.md", "sh")[README_INSTALLS:]:
        for line in re.split(r"\n|&&", block.strip()):
            done = run(["-m", *shlex.split(line)], folder)
            assert done.returncode == 0, f"{line}\n{done.stderr}"
            assert done.stdout or re.match("kg (build|export|report|view) ", line.strip()), line


@pytest.mark.model
def test_python_of_the_readme_runs(folder: Path) -> None:
    for block in blocks(ROOT / "README.md", "python"):
        done = run(["-c", block], folder)
        assert done.returncode == 0, done.stderr
        assert "cocaine" in done.stdout


@pytest.mark.model
def test_picture_of_the_readme_is_what_the_rules_find() -> None:
    made = script("sentence_picture")
    from kg.annotate.nlp import make_nlp  # noqa: PLC0415  needs the model

    [found] = annotate([kg.read_file(made.REPORT)], make_nlp())
    drawn = (ROOT / "docs" / "images" / "sentence-to-graph.svg").read_text(encoding="utf-8")
    assert drawn == made.picture(found)
