"""The words around a subject: what joins it to others, governs it, or tells what it is or did."""

import re

# Between subjects that "and" makes one: ages, addresses, and nothing with a verb. Possessive, as
# capitals can be split in many ways and a long run of them would be tried in each.
LINK = re.compile(
    r"(?:[\s,;()–—/.&'’\"“”-]|[A-Z0-9][\w'’-]*|(?:and|of|from|aged?|both|all|each|the|in|no|fixed"
    r"|abode|address|previously|formerly|currently|now|also|years?|old|olds|early|mid|late|[3-9]0s"
    r"|his|her|their|near|as|well|along|together|with|including|plus|an?|further|another|between"
    r"|known|aka|alias|lives?|living|at|who|father|mother|brothers?|sons?|partner|wife|accomplices?"
    r"|associates?|friends?|co-accused|fellow|pictured|below|above|left|right|middle|centre|top"
    r"|town|city|village|area|county|bottom|\d+s|\d+)\b)++\Z"
)
JOINS = re.compile(r"\band\b|&|;|\bas well as\b|\balong(?:side)?\b|\btogether with\b|\bplus\b")
AND_OTHERS = re.compile(r",? and (?:\w+ )?others?\b")
GOVERNED = re.compile(
    r"\b(?:of|with|by|to|against|between|for|on|at|near|including|attacked|killed|murdered|robbed"
    r"|stabbed|raped|kidnapped|assaulted|shot|told|contacted|over|under|via|through|from|than|into"
    r"|unlike|like|alongside|as|named|called|(?!being|arresting|jailing|charging)\w+ing)"
    r" (?:(?:his|her|their"
    r"|the|victims?|former|young|local|an?|one|Mr|Ms|[A-Z]\w+ man|[A-Z]\w+ woman|drug dealer"
    r"|dealer|ringleader"
    r"|Mrs|Miss|\d+-year-old) ){0,3}\Z"
)
FOLLOWING = re.compile(r"\bfollowing\b", re.IGNORECASE)
ALIAS = re.compile(
    r"[\s,(]*(?:also )?(?:aka|alias|a\.k\.a\.?|a/k/a|known as|nicknamed)\b[^;.]{0,60}\Z",
    re.IGNORECASE,
)
TOTAL_APPOSED = re.compile(r"(?: [-–—]|:| \() ?")
PREDICATE = re.compile(r"\b(?:who|he|she) (?:is|was|had been)(?: also| then| now| once)? \Z")
INDEFINITE = re.compile(r"an? ", re.IGNORECASE)
POSSESSED = re.compile(r"['’]s?(?= )")
YOUNG = re.compile(r"\b(?:teen\w*|boy|girl|youth|schoolboy|schoolgirl)\Z", re.IGNORECASE)
# "A man, 40, from Hull who": a clause that tells what its subject did to others.
WHO = re.compile(
    r"(?:,? (?:aged )?\d\d,?)?(?: (?:from|in) [^,.;]{2,40}?)?,? (?:who|whose) "
    r"(?!(?:is|are|was|were)\b)"
)
