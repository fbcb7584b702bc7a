"""Posts in words beside a name: "Anna Berg, head of fraud at the NCA and chair of the board"."""

import re
from collections.abc import Iterator

from kg.annotate.coreference.referents import referent
from kg.annotate.draft import Draft
from kg.annotate.people.offices import OWNING, Office, office_after, office_before, offices_in
from kg.annotate.people.titles import rank_in
from kg.annotate.posts import bodies
from kg.annotate.posts.stating import StatedPost
from kg.model import Mention

POSSESSOR = re.compile(r".*['’]s? (?:own )?", re.DOTALL)
OPENING = re.compile(r"[\s,'’]*(?:(?:the|a|an|as|his|her|their)\s)?", re.IGNORECASE)
ARTICLE = 4  # characters of "the "
FORCE = re.compile(r"(?:the |our )?(?:force|constabulary)(?:['’]s)? ")
NEXT = re.compile(r", (?:the )?")
COMPLEMENT = re.compile(r"\s(?:of|for)\s")
# Between a post and the name it leads up to: "of Kent ", "Chief Constable ".
LEADS_TO = re.compile(r"(?:\s(?:of|for)(?: the)?)?(?:\s[A-Z][\w-]*)*\s")
JOIN = re.compile(
    r"\s*,?\s(?:of|for|at|in|with|from|within)\b(?!.*\s(?:of|for|at|in|with|from|within)\b)"
)


def find(draft: Draft, mention: Mention, start: int) -> Iterator[StatedPost]:
    """The posts after a name, and before it or before its rank, which opens at `start`."""
    after = office_after(draft.text, mention.end)
    before = office_before(draft.text, start)
    # "Anna Berg, Director, Lee Ito, Head of …": what stands between commas is of the name before.
    if before and after and draft.text[:start].rstrip().endswith(","):
        before = None
    for whole in (before, after):
        if whole is not None and not _leads_to_a_name(draft, whole):
            for office in offices_in(draft.text, whole):
                if office.kind != "private":
                    yield _stated(draft, mention, office)


def _leads_to_a_name(draft: Draft, office: Office) -> bool:
    """Whether a post goes on to somebody's name, as in "Deputy Chief Constable Lee Ito, …"."""
    people = draft.mentions_in(office.start, office.end, "Official", "Person")
    return any(LEADS_TO.fullmatch(draft.text, office.head_end, one.start) for one in people)


def _stated(draft: Draft, mention: Mention, office: Office) -> StatedPost:
    text = draft.text
    within = draft.mentions_in(office.start, office.end, "Agency")
    owners = [body for body in within if body.end <= office.head_start]
    wholes = [body for body in within if body.start >= office.head_end]
    start, end = office.start, office.end
    agency = None
    if owners:
        agency, start = owners[-1].entity, owners[-1].end
    end = _before_another(draft, office, end)
    if wholes:
        further = bodies.following(draft, wholes[-1].end)
        agency = bodies.innermost(draft, [*wholes, *further]).entity
        end = _before_join(text, office.head_end, wholes[0].start)
    else:
        end = start + len(text[start:end].rstrip(" ,"))
        agency = _elsewhere(draft, office, end) if agency is None else agency
    start = _after_possessor(text, start, office.head_start)
    rank = rank_in(text, office.start, office.head_end)
    is_open = not COMPLEMENT.match(text, office.head_end, office.end)
    return StatedPost(mention.entity, start, end, agency, rank, "posts.office", is_open)


def _before_another(draft: Draft, office: Office, end: int) -> int:
    """The end of a post that goes on to another person: "Attorney for X and Lee Ito, …"."""
    others = draft.mentions_in(office.head_end, end, "Official", "Person")
    joint = draft.text.rfind(" and ", office.head_end, others[0].start) if others else -1
    return joint if joint >= 0 else end


def _elsewhere(draft: Draft, office: Office, end: int) -> int | None:
    """The body that the words of a post stand for, or that follows them."""
    if FORCE.match(draft.text, office.start):
        return bodies.named_publisher(draft)
    owner = OWNING.search(draft.text, max(0, office.start - ARTICLE), office.head_start)
    if owner is not None:
        return referent(draft, *owner.span("body"), "Agency")
    agency = bodies.described(draft, office.head_end, office.end + 1)
    return agency if agency is not None else _next(draft, end)


def _next(draft: Draft, end: int) -> int | None:
    """The body that a comma parts from a post: "Assistant Director, FBI"."""
    near = bodies.following(draft, end)
    if near and NEXT.fullmatch(draft.text, end, near[0].start):
        return near[0].entity
    return None


def _after_possessor(text: str, start: int, head: int) -> int:
    match = POSSESSOR.match(text, start, head)
    start = match.end() if match else start
    opening = OPENING.match(text, start, head)
    return opening.end() if opening else start


def _before_join(text: str, head_end: int, end: int) -> int:
    """The end of a title that a body's name follows: less "of the", or "for Gotham and"."""
    match = JOIN.search(text[head_end:end])
    return head_end + (match.start() if match else 0)
