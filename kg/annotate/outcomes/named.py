"""The thing that some words name: up to what closes the phrase, with the noun it ends in."""

import re
from dataclasses import dataclass

from kg.annotate.outcomes.commodities import Noun, noun_at_end, seizure_words
from kg.annotate.outcomes.reader import Reader

MOST_WORDS = 9
NEAR = 300  # characters back to what a bare weight is of
MAKE = re.compile(r"[A-Z]\w+ & (?=[A-Z])")  # "Smith & Wesson"
WORD = re.compile(r"[\"'‘“]?(\w+(?:[-/’'.]\w+)*)[\"”]?")
LETTER = r"[’'\"‘“]?[A-C]\b[’'\"”]?"
CLASS = re.compile(
    rf"(?P<suspected>suspected )?(?P<name>class {LETTER}"
    rf"(?:(?:,|,? and|/|,? or| &|,? &) ?(?:class )?{LETTER})*"
    r"(?: (?:controlled|illegal|illicit))?(?: (?:drugs?|substances?|narcotics))?)",
    re.IGNORECASE,
)
OF_SORTS = re.compile(r" (?:varying|various|different|differing|mixed)\b")
SITE = re.compile(r"\w\.[a-z]")
CLASS_LETTER = re.compile(r"\b[a-c]\b")
# Before "of", these say what was done with the thing.
NOT_A_THING = frozenset(
    [
        "control",
        "odour",
        "possession",
        "recovery",
        "remnants",
        "residue",
        "sale",
        "scent",
        "search",
        "searches",
        "seizure",
        "seizures",
        "smell",
        "supply",
        "trace",
        "traces",
    ]
)
THE = "the "
SUSPECTED = frozenset(["suspected", "alleged"])
LOOSE_ENDS = frozenset(["of", "also", "all", "found", "totaling", "totalling", "suspected"])

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Named:
    """A thing by its words; `noun` is None where commodities.yml does not have it."""

    end: int
    item: str
    noun: Noun | None
    suspected: bool = False
    owned: bool = False  # "Smith's phone"

    @property
    def number(self) -> str:
        return self.noun.number if self.noun else ""


def named_at(reader: Reader, at: int, stop: int, *, opened: bool) -> Named | None:
    """The thing that the words from `at` name.

    Where a quantity or an article has `opened` the phrase, its first word is no verb.
    """
    if drugs := CLASS.match(reader.text, at, stop):
        return _of_class(reader, drugs, stop)
    spans, owned = _words(reader, at, stop, opened=opened)
    words = [reader.text[a:b].lower() for a, b in spans]
    if not words or _is_trade(words):
        return None
    noun = noun_at_end(words) or _noun_before_unit(words)
    if "of" in words and _head(words) in NOT_A_THING:
        return None
    if noun is None and (_is_of_people(words) or _is_called(reader.text, spans)):
        return None
    item = _item(reader.text, spans)
    if item is None:
        return None
    return Named(spans[-1][1], item, noun, not SUSPECTED.isdisjoint(words), owned)


def named_before(reader: Reader, at: int, end: int) -> Named | None:
    """What a weight alone is of: the drug named last before it ("a further 3kg")."""
    spans = [m.span(1) for m in WORD.finditer(reader.text, max(0, at - NEAR), at)]
    for last in range(len(spans), 0, -1):
        for first in (last - 2, last - 1):
            words = [reader.text[a:b].lower() for a, b in spans[max(0, first) : last]]
            noun = noun_at_end(words)
            if noun is not None and noun.number == "bulk" and noun.row.family == "drugs":
                start = spans[max(0, first if " " in noun.text else last - 1)][0]
                return Named(end, reader.text[start : spans[last - 1][1]], noun)
    return None


def _is_trade(words: list[str]) -> bool:
    """Whether the words end in a trade or its yield: "drugs money", but "money" is a thing."""
    is_thing_alone = len(words) == 1 and noun_at_end(words) is not None
    return words[-1] in seizure_words("trade") and not is_thing_alone


def _of_class(reader: Reader, drugs: re.Match[str], stop: int) -> Named:
    """What a class of drugs names: "class A wraps", "class B cannabis", or drugs of the class."""
    named = _classed(drugs)
    spans, _owned = _words(reader, drugs.end() + 1, stop, opened=True)
    words = [reader.text[a:b].lower() for a, b in spans]
    noun = noun_at_end(words)
    if reader.text[drugs.end() : drugs.end() + 1] != " " or not words:
        return named
    if words[-1] not in seizure_words("unit") and (noun is None or noun.row.family != "drugs"):
        return named
    return Named(
        spans[-1][1],
        reader.text[drugs.start("name") : spans[-1][1]],
        noun or named.noun,
        named.suspected,
    )


def _classed(drugs: re.Match[str]) -> Named:
    """The drugs of a class; those of several classes are controlled drugs."""
    letters = set(CLASS_LETTER.findall(drugs["name"].lower()[len("class ") :]))
    name = ["class", letters.pop()] if len(letters) == 1 else ["drugs"]
    return Named(drugs.end(), drugs["name"], noun_at_end(name), drugs["suspected"] is not None)


def _words(reader: Reader, at: int, stop: int, *, opened: bool) -> tuple[list[Span], bool]:
    """The spans of the words of a phrase, and whether somebody is said to own the thing."""
    text, pos, owned = reader.text, at, False
    found: list[Span] = []
    while len(found) < MOST_WORDS:
        if found and text[slice(*found[-1])] == "of":
            pos = _past_the(text, pos)
        match = WORD.match(text, pos, stop)
        if match is None:
            break
        if found and (drugs := CLASS.match(text, pos, stop)):
            return [*found, drugs.span()], owned  # "wraps of class A drugs"
        if _closes(reader, match, found, opened=opened or owned):
            if match[1].lower() in seizure_words("trade"):
                return [], owned
            break
        found.append(match.span(1))
        if match[1].endswith(("’s", "'s")):
            found, owned = [], True
        if text[match.end() : match.end() + 1] != " ":
            break
        make = MAKE.match(text, match.start())
        pos = make.end() if make else match.end() + 1
    while found and text[slice(*found[-1])].lower() in LOOSE_ENDS:
        found.pop()
    return found, owned


def _past_the(text: str, at: int) -> int:
    """Where the words go on after an article: "bags of the class B drug"."""
    return at + len(THE) if text.startswith(THE, at) else at


def _closes(reader: Reader, match: re.Match[str], found: list[Span], *, opened: bool) -> bool:
    """Whether a word is no part of the phrase: another quantity, a preposition, a verb."""
    text, word = reader.text, match[1].lower()
    words = [text[a:b].lower() for a, b in found]
    if word.isdigit() or (found and reader.quantity_at(match.start(1)) is not None):
        return True
    is_sawn_off = word == "off" and words[-1:] == ["sawn"]
    if is_sawn_off or (word == "suspected" and (not words or words[-1] == "of")):
        return False
    opens_of = word == "of" and (not found or OF_SORTS.match(text, match.end()) is not None)
    if opens_of or word in seizure_words("boundary"):
        return True
    known = noun_at_end(words) is not None
    if _follows(text, match, known=known, found=bool(found)):
        return True
    if not match[1].islower() or not _is_verb(word, known=known) or _opens_noun(text, match):
        return False
    return not (found or opened) or not _describes(text, match.end(), known=known)


def _follows(text: str, match: re.Match[str], *, known: bool, found: bool) -> bool:
    """Whether a word tells of the thing before it: "cash initially", "a torch disguised as"."""
    word = match[1].lower()
    if word.endswith("ly") and noun_at_end([word]) is None:
        following = WORD.match(text, match.end() + 1)
        if known or (found and following is not None and following[1].endswith("ed")):
            return True
    return found and word in seizure_words("participle") and _is_last(text, match.end())


def _is_verb(word: str, *, known: bool) -> bool:
    """Whether a word in -ed or -ing may be one: "drugs packaged for sale", not "packaged drugs"."""
    if not word.endswith(("ed", "ing")) or noun_at_end([word]) is not None:
        return False
    return known or word not in seizure_words("participle")


def _opens_noun(text: str, match: re.Match[str]) -> bool:
    """Whether a known noun starts with the word: "growing equipment"."""
    following = WORD.match(text, match.end() + 1) if text.startswith(" ", match.end()) else None
    if following is None:
        return False
    word = match[1].lower()
    noun = noun_at_end([word, following[1].lower()])
    return noun is not None and noun.text.startswith(word)


def _is_last(text: str, at: int) -> bool:
    """Whether the phrase ends there: "a torch disguised as", "items linked to"."""
    following = WORD.match(text, at + 1) if text.startswith(" ", at) else None
    return following is not None and following[1].lower() in seizure_words("boundary")


def _describes(text: str, at: int, *, known: bool) -> bool:
    """Whether another noun follows: "two large sealed bags", not "a box marked with".

    After a noun that is `known` it must be one too: "bitcoin mining equipment".
    """
    following = WORD.match(text, at + 1)
    if following is None or following[1].lower() in seizure_words("boundary"):
        return False
    return not known or noun_at_end([following[1].lower()]) is not None


def _noun_before_unit(words: list[str]) -> Noun | None:
    """The noun of "cocaine blocks"."""
    return noun_at_end(words[:-1]) if words[-1] in seizure_words("unit") else None


def _head(words: list[str]) -> str:
    """The noun before "of", or the last."""
    return words[words.index("of") - 1] if "of" in words[1:] else words[-1]


def _is_of_people(words: list[str]) -> bool:
    head, people = _head(words), seizure_words("people")
    return head in people or head.removesuffix("s") in people or head.removesuffix("es") in people


def _is_called(text: str, spans: list[Span]) -> bool:
    """Whether the words are somebody's or something's name, or an address on the web."""
    if all(text[a].isupper() for a, _b in spans):
        return True
    return any(SITE.search(text[a:b]) for a, b in spans)


def _item(text: str, spans: list[Span]) -> str | None:
    """The words as written, without those that only praise or blame."""
    words = [text[a:b] for a, b in spans]
    kept = [word for word in words if word.lower() not in seizure_words("evaluative")]
    return " ".join(kept) or None
