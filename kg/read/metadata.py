"""Metadata under one spelling, whatever the format: dotted keys in lower case, values as written.

`publish_date`, `publishDate`, `publish: {date: …}` and `publish:date` all become `publish.date`.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice

HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|[\s_:.-]+")
NOTHING = frozenset(["", "~", "null", "none", "n/a", "undefined"])
MOST_VALUES = 500  # a page says less of itself; a YAML alias bomb says more
DEEPEST = 6


def flatten(content: object) -> dict[str, str]:
    """The scalar values of nested mappings and lists, by dotted key; the first of a key stays.

    >>> flatten({"publish_date": "2021-02-16", "og": {"siteName": " Anyshire Police "}})
    {'publish.date': '2021-02-16', 'og.site.name': 'Anyshire Police'}
    """
    flat: dict[str, str] = {}
    for key, value in islice(_walk(content, "", 0), MOST_VALUES):
        if value.casefold() not in NOTHING:
            flat.setdefault(key, value)
    return flat


def first(metadata: Mapping[str, str], *keys: str) -> str | None:
    """The value of the first of `keys` that the metadata holds."""
    return next((metadata[key] for key in keys if key in metadata), None)


def _walk(content: object, at: str, depth: int) -> Iterator[tuple[str, str]]:
    if depth > DEEPEST:
        return
    if isinstance(content, Mapping):
        for key, value in content.items():
            name = dotted(str(key))
            yield from _walk(value, f"{at}.{name}" if at else name, depth + 1)
    elif isinstance(content, list):
        for value in content:
            yield from _walk(value, at, depth + 1)
    elif content is not None:
        yield at, str(content).strip()


@lru_cache(maxsize=4096)
def dotted(key: str) -> str:
    """A key in the one spelling: `datePublished` is `date.published`."""
    return HUMP.sub(".", key.strip()).strip(".").casefold()
