"""Files that come to be whole or not at all."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from kg.errors import ExportError


@contextmanager
def appearing(path: Path) -> Iterator[IO[bytes]]:
    """A file that takes its place at `path` once the block ends well, and leaves nothing else.

    Raises `ExportError` where it cannot be written, so too where the disk is full.
    """
    beside = _beside(path)
    try:
        with beside.open("xb") as file:
            yield file
        beside.replace(path)
    except OSError as error:
        raise _told(path, error) from error
    finally:
        if beside.exists():  # or a disk that is read only complains of what is not there
            beside.unlink()


@contextmanager
def folder_appearing(path: Path) -> Iterator[Path]:
    """A new folder that takes its place at `path` once the block ends well; else none."""
    beside = _beside(path)
    try:
        beside.mkdir()
        yield beside
        beside.replace(path)
    except OSError as error:
        raise _told(path, error) from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)


def check_place(path: Path) -> None:
    """Raise `ExportError` where no file can be put at `path`: before long work, not after it."""
    beside = _beside(path)
    try:
        beside.open("xb").close()
        beside.unlink()
    except OSError as error:
        raise _told(path, error) from error


def _beside(path: Path) -> Path:
    if not path.name:  # "/", or this folder
        raise ExportError(f"{path}: is no name for a new file or folder")
    return path.with_name(f".{path.name}.{os.getpid()}")


def _told(path: Path, error: OSError) -> ExportError:
    return ExportError(f"{path}: cannot be written: {error.strerror or error}")
