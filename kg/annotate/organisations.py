"""Any other named body: helplines, charities, banks, companies; and what the model calls one."""

import re

from spacy.tokens import Doc

from kg.annotate.draft import Candidate, Draft
from kg.annotate.naming import lexicon

LISTED = 88
PATTERN = 78
WORD = r"[A-Z0-9][\w'’&.-]*"
COMPANY = re.compile(
    rf"(?<![\w-])(?:{WORD},? (?:(?:and|&|of|for|the) )*){{1,6}}?"
    r"(?:Ltd|Limited|LTD|plc|PLC|Plc|Inc|LLC|LLP|L\.L\.C|Corp|Corporation|GmbH|S\.A|B\.V|S\.r\.l|Pty Ltd|Holdings"
    r"|University|Building Society|Football Club|F\.?C|Rugby Club|Foundation|Charity|Trust|Housing Association|Homes"
    r"|Bank|Airlines|Airways|Insurance|Supermarket|Solicitors|College|Academy|Church|Association|Newspaper|Times"
    r"|NHS Trust|NHS Foundation Trust|Ambulance Service|Ambulance|Air Ambulance)\b\.?(?! (?:Road|Street|Avenue|Lane|Close|Park|Hill|Way|Drive))"
)
OPENER = re.compile(r"(?:The|A|An|At|In|For|From|By|With|Of|On|And|Our|To|As) ")
PLACE_HEADS = re.compile(
    r"(?:College|Academy|Church|University|Homes|Bank|Trust|Times|Association)$"
)


def find(draft: Draft, doc: Doc) -> None:
    for hit in lexicon("organisations").find(draft.text):
        draft.candidates.append(
            Candidate(
                hit.start,
                hit.end,
                "Organisation",
                f"organisations.{hit.row.kind}",
                weight=LISTED,
                key=f"organisation:{hit.row.id}",
            )
        )
    for match in COMPANY.finditer(draft.text):
        opener = OPENER.match(match.group())
        start = match.start() + (opener.end() if opener else 0)
        draft.candidates.append(
            Candidate(start, match.end(), "Organisation", "organisations.suffix", weight=PATTERN)
        )
