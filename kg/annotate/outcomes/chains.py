"""The things that a stretch of a clause lists: "a car, two phones and over £500 in cash"."""

import re

from kg.annotate.outcomes.commodities import seizure_words
from kg.annotate.outcomes.phrases import NONE, Phrase, Reader, phrase_at

SEPARATOR = re.compile(
    r"(?:[,;:–(]|\s-)?\s*(?:\b(?:and|as well as|along with|alongside|together with|plus|in addition to"
    r"|including|such as|namely|consisting of|comprising|containing|full of|filled with|loaded with|stuffed with|packed with|included|include|like)\b|&|\u2022)\s*(?:of )?(?:both )?|[,;:(–]\s+|\s-\s",
    re.IGNORECASE,
)
GENERAL = frozenset(["items", "item", "goods", "property", "evidence", "things", "exhibits"])
WORD = re.compile(r"[\w£€$]+(?:[-’'/.]\w+)*")
GAP = re.compile(r"[^\w£€$]+")


TAKING = frozenset(
    [
        "comprising",
        "confiscating",
        "containing",
        "discovering",
        "finding",
        "including",
        "recovering",
    ]
    + ["seizing", "totalling", "uncovering", "weighing", "carrying", "concealing", "hiding"]
)
EMBRACING = frozenset(["to", "in", "into", "seen", "saw"])


def things_in(
    reader: Reader, start: int, stop: int, *, unlisted: bool, embraced: bool = False
) -> list[Phrase]:
    """The phrases that name things between two offsets, in order.

    A phrase counts where the list has come to it, or where its noun is known and no preposition
    stands before it; `unlisted` lets pass nouns that commodities.yml does not have. What a clause
    has `embraced` ("led to a gun being seized") may stand after "to" or "in".
    """
    found: list[Phrase] = []
    pos, listed, last, dealt_in = start, True, "", False
    while pos < stop:
        if separator := SEPARATOR.match(reader.text, pos, stop):
            pos, listed, last = separator.end(), True, ""
            continue
        if gap := GAP.match(reader.text, pos, stop):
            pos = gap.end()
            continue
        if none := NONE.match(reader.text, pos, stop):
            denied = phrase_at(reader, none.end(), stop)
            pos, listed, last = denied.after if denied else none.end(), False, "no"
            continue
        phrase = phrase_at(reader, pos, stop)
        if phrase is not None and phrase.end > pos:
            dealt_in = last in seizure_words("offence") or (dealt_in and listed)
            if not dealt_in and _counts(phrase, last, listed=listed, unlisted=unlisted):
                found.append(phrase)
            pos, listed, last = phrase.after, False, ""
            continue
        word = WORD.match(reader.text, pos, stop)
        if word is None:
            pos += 1
            continue
        if listed and found and _opens_clause(word.group().lower()):
            break
        last = word.group().lower()
        if embraced and last in EMBRACING:
            last = ""
        pos, listed = word.end(), listed and _opens_list(word.group())
    return found


def _counts(phrase: Phrase, last: str, *, listed: bool, unlisted: bool) -> bool:
    if last in seizure_words("preposition"):
        return False
    if last.endswith("ing") and last not in TAKING:
        return False  # "after stopping a car"
    if phrase.definite and phrase.quantity is None:
        return False
    if _says_nothing(phrase):
        return False
    if phrase.row is not None:
        return phrase.measured or phrase.number != "singular"
    if not (unlisted and listed):
        return False
    return phrase.measured or (phrase.item.endswith("s") and not phrase.item.endswith("ss"))


def _says_nothing(phrase: Phrase) -> bool:
    """Whether the noun alone tells nothing: "items", "evidence", "goods"."""
    return phrase.quantity is None and phrase.item.lower() in GENERAL


def _opens_clause(word: str) -> bool:
    return word.endswith("ed") and word not in seizure_words("participle")


def _opens_list(word: str) -> bool:
    return word.lower() in ("also", "both")


def with_found(phrases: list[Phrase]) -> list[Phrase]:
    """The phrases, if one of them is not left lying or lost on the road; else none."""
    return phrases if any(_is_found(phrase) for phrase in phrases) else []


def _is_found(phrase: Phrase) -> bool:
    if phrase.row is None:
        return False
    return phrase.row.found or (phrase.measured and phrase.row.family != "vehicle")
