"""Load the rules in `kg/data/*.yml` strictly: what is not understood is an error with its place.

A rules file is a mapping with one list under the file's own name; a `msgspec.Struct` says what a
row may hold:

    class Platform(msgspec.Struct, frozen=True, forbid_unknown_fields=True): ...
    platforms = load(rules_file("platforms"), Platform)
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

from kg.errors import RuleError

Row = TypeVar("Row")

PACKAGED = Path(__file__).parent / "data"


def rules_file(name: str, folder: Path = PACKAGED) -> Path:
    """The path of the rules called `name`, whether or not it exists."""
    return folder / f"{name}.yml"


def load(path: Path, row: type[Row], *, name: str | None = None) -> tuple[Row, ...]:
    """The rows of a rules file, in its order.

    Raises `RuleError` naming file and line for YAML that does not parse, a key that is repeated
    or unknown, a value of the wrong type, and a row whose `id` stands twice.
    """
    key = name or path.stem
    content, lines = read_yaml(path)
    if not isinstance(content, dict) or list(content) != [key]:
        found = list(content) if isinstance(content, dict) else type(content).__name__
        raise RuleError(f"{path}:1: expected one key {key!r}, found {found!r}")
    try:
        rows = msgspec.convert(content[key], tuple[row, ...])  # type: ignore[valid-type]
    except msgspec.ValidationError as error:
        message, _, where = str(error).partition(" - at `$")
        line = _line(lines, f"{key}{where.rstrip('`')}")
        raise RuleError(f"{path}:{line}: {message}") from error
    _refuse_repeated_ids(path, rows, lines, key)
    return tuple(rows)


def read_yaml(path: Path) -> tuple[Any, dict[str, int]]:
    """A YAML file's content, and the line of each value by its path, as `agencies[3].name`."""
    try:
        text = path.read_text(encoding="utf-8")
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except OSError as error:
        raise RuleError(f"{path}: cannot be read: {error.strerror}") from error
    except yaml.MarkedYAMLError as error:
        raise RuleError(f"{path}:{_problem_line(error)}: {error.problem}") from error
    if node is None:
        return None, {}
    lines = dict(_walk(path, node, ""))
    try:
        return yaml.load(text, Loader=yaml.CSafeLoader), lines
    except yaml.MarkedYAMLError as error:  # a tag that asks for a Python object
        raise RuleError(f"{path}:{_problem_line(error)}: {error.problem}") from error


def _problem_line(error: yaml.MarkedYAMLError) -> int:
    return error.problem_mark.line + 1 if error.problem_mark else 1


def _walk(path: Path, node: yaml.Node, where: str) -> Iterator[tuple[str, int]]:
    yield where, node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        for index, child in enumerate(node.value):
            yield from _walk(path, child, f"{where}[{index}]")
    elif isinstance(node, yaml.MappingNode):
        seen = set()
        for key, child in node.value:
            if key.value in seen:
                line = key.start_mark.line + 1
                raise RuleError(f"{path}:{line}: the key {key.value!r} stands twice")
            seen.add(key.value)
            yield from _walk(path, child, f"{where}.{key.value}" if where else key.value)


def _line(lines: dict[str, int], where: str) -> int:
    """The line of the value at `where`, or of the nearest that holds it."""
    while where and where not in lines:
        where = where[: max(where.rfind("."), where.rfind("["), 0)]
    return lines.get(where, 1)


def _refuse_repeated_ids(
    path: Path, rows: tuple[Any, ...], lines: dict[str, int], key: str
) -> None:
    seen: set[str] = set()
    for index, row in enumerate(rows):
        id_ = getattr(row, "id", None)
        if id_ is not None and id_ in seen:
            raise RuleError(
                f"{path}:{lines.get(f'{key}[{index}]', 1)}: the id {id_!r} stands twice"
            )
        seen.add(id_)
