"""Noun phrases that name things, with how much of them: "over 6kg of class A drugs".

A phrase is a quantity, an amount ("a large number of") or an article, then words up to the first
that closes it, then what it is worth or weighs. Nothing is parsed but what the phrase itself says.
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from kg.annotate.outcomes.commodities import CommodityRow, Noun, noun_at_end, seizure_words
from kg.annotate.outcomes.quantities import MONTHS, Quantity
from kg.model import Comparator

MOST_WORDS = 9
NOT_A_THING = frozenset(["possession", "seizure", "seizures", "recovery", "supply", "control", "sale"])
NEAR = 300  # characters back to what a bare weight is of
DRUG = frozenset(["drug", "drugs", "substance"])
ITEMS = "items"
LONGEST_TAIL = 110  # characters within which a worth or weight belongs to the phrase before

WORD = re.compile(r"[\"'‘“]?(\w+(?:[-/’'.]\w+)*)[\"”]?")
SKIPPED = re.compile(
    r"(?:(?:also|both|either|a total of|in total|totalling|just|only|yet|now|including|further|more"
    r"|an? (?:additional|further|estimated)|approximately|around|about|the following|what (?:was |is "
    r"|were |are |they |police |officers |detectives )?(?:believed|suspected|thought) to be|believed to be|suspected to be)[ :]\s?)+",
    re.IGNORECASE,
)
_SIZE = (
    r"(?:very|large|larger|small|smaller|big|significant|substantial|considerable|huge|vast"
    r"|massive|sizeable|further|unknown|wide|total|enormous|staggering|commercial|good|great"
    r"|record|sheer|vast|undisclosed|unspecified)"
)
AMOUNT = re.compile(
    rf"(?:(?:(?:an?|the|some|more|his|her|their|other|what \w+)\s+)?(?:{_SIZE}[ ,-]+)*"
    r"(?:quantit(?:y|ies)|amounts?|numbers?|variety|range|selection|collection|hauls?|stash(?:es)?"
    r"|caches?|volumes?|array|assortment|multitude|consignments?|growths?|crops?|sums?|piles?|couple|handful|host"
    r"|(?:kilo|gram|kilogram|kilogramme|tonne|ton|pound|litre)s|(?:tens |hundreds )?(?:of )?"
    r"(?:thousand|hundred|dozen|million)s|loads?|supply|shipments?) of"
    r"(?: pounds[’']?(?:[- ]worth)?(?: of| in)?)?|several|various|numerous|multiple|many|countless"
    r"|assorted|some|other|dozens|all)\s+(?:of\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
ARTICLE = re.compile(r"(?:an?|another|one|a (?:single|second|third))\s+", re.IGNORECASE)
DEFINITE = re.compile(r"(?:the|his|her|their|its|these|those|this|that|our|any)\s+", re.IGNORECASE)
ANOTHER = re.compile(
    r"(?:another|an? (?:further|additional|second|third)|further|more)\b", re.IGNORECASE
)
NONE = re.compile(r"(?:no|nothing|neither)\b\s*", re.IGNORECASE)
OF = re.compile(r"(?: \([^)\n]{1,40}\))?(?: out of (?:the )?\w+)?[- ]?(?:worth )?(?:of )?(?:the )?", re.IGNORECASE)
CLASS = re.compile(
    r"(?:suspected )?class [’'\"‘“]?[A-C]\b[’'\"”]?(?:(?:,|,? and|/|,? or| &|,? &) ?(?:class )?[’'\"‘“]?[A-C]"
    r"\b[’'\"”]?)*(?: (?:controlled|illegal|illicit))?(?: (?:drugs?|substances?|narcotics))?",
    re.IGNORECASE,
)
BULK_MONEY = (
    r"(?:\s?in)?(?:,? (?:of|in|suspected|illicit|illegal|criminal|dirty|hidden|bundled|bundles of"
    r"|uk|cold|hard|pounds|sterling|british|foreign|euro))*"
    r" (?P<cash>cash|money|notes|bank ?notes|currency|coins|monies)\b"
)
IN_CASH = re.compile(BULK_MONEY + r"(?! (?:machine|box|card))", re.IGNORECASE)
WORTH_OF = re.compile(
    r"(?:[-’' ]*(?:pounds?|euros?|dollars?)?[’']?[- ]worth)?,? (?:of|in)\s+(?:what \w+ \w+ to be\s+)?",
    re.IGNORECASE,
)
BELIEVED = re.compile(
    r",? (?:(?:which|that) (?:is|are|was|were) )?(?:believed|suspected|thought|understood) to"
    r" (?:be|contain)\s+",
    re.IGNORECASE,
)
WORTH = re.compile(
    r"[^.;:\n]*?\b(?:worth|value|valued|valued at|value of|totalling|equates to|estimated at"
    r"|profits? of)\b"
    r"[^.;:\n£$€\d]*\Z",
    re.IGNORECASE,
)
WEIGHING = re.compile(
    r"[^.;:\n\d]{0,30}\b(?:weighing|weight of|weighed|totalling|total of|amounting to)\b[^.;:\n\d]{0,25}\Z"
    r"|,? \((?:approximately |around |about )?\Z",
    re.IGNORECASE,
)
SUMMED = re.compile(
    r",? \(?(?:totalling|amounting to|of|worth|to the (?:value|sum) of|valued at|in the sum of|estimated (?:at|to be)(?: worth)?)? ?\Z"
)
JOINS = re.compile(r"\band\b|,(?! (?:(?:also |each )?worth|valued|with|estimated|which|at|having))")
COMBINED = re.compile(
    r"\b(?:combined|total(?:ling)?|altogether|collectively|together)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A thing, and how much of it: offsets of the whole, and of the words that name the thing."""

    start: int
    end: int
    item: str
    quantity: Decimal | None = None
    unit: str | None = None
    comparator: Comparator = "exactly"
    value: Decimal | None = None
    currency: str | None = None
    row: CommodityRow | None = None  # None where the noun is not in commodities.yml
    number: str = ""  # of the known noun: "singular", "plural" or "bulk"
    is_bare_sum: bool = False  # a sum of money that no noun follows
    definite: bool = False
    suspected: bool = False
    another: bool = False  # said to be one more: no repeat of what was told before
    after: int = 0  # where the text goes on, past what the thing is worth
    measured: bool = False  # whether the phrase says how much or how many, in figures or not


@dataclass(frozen=True, slots=True)
class Reader:
    """A text with its quantities by where they start, to read phrases from."""

    text: str
    by_start: dict[int, Quantity]

    def quantity_at(self, at: int) -> Quantity | None:
        found = self.by_start.get(at)
        return None if found is None or found.unit == MONTHS else found


def reader_of(text: str, quantities: tuple[Quantity, ...]) -> Reader:
    by_start = {q.start: q for q in quantities} | {q.lead: q for q in quantities}
    return Reader(text, by_start)


def phrase_at(reader: Reader, at: int, stop: int) -> Phrase | None:
    """The phrase that starts at `at`, if one does, with what it is worth; None where none does."""
    bare = _bare_phrase(reader, at, stop)
    if bare is not None and ANOTHER.match(reader.text, at):
        bare = replace(bare, another=True)
    return None if bare is None else _with_tail(reader, replace(bare, after=bare.end), stop)


def _bare_phrase(reader: Reader, at: int, stop: int) -> Phrase | None:
    text = reader.text
    first = reader.quantity_at(at)
    if first is None and (skipped := SKIPPED.match(text, at, stop)):
        at = skipped.end()
        first = reader.quantity_at(at)
    if NONE.match(text, at, stop):
        return None
    if first is not None:
        return _measured(reader, at, first, stop)
    if amount := AMOUNT.match(text, at, stop):
        what = SKIPPED.match(text, amount.end(), stop)
        after = what.end() if what else amount.end()
        more = reader.quantity_at(after)
        if more is not None:
            return _measured(reader, at, more, stop)
        found = _named(reader, at, after, stop, opened=True)
        return None if found is None else replace(found[0], measured=True)
    if article := ARTICLE.match(text, at, stop):
        return _single(reader, at, article.end(), stop)
    definite = DEFINITE.match(text, at, stop)
    after = definite.end() if definite else at
    found = _named(reader, at, after, stop, opened=definite is not None)
    if found is None:
        return None
    phrase, _noun = found
    if definite is not None and phrase.number == "singular":  # "his car": as good as "a car"
        return replace(phrase, quantity=Decimal(1), unit=ITEMS, measured=True)
    return replace(phrase, definite=definite is not None)


def _measured(reader: Reader, at: int, quantity: Quantity, stop: int) -> Phrase | None:
    if quantity.is_money:
        return _money(reader, at, quantity, stop)
    of = OF.match(reader.text, quantity.end, stop)
    found = _named(reader, at, of.end() if of else quantity.end, stop, opened=True)
    the = of is not None and of.group().lower().endswith("the ")
    if quantity.unit is not None and (
        found is None or (the and found[0].item.lower() in DRUG)
    ):
        found = _named_before(reader, at, found[0].end if found else quantity.end)
    if found is None:
        return None
    phrase, _noun = found
    return replace(
        phrase,
        quantity=quantity.value,
        unit=quantity.unit or ITEMS,
        comparator=quantity.comparator,
        measured=True,
    )


def _named_before(reader: Reader, at: int, end: int) -> tuple[Phrase, Noun] | None:
    """What a weight alone is of: the drug named last before it ("a further 3kg")."""
    words = [m.span(1) for m in WORD.finditer(reader.text, max(0, at - NEAR), at)]
    for last in range(len(words), 0, -1):
        spans = words[max(0, last - 2) : last]
        noun = noun_at_end([reader.text[a:b].lower() for a, b in spans])
        if noun is not None and noun.number == "bulk" and noun.row.family == "drugs":
            longer = noun_at_end([reader.text[a:b].lower() for a, b in spans[1:]]) is None
            start = spans[0][0] if longer else spans[-1][0]
            item = reader.text[start : spans[-1][1]]
            return Phrase(at, end, item, row=noun.row, number=noun.number), noun
    return None


def _money(reader: Reader, at: int, quantity: Quantity, stop: int) -> Phrase:
    """Money is seized as cash, or tells the worth of what follows: "£40,000 of jewellery"."""
    text = reader.text
    sum_ = {"comparator": quantity.comparator, "measured": True}
    if cash := IN_CASH.match(text, quantity.end, stop):
        words = text[cash.start("cash") : cash.end()]
        row = noun_at_end(["cash"])
        return _sum(at, cash.end(), words, quantity, row)
    if (worth := WORTH_OF.match(text, quantity.end, stop)) and (
        found := _named(reader, at, worth.end(), stop, opened=True)
    ):
        phrase, noun = found
        if noun is not None and noun.row.id == "cash":
            return _sum(at, phrase.end, phrase.item, quantity, noun)
        return replace(phrase, value=quantity.value, currency=quantity.unit, **sum_)  # type: ignore[arg-type]
    bare = _sum(at, quantity.end, "cash", quantity, noun_at_end(["cash"]))
    return replace(bare, is_bare_sum=True)


def _sum(at: int, end: int, item: str, quantity: Quantity, noun: Noun | None) -> Phrase:
    return Phrase(
        at,
        end,
        item,
        quantity=quantity.value,
        unit=quantity.unit,
        comparator=quantity.comparator,
        row=noun.row if noun else None,
        measured=True,
    )


def _single(reader: Reader, at: int, after: int, stop: int) -> Phrase | None:
    """The phrase after "a": one of something countable, some of what is not."""
    found = _named(reader, at, after, stop, opened=True)
    if found is None:
        return None
    phrase, noun = found
    if noun is not None and noun.number != "singular":
        head, of, content = phrase.item.partition(" of ")
        if not of:
            return phrase
        if head.split()[-1].lower() not in seizure_words("unit") and not noun_at_end(
            head.lower().split()
        ):
            return replace(phrase, item=content)  # "a shipment of cocaine"
    return replace(phrase, quantity=Decimal(1), unit=ITEMS, measured=True)


def _named(
    reader: Reader, start: int, at: int, stop: int, *, opened: bool
) -> tuple[Phrase, Noun | None] | None:
    """The thing that the words from `at` name, and the known noun in it.

    Where a quantity or an article has `opened` the phrase, its first word is no verb.
    """
    text = reader.text
    if drugs := CLASS.match(text, at, stop):
        letters = set(re.findall(r"\b[a-c]\b", drugs.group().lower()[5:]))
        name = f"class {letters.pop()}" if len(letters) == 1 else "drugs"
        noun = noun_at_end([name] if name == "drugs" else name.split())
        suspected = drugs.group().lower().startswith("suspected")
        item = drugs.group()[10 if suspected else 0 :]
        return Phrase(
            start, drugs.end(), item, row=noun.row if noun else None, suspected=suspected
        ), noun
    words = _words(reader, at, stop, opened=opened)
    if not words:
        return None
    lower = [text[a:b].lower() for a, b in words]
    noun = noun_at_end(lower) or _noun_before_unit(lower)
    if "of" in lower and _head(lower) in NOT_A_THING:
        return None
    if noun is None and (_is_of_people(lower) or _is_capitalised(text, words)):
        return None
    suspected = any(word in ("suspected", "alleged") for word in lower)
    item = _item(text, words)
    if item is None:
        return None
    phrase = Phrase(start, words[-1][1], item, suspected=suspected)
    if noun is not None:
        phrase = replace(phrase, row=noun.row, number=noun.number)
    return phrase, noun


def _words(reader: Reader, at: int, stop: int, *, opened: bool) -> list[tuple[int, int]]:
    """The spans of the words of a phrase, up to the first that closes it."""
    text, pos, last = reader.text, at, ""
    found: list[tuple[int, int]] = []
    while len(found) < MOST_WORDS and (match := WORD.match(text, pos, stop)):
        word = match[1].lower()
        if found and (drugs := CLASS.match(text, pos, stop)):
            return [*found, drugs.span()]  # "wraps of class A drugs"
        if word in seizure_words("boundary") and not (
            word == "suspected" and (not found or last == "of")
        ):
            break
        if (found and reader.quantity_at(match.start(1)) is not None) or word.isdigit():
            break
        lower = [text[a:b].lower() for a, b in found]
        known = noun_at_end(lower) is not None
        if match[1].islower() and _is_verb(word, known=known):
            may_describe = bool(found) or opened
            if not may_describe or not _describes(text, match.end(), stop, known=known):
                if word in seizure_words("trade"):
                    return []
                break
        if word == "of" and not found:
            return []
        found.append(match.span(1))
        last = word
        if text[match.end() : match.end() + 2] in ("’s", "'s"):
            found, pos = [], match.end() + 3  # the owner of what follows
            continue
        if text[match.end() : match.end() + 1] != " ":
            break
        pos = match.end() + 1
    while found and text[slice(*found[-1])].lower() in (
        "of",
        "also",
        "all",
        "totalling",
        "suspected",
    ):
        found.pop()
    if found and text[slice(*found[-1])].lower() in seizure_words("trade"):
        return []
    return found


def _is_verb(word: str, *, known: bool) -> bool:
    """Whether a word in -ed or -ing may be one: "drugs packaged for sale", not "packaged drugs"."""
    if not word.endswith(("ed", "ing")) or noun_at_end([word]) is not None:
        return False
    return known or word not in seizure_words("participle")


def _describes(text: str, at: int, stop: int, *, known: bool) -> bool:
    """Whether another noun follows: "two large sealed bags", not "a box marked with".

    After a noun that is `known` it must be one too: "bitcoin mining equipment".
    """
    following = WORD.match(text, at + 1, stop)
    if following is None or following[1].lower() in seizure_words("boundary"):
        return False
    return not known or noun_at_end([following[1].lower()]) is not None


def _noun_before_unit(words: list[str]) -> Noun | None:
    """The noun of "cocaine blocks" and of "wraps of cocaine deals"."""
    return noun_at_end(words[:-1]) if words[-1] in seizure_words("unit") else None


def _head(words: list[str]) -> str:
    """The noun before "of", or the last."""
    return words[words.index("of") - 1] if "of" in words[1:] else words[-1]


def _is_of_people(words: list[str]) -> bool:
    head = _head(words)
    people = seizure_words("people")
    return head in people or head.removesuffix("s") in people or head.removesuffix("es") in people


def _is_capitalised(text: str, words: list[tuple[int, int]]) -> bool:
    return all(text[a].isupper() for a, _b in words)


def _item(text: str, words: list[tuple[int, int]]) -> str | None:
    kept = [w for w in words if text[slice(*w)].lower() not in seizure_words("evaluative")]
    if not kept:
        return None
    first = words.index(kept[0])
    spans = [w for w in words[first:] if w in kept]
    return " ".join(text[a:b] for a, b in spans)


def _with_tail(reader: Reader, phrase: Phrase, stop: int) -> Phrase:
    """The phrase with what is said of it next: what it is believed to be, holds, weighs, is worth."""
    text = reader.text
    if believed := BELIEVED.match(text, phrase.end, stop):
        other = _bare_phrase(reader, believed.end(), stop)
        if other is not None and other.row is not None and other.row.id != "cash":
            if phrase.unit == ITEMS and is_substance(phrase.item):
                phrase = replace(phrase, quantity=None, unit=None)
            phrase = replace(
                phrase,
                end=other.end,
                after=other.end,
                item=other.item,
                row=other.row,
                suspected=True,
            )
    for quantity in _following(reader, phrase.end, min(stop, phrase.end + LONGEST_TAIL)):
        between = text[phrase.end : quantity.lead]
        if quantity.is_money and _is_uncounted_cash(phrase) and SUMMED.match(between):
            phrase = replace(
                phrase,
                end=quantity.end,
                after=quantity.end,
                quantity=quantity.value,
                unit=quantity.unit,
                comparator=quantity.comparator,
                measured=True,
            )
            break
        if quantity.is_money and JOINS.search(between):
            break
        if quantity.is_money and phrase.value is None and WORTH.match(between):
            if not (phrase.unit and phrase.unit.isupper()) and not COMBINED.search(between):
                phrase = replace(phrase, value=quantity.value, currency=quantity.unit)
            phrase = replace(phrase, after=quantity.end)
            break
        if quantity.unit in ("kg", "litres") and phrase.unit in (None, ITEMS):
            if not WEIGHING.match(between):
                break
            phrase = replace(
                phrase,
                end=quantity.end,
                after=quantity.end,
                quantity=quantity.value,
                unit=quantity.unit,
                comparator=quantity.comparator,
            )
            continue
        break
    return phrase


def _is_uncounted_cash(phrase: Phrase) -> bool:
    return phrase.row is not None and phrase.row.id == "cash" and phrase.quantity is None


def is_substance(item: str) -> bool:
    """Whether the noun only stands for what it is believed to be."""
    return item.rsplit(maxsplit=1)[-1].lower() in (
        "substance",
        "substances",
        "powder",
        "matter",
        "material",
    )


def _following(reader: Reader, start: int, stop: int) -> list[Quantity]:
    found = {q.start: q for at, q in reader.by_start.items() if start <= at < stop}
    return [found[at] for at in sorted(found)]
