from datetime import date

import pytest

from kg.resolve.duplicates import Signatures
from tests.make import report


def release(seed: int, *, words: int = 120) -> list[str]:
    """Words without a pattern, the same for the same seed."""
    return [f"w{(seed * 1009 + number * number * 37) % 5003}" for number in range(words)]


def firsts(*texts: str, days: tuple[int, ...] = (1, 2, 3)) -> list[int | None]:
    """For each text, which one it nearly repeats."""
    reports = [
        report(text, title=f"News {number}", issued=date(2020, 5, day))
        for number, (text, day) in enumerate(zip(texts, days, strict=False))
    ]
    signatures = Signatures()
    for one in sorted(reports, key=lambda one: one.sha256):
        signatures.add(one)
    hashes, found = [one.sha256 for one in reports], signatures.firsts()
    return [hashes.index(found[one]) if one in found else None for one in hashes]


def test_release_published_twice_repeats_the_first() -> None:
    text = " ".join(release(1))
    assert firsts(text, text, days=(5, 2)) == [1, None]


def test_lightly_edited_release_is_a_near_duplicate() -> None:
    words = release(1)
    edited = [*words[:40], "charged", *words[42:]]
    assert firsts(" ".join(words), " ".join(edited), " ".join(release(2))) == [None, 0, None]


@pytest.mark.parametrize("words", [5, 30])
def test_short_reports_are_not_compared(words: int) -> None:
    text = " ".join(release(1, words=words))
    assert firsts(text, text) == [None, None]


def test_half_a_release_is_no_near_duplicate() -> None:
    words = release(1)
    assert firsts(" ".join(words), " ".join([*words[:60], *release(2)[:60]])) == [None, None]
