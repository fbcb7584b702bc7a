"""Front matter as static-site generators write it: YAML between lines of `---`, then Markdown."""

import re

from kg.read.page import Page
from kg.read.yaml_block import metadata_of

RULED = re.compile(r"\s*---[ \t]*\n(.*?)^(?:---|\.\.\.)[ \t]*$", re.DOTALL | re.MULTILINE)
KEY = re.compile(r"^\w[\w .:-]*:(?:\s|$)", re.MULTILINE)


def parse(text: str) -> Page | None:
    """The page, or None where the text opens with no front matter; a bare `---` is a rule."""
    match = RULED.match(text)
    if match is None or not KEY.search(match[1]):
        return None
    return Page(metadata_of(match[1]), text[match.end() :])
