"""Lines of `Name: value` that head a text without front matter, as a person writes them."""

import re
from collections.abc import Sequence

from kg.read.metadata import dotted

KNOWN = frozenset(
    [
        *("title", "headline", "subject"),
        *("date", "dated", "published", "date.published", "publish.date", "publication.date"),
        *("release.date", "issued", "publisher", "outlet", "source", "source.url", "url", "link"),
        "language",
    ]
)
LINE = re.compile(r"(?:[-*•] +)?[*_]{0,2}([^\W\d_][^:\n]{0,60}?)[*_]{0,2}:[*_]{0,2}[ \t]+(\S.*)")
FEWEST = 2  # known names: one may be the report's own words
RULE = re.compile(r"\s*(?:-{3,}|\*{3,}|={3,})?\s*(?:\n|$)")
HEADING = re.compile(r"\s*(?:#{1,3}[ \t]+\S[^\n]*|[^\n:]{1,180})\n(?:[ \t]*\n|={3,}[ \t]*\n)*")


def heading_of(text: str) -> tuple[dict[str, str], str]:
    """What the heading lines say, and the text without them; ({}, text) where there are none.

    They open the text, or follow its title.
    """
    title = HEADING.match(text)
    for start in (0, title.end() if title else 0):
        block, end = _block(text, start)
        found = {dotted(match[1]): match[2].strip("*_ ") for match in block}
        if len(KNOWN & found.keys()) >= FEWEST:
            stated = {key: value for key, value in found.items() if key in KNOWN}
            return stated, text[:start] + text[end:]
    return {}, text


def _block(text: str, start: int) -> tuple[Sequence[re.Match[str]], int]:
    """The lines up to the next blank one, if all are heading lines, and where they end."""
    found: list[re.Match[str]] = []
    position = start
    for line in text[start:].splitlines(keepends=True):
        if not line.strip():
            break
        if (match := LINE.match(line)) is None:
            return (), start
        found.append(match)
        position += len(line)
    while (rule := RULE.match(text, position)) and rule.end() > position:
        position = rule.end()
    return found, position
