"""The things that a stretch of a clause lists: "a car, two phones and over £500 in cash"."""

import re
from dataclasses import replace

from kg.annotate.outcomes.commodities import seizure_words
from kg.annotate.outcomes.phrases import DEFINITE, ITEMS, NONE, ONE, Phrase
from kg.annotate.outcomes.reader import Reader
from kg.annotate.outcomes.tails import phrase_at

SEPARATOR = re.compile(
    r"(?:[,;:–(]|\s-)?\s*(?:\b(?:and|as well as|along with|alongside|together with|plus"
    r"|in addition to|including|included|includes?|such as|like|namely|consisting of|comprising"
    r"|containing|full of|filled with|loaded with|stuffed with|packed with)\b|&|•)"
    r"\s*(?:of )?(?:both )?|[,;:(–]\s+|\s-\s",
    re.IGNORECASE,
)
OR = re.compile(r",? n?or ")
WORD = re.compile(r"[\w£€$]+(?:[-’'/.]\w+)*")
GAP = re.compile(r"[^\w£€$]+")
# Nouns that tell nothing alone.
GENERAL = frozenset(["items", "item", "goods", "property", "evidence", "things", "exhibits"])
# They tell something as the rest of a list: "drugs, cash and other items".
REST = frozenset(["items", "goods", "property", "other items", "other goods", "other property"])
INCLUDING = re.compile(r",? (?:includ|such as)")
# After any other word in -ing stands what was done to something else: "after stopping a car".
TAKING = frozenset(
    (
        "carrying",
        "comprising",
        "concealing",
        "confiscating",
        "containing",
        "discovering",
        "finding",
        "hiding",
        "including",
        "recovering",
        "seizing",
        "totaling",
        "totalling",
        "uncovering",
        "weighing",
    )
)
EMBRACING = frozenset(["to", "in", "into", "seen", "saw"])
ADVERBS = frozenset(["also", "both"])
FULL = re.compile(r"[\s,]*\b(?:containing|full of|(?:filled|loaded|stuffed|packed) with)\b")
CONTAINERS = frozenset(
    ["backpack", "envelope", "holdall", "rucksack", "safe", *seizure_words("unit")]
)
# A sum after these is what something was worth: "a cannabis farm worth £1m".
WORTH = re.compile(
    r"\b(?:worth|valued at|value of|debts?(?: of)?|totall?ing)(?: \w+){0,2} \Z", re.IGNORECASE
)
LONGEST_WORTH = 40
OF, MONEY = "of", "money"
# What these are of is what was found: "a cannabis grow of 60 plants".
GROWN = re.compile(
    r"\b(?:grow|farm|factory|cultivation|crop|haul|find|hoard|stash) of (?:\w+ ){0,2}\Z",
    re.IGNORECASE,
)
# In brackets after drugs stands which they are: "class A drugs (crack and heroin)".
WHICH = re.compile(r" \((?!inc|with|worth)[^()\d£$€\n]{3,60}\)")
APPOSED = frozenset([", ", " - ", " – ", " — "])
APPOSITION_ENDS = re.compile(r"(?:,| [-–—]) (?:was|were|has|had|is|are|also|which|that)\b")


def things_in(
    reader: Reader, start: int, stop: int, *, unlisted: bool, embraced: bool = False
) -> list[Phrase]:
    """The phrases that name things between two offsets, in order.

    A phrase counts where the list has come to it, or where its noun is known and no preposition
    stands before it; `unlisted` lets pass nouns that commodities.yml does not have. What a clause
    has `embraced` ("led to a gun being seized") may stand after "to" or "in".
    """
    found: list[Phrase] = []
    pos, listed, last, dealt_in, full = start, True, "", False, False
    while pos < stop:
        if separator := SEPARATOR.match(reader.text, pos, stop):
            pos, listed, last = separator.end(), True, ""
            full = FULL.match(separator.group()) is not None
        elif gap := GAP.match(reader.text, pos, stop):
            pos = gap.end()
        elif reader.text[pos] in "nN" and (none := NONE.match(reader.text, pos, stop)):
            pos, listed, last = _past_denied(reader, none.end(), stop), False, "no"
        elif phrase := phrase_at(reader, pos, stop):
            last = _governing(reader.text, phrase, last, start)
            goes_on = dealt_in and listed and not (found and phrase.measured)
            dealt_in = last in seizure_words("offence") or goes_on
            if listed and found:
                phrase = _as_listed(phrase, found[-1], unlisted=unlisted)
            takes_unlisted = unlisted or (bool(found) and phrase.measured)
            is_none = dealt_in or _is_worth(reader.text, phrase, start)
            is_none = is_none or (not found and _is_of_no_find(phrase))
            is_rest = unlisted and bool(found) and listed and _is_rest(reader.text, phrase)
            if not is_none and (
                is_rest or _counts(phrase, last, listed=listed, unlisted=takes_unlisted)
            ):
                _enter(reader.text, found, phrase, full=full)
            pos, listed, last = _past_names(reader.text, phrase), False, ""
            full = False
        else:
            word = WORD.match(reader.text, pos, stop)
            if word is None or (listed and found and _opens_clause(word.group().lower())):
                break
            last = word.group().lower()
            pos, listed = word.end(), listed and last in ADVERBS
            if embraced and last in EMBRACING:
                last = ""
    return found


def _governing(text: str, phrase: Phrase, last: str, start: int) -> str:
    """The word before a phrase, but for the "of" that opens what was grown or found."""
    return "" if last == OF and GROWN.search(text, start, phrase.start) else last


def _is_rest(text: str, phrase: Phrase) -> bool:
    """Whether a phrase sums up the rest of a list without telling what it is."""
    told = INCLUDING.match(text, phrase.after) is not None
    return phrase.item.lower() in REST and not told


def _is_unlisted_one(phrase: Phrase) -> bool:
    """Whether words that no row knows may name one thing: "a gun and balaclava"."""
    last = phrase.item.rsplit(maxsplit=1)[-1]
    is_noun = last.islower() and not last.endswith(("s", "ed", "ing", "ly"))
    return phrase.row is None and is_noun and last not in seizure_words("offence")


def _as_listed(phrase: Phrase, before: Phrase, *, unlisted: bool) -> Phrase:
    """The phrase as one thing where another of its list has the article: "a phone and wallet"."""
    if before.quantity != ONE or phrase.measured:
        return phrase
    if phrase.number != "singular" and not (unlisted and _is_unlisted_one(phrase)):
        return phrase
    return replace(phrase, quantity=ONE, unit=ITEMS, measured=True)


def _enter(text: str, found: list[Phrase], phrase: Phrase, *, full: bool) -> None:
    """Add a thing, in the place of what only holds it or stands for it.

    What drugs are mixed with is no other thing: "tablets containing fentanyl".
    """
    before = found[-1] if found else None
    if before is None:
        found.append(phrase)
    elif full and _is_drug(before) and _is_drug(phrase) and not phrase.measured:
        return
    elif full and _is_container(before):
        found[-1] = phrase
    elif _is_apposed(text, before, phrase):
        found[-1] = before if phrase.row is None else phrase
    else:
        found.append(phrase)


def _is_drug(phrase: Phrase) -> bool:
    return phrase.row is not None and phrase.row.family == "drugs"


def _is_container(phrase: Phrase) -> bool:
    return phrase.quantity == ONE and phrase.item.lower().rsplit(maxsplit=1)[-1] in CONTAINERS


def _is_apposed(text: str, first: Phrase, second: Phrase) -> bool:
    """Whether one thing is named twice: "his car, a white van, was"."""
    if first.quantity != ONE or second.quantity != ONE or not DEFINITE.match(text, first.start):
        return False
    beside = text[first.after : second.start] in APPOSED
    return beside and APPOSITION_ENDS.match(text, second.after) is not None


def _past_names(text: str, phrase: Phrase) -> int:
    """Where the text goes on after a phrase, past what names its drugs in brackets."""
    which = WHICH.match(text, phrase.after) if _is_drug(phrase) else None
    return which.end() if which else phrase.after


def _past_denied(reader: Reader, at: int, stop: int) -> int:
    """Where the text goes on after what was not found: "no drugs or cash"."""
    while denied := phrase_at(reader, at, stop):
        more = OR.match(reader.text, denied.after, stop)
        if more is None:
            return denied.after
        at = more.end()
    return at


def _counts(phrase: Phrase, last: str, *, listed: bool, unlisted: bool) -> bool:
    """Whether a phrase, after the word `last`, names something that the clause lists."""
    if last in seizure_words("preposition") or (last.endswith("ing") and last not in TAKING):
        return False
    if phrase.quantity in (None, ONE) and phrase.value is None and phrase.item.lower() in GENERAL:
        return False
    if phrase.quantity is None and phrase.definite:
        return False
    if phrase.row is not None:
        return phrase.measured or phrase.number != "singular"
    is_plural = phrase.item.endswith("s") and not phrase.item.endswith("ss")
    return unlisted and listed and (phrase.measured or is_plural)


def _is_of_no_find(phrase: Phrase) -> bool:
    """Whether a thing that opens a list is a matter of law: "money seized from criminals"."""
    return phrase.item.lower() == MONEY and not phrase.measured


def _is_worth(text: str, phrase: Phrase, start: int) -> bool:
    """Whether a bare sum tells what something was worth."""
    from_ = max(start, phrase.start - LONGEST_WORTH)
    return phrase.is_bare_sum and WORTH.search(text, from_, phrase.start) is not None


def _opens_clause(word: str) -> bool:
    return word.endswith("ed") and word not in seizure_words("participle")


def with_found(phrases: list[Phrase]) -> list[Phrase]:
    """The phrases, if one of them is not left lying or lost on the road; else none."""
    return phrases if any(_is_found(phrase) for phrase in phrases) else []


def _is_found(phrase: Phrase) -> bool:
    if phrase.row is None:
        return False
    return phrase.row.found or (phrase.measured and phrase.row.family != "vehicle")
