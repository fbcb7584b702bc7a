"""Read a user's registry, in whichever of its forms; a row that says nothing is an error."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain
from pathlib import Path

from kg.errors import RuleError
from kg.own.entry import Entry, registry_name
from kg.own.ftm import entries_of_ftm
from kg.own.table import entries_of_table
from kg.own.yml import entries_of_yaml

FORMS: dict[str, Callable[[Path], Iterator[Entry]]] = {
    ".csv": entries_of_table,
    ".json": entries_of_ftm,
    ".jsonl": entries_of_ftm,
    ".ndjson": entries_of_ftm,
    ".yaml": entries_of_yaml,
    ".yml": entries_of_yaml,
}


def read_registries(paths: Sequence[Path]) -> tuple[Entry, ...]:
    """The entries of registries, in their order.

    Raises `RuleError` naming file, line and reason: for a file that is not there or of no known
    form, a row that does not parse, an id that stands twice, and two files of one name.
    """
    names = [registry_name(path) for path in paths]
    for index, name in enumerate(names):
        if name in names[:index]:
            raise RuleError(f"{paths[index]}: another registry is called {name!r}; rename one")
    return tuple(chain.from_iterable(_read(path) for path in paths))


def _read(path: Path) -> Iterator[Entry]:
    form = FORMS.get(path.suffix.casefold())
    if form is None:
        raise RuleError(f"{path}: expected a registry as {', '.join(FORMS)}")
    seen: dict[str, str] = {}
    try:
        for entry in form(path):
            if entry.id in seen:
                raise RuleError(
                    f"{entry.where}: the id {entry.id!r} stands in {seen[entry.id]} too"
                )
            seen[entry.id] = entry.where
            yield entry
    except OSError as error:
        raise RuleError(f"{path}: cannot be read: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise RuleError(f"{path}: not UTF-8: {error.reason} at byte {error.start}") from error
