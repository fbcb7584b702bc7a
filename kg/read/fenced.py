"""The archive's form: a fenced block of YAML, then Markdown."""

import re

from kg.read.page import Page
from kg.read.yaml_block import metadata_of

FENCE = re.compile(r"\s*```[ \t]*ya?ml[ \t]*\n(.*?)^```[ \t]*$", re.DOTALL | re.MULTILINE)


def parse(text: str) -> Page | None:
    """The page, or None where no fenced YAML block opens the text."""
    match = FENCE.match(text)
    return Page(metadata_of(match[1]), text[match.end() :]) if match else None
