"""From bytes to text: UTF-8 first, then what the bytes themselves suggest."""

import codecs
import re

from kg.errors import ReportError

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What UTF-8 looks like once it was read as Windows-1252 and written again.
MOJIBAKE = re.compile(r"[ÂÃâ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")


def decode(raw: bytes) -> str:
    """The text of the bytes, mojibake repaired. Raises `ReportError` with the offset at fault."""
    encoding = next((name for mark, name in MARKS if raw.startswith(mark)), "utf-8")
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        text = _guessed(raw, error.start)
    if (zero := text.find("\0")) >= 0:
        raise ReportError("not text but binary data", offset=zero)
    return _repaired(text) if MOJIBAKE.search(text) else text


def _guessed(raw: bytes, offset: int) -> str:
    """Text in another encoding: Western European if it can be, else the likeliest."""
    import charset_normalizer  # noqa: PLC0415  for the few files that are not UTF-8

    if b"\0" in raw[:4096]:
        raise ReportError("not text but binary data", offset=raw.index(b"\0"))
    matches = charset_normalizer.from_bytes(raw)
    best = matches.best()
    if best is None:
        raise ReportError("not UTF-8, nor any other encoding of text", offset=offset)
    western = next((m for m in matches if "cp1252" in m.could_be_from_charset), best)
    return str(western)


def _repaired(text: str) -> str:
    import ftfy  # noqa: PLC0415  for the few texts that need it

    return ftfy.fix_encoding(text)
