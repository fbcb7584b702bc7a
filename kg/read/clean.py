"""From a page's body to the text that `kg` publishes: see `kg.model.Report`."""

import re
from collections.abc import Iterable, Iterator

from kg.read.characters import normal
from kg.read.furniture import without_furniture
from kg.read.markdown import unmarked
from kg.read.page import Page
from kg.read.wrapping import unwrapped

SPACES = re.compile(r" {2,}")


def paragraphs(page: Page, title: str) -> list[str]:
    """The paragraphs of a page's body; a list is one paragraph, its items lines of it.

    `title` is the page's as its head states it, without the site's name; "" where it states none.
    """
    text = normal(page.body)
    if page.markup == "markdown":
        text = unmarked(text)
    lines = unwrapped([SPACES.sub(" ", line.strip()) for line in text.split("\n")])
    return list(_paragraphs(without_furniture(lines, title)))


def _paragraphs(lines: Iterable[str]) -> Iterator[str]:
    """Join lines up to a blank one; but items belong together whatever is between them."""
    held: list[str] = []
    blank = True
    for line in lines:
        if not line:
            blank = True
            continue
        item = line.startswith("- ")
        follows = bool(held) and (item == held[-1].startswith("- ") if blank or item else True)
        if held and ((blank and not (item and follows)) or (item and not follows)):
            yield "\n".join(held)
            held = []
        held.append(line)
        blank = False
    if held:
        yield "\n".join(held)
