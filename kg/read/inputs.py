"""Find the files that the inputs name: which are reports, in what order, under what names."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath, PurePosixPath

from kg.errors import InputError
from kg.read.storage import StoredFile, is_address, stored_files

STDIN = "-"
PAGES = (".md", ".markdown", ".txt", ".text", ".html", ".htm", ".xhtml")
LINES = (".jsonl", ".ndjson")
COMPRESSED = ".gz"


@dataclass(frozen=True, slots=True)
class Input:
    """One file to read, and the name its reports go by."""

    path: Path | StoredFile
    name: str

    @property
    def suffix(self) -> str:
        """The suffix that tells the format, less the one that says it is compressed."""
        return format_suffix(self.path)


def format_suffix(path: PurePath | StoredFile) -> str:
    name = path.name.casefold()
    return Path(name.removesuffix(COMPRESSED)).suffix


def find_inputs(paths: Sequence[Path | str]) -> list[Input]:
    """The files to read, sorted by name, each once, whatever the order of `paths`.

    A file in a folder is named by its path from that folder; where two folders hold a file of the
    same name, both are named by their whole paths. Raises `InputError` for a path that is not
    there, a file of a format that is not read, and a folder without reports.
    """
    if not paths:
        raise InputError("no reports named: give a file, a folder, or - for standard input")
    found: dict[str, tuple[str, Path | StoredFile]] = {}
    for path in sorted(paths, key=PurePath):
        for file, name in _stored(path) if is_address(path) else _files(Path(path)):
            found.setdefault(_identity(file), (name, file))
    shared = Counter(name for name, _ in found.values())
    inputs = [
        Input(file, name if shared[name] == 1 else file.as_posix()) for name, file in found.values()
    ]
    return sorted(inputs, key=lambda item: item.name)


def _identity(file: Path | StoredFile) -> str:
    """What two names of one file have in common."""
    if isinstance(file, StoredFile) or str(file) == STDIN:
        return file.as_posix()
    return str(file.resolve())


def _stored(address: Path | str) -> Iterator[tuple[StoredFile, str]]:
    """The reports at an address, hidden ones left out as they are of folders."""
    kept = [(file, name) for file, name in stored_files(str(address)) if _is_report(name)]
    if not kept:
        raise InputError(f"{address}: no reports there: expected {_expected()}")
    yield from kept


def _is_report(name: str) -> bool:
    path = PurePosixPath(name)
    hidden = any(part.startswith(".") for part in path.parts)
    return not hidden and format_suffix(path) in PAGES + LINES


def _files(path: Path) -> Iterator[tuple[Path, str]]:
    if str(path) == STDIN:
        yield path, STDIN
    elif path.is_dir():
        yield from _files_in(path)
    elif not path.exists():
        raise InputError(f"{path}: no such file or folder")
    elif format_suffix(path) in PAGES + LINES:
        yield path, path.name
    else:
        raise InputError(f"{path}: not a format that is read: expected {_expected()}")


def _files_in(folder: Path) -> Iterator[tuple[Path, str]]:
    """The reports in a folder and the folders in it, hidden ones left out."""
    empty = True
    for parent, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            path = Path(parent, name)
            if not name.startswith(".") and format_suffix(path) in PAGES + LINES:
                empty = False
                yield path, path.relative_to(folder).as_posix()
    if empty:
        raise InputError(f"{folder}: no reports in this folder: expected {_expected()}")


def _expected() -> str:
    *most, last = PAGES + LINES
    return f"{', '.join(most)} or {last} files, or any of these with {COMPRESSED}"
