"""Text without front matter: Markdown in a .md file, plain words in a .txt file."""

from kg.read.heading import heading_of
from kg.read.page import Page


def parse_markdown(text: str) -> Page:
    return Page(*heading_of(text))


def parse_plain(text: str) -> Page:
    return Page(*heading_of(text), "plain")
