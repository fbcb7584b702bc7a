"""Bytes in any encoding, and text that was once read in the wrong one."""

import codecs

import ftfy  # noqa: F401  for the codec that reads every byte
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import ReportError
from kg.read.encoding import decode

WORDS = "“Seized”: £65,000 – in Anytown, naïve café"
LONG = "Die Polizei fand Würste, Öl und größere Mengen Käse in der Straße. " * 5


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (WORDS.encode(), WORDS),
        (codecs.BOM_UTF8 + WORDS.encode(), WORDS),
        (WORDS.encode("utf-16"), WORDS),
        (codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"), WORDS),
        (WORDS.encode("utf-32"), WORDS),
        (f"{WORDS} ".encode("cp1252") * 5, f"{WORDS} " * 5),
        (LONG.encode("latin-1"), LONG),
        ("“It’s £5”".encode().decode("sloppy-windows-1252").encode(), "“It’s £5”"),
        ("It’s £5".encode().decode("latin-1").encode(), "It’s £5"),
        ("Â£5 million".encode(), "£5 million"),
    ],
)
def test_text_is_decoded_and_repaired(raw: bytes, text: str) -> None:
    assert decode(raw) == text


def test_words_that_only_look_misread_stay() -> None:
    assert decode("Château Â and São".encode()) == "Château Â and São"


@pytest.mark.parametrize(
    ("raw", "offset"), [(b"%PDF-1.4\n\xff\xfe\0\0", 11), (b"abc\0", 3), (b"\xff" * 3 + b"\0", 3)]
)
def test_binary_data_is_refused_with_its_place(raw: bytes, offset: int) -> None:
    with pytest.raises(ReportError) as caught:
        decode(raw)
    assert caught.value.offset == offset


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_an_error_with_its_place(raw: bytes) -> None:
    try:
        offset = len(decode(raw)) * 0
    except ReportError as error:
        offset = error.offset or 0
    assert 0 <= offset <= len(raw)
