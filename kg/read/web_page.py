"""A web page as it was saved: the article by trafilatura, the rest from its head."""

import json
import re
from html.parser import HTMLParser
from typing import Any

from kg.read.metadata import flatten
from kg.read.page import Page

OPENING = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html|head)\b",
    re.IGNORECASE | re.DOTALL,
)


def parse(text: str) -> Page | None:
    """The page, or None where the text does not open as HTML does."""
    return parse_html(text) if OPENING.match(text) else None


def parse_html(text: str) -> Page:
    """The page of a text that is HTML, whether or not it opens like it."""
    import trafilatura  # noqa: PLC0415  half a second, for this format alone

    head = _Head()
    head.feed(text)
    body = trafilatura.extract(
        text, output_format="markdown", include_comments=False, include_formatting=True
    )  # without formatting its paragraphs would run together
    return Page(flatten(head.found), body or trafilatura.html2txt(text))


class _Head(HTMLParser):
    """What a page says of itself: `<title>`, `<meta>`, canonical link, `<time>`, JSON-LD."""

    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, Any] = {}
        self._inside: str | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = {name: value or "" for name, value in attrs}
        self._inside = None
        if tag == "html":
            self._note("lang", has.get("lang"))
        elif tag == "meta":
            key = has.get("property") or has.get("name") or has.get("itemprop")
            self._note(key, has.get("content"))
        elif tag == "link" and has.get("rel") == "canonical":
            self._note("canonical", has.get("href"))
        elif tag == "time":
            self._note("time.published", has.get("datetime"))
        elif tag == "title" or (tag == "script" and has.get("type") == "application/ld+json"):
            self._inside = tag

    def handle_endtag(self, tag: str) -> None:
        if tag == self._inside:
            self._inside = None

    def handle_data(self, data: str) -> None:
        if self._inside == "title":
            self._note("title", data)
        elif self._inside == "script":
            self._note_linked_data(data)

    def _note(self, key: str | None, value: object) -> None:
        if key and value:
            self.found.setdefault(key, value)

    def _note_linked_data(self, data: str) -> None:
        """Fields of the first object of JSON-LD that is dated; what does not parse is script."""
        try:
            content = json.loads(data)
        except ValueError:
            return
        objects = content if isinstance(content, list) else [content]
        for item in objects:
            graph = item.get("@graph", [item]) if isinstance(item, dict) else []
            for node in graph if isinstance(graph, list) else []:
                if isinstance(node, dict) and "datePublished" in node:
                    for key in ("headline", "datePublished", "dateModified", "publisher", "url"):
                        self._note(key, node.get(key))
