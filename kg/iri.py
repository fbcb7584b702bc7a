"""Make the IRIs of the graph: the same for the same input, and readable."""

import hashlib
import re
import unicodedata
from functools import lru_cache

from kg.model import Report

_LONGEST_SLUG = 60  # characters
_DIGITS = 8  # of a report's hash
_NOT_IN_SLUG = re.compile(r"[^a-z0-9]+")
_APOSTROPHES = re.compile(r"[’'‘`´]")
_WITHOUT_MARK = str.maketrans(  # letters that Unicode does not take apart
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ı": "i"}
)


def slug(name: str) -> str:
    """A name as part of an IRI: ASCII letters and digits, in lower case, joined by hyphens.

    A name without any Latin letter or digit is called by a digest of it.

    >>> slug("Garda Síochána"), slug("St John’s Wood")
    ('garda-siochana', 'st-johns-wood')
    """
    digest = hashlib.sha256(name.encode()).hexdigest()[:_DIGITS]
    return _shortened(_plain_words(name)) or f"x-{digest}"


def name_key(name: str) -> str:
    """A name as it is looked up: without case, accents, marks and doubled spaces.

    >>> name_key("St.  JOHN’S Wood"), name_key("Operation X-Ray")
    ('st-johns-wood', 'operation-x-ray')
    """
    return _plain_words(name) or name.casefold().strip()


@lru_cache(maxsize=50_000)  # the same names stand in many reports
def _plain_words(name: str) -> str:
    """The Latin letters and digits of a name, in lower case, words joined by hyphens."""
    bare = name.casefold() if name.isascii() else _without_marks(name.casefold())
    return _NOT_IN_SLUG.sub("-", _APOSTROPHES.sub("", bare)).strip("-")


def _without_marks(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.translate(_WITHOUT_MARK))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def _shortened(words: str) -> str:
    """The words that fit; of a single long one, its start."""
    if len(words) <= _LONGEST_SLUG:
        return words
    head, _, _ = words[: _LONGEST_SLUG + 1].rpartition("-")
    return head or words[:_LONGEST_SLUG]


def report_iri(report: Report, base_iri: str) -> str:
    """The IRI of a report: its title for people, the head of its hash to tell it apart."""
    digits = report.sha256[:_DIGITS]
    name = f"{slug(report.title)}-{digits}" if report.title.strip() else digits
    return f"{base_iri}report/{name}"
