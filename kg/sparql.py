"""Read SPARQL as its own grammar reads it: what is a string, a comment, an IRI, a variable."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""
      (?P<space>\s+|\#[^\n\r]*)
    | (?P<iri><[^<>"{}|^`\\\x00-\x20]*>)
    | (?P<text>\"{3}(?:\"{0,2}(?:[^"\\]|\\.))*\"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
            | "(?:[^"\\\n\r]|\\.)*" | '(?:[^'\\\n\r]|\\.)*')
    | (?P<variable>[?$]\w+)
    | (?P<name>(?:[^\W\d_](?:[\w.-]*[\w-])?)?:(?:[\w:.-]|%[0-9A-Fa-f]{2}|\\.)*)
    | (?P<word>[A-Za-z]\w*)
    | (?P<mark>.)
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    kind: str  # "space" (comments too), "iri", "text", "variable", "name", "word" or "mark"
    text: str

    @property
    def word(self) -> str:
        """A keyword in capitals; "" for all else."""
        return self.text.upper() if self.kind == "word" else ""


def tokens(text: str) -> Iterator[Token]:
    """All of the text, one token after the other.

    >>> [token.text for token in tokens("ASK { ?s a 'a # {' }") if token.kind != "space"]
    ['ASK', '{', '?s', 'a', "'a # {'", '}']
    """
    return (Token(str(match.lastgroup), match[0]) for match in _TOKEN.finditer(text))


def selected(found: list[Token]) -> tuple[str, ...] | None:
    """The variables of the list that opens `found`, after SELECT; None for `*`."""
    names: list[str] = []
    parentheses, before = 0, ""
    for token in found:
        if parentheses == 0 and (token.text == "{" or token.word in {"WHERE", "FROM"}):
            break
        if parentheses == 0 and token.text == "*":
            return None
        if token.kind == "variable" and (parentheses == 0 or before == "AS"):
            names.append(token.text[1:])
        parentheses += (token.text == "(") - (token.text == ")")
        before = before if token.kind == "space" else token.word
    return tuple(names)
