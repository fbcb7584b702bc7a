"""Decide who is who across reports."""

from kg.resolve.linker import resolve

__all__ = ["resolve"]
