"""The language of a report: read off its commonest words or its script, else as stated."""

import re
from collections import Counter
from collections.abc import Mapping
from functools import cache

import msgspec

from kg.read.metadata import first
from kg.rules import load, rules_file

SAMPLE = 1500  # characters
KEYS = ("language", "lang", "in.language", "inlanguage", "dc.language", "og.locale")
WORD = re.compile(r"[^\W\d_]+")
CODE = re.compile(r"[a-z]{2,3}(?=$|[-_ ])")
SCRIPTS = (
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("uk", re.compile(r"[іїєґІЇЄҐ]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
)
SCRIPT_SHARE = 0.02  # of the sample's characters, in the first script that reaches it
FEWEST = 8  # words: fewer tell nothing


class Language(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of languages.yml."""

    id: str
    words: str


def language_of(metadata: Mapping[str, str], text: str) -> str:
    """The ISO 639-1 code of the text's language; where the text does not tell, the stated one."""
    return _by_words(text) or _by_script(text) or _stated(metadata) or "en"


def _stated(metadata: Mapping[str, str]) -> str | None:
    match = CODE.match((first(metadata, *KEYS) or "").casefold())
    return match[0] if match else None


def _by_words(text: str) -> str | None:
    words = Counter(WORD.findall(text[:SAMPLE].casefold()))
    score, language = max(
        (sum(words[word] for word in common & words.keys()), code)
        for code, common in _languages().items()
    )
    return language if score >= max(FEWEST, words.total() / 8) else None


def _by_script(text: str) -> str | None:
    sample = text[:SAMPLE]
    for code, script in SCRIPTS:
        if len(script.findall(sample)) > SCRIPT_SHARE * len(sample):
            return code
    return None


@cache
def _languages() -> dict[str, frozenset[str]]:
    rows = load(rules_file("languages"), Language)
    return {row.id: frozenset(row.words.split()) for row in rows}
