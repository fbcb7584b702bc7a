"""A graph as one page that an editor can read: what is in it, and the sentence behind each line."""

from kg.report.page import report

__all__ = ["report"]
