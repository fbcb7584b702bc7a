"""Quantities with their units and comparators, and numbers that count nothing."""

from decimal import Decimal

import pytest

from kg.annotate.outcomes.quantities import quantities


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("£54million", "54000000", "GBP"),
        ("£1.2m", "1200000", "GBP"),
        ("£17k", "17000", "GBP"),
        ("€500,000", "500000", "EUR"),
        ("406 000 euros", "406000", "EUR"),
        ("EUR 1 300 000", "1300000", "EUR"),
        ("EUR 1.300.000", "1300000", "EUR"),
        ("$2.5 million", "2500000", "USD"),
        ("A$2.5 million", "2500000", "AUD"),
        ("US$3m", "3000000", "USD"),
        ("CHF 400,000", "400000", "CHF"),
        ("10,000 pounds in cash", "10000", "GBP"),
        ("500 pounds of metal", "227", "kg"),
        ("1,234 pounds of metal", "559.7", "kg"),
        ("90 kilos", "90", "kg"),
        ("12.5kgs", "12.5", "kg"),
        ("50g", "0.05", "kg"),
        ("1.3 tonnes", "1300", "kg"),
        ("two and a half kilos", "2.5", "kg"),
        ("half a kilo", "0.5", "kg"),
        ("a kilo", "1", "kg"),
        ("2 ounces", "0.0567", "kg"),
        ("20 litres", "20", "litres"),
        ("28 million", "28000000", None),
        ("seven", "7", None),
        ("twenty-three", "23", None),
        ("one hundred and fifty", "150", None),
        ("half a dozen", "6", None),
        ("1,800", "1800", None),
        ("eight years and five months", "101", "months"),
        ("18 months", "18", "months"),
    ],
)
def test_quantities_are_normalised(text: str, value: str, unit: str | None) -> None:
    (found,) = quantities(f"They had {text}; that was all.")
    assert (str(found.value), found.unit) == (value, unit)


@pytest.mark.parametrize(
    ("text", "comparator", "wording"),
    [
        ("took more than 90 kilos", "moreThan", "more than 90 kilos"),
        ("took over £500", "moreThan", "over £500"),
        ("took at least a dozen", "atLeast", "at least a dozen"),
        ("took 100+ phones", "atLeast", "100+"),
        ("took up to 40 bags", "upTo", "up to 40"),
        ("took almost £3,000", "about", "almost £3,000"),
        ("took around a kilo", "about", "around a kilo"),
        ("took an estimated 50 bags", "about", "an estimated 50"),
        ("took 50 bags", "exactly", "50"),
    ],
)
def test_quantities_keep_their_comparator(text: str, comparator: str, wording: str) -> None:
    (found,) = quantities(text)
    assert (found.comparator, text[found.lead : found.end]) == (comparator, wording)


@pytest.mark.parametrize(
    "text", ["between £5,000 and £10,000 was", "it cost £5,000-£10,000 in all"]
)
def test_a_range_is_one_quantity(text: str) -> None:
    (found,) = quantities(text)
    assert (found.value, found.upper, found.comparator) == (
        Decimal(5000),
        Decimal(10000),
        "atLeast",
    )


def test_the_upper_sum_of_a_range_tells_the_size_of_the_lower() -> None:
    (found,) = quantities("a haul of £10-12m")
    assert (found.value, found.upper) == (Decimal(10_000_000), Decimal(12_000_000))
    (found,) = quantities("a haul of £20-30,000")
    assert (found.value, found.upper) == (Decimal(20_000), Decimal(30_000))


def test_the_same_amount_in_other_units_is_no_second_quantity() -> None:
    found = quantities("22.2 kilograms (48.9 pounds) and S$7m (USD5m)")
    assert [q.value for q in found] == [Decimal("22.2"), Decimal(7_000_000)]


def test_a_bare_dollar_is_the_publishers_own() -> None:
    (found,) = quantities("$300", dollar="AUD")
    assert found.unit == "AUD"


@pytest.mark.parametrize(
    "text",
    [
        "Ann Example, 34, of Anytown",
        "a man aged 25",
        "aged between 25 and 42",
        "a 25-year-old man",
        "in his 20s",
        "on 12 May 2019",
        "on May 12",
        "3 to 5 May",
        "on 16/02/2021",
        "in 2018",
        "at 5.45am",
        "at 17:08",
        "call 101",
        "on 0800 000 000",
        "reference 440012345",
        "crime number 55/12/20",
        "12 High Street",
        "the M25 at Junction 10",
        "30 per cent of it",
        "a 9mm round",
        "five miles away",
        "one of them",
    ],
)
def test_numbers_that_count_nothing_are_left_out(text: str) -> None:
    assert quantities(text) == ()


@pytest.mark.parametrize("text", ["over 2000 people", "2000 cigarettes", "nearly 1950 rounds"])
def test_a_number_that_could_be_a_year_counts_where_something_follows(text: str) -> None:
    assert len(quantities(text)) == 1
