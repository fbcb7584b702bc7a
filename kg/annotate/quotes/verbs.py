"""The verbs of reported speech, and the clauses they make, as patterns."""

import re
from functools import cache

import msgspec

from kg.rules import load, rules_file

ADVERB = r"(?:\w+ly|also|then|later|today|further|has|have|had|went on to|goes on to|continued to)"


class SpeechVerb(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A row of speech_verbs.yml."""

    id: str
    forms: str


@cache
def verb() -> re.Pattern[str]:
    """Any reporting form."""
    return re.compile(rf"\b(?:{_forms()})\b")


@cache
def pronoun_subject() -> re.Pattern[str]:
    """A pronoun as subject of a reporting verb: "he also said", "said she"."""
    return re.compile(
        rf"\b(?P<before>he|she)\s+(?:{ADVERB}\s+)*(?:{_forms()})\b|\b(?:{_forms()})\s+(?P<after>he|she)\b",
        re.IGNORECASE,
    )


@cache
def described_subject() -> re.Pattern[str]:
    """A description as subject: "the detective said", "added the Chief Constable"."""
    noun = r"the\s+(?:[\w-]+\s+){0,2}?[\w-]+?"
    return re.compile(
        rf"\b(?P<before>{noun})\s+(?:{ADVERB}\s+)*(?:{_forms()})\b|\b(?:{_forms()})\s+(?P<after>{noun})\b",
        re.IGNORECASE,
    )


@cache
def _forms() -> str:
    rows = load(rules_file("speech_verbs"), SpeechVerb)
    return "|".join(sorted({form for row in rows for form in row.forms.split()}))
