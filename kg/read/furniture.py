"""Lines that belong to the site and not to the report: share buttons, cookies, menus."""

import re
from functools import cache

import msgspec

from kg.rules import load, rules_file


class Furniture(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of furniture.yml: a whole line of a page that is none of the report's."""

    pattern: str
    seen_on: str


LONGEST = 300


def is_furniture(line: str) -> bool:
    """Whether a whole line is furniture; a blank line is not."""
    return 0 < len(line) < LONGEST and _lines().fullmatch(line) is not None


@cache
def _lines() -> re.Pattern[str]:
    rows = load(rules_file("furniture"), Furniture)
    return re.compile("|".join(f"(?:{row.pattern})" for row in rows), re.IGNORECASE)
