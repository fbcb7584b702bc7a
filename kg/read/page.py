"""A page as its format gives it: what is said of it, and its body before cleaning."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Markup = Literal["markdown", "plain"]


@dataclass(frozen=True, slots=True)
class Page:
    """One page. `metadata` is flat, its keys dotted and in lower case (see `metadata.flatten`)."""

    metadata: Mapping[str, str]
    body: str
    markup: Markup = "markdown"
