"""The graph folder on disk: its lock, its manifest, and the swap of a new store for the old.

graph/annotations.db   annotations, kept from build to build (see `kg.cache`)
graph/store/           the graph, and answers to saved queries (see `kg.query.kept`)
graph/manifest.json    what was read, what was set aside, counts, versions, seconds
graph/decisions.yml    people's decisions: read; only `kg review` adds to it
"""

import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from kg.errors import ExportError, GraphError
from kg.model import SetAside


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a build read and made; `manifest.json` in the graph folder."""

    kg_version: str
    pipeline: str
    model: str
    inputs: Mapping[str, str]  # file name -> SHA-256 of the report
    set_aside: Sequence[SetAside]
    annotated: int  # reports that had no annotation yet
    entities: Mapping[str, int]  # by type
    facts: Mapping[str, int]  # by type; outcomes by kind
    seconds: Mapping[str, float]  # by stage
    unmatched_decisions: Sequence[str] = ()

    @property
    def reports(self) -> int:
        return len(set(self.inputs.values()))

    @property
    def duplicates(self) -> int:
        """Files that hold a report which another file holds too, byte for byte."""
        return len(self.inputs) - self.reports


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold the graph folder, making it if need be; a second build into it is told so."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = FileLock(folder / ".lock")
        lock.acquire(timeout=0)
    except Timeout as error:
        raise ExportError(f"{folder}: another build is writing here; wait for it to end") from error
    except OSError as error:
        raise ExportError(f"{folder}: cannot be written: {error.strerror}") from error
    try:
        _recover(folder / "store")
        yield
    finally:
        lock.release()
        _tidy(folder)


@contextmanager
def swapped_in(folder: Path) -> Iterator[Path]:
    """A path to build a store at; it becomes the folder's once the block ends well.

    The manifest that the block writes takes its place with it.
    """
    store, manifest = folder / "store", _new_manifest(folder)
    beside, old = _beside(store)
    shutil.rmtree(beside, ignore_errors=True)
    try:
        yield beside
    except BaseException:
        shutil.rmtree(beside, ignore_errors=True)
        manifest.unlink(missing_ok=True)
        raise
    if store.exists():
        store.rename(old)
    beside.rename(store)
    manifest.replace(folder / "manifest.json")
    shutil.rmtree(old, ignore_errors=True)


def _tidy(folder: Path) -> None:
    """Take away a folder that a failed build made and put nothing into."""
    lock = folder / ".lock"
    if list(folder.iterdir()) == [lock]:
        lock.unlink()
        folder.rmdir()


def _recover(store: Path) -> None:
    """Undo a swap that was cut off between its two renames."""
    _, old = _beside(store)
    if old.exists() and not store.exists():
        old.rename(store)
    shutil.rmtree(old, ignore_errors=True)


def _beside(store: Path) -> tuple[Path, Path]:
    return store.with_name(f"{store.name}.new"), store.with_name(f"{store.name}.old")


def read_set_aside(folder: Path) -> tuple[SetAside, ...]:
    """What the last build set aside, as its manifest lists it; nothing where there is none.

    Raises `GraphError` for a manifest that is not ours.
    """
    if not (folder / "manifest.json").exists():
        return ()
    return tuple(read_manifest(folder).set_aside)


def read_manifest(folder: Path) -> Manifest:
    """The manifest of the last build; raises `GraphError` where there is none, or another's."""
    path = folder / "manifest.json"
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        content["set_aside"] = [SetAside(**one) for one in content["set_aside"]]
        return Manifest(**content)
    except OSError as error:
        raise GraphError(f"{folder}: holds no graph; make one with `kg build`") from error
    except (ValueError, KeyError, TypeError) as error:
        raise GraphError(f"{path}: not the manifest of a build: {error}") from error


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write it beside that of the last build, for `swapped_in` to put in its place.

    Raises `ExportError` where it cannot be written: on a full disk, for one.
    """
    text = json.dumps(asdict(manifest), indent=1) + "\n"
    try:
        _new_manifest(folder).write_text(text, encoding="utf-8")
    except OSError as error:
        raise ExportError(f"{folder}: cannot be written: {error.strerror}") from error


def _new_manifest(folder: Path) -> Path:
    return folder / "manifest.json.new"
