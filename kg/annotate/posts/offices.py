"""Posts in words beside a name: "Anna Berg, head of fraud at the NCA and chair of the board"."""

import re
from collections.abc import Iterator

from kg.annotate.draft import Draft
from kg.annotate.people.offices import Office, office_after, office_before, offices_in
from kg.annotate.people.titles import rank_in
from kg.annotate.posts import bodies
from kg.annotate.posts.stating import StatedPost
from kg.model import Mention

POSSESSOR = re.compile(r".*['’]s? (?:own )?", re.DOTALL)
JOIN = re.compile(r"\s*,?\s(?:of|for|at|in|with|from|within)\b(?!.*\s(?:of|for|at|in|with|from|within)\b)")


def find(draft: Draft, mention: Mention, start: int) -> Iterator[StatedPost]:
    """The posts after a name, and before it or before its rank, which opens at `start`."""
    after = office_after(draft.text, mention.end)
    before = office_before(draft.text, start)
    for whole in (before, after):
        if whole is not None:
            for office in offices_in(draft.text, whole):
                if office.kind != "private":
                    yield _stated(draft, mention, office)


def _stated(draft: Draft, mention: Mention, office: Office) -> StatedPost:
    within = draft.mentions_in(office.start, office.end, "Agency")
    owners = [body for body in within if body.end <= office.head_start]
    wholes = [body for body in within if body.start >= office.head_end]
    start, end = office.start, office.end
    agency = None
    if owners:
        agency, start = owners[-1].entity, owners[-1].end
    if wholes:
        agency = bodies.innermost(draft, wholes).entity
        end = _before_join(draft.text, office.head_end, wholes[0].start)
    else:
        end = start + len(draft.text[start:end].rstrip(" ,"))
    start = _after_possessor(draft.text, start, office.head_start)
    rank = rank_in(draft.text, office.start, office.head_end)
    return StatedPost(mention.entity, start, end, agency, rank, "posts.office")


def _after_possessor(text: str, start: int, head: int) -> int:
    match = POSSESSOR.match(text, start, head)
    start = match.end() if match else start
    return start + len(text[start:head]) - len(text[start:head].lstrip(" ,'’"))


def _before_join(text: str, head_end: int, end: int) -> int:
    """The end of a title that a body's name follows: less "of the", or "for Gotham and"."""
    match = JOIN.search(text[head_end:end])
    return head_end + (match.start() if match else 0)
