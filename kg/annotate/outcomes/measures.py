"""The rules about units, currencies and comparators, ready to look up by their words."""

from decimal import Decimal
from functools import cache
from typing import Literal

import msgspec

from kg.model import Comparator
from kg.rules import load, rules_file


class UnitRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of units.yml; the file's header says what its fields mean."""

    id: str
    unit: Literal["kg", "litres"]
    factor: Decimal
    words: tuple[str, ...]

    @property
    def is_metric(self) -> bool:
        return self.factor.normalize().as_tuple().digits == (1,)


class CurrencyRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of currencies.yml."""

    id: str
    dollar_of: tuple[str, ...] = ()
    symbols: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


class ComparatorRow(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of comparators.yml."""

    id: Comparator
    words: tuple[str, ...]


@cache
def units() -> dict[str, UnitRow]:
    return {word: row for row in load(rules_file("units"), UnitRow) for word in row.words}


@cache
def currency_rows() -> tuple[CurrencyRow, ...]:
    return load(rules_file("currencies"), CurrencyRow)


@cache
def currency_symbols() -> dict[str, str]:
    """What stands before a number -> ISO code; "$" alone is left to the publisher's country."""
    return {symbol.upper(): row.id for row in currency_rows() for symbol in row.symbols}


@cache
def dollar_of(country: str | None) -> str:
    """The dollar that reports of a country mean by a bare "$"."""
    own = {code: row.id for row in currency_rows() for code in row.dollar_of}
    return own.get(country or "", "USD")


@cache
def currency_words() -> dict[str, str]:
    return {word: row.id for row in currency_rows() for word in row.words}


@cache
def comparators() -> dict[str, Comparator]:
    rows = load(rules_file("comparators"), ComparatorRow)
    return {word: row.id for row in rows for word in row.words}


class NumberWords(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of number_words.yml."""

    id: str
    words: str


@cache
def number_words(kind: str) -> tuple[str, ...]:
    """The words of one row of number_words.yml, in its order."""
    rows = {row.id: row for row in load(rules_file("number_words"), NumberWords)}
    return tuple(rows[kind].words.split())
