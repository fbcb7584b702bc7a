"""How far a body's name goes on after its head: "Ministry of Justice", "Unit (South)"."""

import re

from kg.annotate.agencies.patterns import AgencyPattern, team_words
from kg.annotate.wording import Word

DISTRICT = re.compile(
    r", (?:(?:North|South|East|West)ern |Middle |Central )?District of [A-Z]\w+(?: [A-Z]\w+)?"
)
# One of the teams of a name that a force has: "Disruption Team (South)".
SIDE = re.compile(r" \((?:North|South|East|West|Central)\)")
LONGEST_TAIL = 7
COMPASS = frozenset(["Central", "District", "Eastern", "Middle", "Northern", "Southern", "Western"])
# What after "and" is no more of a name: "… District of Anyland and Trial Attorney Lee Ito".
ANOTHER = COMPASS | {"Trial"}
WITHIN_TAIL = frozenset(["am", "and", "de", "del", "di", "of", "the"])
SAINTS = frozenset(["Ft", "Mt", "St", "Ste"])


def rightmost(
    text: str, words: list[Word], last: int, pattern: AgencyPattern, bounds: set[int]
) -> int:
    """The index of the last word of the name, past "of …" or "for …" where it goes on."""
    for onward in sorted(pattern.onward, key=len, reverse=True):
        index = last + 1
        joins = onward.split()
        if [word.text for word in words[index : index + len(joins)]] != joins:
            continue
        index += len(joins)
        if not joins and not text[words[last].end + 1 : words[last].end + 2].isupper():
            continue
        end = _capitals_from(text, words, index, bounds)
        if pattern.subtype == "Court" and words[index : index + 1]:
            end = end if not words[index].text.endswith("ing") else last  # "for Supplying …"
        if end >= index and unbroken(text, words, last, index):
            return end
    return last


def _capitals_from(text: str, words: list[Word], index: int, bounds: set[int]) -> int:
    """The last of the capitalised words from `index` on, with "and", "of", "the" between them."""
    end = index - 1
    for position in range(index, min(index + LONGEST_TAIL, len(words))):
        word = words[position]
        if position > index and not _goes_on(text, words, position):
            break
        if word.text[0].isupper():
            if position == index and word.text.lower() in team_words("opener"):
                break
            parted = position - end > 1
            another = words[position - 1].text == "and" and word.text in ANOTHER
            joined = another or (parted and word.start in bounds)
            if joined or (position > index and word.text.lower() in team_words("rank")):
                break
            end = position
        elif word.text not in WITHIN_TAIL or words[position - 1].text == "and":
            break
    return end


def end_of(text: str, end: int, pattern: AgencyPattern) -> int:
    """Where a name ends that goes on past a comma or in brackets."""
    tail = {"attorney": DISTRICT, "team": SIDE}.get(pattern.id)
    match = tail.match(text, end) if tail else None
    return match.end() if match else end


def _goes_on(text: str, words: list[Word], position: int) -> bool:
    """Whether a word belongs to the one before it, past the stop of "St. Gallen" too."""
    before = words[position - 1]
    saint = before.text in SAINTS and text[before.end : words[position].start] == ". "
    return saint or unbroken(text, words, position - 1, position)


def unbroken(text: str, words: list[Word], first: int, last: int) -> bool:
    return all(text[words[i].end : words[i + 1].start] in (" ", " & ") for i in range(first, last))
