"""Put a report together from a page: text first, then what is said of it."""

import re

from kg.errors import ReportError
from kg.model import Report
from kg.read.clean import paragraphs
from kg.read.dates import publication_date
from kg.read.language import language_of
from kg.read.metadata import first
from kg.read.page import Page
from kg.read.publisher import publisher_of
from kg.read.titles import site_of, stated_title, without_site

URL_KEYS = (
    "url",
    "final.url",
    "collection.url",
    "canonical.url",
    "canonical",
    "link",
    "permalink",
    "source.url",
    "og.url",
    "twitter.url",
)
ADDRESS = re.compile(r"https?://[^\s()<>]+")
LONGEST_HEADLINE = 180  # characters


def report_of(page: Page, sha256: str) -> Report:
    """The report that a page holds. Raises `ReportError` where its body says nothing."""
    title = stated_title(page.metadata)
    blocks = paragraphs(page, without_site(title))
    if not any(character.isalnum() for block in blocks for character in block):
        raise ReportError("no text: the body is empty")
    if not title:
        title, blocks = _headline(blocks)
    url = first(page.metadata, *URL_KEYS) or _address(page.metadata.get("source", ""))
    lines = [line for block in blocks for line in block.split("\n")]
    issued, issued_by = publication_date(page.metadata, url, lines)
    blocks = _without_title(blocks, title)
    head = f"{title}\n\n" if title else ""
    text = head + "\n\n".join(blocks)
    publisher, publisher_name = publisher_of(page.metadata, url, site_of(title))
    return Report(
        sha256=sha256,
        title=without_site(title),
        text=text,
        body_start=len(head),
        url=url,
        publisher=publisher,
        publisher_name=publisher_name,
        issued=issued,
        issued_by=issued_by,
        language=language_of(page.metadata, text),
    )


def _address(source: str) -> str | None:
    """The address that a source is given with: "Europol newsroom (https://…)"."""
    match = ADDRESS.search(source)
    return match[0] if match else None


def _headline(blocks: list[str]) -> tuple[str, list[str]]:
    """The first paragraph as title, if it reads like one and others follow."""
    head, *rest = blocks
    is_title = len(head) <= LONGEST_HEADLINE and "\n" not in head and head[-1] not in '.,;:”"'
    return (head, rest) if is_title and rest and not head.startswith("- ") else ("", blocks)


def _without_title(blocks: list[str], title: str) -> list[str]:
    """The body, less the title where the page has it again, alone or with the site's name."""
    again = {title.casefold(), without_site(title).casefold()}
    kept = [block for block in blocks if again.isdisjoint(block.casefold().split(" | "))]
    return kept or blocks
