"""The words that tell of a search, and what tells that none was made."""

import re
from dataclasses import dataclass
from decimal import Decimal

from kg.annotate.draft import Draft
from kg.annotate.outcomes.wheres import is_of_several
from kg.model import Comparator

ADDRESSES, PEOPLE = "addresses", "people"
STEMS = ("search", "warrant", "raid", "attended")
# No noun phrase runs on over these.
NOT_OVER = (
    r"(?!(?:and|or|at|in|on|for|to|by|with|who|was|were|that|which|from|the|of|after|have|has|had"
    r"|been|during|across|people|arrest(?:s|ed)?|following|men|women|officers)\b)"
)
MODIFIERS = rf"(?:(?:section \d+ )?misuse of drugs )?(?:{NOT_OVER}[\w’'&/.-]+,? ){{0,4}}?"
# A warrant to arrest somebody, and a search that burglars or rescuers make, are none of ours.
OF_A_PERSON = re.compile(
    r"\b(?:arrest|bench|european|court|recall|death|extradition)\b", re.IGNORECASE
)
NOT_POLICE = re.compile(
    r"\b(?:untidy|burglars?|burglary|thie(?:f|ves)|intruders?|stole|missing"
    r"|search(?:ed|es|ing)? for"
    r" (?:(?:an?|the|his|her|their) )?(?:\w+ )?(?:man|woman|boy|girl|child|suspects?"
    r"|offenders?|driver|him|her|them|victim|people|person|evidence|witnesses|term|words?)|body"
    r"|search and rescue|(?:offenders?|gang|group|robbers?|men|man|they) (?:then |that |who )?"
    r"(?:searched|entered|raided)|ram[- ]raid|remains"
    r"|cash machine)\b",
    re.IGNORECASE,
)
NOT_DONE = re.compile(
    r"\b(?:will|would|could|can|cannot|may|might|should|must|not|never|if|obtain(?:ed)?|appl(?:y|ied)"
    r"|powers? to|right to|(?<!operation )(?<!warrant )(?<!warrants )(?<!able )(?<!together )to)"
    r" (?:be |also |continue to |have )*\Z",
    re.IGNORECASE,
)
A_SEARCH = re.compile(r"(?:an?|the|this|that) ")
TO = " to "
LONGEST_BEFORE = 30


@dataclass(frozen=True, slots=True)
class Search:
    """A search as its words tell it, before repeats are dropped."""

    start: int
    end: int
    quantity: Decimal
    unit: str
    rule: str
    comparator: Comparator = "exactly"
    place: int | None = None
    definite: bool = False
    concerns: tuple[int, ...] = ()


ARREST_WARRANTS = re.compile(r" (?:\w+ ){0,2}arrest warrants\b", re.IGNORECASE)


def is_made(text: str, start: int, end: int) -> bool:
    """Whether the words tell of a search that police made of premises or people."""
    if OF_A_PERSON.search(text, start, end):
        return False
    if A_SEARCH.match(text, start):  # "to" before a noun is no plan: "charges relating to a raid"
        start = max(start - len(TO), 0) if text.endswith(TO, 0, start) else start
    return not NOT_DONE.search(text, max(0, start - LONGEST_BEFORE), start)


def place_after(draft: Draft, start: int, end: int) -> int | None:
    """The first place named from there on in the sentence, unless it is one of several."""
    places = draft.mentions_in(start, end, "Place")
    if not places or is_of_several(draft, places[0], end):
        return None
    return places[0].entity
