"""A report's title, with and without the name of the site that follows it."""

import html
import re
from collections.abc import Mapping

from kg.read.characters import normal
from kg.read.metadata import first

KEYS = ("title", "headline", "og.title", "twitter.title", "name", "subject")
SPACE = re.compile(r"\s+")
SITE = re.compile(
    r"\s+[|–—-]\s+(?:the\s+)?(?:[^|]*\b(?:police|constabulary|garda|policing|ncas?|psni|btp|syp|"
    r"agency|department|ministry|europol|eurojust|interpol|office|service|bureau|gov\.uk|news|"
    r"media centre|newsroom|homepage)\b[^|–—]*)$",
    re.IGNORECASE,
)


def stated_title(metadata: Mapping[str, str]) -> str:
    """The title as the page has it, with its site suffix; "" where none is stated."""
    title = SPACE.sub(" ", normal(html.unescape(first(metadata, *KEYS) or "")))
    return title.strip().rstrip("|").rstrip()


def without_site(title: str) -> str:
    """The title less the site's name.

    >>> without_site("Three jailed for drug supply - Anytown | Anyshire Police")
    'Three jailed for drug supply - Anytown'
    """
    if " | " in title:
        return title.rpartition(" | ")[0].rstrip()
    return SITE.sub("", title)
