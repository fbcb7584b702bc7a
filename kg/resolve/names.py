"""Normal forms of names: what two spellings of one name have in common."""

import re
from collections import Counter
from functools import cache, lru_cache

import msgspec

from kg.model import EntityType
from kg.rules import load, rules_file

_POSSESSIVE = re.compile(r"'s\b|'(?=\s|$)")
_NOT_A_WORD = re.compile(r"[^\w]+")
_OPERATION = re.compile(r"(?:op\.?|ops|operations?)\s+(?=\S)", re.IGNORECASE)
_ARTICLE = re.compile(r"the\s+", re.IGNORECASE)
_COURT_AT = re.compile(r"(?P<court>.*\bcourt) (?:sitting )?(?:at|in) (?P<town>.+)")
_MAGISTRATES = re.compile(r"\bmagistrates?(?: courts?)?$")
_COUNCIL = re.compile(r" (?:metropolitan |london )?(?:borough|city|district) council$")
_ROADS = re.compile(r"\broads? policing\b")
_QUOTES = str.maketrans("’‘", "''")
_LONGEST_ACRONYM = 8  # letters; a longer name in capitals alone is one that was shouted


class _Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    id: str
    words: str


@lru_cache(maxsize=1 << 16)
def normal_form(type_: EntityType, name: str) -> str:
    """The name without case, article, possessive and marks; operations by their own word.

    >>> normal_form("Operation", "Op ‘Venetic’") == normal_form("Operation", "Operation Venetic")
    True
    >>> normal_form("Organisation", "The Smith & Sons Trust")
    'smith and sons trust'
    """
    plain = name.translate(_QUOTES).casefold().replace("&", " and ")
    words = _NOT_A_WORD.sub(" ", _POSSESSIVE.sub("", plain)).strip()
    words = words.removeprefix("the ")
    if type_ == "Operation":
        words = _OPERATION.sub("", words, count=1) if _OPERATION.match(words) else words
    if type_ == "Agency":
        words = _body(words)
    return words or plain.strip()


def _body(words: str) -> str:
    """The words of a body's name in one order and spelling: "high court in leeds" turned round."""
    if court := _COURT_AT.fullmatch(words):
        words = f"{court['town']} {court['court']}"
    if "magistrate" in words:
        return _MAGISTRATES.sub("magistrates court", words)
    words = _ROADS.sub("road policing", _COUNCIL.sub(" council", words))
    return words.replace("task force", "taskforce")


def written_out(type_: EntityType, name: str) -> str:
    """A name fit for a label: no article before it, and "Op" as "Operation".

    >>> written_out("Operation", "Op Venetic")
    'Operation Venetic'
    """
    plain = " ".join(name.split())
    if type_ == "Operation" and (opening := _OPERATION.match(plain)):
        return f"Operation {plain[opening.end() :]}"
    return _ARTICLE.sub("", plain, count=1) if _ARTICLE.match(plain) else plain


def best_label(type_: EntityType, names: Counter[str]) -> str:
    """The form that most reports use, shouted ones last; of equals the longest, then the first."""
    forms: Counter[str] = Counter()
    for name, count in names.items():
        forms[written_out(type_, name)] += count
    return min(forms, key=lambda form: (_is_shouted(form), -forms[form], -len(form), form))


def _is_shouted(name: str) -> bool:
    return name.isupper() and len(name) > _LONGEST_ACRONYM


def is_general(normal: str) -> bool:
    """Whether many bodies bear the name, as "crown court".

    >>> is_general("crown court"), is_general("luton crown court")
    (True, False)
    """
    return _words("general").issuperset(normal.split())


def is_street(normal: str) -> bool:
    return normal.rpartition(" ")[2] in _words("street")


def is_unit(normal: str) -> bool:
    """Whether a body of that name is a part of another, as a team is of its force."""
    return normal.rpartition(" ")[2] in _words("unit")


def _words(kind: str) -> frozenset[str]:
    return _all_words()[kind]


@cache
def _all_words() -> dict[str, frozenset[str]]:
    rows = load(rules_file("name_words"), _Words)
    return {row.id: frozenset(row.words.split()) for row in rows}
