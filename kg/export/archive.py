"""Formats of several files: all of them in one ZIP, or in a folder."""

import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import IO, NamedTuple

from kg.store import Store

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest a ZIP knows: a time of writing would vary
_MODE = 0o644 << 16
_UNIX = 3


class File(NamedTuple):
    name: str
    content: bytes


Files = Callable[[Store], Iterable[File]]


def zipped(files: Files) -> Callable[[Store, IO[bytes]], None]:
    """A function that writes the files into one ZIP, with the same bytes for the same graph."""

    def write(store: Store, file: IO[bytes]) -> None:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in files(store):
                about = zipfile.ZipInfo(name, _EPOCH)
                about.compress_type = zipfile.ZIP_DEFLATED
                about.external_attr = _MODE
                about.create_system = _UNIX
                archive.writestr(about, content)

    return write


def unpacked(files: Iterable[File], folder: Path) -> None:
    """Write the files into a folder."""
    for name, content in files:
        (folder / name).write_bytes(content)
