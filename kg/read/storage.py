"""Reports in object storage, by address: `s3://bucket/reports`, and what else fsspec knows.

fsspec is optional, and so is what it needs for each protocol.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, BinaryIO, Literal, cast

from kg.errors import InputError

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

INSTALL = "pip install 'organised-crime-kg[cloud]'"


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file in a storage; opened as a path is."""

    system: "AbstractFileSystem"
    key: str  # its name in the storage

    @property
    def name(self) -> str:
        return PurePosixPath(self.key).name

    def open(self, mode: Literal["rb"]) -> BinaryIO:
        return cast("BinaryIO", self.system.open(self.key, mode))

    def as_posix(self) -> str:
        return str(self.system.unstrip_protocol(self.key))


def is_address(path: object) -> bool:
    """Tell a storage's address from a path of this machine.

    >>> is_address("s3://bucket/reports"), is_address("reports/2021")
    (True, False)
    """
    return "://" in str(path)


def stored_files(address: str) -> Iterator[tuple[StoredFile, str]]:
    """The file at an address, or all those in the folder there, each with its name within it.

    Raises `InputError` for an address that leads nowhere, and where a package is missing.
    """
    system, root = _system(address)
    try:
        keys = [root] if system.isfile(root) else sorted(system.find(root))
    except Exception as error:  # each protocol has errors of its own
        raise InputError(f"{address}: cannot be read: {error}") from error
    if not keys:
        raise InputError(f"{address}: no such file or folder")
    for key in keys:
        yield StoredFile(system, key), key[len(root) :].lstrip("/") or PurePosixPath(key).name


def _system(address: str) -> tuple["AbstractFileSystem", str]:
    try:
        from fsspec.core import url_to_fs  # noqa: PLC0415  optional
    except ImportError as error:
        raise InputError(f"{address}: object storage needs fsspec: {INSTALL}") from error
    try:
        system, root = url_to_fs(address)
    except (ImportError, ValueError) as error:  # each says what to install, or what is unknown
        raise InputError(f"{address}: cannot be read: {error}") from error
    return system, str(root).rstrip("/")
