"""Load the rules in `kg/data/*.yml` strictly: what is not understood is an error with its place.

A rules file is a mapping with one list under the file's own name; a `msgspec.Struct` says what a
row may hold:

    class Platform(msgspec.Struct, frozen=True, forbid_unknown_fields=True): ...
    platforms = load(rules_file("platforms"), Platform)

A folder of a user's own rules, in files of the same names, adds to the packaged ones: see `use`.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple, TypeVar

import msgspec
import yaml

from kg.errors import RuleError

Row = TypeVar("Row")
LineOf = Callable[[str], int]

PACKAGED = Path(__file__).parent / "data"
WORD_LISTS = frozenset(["forms", "words"])  # fields that hold words parted by spaces
_Cached = type(cache(len))


class Added(NamedTuple):
    """A row that stands beside the packaged ones, or adds to the one of its id."""

    where: str  # file:line
    row: Mapping[str, Any]


AddedRows = Mapping[str, Sequence[Added]]  # by the name of the rules file
Stamps = tuple[tuple[Path, int, int], ...]
_NONE: AddedRows = MappingProxyType({})
_own: Path | None = None  # the folder of the user's rules
_stamps: Stamps = ()  # of the files in it
_added = _NONE  # of the user's registries


def rules_file(name: str, folder: Path = PACKAGED) -> Path:
    """The path of the rules called `name`, whether or not it exists."""
    return folder / f"{name}.yml"


def load(path: Path, row: type[Row], *, name: str | None = None) -> tuple[Row, ...]:
    """The rows of a rules file, in its order.

    Raises `RuleError` naming file and line for YAML that does not parse, a key that is repeated
    or unknown, a value of the wrong type, and a row whose `id` stands twice.
    """
    if path.parent == PACKAGED:
        return _packaged(path, row)  # type: ignore[arg-type]  # a class is hashable
    return _load(path, row, name or path.stem)


@cache  # one file is asked for again for each of its rows, as `team_words.yml` is
def _packaged(path: Path, row: type[Any]) -> tuple[Any, ...]:
    return _load(path, row, path.stem)


def _load(path: Path, row: type[Row], key: str) -> tuple[Row, ...]:
    content, line_of = _content(path, key)
    try:
        rows = msgspec.convert(content, tuple[row, ...])  # type: ignore[valid-type]
    except msgspec.ValidationError as error:
        message, _, where = str(error).partition(" - at `$")
        line = line_of(f"{key}{where.rstrip('`')}")
        raise RuleError(f"{path}:{line}: {message}") from error
    _refuse_repeated_ids(path, rows, line_of, key)
    added = tuple(_added_to(path, key)) if path.parent == PACKAGED else ()
    return _joined(content, added, row) if added else tuple(rows)


def _added_to(path: Path, key: str) -> Iterator[Added]:
    """What a user adds to a packaged file: by a file of its name, then by registries."""
    own = None if _own is None else _own / path.name
    if own is not None and own.exists():
        content, line_of = _content(own, key)
        for index, row in enumerate(content):
            where = f"{own}:{line_of(f'{key}[{index}]')}"
            if not isinstance(row, dict) or "id" not in row:
                raise RuleError(f"{where}: expected a row with an id, found {row!r}")
            yield Added(where, row)
    yield from _added.get(key, ())


def _content(path: Path, key: str) -> tuple[list[Any], LineOf]:
    """The one list of a rules file, and what tells the line of a value."""
    content, line_of = read_yaml(path)
    if not isinstance(content, dict) or list(content) != [key]:
        found = list(content) if isinstance(content, dict) else type(content).__name__
        raise RuleError(f"{path}:1: expected one key {key!r}, found {found!r}")
    return content[key], line_of


def use(folder: Path | None, added: AddedRows = _NONE) -> None:
    """Let the rules in `folder` stand beside the packaged ones, in this process from now on.

    A row with a new id is one more; a row with an id that is there adds its lists and words to
    it; so do rows of registries, `added`. None goes back to the packaged rules alone. Whatever was
    made of other rules, or of a file as it was before, is forgotten. Raises `RuleError` for a
    folder that is not there, and for a file that extends nothing.
    """
    global _own, _stamps, _added
    stamps = stamps_of(files_in(folder))
    if (folder, stamps, added) == (_own, _stamps, _added):
        return
    if folder is not None:
        _refuse_unknown_files(folder)
    _own, _stamps, _added = folder, stamps, added
    for name, module in sys.modules.copy().items():
        if name.startswith("kg."):
            for made in vars(module).values():
                if isinstance(made, _Cached):
                    made.cache_clear()


def files_in(folder: Path | None) -> list[Path]:
    """The files of a user's rules, sorted; none where there is no such folder."""
    return [] if folder is None else sorted(folder.glob("*.y*ml"))


def stamps_of(paths: Iterable[Path]) -> Stamps:
    """What changes when one of the files does: when it was written (ns), and its length (bytes).

    A file that is not there has zeros: whoever reads it tells.
    """
    return tuple((path, *_stamp(path)) for path in paths)


def _stamp(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return 0, 0
    return found.st_mtime_ns, found.st_size


def _refuse_unknown_files(folder: Path) -> None:
    if not folder.is_dir():
        raise RuleError(f"{folder}: no such folder of rules")
    known = {path.name for path in PACKAGED.glob("*.yml")}
    for path in files_in(folder):
        if path.name not in known:
            names = ", ".join(sorted(known))
            raise RuleError(f"{path}: extends no rules; the files are called {names}")


def _joined(packaged: list[Any], added: Sequence[Added], row: type[Row]) -> tuple[Row, ...]:
    """The packaged rows with a user's: new ones after them, additions within them."""
    rows = {one["id"]: one for one in packaged}
    for where, more in added:
        rows[more["id"]] = one = _with(rows.get(more["id"], {}), more, where)
        try:
            msgspec.convert(one, row)
        except msgspec.ValidationError as error:
            raise RuleError(f"{where}: {error}") from error
    return msgspec.convert(list(rows.values()), tuple[row, ...])  # type: ignore[valid-type]


def _with(row: Mapping[str, Any], added: Mapping[str, Any], where: str) -> dict[str, Any]:
    """A row with the lists and words of another of its id."""
    joined = dict(row)
    for field, value in added.items():
        before = row.get(field)
        if before is None or before == value:
            joined[field] = value
        elif isinstance(before, list) and isinstance(value, list):
            joined[field] = [*before, *(one for one in value if one not in before)]
        elif field in WORD_LISTS:
            joined[field] = f"{before} {value}"
        else:
            raise RuleError(f"{where}: {field} of {row['id']!r} is {before!r}, not {value!r}")
    return joined


def read_yaml(path: Path) -> tuple[Any, LineOf]:
    """A YAML file's content, and what tells the line of a value by its path: `agencies[3].name`.

    Lines are looked up for errors alone: a file in order is read once.
    """
    try:
        loader = yaml.CSafeLoader(path.read_text(encoding="utf-8"))
        node = loader.get_single_node()
        if node is None:
            return None, lambda _: 1
        _refuse_repeated_keys(path, node)
        return loader.construct_document(node), partial(_line, node)
    except OSError as error:
        raise RuleError(f"{path}: cannot be read: {error.strerror}") from error
    except yaml.MarkedYAMLError as error:  # no YAML, or a tag that asks for a Python object
        raise RuleError(f"{path}:{_problem_line(error)}: {error.problem}") from error


def _problem_line(error: yaml.MarkedYAMLError) -> int:
    return error.problem_mark.line + 1 if error.problem_mark else 1


def _refuse_repeated_keys(path: Path, node: yaml.Node) -> None:
    if isinstance(node, yaml.SequenceNode):
        for child in node.value:
            if not isinstance(child, yaml.ScalarNode):
                _refuse_repeated_keys(path, child)
    elif isinstance(node, yaml.MappingNode):
        seen = set()
        for key, child in node.value:
            if key.value in seen:
                line = key.start_mark.line + 1
                raise RuleError(f"{path}:{line}: the key {key.value!r} stands twice")
            seen.add(key.value)
            _refuse_repeated_keys(path, child)


def _walk(node: yaml.Node, where: str) -> Iterator[tuple[str, int]]:
    yield where, node.start_mark.line + 1
    if isinstance(node, yaml.SequenceNode):
        for index, child in enumerate(node.value):
            yield from _walk(child, f"{where}[{index}]")
    elif isinstance(node, yaml.MappingNode):
        for key, child in node.value:
            yield from _walk(child, f"{where}.{key.value}" if where else key.value)


def _line(node: yaml.Node, where: str) -> int:
    """The line of the value at `where`, or of the nearest that holds it."""
    lines = dict(_walk(node, ""))
    while where and where not in lines:
        where = where[: max(where.rfind("."), where.rfind("["), 0)]
    return lines.get(where, 1)


def _refuse_repeated_ids(path: Path, rows: tuple[Any, ...], line_of: LineOf, key: str) -> None:
    seen: set[str] = set()
    for index, row in enumerate(rows):
        id_: str | None = getattr(row, "id", None)
        if id_ is None:
            continue
        if id_ in seen:
            line = line_of(f"{key}[{index}]")
            raise RuleError(f"{path}:{line}: the id {id_!r} stands twice")
        seen.add(id_)
