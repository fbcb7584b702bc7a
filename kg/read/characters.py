"""Characters that are one thing in print and another on disk: made one, before anything is read."""

import html
import re

INVISIBLE = re.compile(
    r"[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0e-\x1f\x7f\ufffc]"
)
SPACE = re.compile(r"[\t\x0b\x0c\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
LINE_END = re.compile(r"\r\n?|[\u0085\u2028\u2029]")
# html2text writes the "B&M" of a page as "B&M;": a reference that stands for nothing.
NO_REFERENCE = re.compile(r"&([A-Za-z]\w{0,6});")


def normal(text: str) -> str:
    """The text with plain spaces and line ends, character references resolved, nothing unseen.

    >>> normal("B&amp;M\u00a0– &#163;65,000\u200b")
    'B&M – £65,000'
    """
    text = LINE_END.sub("\n", text)
    if "&" in text:
        text = NO_REFERENCE.sub(r"&\1", html.unescape(html.unescape(text)))
    if not text.isprintable():
        text = INVISIBLE.sub("", text)
        text = SPACE.sub(" ", text)
    return text
