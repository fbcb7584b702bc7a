"""Any other named body: helplines, charities, banks, companies; and what the model calls one."""

import re
from functools import cache

from spacy.tokens import Doc

from kg.annotate.draft import Candidate, Draft
from kg.annotate.naming import any_head, lexicon

LISTED = 88
PATTERN = 78
REST = r"[\w'’&.-]*,? (?:(?:and|&|of|for|the) )*"  # of a word, and what leads to the next
# The first character comes first, so that the search skips to it.
FIRST = rf"[A-Z\d](?<![\w-].)(?:(?<=[A-Z])|\d*[A-Za-z]){REST}"
FURTHER = rf"(?:[A-Z]|\d+[A-Za-z]){REST}"
STREETS = r"(?! (?:Road|Street|Avenue|Lane|Close|Park|Hill|Way|Drive)\b)"
OPENER = re.compile(r"(?:The|A|An|At|In|For|From|By|With|Of|On|And|Our|To|As) ")


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
    for match in _company().finditer(draft.text):
        opener = OPENER.match(match.group())
        start = match.start() + (opener.end() if opener else 0)
        draft.candidates.append(
            Candidate(start, match.end(), "Organisation", "organisations.suffix", weight=PATTERN)
        )


@cache
def _company() -> re.Pattern[str]:
    name = rf"{FIRST}(?:{FURTHER}){{0,7}}?"
    heads = any_head("company")
    return re.compile(rf"{name}(?:{heads})(?![\w-])(?:(?<=Inc)\.|(?<=Ltd)\.)?{STREETS}")
