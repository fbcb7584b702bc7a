"""Names of things for tools that do not take IRIs."""

import hashlib
import re
import uuid

from kg.export.content import Content
from kg.export.statements import base_of

_PLAIN_PATH = re.compile(r"[A-Za-z0-9-]+(?:/[A-Za-z0-9-]+)*")
_LONGEST = 150


def base_iri(found: Content) -> str:
    """What the IRIs of a graph start with; "" for a graph without reports."""
    return next((base_of(f"<{iri}>") or "" for iri in found.reports), "")


def dotted(iri: str, base: str) -> str:
    """An id of letters, digits, dots and hyphens: the IRI's path, or a hash of it.

    >>> dotted("https://example.org/id/agency/nca", "https://example.org/id/")
    'agency.nca'
    """
    path = iri.removeprefix(base)
    if base and path != iri and len(path) <= _LONGEST and _PLAIN_PATH.fullmatch(path):
        return path.replace("/", ".")
    return hashlib.sha1(iri.encode(), usedforsecurity=False).hexdigest()


def uuid_of(iri: str) -> uuid.UUID:
    """The UUID that stands for an IRI, always the same (version 5, of URLs)."""
    return uuid.uuid5(uuid.NAMESPACE_URL, iri)
