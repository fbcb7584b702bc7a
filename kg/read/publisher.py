"""Who published a page: a body of agencies.yml by where the page was, else by what it is called."""

import re
from collections.abc import Iterator, Mapping
from urllib.parse import urlsplit

from kg.read.metadata import first
from kg.registry import AgencyRow, agency_by_area, agency_by_host, agency_by_name

NAME_KEYS = (
    "publisher.name",
    "publisher",
    "pressroom.name",
    "og.site.name",
    "site.name",
    "application.name",
    "collection.source",
    "source.name",
    "source",
    "outlet",
)
HOST_KEYS = ("publisher.domain", "collection.domain", "domain", "host")
ADDRESS = re.compile(r"https?://", re.IGNORECASE)
ADDRESS_AFTER = re.compile(r"\s*\(?https?://.*", re.IGNORECASE)
# A service that shows the pages of many publishers is none of them.
SERVICES = frozenset(["gov.uk", "mynewsdesk", "prgloo", "presseportal", "internet archive"])
# What follows the name: "(DEA)", " / Homeland Security Investigations", " — Office of …".
APART = re.compile(r"\s*[(;|/]|,\s|\s+[–—-]\s+")
COUNTRY = re.compile(r"(?:the|uk|u\.s\.|us|united states)\s+", re.IGNORECASE)


def publisher_of(
    metadata: Mapping[str, str], url: str | None, site: str
) -> tuple[str | None, str | None]:
    """The publisher's id in agencies.yml, and its name as stated; None where not known.

    `site` is what follows the title: "Kent Police" in "Two charged | Kent Police". A host that is
    no body's own (a newspaper's, an archive's) gives way to a name that is.
    """
    stated = _stated_name(metadata) or site or None
    row = _by_area(metadata) or _by_host(metadata, url) or _by_name(stated)
    return (row.id if row else None), stated or (row.name if row else metadata.get("area"))


def _stated_name(metadata: Mapping[str, str]) -> str | None:
    stated = (metadata[key] for key in NAME_KEYS if key in metadata)
    names = (ADDRESS_AFTER.sub("", name) for name in stated)
    return next((name for name in names if name and name.casefold() not in SERVICES), None)


def _by_area(metadata: Mapping[str, str]) -> AgencyRow | None:
    return agency_by_area(metadata["area"]) if "area" in metadata else None


def _by_host(metadata: Mapping[str, str], url: str | None) -> AgencyRow | None:
    return next(filter(None, map(agency_by_host, _hosts(metadata, url))), None)


def _hosts(metadata: Mapping[str, str], url: str | None) -> Iterator[str]:
    """The host of the page, that of the page an archive keeps, and hosts that are only named."""
    *_, kept = ADDRESS.split(url or "")
    yield _host(kept)
    if named := first(metadata, *HOST_KEYS):
        yield named


def _host(address: str) -> str:
    try:
        return urlsplit(f"//{address}").hostname or ""
    except ValueError:
        return ""


def _by_name(stated: str | None) -> AgencyRow | None:
    """The body of that name, with or without what follows it and the country before it."""
    if stated is None:
        return None
    name = APART.split(stated, maxsplit=1)[0].strip()
    forms = (stated, name, COUNTRY.sub("", name, count=1))
    return next(filter(None, map(agency_by_name, forms)), None)
