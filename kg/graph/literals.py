"""Literals, each written in the one way that the graph uses."""

from datetime import date
from decimal import Decimal

from kg.model import Value
from kg.vocab import XSD

_INTEGER, _DECIMAL, _DATE = str(XSD.integer), str(XSD.decimal), str(XSD.date)


def plain(code: str) -> Value:
    """A code: a unit, a file name, a hash, the id of a rule."""
    return Value(code)


def worded(text: str, language: str) -> Value:
    """A name or wording, in the language of its source."""
    return Value(text, None, language)


def integer(number: int) -> Value:
    return Value(str(number), _INTEGER)


def decimal(number: Decimal | float) -> Value:
    """A number in canonical form, without exponent or trailing zeros.

    >>> decimal(Decimal("1.50E+3")).value, decimal(0.9).value
    ('1500', '0.9')
    """
    exact = number if isinstance(number, Decimal) else Decimal(str(number))
    return Value(format(exact.normalize() if exact else Decimal(0), "f"), _DECIMAL)


def day(when: date) -> Value:
    return Value(when.isoformat(), _DATE)
