"""Who was charged, and with what: "was charged with", "charging NAME with", "indicted on"."""

import re
from collections.abc import Iterator

from kg.annotate.outcomes.offences import offence_after
from kg.annotate.outcomes.passages import ADJECTIVE, Passage, Told
from kg.annotate.outcomes.subjects import Subject

CUE = re.compile(r"\b(?:re-?)?(?:charged|charging|indicted|indicting)\b", re.IGNORECASE)
CHARGES = re.compile(
    r"\bcharges (?:have been |were |are )?(?:also )?(?:filed |brought |laid "
    r"|announced )?against (?=\S)",
    re.IGNORECASE,
)
NO_CRIME = re.compile(
    r" (?:[£$€\d]|up to [£$€]|with (?:the )?(?:protect|tackl|investigat|ensur|keep|lead|oversee"
    r"|enforc"
    r"|prevent|responsib|task|respon|manag|deliver|stopping|the task)\w*|clients|customers|victims"
    r"|interest|a fee|double|fees?\b|cable|point)",
    re.IGNORECASE,
)


def charges(passage: Passage) -> Iterator[Told]:
    """What each word of charging in the sentence tells."""
    text = passage.draft.text
    for cue in CUE.finditer(text, passage.start, passage.end):
        if NO_CRIME.match(text, cue.end()) or ADJECTIVE.search(passage.before(cue.start())):
            continue
        if cue.group().lower().endswith("ing"):
            yield from _told(passage, cue, passage.object_at(cue.end()), is_active=True)
        elif passage.is_told(cue.start()):
            yield from _verb(passage, cue)
    for cue in CHARGES.finditer(text, passage.start, passage.end):
        yield from _told(passage, cue, passage.object_at(cue.end()))


def _verb(passage: Passage, cue: re.Match[str]) -> Iterator[Told]:
    after = None if passage.is_passive(cue.start()) else passage.object_at(cue.end())
    subject = after or passage.subject_of(cue.start())
    yield from _told(passage, cue, subject, is_active=after is not None)


def _told(
    passage: Passage, cue: re.Match[str], subject: Subject | None, *, is_active: bool = False
) -> Iterator[Told]:
    if subject is None or subject.count == 0:
        return
    start = max(cue.end(), subject.end) if is_active else cue.end()
    offence = offence_after(passage.draft.text, start, passage.end, kind="charge")
    yield Told(
        "Charge",
        "charges.verb",
        passage.sentence,
        cue.start(),
        cue.end(),
        subject,
        subject.count,
        offence=offence,
        is_active=is_active,
    )
