"""Days of birth as registries state them: a year, a month of it, or a day."""

import re
from calendar import monthrange
from datetime import date

from kg.errors import RuleError
from kg.own.entry import Days

_STATED = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T.*)?)?)?")  # some lists add a time


def days_of(stated: str, where: str) -> Days:
    """Between which days somebody was born: "1980-05" is some day of May.

    Raises `RuleError` for what is no date.

    >>> days_of("1980-05", "list.csv:2")
    (datetime.date(1980, 5, 1), datetime.date(1980, 5, 31))
    """
    match = _STATED.fullmatch(stated)
    wrong = f"{where}: {stated!r} is no date; expected 1980, 1980-05 or 1980-05-12"
    if match is None:
        raise RuleError(wrong)
    try:
        year, first, last = int(match[1]), int(match[2] or 1), int(match[2] or 12)
        if match[3]:
            return date(year, first, int(match[3])), date(year, first, int(match[3]))
        return date(year, first, 1), date(year, last, monthrange(year, last)[1])
    except ValueError as error:
        raise RuleError(wrong) from error
