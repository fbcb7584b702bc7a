"""Write annotations as statements: one named graph a report, and one of the entities."""

from kg.graph.quads import quads

__all__ = ["quads"]
