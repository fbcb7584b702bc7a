"""Find who speaks in a reporting clause: a name, or what stands for one."""

import re

from kg.annotate.coreference.referents import referent
from kg.annotate.draft import Draft
from kg.annotate.quotes.verbs import described_subject, pronoun_subject, verb
from kg.model import Mention

# What may stand between the start of a clause and the name that is its subject: rank and post.
TITLE_ONLY = re.compile(
    r"(?!\W*[A-Z]\w+ing )"
    r"(?:\W*(?:[A-Z][\w’'./&-]*|\d+|and|at|for|from|in|of|officer|the|['’]s))*\W*"
)
POSSESSIVE = ("'s", "’s", "' ", "’ ")
WORD = re.compile(r"\w")

Last = tuple[int, int | None]  # where the clause before ends, and who speaks in it


def speaker_in(draft: Draft, start: int, end: int, last: Last | None) -> int | None:
    """The entity that speaks in the clause, or None where no named one does."""
    if match := pronoun_subject().search(draft.text, start, end):
        if last is not None and not draft.mentions_in(last[0], start, "Official", "Person"):
            return last[1]
        return _stands_for(draft, match)
    people = [
        mention
        for mention in draft.mentions_in(start, end, "Official", "Person")
        if not draft.text.startswith(POSSESSIVE, mention.end)
    ]
    subject = _subject(draft, start, end, people) if people else None
    if subject is not None:
        return subject
    match = described_subject().search(draft.text, start, end)
    return _stands_for(draft, match) if match else None


def introduced(draft: Draft, start: int, end: int) -> int | None:
    """The one official whom a paragraph before somebody's words is about, else None."""
    officials = {mention.entity for mention in draft.mentions_in(start, end, "Official")}
    return officials.pop() if len(officials) == 1 else None


def _subject(draft: Draft, start: int, end: int, people: list[Mention]) -> int | None:
    """The person whose clause it is: first in it, else the nearest before its verb."""
    text = draft.text
    reports = [match.start() for match in verb().finditer(text, start, end)]
    said = reports[-1] if reports else end
    before = [mention for mention in people if mention.end <= said]
    if not before:
        return people[0].entity if not WORD.search(text, start, said) else None
    if TITLE_ONLY.fullmatch(text, start, before[0].start):
        return before[0].entity
    officials = [m for m in before if draft.entities[m.entity].type == "Official"]
    return (officials or before)[-1].entity


def _stands_for(draft: Draft, match: re.Match[str]) -> int | None:
    group = "before" if match["before"] else "after"
    return referent(draft, match.start(group), match.end(group), "Official", "Person")
