"""Who published a page: by its `area`, its host, its site's name, its title."""

from collections.abc import Mapping

from kg.read.metadata import first

NAME_KEYS = (
    "publisher.name",
    "publisher",
    "og.site.name",
    "site.name",
    "pressroom.name",
    "collection.source",
    "source",
    "area",
)


def publisher_of(
    metadata: Mapping[str, str], url: str | None, title: str
) -> tuple[str | None, str | None]:
    """The publisher's id in agencies.yml, and its name as stated; None where not known."""
    return None, first(metadata, *NAME_KEYS)
