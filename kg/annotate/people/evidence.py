"""What stands beside a name and says that it is one: an age, a verb of speech or of the courts."""

import re

AGE = r"(?P<age>[1-9]\d)"
AFTER = re.compile(
    r"(?:\s?\((?:(?:aged?|now|then) )?|,? (?:who (?:is|was) |is |was |and )?(?:now |then )?aged? "
    r"|[,:;] ?[-–]? ?|\s[-–] (?:aged? )?)"
    + AGE
    + r"(?:[- ]?years?(?:[- ]olds?)?|yrs?)?(?=[,;:.)\]]|\s?[-–]"
    r"|\s+(?:and|of|from|formerly|previously|was|who|both|in|at|with|has)\b|\s*$)",
    re.MULTILINE,
)
DESCRIBED = re.compile(r",? \(?(?:who (?:is|was) )?(?:is |was )?an? " + AGE + r"[- ]years?[- ]old")
BEFORE = re.compile(
    AGE + r"[- ](?:years?|yr)[- ]olds?,? (?:(?!(?:from|of|in|at|on|is|was|and|were|who|by|to|with|near"
    r"|has|had|said|called|named)\b)[\w'’-]+,? ){0,4}(?:(?:called|named) )?\Z"
)
FILLER = (
    r"(?:(?:and|who|also|later|then|has|have|had|was|were|is|are|will|would|be|been|being|both|all"
    r"|each|today|yesterday|previously|now|already|since|subsequently|initially|recently|first|again"
    r"|did|not|\w+ly)\b\W{1,2}){0,5}"
)
COURT_VERB = re.compile(
    r"[,)]?\s" + FILLER + r"(?:jailed|sentenced|pleaded|plead|pleads|pled|admit(?:s|ted)|denie[sd]"
    r"|convicted|arrested|charged|indicted|appear(?:s|ed)|found guilty|remanded|imprisoned|face[sd]?"
    r"|extradited|handed|locked up|received|ordered|bailed|detained|banned|fined|caught|stabbed|shot"
    r"|murdered|killed|died|attacked|accused|wanted|missing|held|given|spared)\b"
)
PLEA = re.compile(
    r"[,)]?\s" + FILLER + r"(?:pleaded|pled|pleads|plead|admit(?:s|ted)|denie[sd]|jailed|convicted"
    r"|sentenced|found guilty)\b"
)
SPEECH_VERB = re.compile(
    r",?\s" + FILLER + r"(?:said|says|added|adds|commented|explained|told|continued|stated|warned"
    r"|praised|thanked|welcomed|concluded|remarked|noted|confirmed|announced|described|urged|insisted)\b"
)
SAID = re.compile(
    r"\b(?:said|added|says|commented|explained|according to|stated|announced)(?: by)? \Z"
)
WHEREABOUTS = re.compile(r"\b(?:in|at|near|outside|around|into|towards) \Z")
REACH = 90


def age_after(text: str, end: int) -> int | None:
    match = AFTER.match(text, end) or DESCRIBED.match(text, end)
    return int(match["age"]) if match else None


def age_before(text: str, start: int) -> int | None:
    match = BEFORE.search(text, max(0, start - REACH), start)
    return int(match["age"]) if match else None


def speaks(text: str, start: int, end: int) -> bool:
    return bool(SPEECH_VERB.match(text, end) or SAID.search(text, max(0, start - 20), start))
