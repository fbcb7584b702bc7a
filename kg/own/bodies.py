"""Turn the bodies of registries into rows of the rules, so that texts are searched for them.

A body that the rules know by that name keeps its row and gets the registry's other names; any
other is one more row. Names that a text would show by chance are not looked for: see `_fit`.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from kg.iri import name_key, slug
from kg.own.entry import Entry, registry_name
from kg.own.yml import agency_rows
from kg.rules import Added, load, rules_file

FILES = {"Agency": "agencies", "Organisation": "organisations", "CriminalGroup": "groups"}
PREFIXES = {"agencies": "agency", "organisations": "organisation", "groups": "group"}
_LISTS = (".json", ".jsonl", ".ndjson")  # long ones, which nobody has read name by name


class _Named(msgspec.Struct, frozen=True):
    id: str
    name: str
    aliases: tuple[str, ...] = ()
    acronyms: tuple[str, ...] = ()


@dataclass(slots=True)
class Bodies:
    """Rows to add to the rules, and the entries behind each key."""

    rows: dict[str, list[Added]] = field(default_factory=dict)  # by the rules file's name
    entries: dict[str, list[Entry]] = field(default_factory=dict)  # by key: "agency:nca"


def bodies_of(entries: Iterable[Entry], paths: Iterable[Path]) -> Bodies:
    """The rows and keys of the bodies among entries; `paths` are the files they come from."""
    whole = {registry_name(path): agency_rows(path) for path in paths if _is_yaml(path)}
    bodies, known = Bodies(), _known()
    listed = [entry for entry in entries if entry.type in FILES]
    for entry, id_ in zip(listed, _ids(listed), strict=True):
        _add(bodies, known, entry, id_, whole.get(entry.registry))
    return bodies


def _ids(entries: Sequence[Entry]) -> Iterator[str]:
    """An id for a row of each: of its registry and its id there, and a digest where two look alike.

    Long ids are cut, and marks count for nothing: "A/7" and "A-7" look alike.
    """
    slugs = [slug(f"{entry.registry} {entry.id}") for entry in entries]
    shared = Counter(slugs)
    for entry, id_ in zip(entries, slugs, strict=True):
        digest = hashlib.sha256(entry.id.encode()).hexdigest()[:8]
        yield id_ if shared[id_] == 1 else f"{id_}-{digest}"


def _is_yaml(path: Path) -> bool:
    return path.suffix.casefold() in {".yaml", ".yml"}


def _known() -> dict[str, str]:
    """The key of each body that the rules name, by its name as looked up; agencies win."""
    found: dict[str, str] = {}
    for file, prefix in PREFIXES.items():
        for row in load(rules_file(file), _Named):
            for name in (row.name, *row.aliases, *row.acronyms):
                found.setdefault(name_key(name), f"{prefix}:{row.id}")
    return found


def _add(
    bodies: Bodies,
    known: dict[str, str],
    entry: Entry,
    id_: str,
    own: Mapping[str, dict[str, Any]] | None,
) -> None:
    key = known.get(name_key(entry.name))
    file = FILES[entry.type]
    if own is not None and (key is None or key == f"agency:{entry.id}"):
        key = key or f"agency:{entry.id}"
        row = own[entry.id]
    elif key is not None:
        file = next(file for file, prefix in PREFIXES.items() if key.startswith(f"{prefix}:"))
        row = {"id": key.partition(":")[2], **_names(entry.aliases, entry, file, known)}
    else:
        if not any(_fit(name, entry) for name in (entry.name, *entry.aliases)):
            return
        key = f"{PREFIXES[file]}:{id_}"
        row = _row(entry, file, id_, known)
    for name in (entry.name, *entry.aliases):
        known.setdefault(name_key(name), key)
    bodies.entries.setdefault(key, []).append(entry)
    if len(row) > 1:
        bodies.rows.setdefault(file, []).append(Added(entry.where, row))


def _row(entry: Entry, file: str, id_: str, known: Mapping[str, str]) -> dict[str, Any]:
    name = next(name for name in (entry.name, *entry.aliases) if _fit(name, entry))
    others = (other for other in entry.aliases if other != name)
    row = {"id": id_, "name": name, **_names(others, entry, file, known)}
    if file == "agencies":
        return {**row, "type": entry.subtype, "source": entry.registry}
    return {**row, "kind": "registry"}


def _names(
    names: Iterable[str], entry: Entry, file: str, known: Mapping[str, str]
) -> dict[str, list[str]]:
    """The names that are nobody else's: acronyms, matched as written, apart from the others."""
    free = [name for name in names if name_key(name) not in known and _fit(name, entry)]
    short = [name for name in free if file == "agencies" and name.isupper() and " " not in name]
    found = {"aliases": [name for name in free if name not in short], "acronyms": short}
    return {field: sorted(set(values)) for field, values in found.items() if values}


def _fit(name: str, entry: Entry) -> bool:
    """Whether a text that shows the name most likely means the body.

    Names are matched whatever their case, so that "MAN" would be found in "Man"; of long lists,
    which nobody has read, no single word is looked for.
    """
    if " " in name.strip():
        return True
    if entry.where.rpartition(":")[0].endswith(_LISTS):
        return False
    return entry.type == "Agency" or not name.isupper()
