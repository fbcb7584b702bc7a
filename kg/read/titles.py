"""A report's title, with and without the name of the site that follows it."""

import html
import re
from collections.abc import Mapping

from kg.read.characters import normal
from kg.read.metadata import first

KEYS = ("title", "headline", "og.title", "twitter.title", "name", "subject")
SPACE = re.compile(r"\s+")
# After a dash, words in capitals that end as a site's name does: "Anyshire Police", "BBC News".
SITE = re.compile(
    r"\s+[–—-]\s+(?:The\s+)?(?:[A-Z][\w.&'’]*\s+(?:(?:of|and|for|the|&)\s+)*){0,6}"
    r"(?:Police(?:\s+Service)?|Constabulary|Garda|Gardaí|Agency|Department|Ministry|Office|Bureau|"
    r"Europol|Eurojust|INTERPOL|Interpol|NCA|PSNI|BTP|SYP|GOV\.UK|gov\.uk|"
    r"News|Newsroom|Media Centre|Homepage|Wikipedia)$"
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


def site_of(title: str) -> str:
    """The site's name that follows the title; "" where none does.

    >>> site_of("Three jailed for drug supply - Anytown | Anyshire Police")
    'Anyshire Police'
    """
    return title[len(without_site(title)) :].lstrip(" |–—-")
