"""Platforms: phones, markets, malware by name; general services when used for the crime."""

import re
from functools import cache

from spacy.tokens import Doc

from kg.annotate.agencies.patterns import team_words
from kg.annotate.draft import Candidate, Draft
from kg.annotate.named_again import again
from kg.annotate.naming import lexicon, listed, stop_words
from kg.annotate.wording import CuedPattern

LISTED = 89
PATTERN = 79
# What a sentence says when a service that everybody has was the means of the crime.
USE = re.compile(
    r"\b(?:us(?:ed?|ing)|via|through|on|over|apps?|messag\w+|platforms?|encrypted|advert\w*|listed"
    r"|sold|selling|bought|purchased|contact(?:ed)? (?:him|her|them|victims?|the)|network)\b",
    re.IGNORECASE,
)
# What it says when it points its readers to the service.
NOTICE = re.compile(
    r"\b(?:follow|like us|share|sharing|visit|page|pages|hashtag|tweet\w*|posted by|our|report|#\w+"
    r"|contact us|get in touch|message us|live chat|social media)\b",
    re.IGNORECASE,
)
MARKET = CuedPattern(
    re.compile(
        r"\b(?:[A-Z][\w'’-]+ ){1,2}(?:Market|Marketplace|Forums?)\b"
        r"(?! (?:Street|Place|Town))"
    ),
    (" Market", " Forum"),
)
DARK = re.compile(
    r"\b(?:dark ?(?:web|net)|cyber\w*|illicit|online|vendors?|malware|hack\w*|stolen)\b",
    re.IGNORECASE,
)
MALWARE = CuedPattern(
    re.compile(
        r"\b(?P<name>[A-Z]\w*[A-Za-z]\w*(?: [A-Z]\w+)?) (?:malware|ransomware|[Bb]otnet|[Tt]rojan"
        r"|banking [Tt]rojan|infostealer|encrypted (?:phones?|messag\w+|communicat\w+|chat))\b"
    ),
    ("malware", "ransomware", "otnet", "rojan", "infostealer", "encrypted "),
)
# "the Otter marketplace", "Otter and Heron darknet marketplaces": after a name, in small letters.
SITE = CuedPattern(
    re.compile(
        r"(?<![\w-])(?P<names>[A-Z0-9][\w.]*(?: [A-Z][\w.]*)?(?: and [A-Z][\w.]*)?)"
        r"(?: (?:criminal|cybercrime|dark ?net|dark[ -]?web|hacking|hacker|illegal|illicit|online"
        r"|underground|encrypted))* (?:market ?places?|forums?|botnets?|messaging (?:app|service)"
        r"|communications? (?:app|platform|network|service))\b"
    ),
    (" market", " forum", " botnet", " messaging ", " communication"),
)
CALLED = CuedPattern(
    re.compile(
        r"\b(?:market ?place|forum|botnet|malware|ransomware|trojan|messaging"
        r" (?:app|service|platform)|dark ?web (?:site|vendor|market)"
        r"|communications? (?:app|platform|network|service)),?"
        r" (?:(?:was|is|also|commonly) )*(?:known as|called|named|dubbed) (?:the )?"
        r"[\"'“‘]?(?P<names>[A-Z0-9]\w+(?: [A-Z]\w+)?)"
    ),
    ("known as ", "called ", "named ", "dubbed "),
)
LISTING = CuedPattern(
    re.compile(
        r"\b(?:malware|ransomware|[Tt]rojans?|RATs?|botnets?|stealers?|spyware|phishing kits?)\b"
        r"[^.\n]{0,60}?\b(?:such as|including|named|called|known as|like) "
        r"(?P<names>\w+(?:(?:, (?!and\b|or\b)\w+)*,? (?:and|or) \w+|(?:, \w+)+))"
    ),
    ("malware", "ransomware", "rojan", "RAT", "botnet", "stealer", "spyware", "phishing kit"),
)
LISTED_NAME = re.compile(r"\b(?!and\b|or\b)\w{3,}")
# "the darknet marketplace Otter", "Otter was a bitcoin mixer".
DARK_NET = r"dark[ -]?(?:net|web)"
KIND = (
    rf"(?:(?:(?:{DARK_NET}|cyber ?criminal|cyber ?crime|hacking|hacker|criminal|carding|underground"
    r"|illegal|illicit|encrypted|online|virtual|crypto(?: ?currency)?|currency|bitcoin) )+"
    r"(?:market(?:place)?|forum|platform|mixer|mixing service|tumbler|app"
    r"|messag\w+ (?:app|service|platform)|phone (?:network|service)"
    r"|communications? (?:app|platform|network|service))"
    r"|malware|ransomware|botnet|info-?stealer|(?:banking )?trojan|remote access [Tt]rojan|spyware"
    r"|(?:booter|stresser|proxy)(?: service)?|crypto mixer)"
)
PROPER = r"(?!\d+\b)[A-Z0-9][\w.]*\w(?: [A-Z][\w.]*\w){0,2}"
CUES = (
    "marketplace", "darknet market", "dark web market", " forum", "mixer", "mixing", "tumbler",
    "encrypted ", "malware", "ransomware", "botnet", "stealer", "rojan", "spyware", "booter",
    "stresser", "proxy ",
)  # fmt: skip
APPOSED = CuedPattern(
    re.compile(
        rf"\b{KIND}(?:,(?= [\"'“‘]?{PROPER}[\"'”’]?[,.;)]))? (?:called |named |known as )?"
        rf"[\"'“‘]?(?P<names>{PROPER})"
    ),
    CUES,
)
# What may stand before "marketplace" in words that tell what a name is of.
LEADS_UP = r"(?!(?:about|against|and|by|for|from|in|into|of|on|that|to|with)\b)[\w'’-]+ "
MOST = r"the (?=(?:world['’]s )?(?:most|largest|biggest|first|leading|notorious|popular)\b)"
DESCRIBED = CuedPattern(
    re.compile(
        rf"(?<![\w-])(?P<names>{PROPER})[\"'”’]?(?: \([^()]*\))?"
        rf"(?:,| is| was|, which (?:is|was)) (?:an? |one of the |{MOST})(?:{LEADS_UP}){{0,4}}?"
        rf"{KIND}\b"
        r"(?! (?:groups?|gangs?|attack\w*|operat\w+|admin\w+|users?|vendors?|developers?|criminals?"
        r"|actors?|creators?|owners?|moderators?))"
    ),
    CUES,
)
ZONES = "com|net|org|biz|io|to|cc|su|ru|onion|info|me|xyz|is|ws"
DOMAIN = CuedPattern(
    re.compile(rf"(?<![\w@./-])[a-z0-9-]{{3,}}\.(?:{ZONES})\b(?![/\w@.-]\w)"),
    tuple(f".{zone}" for zone in ZONES.split("|")),
)
SEIZED_DOMAIN = re.compile(
    r"\b(?:domains?|seiz\w+|marketplaces?|forums?|booter|scam|fraudulent|malware|criminal)\b"
)


def find(draft: Draft, doc: Doc) -> None:
    for hit in lexicon("platforms").find(draft.text):
        candidate = listed(hit, "platforms", "Platform", LISTED)
        if hit.row.once_used and not _is_used(draft, hit.start):
            draft.reject(candidate, "not said to have been used for the crime")
        else:
            draft.candidates.append(candidate)
    found = list({(c.start, c.end): c for c in _patterns(draft)}.values())
    draft.candidates += found
    whole = [c for c in found if c.rule != "platforms.domain"]
    draft.candidates += again(draft.text, whole, "platforms.again")


def _is_used(draft: Draft, offset: int) -> bool:
    sentence = _sentence(draft, offset)
    return bool(USE.search(sentence)) and not NOTICE.search(sentence)


def _patterns(draft: Draft) -> list[Candidate]:
    found = []
    for match in MARKET.finditer(draft.text):
        generic = stop_words("market").issuperset(match.group().lower().split()[:-1])
        again = draft.text.find(match.group(), draft.report.body_start)
        if not generic and again >= 0 and DARK.search(_sentence(draft, match.start())):
            found.append(_named(match.start(), match.end(), "platforms.market-pattern"))
    for pattern, rule in ((SITE, "platforms.site"), (CALLED, "platforms.called")):
        for match in pattern.finditer(draft.text):
            if DARK.search(_sentence(draft, match.start())):
                found += _each_of(draft.text, match, rule)
    for pattern, rule in ((APPOSED, "platforms.apposed"), (DESCRIBED, "platforms.described")):
        for match in pattern.finditer(draft.text):
            found += _each_of(draft.text, match, rule)
    found += [
        _named(match.start("name"), match.end("name"), "platforms.malware-pattern")
        for match in MALWARE.finditer(draft.text)
        if match["name"].split()[0].lower() not in stop_words("malware")
    ]
    for listing in LISTING.finditer(draft.text):
        found += [
            _named(name.start(), name.end(), "platforms.malware-list")
            for name in LISTED_NAME.finditer(draft.text, *listing.span("names"))
            if name.group().lower() not in stop_words("malware")
        ]
    found += [
        _named(match.start(), match.end(), "platforms.domain")
        for match in DOMAIN.finditer(draft.text)
        if SEIZED_DOMAIN.search(_sentence(draft, match.start()))
    ]
    return found


def _each_of(text: str, match: re.Match[str], rule: str) -> list[Candidate]:
    """A candidate for each name that "and" joins, less the capital that opens a sentence."""
    found, start = [], match.start("names")
    for name in match["names"].split(" and "):
        words = name.split()
        while words and words[0].lower() in _openers():
            start += len(words.pop(0)) + 1
        if words and not stop_words("market").issuperset(w.lower() for w in words):
            found.append(_named(start, start + len(" ".join(words)), rule))
        start = match.start("names") + match["names"].index(name) + len(name) + len(" and ")
    return found


@cache
def _openers() -> frozenset[str]:
    """Words in capitals that may stand before a name without being of it."""
    return stop_words("malware") | stop_words("market") | team_words("opener")


def _sentence(draft: Draft, offset: int) -> str:
    return draft.surface(draft.sentences[draft.sentence_at(offset)])


def _named(start: int, end: int, rule: str) -> Candidate:
    return Candidate(start, end, "Platform", rule, weight=PATTERN)
