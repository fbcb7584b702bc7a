"""Noun phrases that name things, with how much of them: "over 6kg of class A drugs".

A phrase is a quantity, an amount ("a large number of") or an article, then the words that name
the thing (`named.py`). What it is worth or weighs stands after it (`tails.py`).
"""

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from kg.annotate.outcomes.commodities import CommodityRow, noun_at_end, seizure_words
from kg.annotate.outcomes.named import Named, named_at, named_before
from kg.annotate.outcomes.quantities import Quantity
from kg.annotate.outcomes.reader import Reader
from kg.model import Comparator

ITEMS = "items"
ONE = Decimal(1)
OF_, ANOTHER_ = " of ", "another "
CRYPTO, CONTROLLED = "crypto-asset", "controlled-drug"
DRUGS = "drugs"
DRUG = frozenset(["drug", "drugs", "substance"])

SKIPPED = re.compile(
    r"(?:(?:also|both|either|a total of|in total|totall?ing|just|only|yet|now|including|further"
    r"|more|an? (?:additional|further|estimated)|approximately|around|about|the following"
    r"|(?:what (?:(?:was|is|were|are|they|police|officers|detectives|later|subsequently) )*)?"
    r"(?:believed?|suspect(?:ed)?|thought|confirmed|found) to be)[ :]\s?)+",
    re.IGNORECASE,
)
SIZE = (
    r"(?:very|large|larger|small|smaller|big|significant|substantial|considerable|huge|vast"
    r"|massive|sizeable|further|unknown|wide|total|enormous|staggering|commercial|good|great"
    r"|record|sheer|undisclosed|unspecified|\w+[- ]figure)"
)
AMOUNT = re.compile(
    rf"(?:(?:(?:an?|the|some|more|his|her|their|other|what \w+)\s+)?(?:{SIZE}[ ,-]+)*"
    r"(?:quantit(?:y|ies)|amounts?|numbers?|variety|range|selection|collection|hauls?"
    r"|stash(?:es)?|caches?|volumes?|array|assortment|multitude|consignments?|growths?|crops?"
    r"|sums?|piles?|couple|handful|host|loads?|supply|shipments?"
    r"|(?:kilo|gram|kilogram|kilogramme|tonne|ton|pound|litre)s"
    r"|(?:tens |hundreds )?(?:of )?(?:thousand|hundred|dozen|million)s)(?: \([^)\n]{1,40}\))? of"
    r"(?: pounds[’']?(?:[- ]worth)?(?: of| in)?)?"
    r"|several(?: (?:hundred|thousand|dozen|million))*(?: (?:dollars|pounds|euros)(?: worth)? of)?"
    r"|various|numerous|multiple|many|countless"
    r"|assorted|some|other|dozens|all)"
    r"\s+(?:of\s+)?(?:the\s+)?",
    re.IGNORECASE,
)
ARTICLE = re.compile(r"(?:an?|another|one|a (?:single|second|third))\s+", re.IGNORECASE)
DEFINITE = re.compile(r"(?:the|his|her|their|its|these|those|this|that|our|any)\s+", re.IGNORECASE)
ANOTHER = re.compile(
    r"(?:another|an? (?:further|additional|second|third)|further|more(?! than))\b", re.IGNORECASE
)
JOIN = re.compile(r"(?P<and>,? and )|, ")
NONE = re.compile(r"(?:no|nothing|neither)\b\s*", re.IGNORECASE)
OF = re.compile(
    r"(?: \([^)\n]{1,40}\))?(?: out of (?:the )?\w+)?[- ]?(?:plus )?"
    r"(?P<more>(?:more|further|other) )?(?:worth )?(?:of )?"
    r"(?:an? |(?P<the>the ))?",
    re.IGNORECASE,
)
CONVERTED = r"(?: \([^\w\s)][\d,.]+[^\n)]{0,20}\))?"  # "(£100,000)"
IN = re.compile(CONVERTED + r" in\b")
IN_CASH = re.compile(
    CONVERTED
    + r"(?:\s?in)?(?:,? (?:of|in|suspected|illicit|illegal|criminal|dirty|hidden|bundled|bundles of"
    r"|uk|cold|hard|pounds|sterling|british|foreign|euro))*"
    r" (?P<cash>cash|money|(?:£\d\d?0? )?notes|bank ?notes|currency|coins|monies)\b"
    r"(?! (?:machine|box|card))",
    re.IGNORECASE,
)
WORTH_OF = re.compile(
    CONVERTED
    + r"(?:[-’' ]*(?:pounds?|euros?|dollars?)?[’']?s?[- ]worth)?(?:,? (?:of|in)|(?= suspected))\s+"
    r"(?:what \w+ \w+ to be\s+)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A thing and how much of it, at `text[start:end]`; the text goes on at `after`."""

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
    measured: bool = False  # whether the phrase says how much or how many, in figures or not
    after: int = 0


def bare_phrase_at(reader: Reader, at: int, stop: int) -> Phrase | None:
    """The phrase that starts at `at`, without what is said of its worth or weight after it."""
    phrase = _phrase(reader, at, stop)
    if phrase is None:
        return None
    return replace(phrase, another=True) if ANOTHER.match(reader.text, at) else phrase


def _phrase(reader: Reader, at: int, stop: int) -> Phrase | None:
    text = reader.text
    quantity = reader.quantity_at(at)
    if quantity is None and (skipped := SKIPPED.match(text, at, stop)):
        at = skipped.end()
        quantity = reader.quantity_at(at)
    if quantity is not None:
        return _measured(reader, at, quantity, stop)
    if NONE.match(text, at, stop):
        return None
    if amount := AMOUNT.match(text, at, stop):
        return _some(reader, at, amount.end(), stop)
    if article := ARTICLE.match(text, at, stop):
        return _after_article(reader, at, article.end(), stop)
    return _plain(reader, at, stop)


def _after_article(reader: Reader, at: int, after: int, stop: int) -> Phrase | None:
    """The phrase after "a": of "another 20" or "a bag of 20 wraps" what the number counts."""
    if reader.text[at:after].lower() == ANOTHER_ and (more := reader.quantity_at(after)):
        return _measured(reader, at, more, stop)
    named = named_at(reader, after, stop, opened=True)
    if named is not None and reader.text.startswith(OF_, named.end):
        content = reader.quantity_at(named.end + len(OF_))
        if content is not None and not content.is_money:
            return _measured(reader, at, content, stop)
    return _single(at, named)


def _measured(reader: Reader, at: int, quantity: Quantity, stop: int) -> Phrase | None:
    if quantity.is_money:
        return _money(reader, at, quantity, stop)
    of = OF.match(reader.text, quantity.end, stop)
    after = of.end() if of else quantity.end
    if skipped := SKIPPED.match(reader.text, after, stop):  # "2kg of what is believed to be"
        after = skipped.end()
    named = named_at(reader, after, stop, opened=True)
    again = named is not None and named.item.lower() in DRUG and of is not None and of["the"]
    if quantity.unit is not None and (named is None or again):
        named = named_before(reader, at, named.end if named else quantity.end)
    if named is None:
        return None
    phrase = _of_several(reader, at, named, stop)
    if of is not None and quantity.unit is not None:
        phrase = _joined(reader, phrase, stop)
    return replace(
        phrase,
        quantity=quantity.value,
        unit=quantity.unit or ITEMS,
        comparator=quantity.comparator,
        another=of is not None and of["more"] is not None,
        measured=True,
    )


def _of_several(reader: Reader, at: int, named: Named, stop: int) -> Phrase:
    """The phrase, with all drugs that its packages are of: "wraps of crack and heroin"."""
    head, of, _content = named.item.lower().partition(OF_)
    phrase = _of(at, named)
    is_packed = bool(of) and head.split()[-1] in seizure_words("unit")
    return _joined(reader, phrase, stop) if is_packed else phrase


def _joined(reader: Reader, phrase: Phrase, stop: int) -> Phrase:
    """The phrase with all drugs that one amount is of: "2kg of cocaine, MDMA and ketamine"."""
    last, end = "", phrase.end
    if not _is_bulk_drug(phrase.row, phrase.number):
        return phrase
    while join := JOIN.match(reader.text, end, stop):
        named = None
        if reader.quantity_at(join.end()) is None:
            named = named_at(reader, join.end(), stop, opened=True)
        if named is None or not named.noun or not _is_bulk_drug(named.noun.row, named.number):
            break
        last, end = join["and"] or "", named.end
    drugs = noun_at_end([DRUGS])
    if not last or drugs is None:
        return phrase
    item = phrase.item + reader.text[phrase.end : end]
    return replace(phrase, end=end, after=end, item=item, row=drugs.row)


def _is_bulk_drug(row: CommodityRow | None, number: str) -> bool:
    named = row is not None and row.family == DRUGS and row.id != CONTROLLED
    return named and number == "bulk"


def _some(reader: Reader, at: int, after: int, stop: int) -> Phrase | None:
    """The phrase after "a number of", which may be a quantity after all."""
    if skipped := SKIPPED.match(reader.text, after, stop):
        after = skipped.end()
    quantity = reader.quantity_at(after)
    if quantity is not None:
        return _measured(reader, at, quantity, stop)
    named = named_at(reader, after, stop, opened=True)
    if named is None:
        return None
    phrase = replace(_of_several(reader, at, named, stop), measured=True)
    for weight in reader.quantities_in(at, after):  # "a large amount (about 2kg) of cannabis"
        if weight.unit is not None and not weight.is_money:
            return replace(
                phrase, quantity=weight.value, unit=weight.unit, comparator=weight.comparator
            )
    return phrase


def _plain(reader: Reader, at: int, stop: int) -> Phrase | None:
    definite = DEFINITE.match(reader.text, at, stop)
    after = definite.end() if definite else at
    named = named_at(reader, after, stop, opened=definite is not None)
    if named is None:
        return None
    known_as_such = definite is not None or named.owned
    is_one = named.number == "singular" and named.item.lower() not in DRUG
    if known_as_such and is_one:  # "his car": as good as "a car"
        return replace(_of(at, named), quantity=ONE, unit=ITEMS, measured=True)
    return replace(_of_several(reader, at, named, stop), definite=definite is not None)


def _single(at: int, named: Named | None) -> Phrase | None:
    """The phrase after "a": one of something countable, some of what is not."""
    if named is None:
        return None
    phrase = _of(at, named)
    if named.number in ("plural", "bulk"):
        head, of, content = named.item.partition(" of ")
        if not of:
            return phrase
        words = head.lower().split()
        if words[-1] not in seizure_words("unit") and not noun_at_end(words):
            return replace(phrase, item=content)  # "a shipment of cocaine"
    return replace(phrase, quantity=ONE, unit=ITEMS, measured=True)


def _money(reader: Reader, at: int, quantity: Quantity, stop: int) -> Phrase:
    """Money is seized as cash, or tells the worth of what follows: "£40,000 of jewellery"."""
    text = reader.text
    if cash := IN_CASH.match(text, quantity.end, stop):
        return _sum(at, cash.end(), cash["cash"], quantity)
    worth = WORTH_OF.match(text, quantity.end, stop)
    named = named_at(reader, worth.end() if worth else quantity.end + 1, stop, opened=True)
    if named is None or not (worth or _is_priced(named)):
        return replace(_sum(at, quantity.end, "cash", quantity), is_bare_sum=True)
    if named.noun is not None and named.noun.row.id == "cash":
        return _sum(at, named.end, named.item, quantity)
    if named.noun is not None and named.noun.row.id == CRYPTO and worth and IN.match(worth[0]):
        return replace(_sum(at, named.end, named.item, quantity), row=named.noun.row)
    return replace(
        _of(at, named) if worth is None else _joined(reader, _of(at, named), stop),
        value=quantity.value,
        currency=quantity.unit,
        comparator=quantity.comparator,
        measured=True,
    )


def _is_priced(named: Named) -> bool:
    """Whether a sum can only be the worth of what follows it: "£900 cannabis seized"."""
    return named.noun is not None and named.noun.row.id not in ("asset", "bank-account", "cash")


def _sum(at: int, end: int, item: str, quantity: Quantity) -> Phrase:
    cash = noun_at_end(["cash"])
    return Phrase(
        at,
        end,
        item,
        quantity=quantity.value,
        unit=quantity.unit,
        comparator=quantity.comparator,
        row=cash.row if cash else None,
        measured=True,
        after=end,
    )


def _of(at: int, named: Named) -> Phrase:
    return Phrase(
        at,
        named.end,
        named.item,
        row=named.noun.row if named.noun else None,
        number=named.number,
        suspected=named.suspected,
        after=named.end,
    )
