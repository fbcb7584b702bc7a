"""IRIs of entities: of those that reports share, and of those that stay within one report."""

import hashlib
from collections import Counter
from collections.abc import Collection

from kg.iri import slug
from kg.model import EntityType

FOLDERS: dict[EntityType, str] = {
    "Agency": "agency",
    "CriminalGroup": "group",
    "Official": "official",
    "Operation": "operation",
    "Organisation": "organisation",
    "Person": "person",
    "Place": "place",
    "Platform": "platform",
}
_SCOPED = ("Agency", "Official", "Place")  # always told apart by their scope, where they have one


def mint(blocks: Collection[str], base_iri: str) -> dict[str, str]:
    """An IRI for each block: its key or name, with its scope where that alone tells it apart.

    Operations carry their scope only where two share a name. What still collides carries a few
    digits of a digest of the block; a key never gives way to a name.
    """
    rivals = Counter(map(_short, blocks))
    taken: dict[str, str] = {}  # by path
    for block in sorted(blocks, key=lambda block: (_key(block) is None, block)):
        short = _short(block)
        path = short if rivals[short] == 1 or _key(block) is not None else _long(block)
        taken[f"{path}-{_digest(block)}" if path in taken else path] = block
    return {block: base_iri + path for path, block in taken.items()}


def within_report(report_iri: str, type_: EntityType, name: str, taken: set[str]) -> str:
    """The IRI of an entity of one report, numbered from the second of a name on."""
    plain = f"{report_iri}/{FOLDERS[type_]}/{slug(name)}"
    found, number = plain, 1
    while found in taken:
        number += 1
        found = f"{plain}-{number}"
    taken.add(found)
    return found


def own_path(block: str) -> str:
    """The path of the IRI that a block has by itself, told apart by its scope.

    >>> own_path("Operation|redwing|Agency|agency:kent-police")
    'operation/redwing-kent-police'
    """
    return _short(block) if _key(block) is not None else _long(block)


def _short(block: str) -> str:
    key = _key(block)
    if key is not None:
        registry, _, id_ = key.partition(":")
        return f"{_folder(block)}/{slug(key if registry == 'geonames' else id_)}"
    if block.startswith(_SCOPED):
        return _long(block)
    return f"{_folder(block)}/{slug(block.split('|')[1])}"


def _long(block: str) -> str:
    _, name, scope = block.split("|", 2)
    return f"{_folder(block)}/{slug(name)}" + (f"-{_scope_slug(scope)}" if scope else "")


def _scope_slug(scope: str) -> str:
    """The scope in short: a block's key or name, or the head of a report's hash."""
    if "|" not in scope:
        return scope[:8]
    name = scope.split("|")[1]
    return slug(name.partition(":")[2] or name)


def _key(block: str) -> str | None:
    parts = block.split("|")
    return parts[1] if len(parts) == 2 else None  # noqa: PLR2004  a type and a key


def _folder(block: str) -> str:
    return FOLDERS[block.partition("|")[0]]  # type: ignore[index]


def _digest(block: str) -> str:
    return hashlib.sha256(block.encode()).hexdigest()[:6]
