"""Ask for everything: read each property from end to end and join, where a filter looks things up.

Oxigraph looks a pattern up for each row that it has. With an agency given that is the quickest
there is; with nothing given, a look-up on disk costs ten times what the next line of an index does.
What stands in a SELECT of its own is read at once instead, and joined by a table of it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.sparql import Token, tokens

_BEFORE_A_PATTERN = {"{", "}", ".", ")"}
_PATH = {"/", "|", "^", "*", "+", "?", "(", ")"}


def read_through(text: str) -> str:
    """The query with each pattern of two variables in a SELECT of its own; comments are left out.

    Rows are the same. Patterns are written as saved queries have them: they open with a variable,
    `;` goes on from it, and no `,` stands in them.

    >>> read_through("SELECT ?x { ?x a oc:Claim ; oc:wording ?y . FILTER(BOUND(?y)) }")
    'SELECT ?x { ?x a oc:Claim . { SELECT ?x ?y { ?x oc:wording ?y } } FILTER(BOUND(?y)) }'
    """
    return "".join(_rewritten(_Reading(list(_without_comments(text)))))


def _without_comments(text: str) -> Iterator[Token]:
    for token in tokens(text):
        yield Token("space", " ") if token.kind == "space" else token


@dataclass(slots=True)
class _Reading:
    """Where in a query the reading is."""

    rest: list[Token]
    at: int = 0
    before: str = ""  # the mark or word before, spaces aside

    @property
    def here(self) -> Token:
        return self.rest[self.at]

    def take(self) -> Token:
        token = self.here
        self.at += 1
        if token.kind != "space":
            self.before = token.text
        return token

    def skip_spaces(self) -> None:
        while self.at < len(self.rest) and self.here.kind == "space":
            self.at += 1

    def opens_pattern(self) -> bool:
        if self.here.kind != "variable" or self.before not in _BEFORE_A_PATTERN:
            return False
        after = [token for token in self.rest[self.at + 1 : self.at + 3] if token.kind != "space"]
        return bool(after) and (after[0].text in {"a", "^"} or after[0].kind in {"name", "iri"})


def _rewritten(reading: _Reading) -> Iterator[str]:
    while reading.at < len(reading.rest):
        if reading.opens_pattern():
            yield from _patterns(reading)
        else:
            yield reading.take().text


def _patterns(reading: _Reading) -> Iterator[str]:
    """The patterns of one subject."""
    subject = reading.take().text
    while True:
        path, object_ = _said(reading)
        plain = len(path) == 1 and path[0].kind in {"name", "iri"}
        pattern = f"{subject} {''.join(token.text for token in path)} {object_.text}"
        if plain and object_.kind == "variable":
            yield f"{{ SELECT {subject} {object_.text} {{ {pattern} }} }} "
        else:
            yield f"{pattern} . "
        reading.skip_spaces()
        if reading.here.text != ";":
            break
        reading.take()
    if reading.here.text == ".":
        reading.take()
        reading.skip_spaces()


def _said(reading: _Reading) -> tuple[list[Token], Token]:
    """A predicate, which may be a path, and an object."""
    reading.skip_spaces()
    path = [reading.take()]
    while reading.here.text in _PATH or path[-1].text in _PATH:
        path.append(reading.take())
    reading.skip_spaces()
    return path, reading.take()
