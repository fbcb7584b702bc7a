"""Numbers that count nothing an outcome holds: ages, dates, times, references, roads, distances."""

import re

MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|April?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
YEAR = r"(?:19|20)\d\d"
# What makes a count of a number that could be a year.
COUNTED = (
    r"(?:people|persons|men|women|officers|victims|suspects|children|items|pieces|packets|packs"
    r"|tablets|pills|plants|rounds|bullets|cartridges|wraps|cigarettes|litres|devices|phones"
    r"|counterfeit|fake|illegal|illicit|cannabis|ecstasy|MDMA)"
)
AGE_FOLLOWS = (
    r"(?=\s*(?:[,;)\n–-]|\.(?!\d)|$)| (?:of|from|was|were|who|has|had|is|appeared|pleaded|admitted"
    r"|received|both|each|no fixed|formerly|previously|then|will|denied|also|got|must|did|later)\b)"
)
STREET = (
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Close|Court|Way|Place|Crescent|Terrace|Gardens"
    r"|Grove|Walk|Park|Hill|Square|Row|View|Green|Boulevard|Blvd|House)"
)

AGES = (
    r"\b(?:ages?|aged)(?: (?:just|only|about|around|between|from|of))?:? (?:\d+|\w+teen)"
    r"(?:(?:,| ?-| ?–| and| to| or)+ ?\d+)*\b",
    r"\b(?:\d+|[a-z]+(?:-[a-z]+)?)[- –]years?[- –]olds?\b",
    r"\b\d+ ?(?:years? of age|yrs?[- ]old|years-old|yo\b)",
    r"(?<=[A-Za-z’'”\")]), ?\(?(?:aged )?\d{1,2}\)?" + AGE_FOLLOWS,
    r"\(\d{1,2}(?:, [^()\n]{1,60})?\)",
    r"\b(?:both|each|all) (?:aged )?\d\d\b(?!,\d)",
    r"\b(?:1[0-9]|20|[2-9])0s\b",
)
DATES = (
    r"\b(?:\d+(?:st|nd|rd|th)?(?:,|,? and|,? to| ?-| ?–) ?)*\d{1,2}(?:st|nd|rd|th)?(?: of)?"
    rf" {MONTH}\b(?:,? {YEAR})?",
    rf"\b{MONTH}\.? \d{{1,2}}(?:st|nd|rd|th)?\b(?!,\d\d\d)(?:[-–]\d+)?(?:,? {YEAR})?"
    r"(?: and \d{1,2}\b)?",
    rf"\b{MONTH},? {YEAR}\b",
    r"\b\d{1,4}[/.]\d{1,2}[/.]\d{2,4}\b|\b\d{4}-\d\d(?:-\d\d)?\b",
    r"\b(?<!over )(?<!than )(?<!nearly )(?<!almost )(?<!about )(?<!around )(?<!least )"
    rf"{YEAR}(?:[-/–]\d\d(?:\d\d)?)?\b(?!,?\d)(?! {COUNTED})",
    r"\b\d{1,2}(?:[:.]\d\d)? ?(?:am|pm|a\.m|p\.m|noon|o[’']clock)\b",
    r"\b\d{1,2}:\d\d\b|\b\d{4} ?(?:hours|hrs)\b|\b24/7\b|\b24[- ]hours?\b",
)
REFERENCES = (
    r"\b(?:https?://|www\.)\S+",
    r"\+?\(?\b0\d{2,4}\)?[ -]?\d{3,4}[ -]?\d{3,4}\b|\+\d[\d ()-]{7,}\d|\b0\d+\b",
    r"\b(?:call(?:ing)?|dial(?:ling)?|phone|telephone|text|ring(?:ing)?|via|number|tel|on|or)"
    r":? (?:101|999|112|111|911|105|119)\b",
    r"\b(?:ref(?:erence)?|log|incident|crime|CAD|case|number|numbers?:|no\.?|nos\.?|URN|ID)"
    r"(?: (?:number|no\.?|ref))?(?: of)?:? ?#?[\w/-]*\d[\w/-]*(?: of \d+)?",
    r"\b\d{8,}\b|\b\d+[/-]\d+(?:[/-]\d+)*\b(?!-?(?:kg|kilo|gram|month|year|week|day))",
    r"#\w+|@\w+|\b[A-Z]{1,4}-?\d+\w*\b|\b\d+[A-Z]{2,}\d*\b",
)
NUMBERED = (
    r"(?i:\b(?:junctions?|route|highway|interstate|flat|apartment|apt|unit|room|section|sections"
    r"|article|articles|counts?|page|chapter|part|schedule|level|tier|phase|grade|zone|district"
    r"|ward|platform|gate|channel|top|category|floor|step|week|day|number|suite|court|year|pier"
    r"|terminal|block|plot)s? (?:\d+|one|two|three|four|five)\b)"
    r"(?! (?:of (?:conspir|possess|supply|fraud|money|theft)|people|men|women))",
    rf"\b\d+[a-zA-Z]?(?: ?- ?\d+)? (?:[A-Z][\w’'-]+ ){{1,3}}{STREET}\b",
)
MEASURES = (
    r"\b\d[\d.,]*(?: |-)?(?:%|per ?cent\b|percent\b|pc\b|percentage)",
    r"\b\d[\d.,]*(?: |-)?(?:(?:square|nautical) )?(?:miles?|km|kms|kilometres?|kilometers?"
    r"|metres?|meters?|mph|km/h|ft|feet|foot|inch(?:es)?|yards?|cm|mm|acres?|hectares?|sqm"
    r"|degrees|mbps|gb|tb|mb|volts?|cc)\b",
    r"(?<!\w)\.\d+",
    r"\b(?:two|three)[- ](?:thirds|quarters)\b|\bone[- ](?:third|quarter|half)\b",
    r"\b(?:one|1) in (?:\w+)\b|\b\d+ out of \d+\b",
    r"\b(?:\d+|two|three|four|five|six)[- ](?:time|times|year|month|week|day|hour|minute|man"
    r"|person|bedroom|bed|door|storey|phase|part|fold|strong|way|seater|wheel)\b"
    r"(?! (?:prison|sentence|jail|suspended|term|custodial|imprison|community))",
    r"\bpopulation of [\w., ]+|\b\d+[- ](?:times|hours|minutes|seconds)\b",
)
PRONOUNS = (
    r"\b(?:no|every|any|some|each|this|that|only)[- ]one\b(?! (?:man|woman|person))",
    r"\bone (?:of|another|other|day|time|is|was|has|could|who|that|in|by|to|and|or)\b",
    r"\bone[- ](?:off|stop|way|on-one|to-one|hour|minute)\b",
)
UNCOUNTED = re.compile(
    "|".join((*AGES, *DATES, *REFERENCES, *NUMBERED, *MEASURES, *PRONOUNS)), re.MULTILINE
)


def uncounted(text: str) -> bytearray:
    """For each character of a text, whether it lies in a number that counts nothing."""
    mask = bytearray(len(text))
    for match in UNCOUNTED.finditer(text):
        mask[match.start() : match.end()] = b"\1" * (match.end() - match.start())
    return mask
