"""Text without metadata: Markdown in a .md file, plain words in a .txt file."""

from kg.read.page import Page


def parse_markdown(text: str) -> Page:
    return Page({}, text)


def parse_plain(text: str) -> Page:
    return Page({}, text, "plain")
