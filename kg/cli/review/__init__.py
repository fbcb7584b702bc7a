"""`kg review`: let people decide who is who, where evidence does not."""

from kg.cli.review.command import review

__all__ = ["review"]
